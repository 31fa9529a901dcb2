public import Cooperation
public import Desk
import CurlSupport
import Foundation

/// Reads other libraries into this one, by OAI-PMH or Atom.
public struct Harvester: Sendable {
    private let desk: Desk
    private let limits: HarvestLimits

    public init(_ desk: Desk, _ limits: HarvestLimits) {
        self.desk = desk
        self.limits = limits
    }

    /// Reads all sources that are due. What is in the way of one does not stop the others.
    public func readDue() async throws(DeskError) -> [(source: Filed<Source>, count: HarvestCount)] {
        var done: [(source: Filed<Source>, count: HarvestCount)] = []
        for source in try await desk.sourcesOfTheClock() where source.body.isDue(at: desk.now) {
            done.append((source, try await read(source)))
        }
        return done
    }

    /// Reads one source to its end, or as far as it goes; its paper says what came of it.
    @discardableResult
    public func read(_ source: Filed<Source>) async throws(DeskError) -> HarvestCount {
        let reading = ReadingOfSource(desk: desk, source: source, fetcher: Fetcher(limits), limits: limits)
        do {
            switch source.body.way {
            case .oai: return try await reading.oai()
            case .atom: return try await reading.atom()
            }
        } catch let error as HarvestError {
            return try await reading.breakOff(error)
        } catch {
            throw DeskError(unexpected: error)
        }
    }
}

/// One reading of one source.
private actor ReadingOfSource {
    private let desk: Desk
    private let source: Filed<Source>
    private let fetcher: Fetcher
    private let limits: HarvestLimits
    private var total = HarvestCount()

    init(desk: Desk, source: Filed<Source>, fetcher: Fetcher, limits: HarvestLimits) {
        self.desk = desk
        self.source = source
        self.fetcher = fetcher
        self.limits = limits
    }

    private var before: String { source.body.last?.through ?? "" }

    /// Files a batch. Until the reading has come to its end, the next one begins where this one began: what is here
    /// already is then found unchanged.
    private func file(_ batch: [Harvested], through: String, trouble: String = "") async throws(DeskError) {
        let sum = total
        let at = desk.now
        let count = try await desk.harvest(batch, from: source.id) { count in
            let all = sum + count
            return Source.Reading(
                at: at, through: through, made: all.made, changed: all.changed, withdrawn: all.withdrawn,
                folded: all.folded, refused: all.refused, trouble: trouble)
        }
        total = total + count
    }

    func breakOff(_ error: HarvestError) async throws(DeskError) -> HarvestCount {
        try await file([], through: before, trouble: error.code)
        return total
    }

    // MARK: OAI-PMH

    func oai() async throws -> HarvestCount {
        let isByDay = try await granularityIsDay()
        var query = [("verb", "ListRecords"), ("metadataPrefix", "oai_dc")]
        if !source.body.set.isEmpty { query.append(("set", source.body.set)) }
        if !before.isEmpty { query.append(("from", isByDay ? String(before.prefix(10)) : before)) }
        var begun: String?
        var tokens: Set<String> = []
        for _ in 0..<limits.pages {
            let root = try await answer(query)
            if begun == nil { begun = root.first("responseDate")?.text }
            if let error = root.first("error") {
                guard error.attributes["code"] == "noRecordsMatch" else {
                    throw HarvestError.refused(error.attributes["code"] ?? "")
                }
                try await file([], through: begun ?? before)
                return total
            }
            guard let list = root.first("ListRecords") else { throw HarvestError.notXML }
            let token = list.first("resumptionToken")?.text ?? ""
            try await file(list.all("record").compactMap(harvested), through: token.isEmpty ? begun ?? before : before)
            if token.isEmpty { return total }
            guard tokens.insert(token).inserted else { throw HarvestError.goesInCircles }
            query = [("verb", "ListRecords"), ("resumptionToken", token)]
        }
        throw HarvestError.goesInCircles
    }

    private func granularityIsDay() async throws -> Bool {
        let root = try await answer([("verb", "Identify")])
        guard let identify = root.first("Identify") else {
            throw HarvestError.refused(root.first("error")?.attributes["code"] ?? "Identify")
        }
        return identify.first("granularity")?.text != "YYYY-MM-DDThh:mm:ssZ"
    }

    private func answer(_ query: [(String, String)]) async throws -> XMLElement {
        var unreserved = CharacterSet.alphanumerics
        unreserved.insert(charactersIn: "-._~")
        let pairs = query.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: unreserved) ?? "")"
        }
        let sign = source.body.address.contains("?") ? "&" : "?"
        let answer = try await fetcher.get(source.body.address + sign + pairs.joined(separator: "&"))
        let root = try XMLTree.read(answer.body)
        guard root.name == "OAI-PMH" else { throw HarvestError.notXML }
        return root
    }

    private func harvested(_ record: XMLElement) -> Harvested? {
        guard let header = record.first("header"), let key = header.first("identifier")?.text, !key.isEmpty else {
            return nil
        }
        let name = String(key.prefix(500))
        if header.attributes["status"] == "deleted" { return .gone(key: name) }
        guard let core = record.first("metadata")?.children.first else { return nil }
        let resource = ResourceReading.resource(dublinCore: core, key: name, from: source.body, source.id)
        return .record(key: name, resource)
    }

    // MARK: Atom

    func atom() async throws -> HarvestCount {
        let answer = try await fetcher.get(source.body.address, tag: before.isEmpty ? nil : before)
        if answer.status == 304 {
            try await file([], through: before)
            return total
        }
        let root = try XMLTree.read(answer.body)
        guard root.name == "feed" else { throw HarvestError.notXML }
        let batch = root.children.compactMap { child -> Harvested? in
            switch child.name {
            case "entry":
                return ResourceReading.resource(entry: child, from: source.body, source.id).map {
                    .record(key: $0.key, $0.1)
                }
            // RFC 6721
            case "deleted-entry": return child.attributes["ref"].map { .gone(key: $0) }
            default: return nil
            }
        }
        try await file(batch, through: answer.headers["etag"] ?? "")
        return total
    }
}
