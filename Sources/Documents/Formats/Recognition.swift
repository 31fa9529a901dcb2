import Foundation

/// Reads pictures of pages with tesseract, where it is installed: one page at a time, in the languages its script suggests.
struct Recognition {
    let parser: DocumentParser
    let file: URL

    /// The text of each page that has one. Throws where there is no tesseract, or it found nothing.
    func read(_ pages: [Int]) throws(DocumentRefusal) -> [(page: Int, text: String)] {
        let installed = languages()
        guard parser.limits.recognisedPages > 0, !installed.isEmpty else { throw .scanned(pages: pages.count) }
        let deadline = ContinuousClock.now + .seconds(parser.limits.recognitionSeconds)
        let chosen = pages.prefix(parser.limits.recognisedPages)
        var use: [String]?
        var found: [(page: Int, text: String)] = []
        for page in chosen {
            guard let picture = draw(page, deadline) else { continue }
            defer { try? FileManager.default.removeItem(atPath: picture) }
            let names = use ?? suggested(by: picture, installed, deadline)
            use = names
            let text = run("tesseract", [picture, "stdout", "-l", names.joined(separator: "+")], deadline)
            if let text, text.contains(where: \.isLetter) { found.append((page, Self.joined(text))) }
            parser.progress(.init(pagesRead: page, pages: pages.count))
        }
        guard !found.isEmpty else { throw .nothingRecognised(pages: pages.count) }
        return found
    }

    /// Widely set lines come with an empty one between them: what goes on with a small letter goes on in the same paragraph.
    static func joined(_ text: String) -> String {
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let goesOn = line.first { !$0.isWhitespace }?.isLowercase ?? false
            if goesOn, lines.count > 1, lines[lines.count - 1].isEmpty,
                let before = lines[lines.count - 2].last, !".!?:".contains(before)
            {
                lines.removeLast()
            }
            lines.append(line)
        }
        return lines.joined(separator: "\n")
    }

    private func draw(_ page: Int, _ deadline: ContinuousClock.Instant) -> String? {
        let name = parser.folder.appending(path: "page-\(page)").path
        let number = String(page)
        let arguments = [
            "-q", "-r", "200", "-gray", "-png", "-singlefile", "-f", number, "-l", number, file.path, name,
        ]
        guard run("pdftoppm", arguments, deadline) != nil else { return nil }
        return FileManager.default.fileExists(atPath: name + ".png") ? name + ".png" : nil
    }

    private func languages() -> [String] {
        let text = run("tesseract", ["--list-langs"], .now + .seconds(10)) ?? ""
        let ours: Set = ["ara", "chi_sim", "eng", "fra", "rus", "spa"]
        return text.split(separator: "\n").map(String.init).filter(ours.contains)
    }

    /// Those of the script the page is written in; all where that cannot be told.
    private func suggested(
        by picture: String, _ installed: [String], _ deadline: ContinuousClock.Instant
    ) -> [String] {
        let answer = run("tesseract", [picture, "stdout", "--psm", "0"], deadline) ?? ""
        let line = answer.split(separator: "\n").first { $0.hasPrefix("Script:") } ?? ""
        let names: [String] =
            if line.contains("Arabic") {
                ["ara"]
            } else if line.contains("Cyrillic") {
                ["rus"]
            } else if line.contains("Han") || line.contains("Japanese") {
                ["chi_sim"]
            } else if line.contains("Latin") {
                ["eng", "fra", "spa"]
            } else {
                installed
            }
        let usable = names.filter(installed.contains)
        return usable.isEmpty ? installed : usable
    }

    private func run(_ program: String, _ arguments: [String], _ deadline: ContinuousClock.Instant) -> String? {
        var output = Data()
        let process = ChildProcess(
            executable: program, arguments: arguments, folder: parser.folder.path, outputLimit: 4_000_000,
            inOwnGroup: false)
        let (end, _) = process.run(until: deadline) { output.append(contentsOf: $0) }
        return end == .exited(0) ? String(decoding: output, as: UTF8.self) : nil
    }
}
