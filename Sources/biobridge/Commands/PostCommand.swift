internal import ArgumentParser
internal import Cooperation
internal import Desk
internal import Foundation
internal import Ledger

struct PostCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "post", abstract: "How the post stands: letters that wait, and letters that did not arrive.",
        discussion: "Names letters and accounts by their identifiers, never addresses. Works while a server runs.")

    @OptionGroup var data: DataFolder
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        let house = try await House.read(data.url)
        let overview = try await house.desk.post(for: .office)
        try await house.ledger.close()
        if json {
            return try Output.json(
                Shown(
                    sent: overview.sent, waiting: overview.waiting.map(Line.init),
                    failed: overview.failed.map(Line.init),
                    news: Dictionary(uniqueKeysWithValues: overview.news.map { ($0.key.rawValue, $0.value) }),
                    prompts: Dictionary(
                        uniqueKeysWithValues: overview.prompts.map { ($0.key.rawValue, $0.value) })))
        }
        print("\(overview.sent) sent, \(overview.waiting.count) waiting, \(overview.failed.count) failed")
        for (name, counts) in [("news", overview.news), ("to keepers", overview.prompts)] where !counts.isEmpty {
            let sorted = counts.sorted { $0.key.rawValue < $1.key.rawValue }
            print("\(name): " + sorted.map { "\($0.value) \($0.key.rawValue)" }.joined(separator: ", "))
        }
        for line in (overview.waiting + overview.failed).map(Line.init) {
            print("\(line.dispatch) \(line.outcome) \(line.trouble) \(line.occasion) \(line.request) \(line.account)")
        }
    }

    private struct Shown: Encodable {
        let sent: Int
        let waiting: [Line]
        let failed: [Line]
        let news: [String: Int]
        let prompts: [String: Int]
    }

    private struct Line: Encodable {
        let dispatch: String
        let at: Date
        let outcome: String
        let trouble: String
        let attempt: Int
        let occasion: String
        let request: String
        let account: String

        init(_ dispatch: Filed<Dispatch>) {
            self.dispatch = dispatch.id.rawValue
            at = dispatch.at
            outcome = dispatch.body.outcome.rawValue
            trouble = dispatch.body.trouble.isEmpty ? "-" : dispatch.body.trouble
            attempt = dispatch.body.attempt
            occasion = dispatch.body.subject
            request = dispatch.body.request?.rawValue ?? "-"
            account = dispatch.body.account?.rawValue ?? "-"
        }
    }
}
