internal import ArgumentParser
internal import Foundation
internal import Hummingbird
internal import Logging
internal import Site
internal import WebSupport

/// Serves what `make bench-pages` measures: the site with demonstration data and with the address that only fetches, and
/// beside it the framework's bare greeting.
struct PagesBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pages",
        abstract: "Serves the site and the framework's bare \"hello\" on the next port, for wrk (tools/bench-pages).")

    @Option(help: "The port of the site; the bare greeting has the next one.") var port = 8090

    func validate() throws {
        guard (1...65_534).contains(port) else { throw ValidationError("the port is a number from 1 to 65534") }
    }

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "biobridge-pages-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try await DemoCommand.fillIfEmpty(folder)
        let house = try await House.open(folder)
        var logger = Logger(label: "biobridge")
        logger.logLevel = .info
        var settings = SiteSettings(isDemonstration: true, key: try house.identity.secretKey)
        settings.isMeasured = true
        let router = Router()
        router.get("hello") { _, _ in "hello" }
        let bare = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port + 1)), logger: logger)
        let site = Site(desk: house.desk, settings: settings)
            .application(host: "127.0.0.1", port: port, services: [bare], logger: logger) {}
        try await site.runService()
        try await house.close()
    }
}
