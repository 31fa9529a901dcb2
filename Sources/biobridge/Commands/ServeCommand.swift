internal import ArgumentParser
internal import CMemory
internal import Catalogue
internal import Cooperation
internal import Demonstration
internal import Exchange
internal import Foundation
internal import Hummingbird
internal import Logging
internal import ServiceLifecycle
internal import Site
internal import WebSupport

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves the site of a node until it is told to stop (SIGTERM, Ctrl-C).")

    @OptionGroup var data: DataFolder
    @Option(help: "The port.") var port = 8080
    @Option(help: "The address to listen at.") var host = "127.0.0.1"
    @Flag(help: "People reach the site by https (a proxy in front): cookies and headers then say so.") var secure =
        false
    @Option(help: "How many proxies of ours stand in front.") var proxies = 0
    @OptionGroup(title: "Letters") var mail: MailOptions
    @OptionGroup(title: "Other libraries") var harvest: HarvestOptions
    @OptionGroup(title: "Links") var links: LinkOptions
    @Flag(help: "Fills an empty folder with demonstration data and says on every page that it is one.") var demo = false

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("the port is a number from 0 to 65535") }
        guard (0...10).contains(proxies) else { throw ValidationError("--proxies is a number from 0 to 10") }
        if demo && mail.mailServer != nil {
            throw ValidationError("a demonstration writes to nobody: no --mail-server")
        }
    }

    func run() async throws {
        // Two cores do not need sixteen arenas; what filling and opening has freed is not kept.
        cm_limit_arenas(2)
        if demo { try await DemoCommand.fillIfEmpty(data.url) }
        let house = try await House.open(data.url)
        cm_give_back()
        var logger = Logger(label: "biobridge")
        logger.logLevel = .info
        if let reason = house.catalogue.begunAnew, reason != .missing {
            logger.warning(
                "the catalogue could not be trusted and was rebuilt", metadata: ["why": "\(reason.rawValue)"])
        }
        let address = "http\(secure ? "s" : "")://\(host):\(port)/"
        // The clock and people's wishes go through one checker: it knows whose turn it is at each host.
        let checker = links.limits.map { LinkChecker($0) }
        let site = Site(desk: house.desk, settings: try settings(house, address: address, checker))
        let duties = DutyClock(desk: house.desk, logger: logger)
        let post = try mail.service(
            for: house.desk, folder: data.url, address: address, key: try house.identity.secretKey, logger: logger)
        let harvests = HarvestClock(desk: house.desk, limits: harvest.limits, logger: logger)
        let linkClock = LinkClock(desk: house.desk, checker: checker, logger: logger)
        let readings = ReadingService(desk: house.desk, logger: logger)
        let watch = CatalogueWatch(desk: house.desk, logger: logger)
        let services: [any Service] = [duties, post, harvests, linkClock, readings, watch]
        let application = site.application(host: host, port: port, services: services, logger: logger) {
            Output.note("Bio-Bridge is open at \(address)")
        }
        let result: Result<Void, any Error>
        do { result = .success(try await application.runService()) } catch { result = .failure(error) }
        try await house.close()
        try result.get()
    }

    private func settings(_ house: House, address: String, _ checker: LinkChecker?) throws -> SiteSettings {
        var look: (@Sendable (String) async -> LinkRound.Finding)?
        if let checker { look = { await checker.look(at: $0) } }
        return SiteSettings(
            isDemonstration: demo, isSecure: secure, trustedProxies: proxies, key: try house.identity.secretKey,
            openAccounts: demo ? try DemoCommand.accounts() : [],
            baseAddress: mail.baseAddress ?? address, contact: mail.mailFrom ?? "post@bio-bridge.invalid",
            look: look,
            facts: { [facts = MachineFacts(folder: data.url, started: Date())] in facts.read() })
    }
}
