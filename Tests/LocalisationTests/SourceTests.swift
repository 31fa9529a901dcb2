import Foundation
import Localisation
import Testing
import TextAnalysis

@Suite("Messages and the sources that use them")
struct SourceTests {
    @Test("every key in the sources has its message, and every message is used")
    func keysAgree() throws {
        let keys = Messages.standard.keys(in: .english)
        let areas = Set(keys.compactMap { $0.split(separator: ".").first.map(String.init) })
        var used: Set<String> = []
        var prefixes: Set<String> = []
        let literal = /"([a-z]+)\.([a-z0-9.-]*)(\\\()?/
        for file in try swiftFiles() {
            let source = try String(contentsOf: file, encoding: .utf8)
            let speaks = source.contains("import Localisation") || file.path.contains("/Localisation/")
            for match in source.matches(of: literal) where areas.contains(String(match.1)) {
                let key = "\(match.1).\(match.2)"
                if match.3 != nil {
                    prefixes.insert(key)
                } else {
                    used.insert(key)
                    let isKey = speaks && !key.hasSuffix(".") && !source[..<match.range.lowerBound].hasSuffix("/// ")
                    if isKey { #expect(keys.contains(key), "\(file.lastPathComponent) asks for \(key)") }
                }
            }
        }
        let unused = keys.filter { key in !used.contains(key) && !prefixes.contains { key.hasPrefix($0) } }
        #expect(unused.sorted() == [])
    }

    @Test("each key is in the file of its area")
    func keysAreAtHome() throws {
        let folder = root.appending(path: "Sources/Files/LocalisationFiles/messages")
        let list = try String(contentsOf: folder.appending(path: "../areas.h"), encoding: .utf8)
        let areas = Set(list.matches(of: /FILE\(([a-z]+)\)/).map { String($0.1) })
        for language in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            let files = try FileManager.default.contentsOfDirectory(at: language, includingPropertiesForKeys: nil)
            for file in files {
                let area = file.deletingPathExtension().lastPathComponent
                #expect(areas.contains(area), "\(area) is not listed in areas.h")
                let messages = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
                for key in try #require(messages).keys {
                    #expect(key.hasPrefix(area + "."), "\(key) in \(file.path)")
                }
            }
        }
    }

    private var root: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }

    private func swiftFiles() throws -> [URL] {
        let all = FileManager.default.enumerator(at: root.appending(path: "Sources"), includingPropertiesForKeys: nil)
        let files = try #require(all).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
        try #require(!files.isEmpty)
        return files
    }
}
