internal import ArgumentParser
internal import Cooperation
internal import Demonstration
internal import Desk
internal import Foundation
internal import Ledger
internal import Site
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Fills an empty folder with demonstration data.")

    @OptionGroup var data: DataFolder

    func run() async throws {
        guard try await DemoCommand.fillIfEmpty(data.url) else {
            throw Refusal("\(data.path) holds a node already; choose an empty folder")
        }
    }

    /// False if there is a ledger already.
    @discardableResult
    static func fillIfEmpty(_ folder: URL) async throws -> Bool {
        if SQLiteLedger.exists(in: folder) { return false }
        Output.note("filling \(folder.path) with demonstration data …")
        let identity = try NodeIdentity.ofFolder(folder)
        let hasher = PasswordHasher()
        try await Demonstration.fill(
            folder: folder, node: identity.name, today: CalendarDay(Date()), hash: { try await hasher.hash($0) })
        return true
    }

    /// The accounts of the demonstration as the page to sign in shows them.
    static func accounts() throws -> [OpenAccount] {
        let (accounts, password) = try Demonstration.accounts()
        return accounts.map { account in
            OpenAccount(name: { account.names[$0] }, email: account.email, password: password)
        }
    }
}
