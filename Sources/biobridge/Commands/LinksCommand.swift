internal import ArgumentParser
internal import Catalogue
internal import Cooperation
internal import Desk
internal import Exchange

/// Whether and where a node looks for dead links, as commands take it.
struct LinkOptions: ParsableArguments {
    @Flag(help: "Look from time to time whether links of records lead anywhere, and tell keepers of dead ones.")
    var checkLinks = false

    @Option(
        name: .customLong("check-links-at"),
        help: "Only at this host, as in library.example or localhost:8081; may be given several times.")
    var hosts: [String] = []

    /// Nil where nobody is asked.
    var limits: LinkLimits? {
        if !hosts.isEmpty { return LinkLimits(hosts: Set(hosts)) }
        return checkLinks ? LinkLimits() : nil
    }
}

struct LinksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "links", abstract: "Looks where links of records lead, and lists the dead ones.",
        discussion: """
            A server does it by itself with --check-links: each address once a month, one that failed after three days. An \
            address is dead when it failed twice. Without --check-links or --check-links-at nobody is asked and the dead ones \
            known so far are listed.
            """)

    @OptionGroup var data: DataFolder
    @OptionGroup var options: LinkOptions
    @Option(help: "Seconds between two requests to one host.") var pause = 2.0
    @Option(help: "Addresses looked at, at most.") var most = 500
    @Flag(help: "Also those that were looked at lately.") var all = false

    func run() async throws {
        var limits = options.limits
        limits?.pause = pause
        let (asked, mostLooked, wantsAll) = (limits, most, all)
        let lines: [String] = try await House.working(in: data.url) { house in
            var lines: [String] = []
            if let asked {
                var rules = LinkRules()
                if wantsAll { (rules.alive, rules.failing) = (0, 0) }
                let due = try await house.desk.linksToCheck(limit: mostLooked, rules: rules)
                let checker = LinkChecker(asked)
                var letters = 0
                var looked = 0
                for some in stride(from: 0, to: due.count, by: 50) {
                    var findings: [LinkRound.Finding] = []
                    for address in due[some..<min(due.count, some + 50)] {
                        findings.append(await checker.look(at: address))
                    }
                    looked += findings.count
                    letters += try await house.desk.note(findings)
                }
                lines.append("\(looked) looked at, \(letters) letters")
            }
            let (links, _, counts) = try await house.desk.deadLinks(for: .office, limit: 1000)
            for link in links.items {
                lines.append(
                    "\(link.record) \(link.state.address) \(link.state.trouble) since \(CalendarDay(link.state.since ?? link.state.checked))"
                )
            }
            lines.append(
                "\(counts.addresses) addresses, \(counts.checked) known, \(counts.dead) dead, \(counts.unknown) not to be told"
            )
            return lines
        }
        print(lines.joined(separator: "\n"))
    }
}
