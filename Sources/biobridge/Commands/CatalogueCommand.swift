internal import ArgumentParser
internal import Catalogue
internal import Foundation

struct CatalogueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue", abstract: "The read model, which can be thrown away.", subcommands: [Rebuild.self])

    struct Rebuild: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Throws the catalogue away and makes it anew from the ledger. The server must be stopped.")

        @OptionGroup var data: DataFolder

        func run() async throws {
            let clock = ContinuousClock()
            let start = clock.now
            // Who holds the ledger holds the catalogue: nothing is thrown away under a server that works.
            let entries = try await House.working(in: data.url, anew: true) { try await $0.catalogue.cursor() }
            print("\(entries) entries in \(clock.now - start)")
        }
    }
}
