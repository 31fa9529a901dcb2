internal import ArgumentParser
internal import Cooperation
internal import Desk
internal import Exchange
internal import Foundation

/// Which libraries may be read, as commands take it.
struct HarvestOptions: ParsableArguments {
    @Option(
        name: .customLong("harvest-from"),
        help: "A host that may be read, as in library.example or localhost:8081; may be given several times.")
    var hosts: [String] = []

    var limits: HarvestLimits { HarvestLimits(hosts: Set(hosts)) }
}

struct HarvestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "harvest", abstract: "Reads other libraries into the resources, by OAI-PMH or Atom.",
        discussion: "A server does it by itself, on schedule. Only hosts named by --harvest-from are connected to.",
        subcommands: [Run.self, Add.self], defaultSubcommand: Run.self)

    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "run", abstract: "Reads all sources that are due.")

        @OptionGroup var data: DataFolder
        @OptionGroup var options: HarvestOptions
        @Flag(help: "Also those that are not due yet.") var all = false

        func run() async throws {
            let limits = options.limits
            let wantsAll = all
            let lines: [String] = try await House.working(in: data.url) { house in
                let harvester = Harvester(house.desk, limits)
                var lines: [String] = []
                for source in try await house.desk.sources(for: .office)
                where source.body.isOn && (wantsAll || source.body.isDue(at: house.desk.now)) {
                    let count = try await harvester.read(source)
                    let trouble = try await house.desk.source(source.id, for: .office).body.last?.trouble ?? ""
                    lines.append(
                        """
                        \(source.id) \(source.body.name): \(count.made) new, \(count.changed) changed, \
                        \(count.withdrawn) gone, \(count.folded) here already, \(count.refused) refused\
                        \(trouble.isEmpty ? "" : "; broken off: " + trouble)
                        """)
                }
                return lines
            }
            print(lines.isEmpty ? "nothing is due" : lines.joined(separator: "\n"))
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "add", abstract: "Adds a source.")

        @OptionGroup var data: DataFolder
        @Option(help: "Its name, as readers are told.") var name: String
        @Option(help: "oai or atom.") var way: String = "oai"
        @Option(help: "The base address of OAI-PMH, or the feed's.") var address: String
        @Option(help: "The set of OAI-PMH; without it, all.") var set = ""
        @Option(help: "Hours between two readings.") var hours = 24

        func run() async throws {
            guard let way = Source.Way(rawValue: way) else { throw ValidationError("no such way: \(way)") }
            let source = Source(name: name, way: way, address: address, set: set, everyHours: hours)
            let id = try await House.working(in: data.url) { try await $0.desk.write(source, by: .office) }
            print(id)
        }
    }
}
