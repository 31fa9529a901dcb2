import Catalogue
import Cooperation
import Desk
import Foundation
import TextAnalysis

/// What the help desk of the demonstration does beside the stories: its ready texts, a case somebody has, one that waits.
struct DeskHabits {
    let desk: Desk
    let officer: Viewer

    private struct Line: Decodable {
        var name: [String: String]
        var text: [String: String]
    }

    /// - Parameter today: the last day of the demonstration.
    func live(on today: CalendarDay) async throws {
        for line in try DataFile.wordings.lines(Line.self) {
            try await desk.write(Wording(name: try text(line.name), text: try text(line.text)), by: officer)
        }
        let cases = try await desk.caseQueue(.all, for: officer, limit: 100).cards.items
        let waiting = cases.filter { $0.state == .triaged }.map(\.request.id).sorted()
        guard let first = waiting.first, let account = officer.account else { return }
        try await desk.charge(account, with: first, by: officer)
        let call = LocalizedText("Ask the botanical gardens of the region whether they have room", in: .english)
        try await desk.add(DeskTask(request: first, text: call, due: today.adding(days: 3)), by: officer)
        guard let second = waiting.dropFirst().first else { return }
        try await desk.charge(account, with: second, by: officer)
        try await desk.hold(
            Hold(
                request: second, awaits: .others, until: today.adding(days: 10),
                reason: LocalizedText("The university asks its council first", in: .english)), by: officer)
    }

    private func text(_ versions: [String: String]) throws(DemonstrationError) -> LocalizedText {
        var text = LocalizedText()
        for (code, version) in versions {
            guard let language = Language(rawValue: code) else {
                throw .damaged(file: "wordings", line: 1, reason: "no language \(code)")
            }
            text.set(version, in: language)
        }
        return text
    }
}
