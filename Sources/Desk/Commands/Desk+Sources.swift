import Catalogue
public import Cooperation
import Ledger

extension Desk {
    /// Writes down another library that is to be read on schedule, or changes how.
    @discardableResult
    public func write(
        _ source: Source, as id: SourceID? = nil, from base: Int = 0, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) -> SourceID {
        try mayWriteSource(viewer)
        try check(source.problems())
        let paper: SourceID
        if let id { paper = id } else { paper = try newID() }
        try await file([Sheet(source, as: paper, base: base, by: viewer.author)], once: formKey)
        return paper
    }

    public func sources(for viewer: Viewer) async throws(DeskError) -> [Filed<Source>] {
        try mayWriteSource(viewer)
        return try await asking { try await catalogue.all(Source.self, limit: 1000) }.items
    }

    public func source(_ id: SourceID, for viewer: Viewer) async throws(DeskError) -> Filed<Source> {
        try mayWriteSource(viewer)
        guard let filed = try await asking({ try await catalogue.paper(id) }) else { throw .notFound }
        return filed
    }

    /// The library a resource came from, as everybody may know it: its name and when it was last read.
    public func source(of resource: Filed<Resource>) async throws(DeskError) -> Filed<Source>? {
        guard let id = resource.body.origin?.source else { return nil }
        return try await asking { try await catalogue.paper(id) }
    }

    /// What the clock knows of the sources.
    public func sourcesOfTheClock() async throws(DeskError) -> [Filed<Source>] {
        try await asking { try await catalogue.all(Source.self, limit: 1000) }.items
    }

    private func mayWriteSource(_ viewer: Viewer) throws(DeskError) {
        guard viewer.may(.writeSource) else { throw viewer.isSignedIn ? .refused("writeSource") : .signInFirst }
    }
}

/// What the clock read at a source about one of its records.
public enum Harvested: Sendable {
    case record(key: String, Resource)
    case gone(key: String)
}

/// What became of the records of one batch.
public struct HarvestCount: Hashable, Sendable {
    public var made = 0
    public var changed = 0
    public var withdrawn = 0
    public var folded = 0
    public var refused = 0

    public init() {}

    public static func + (left: HarvestCount, right: HarvestCount) -> HarvestCount {
        var sum = left
        sum.made += right.made
        sum.changed += right.changed
        sum.withdrawn += right.withdrawn
        sum.folded += right.folded
        sum.refused += right.refused
        return sum
    }
}

extension Desk {
    /// Files what the clock read at a source, in one commit: new resources, changed ones, and the withdrawal of those that
    /// are gone there. What is here already from elsewhere, by DOI or address, is left as it is. The source's own paper says
    /// how far the reading has come.
    public func harvest(
        _ batch: [Harvested], from id: SourceID, reading: (HarvestCount) -> Source.Reading
    ) async throws(DeskError) -> HarvestCount {
        guard let filed = try await asking({ try await catalogue.paper(id) }) else { throw .notFound }
        var count = HarvestCount()
        var sheets: [Sheet] = []
        var seen: Set<String> = []
        for item in batch.reversed() {
            switch item {
            case .gone(let key):
                guard seen.insert(key).inserted else { continue }
                guard let known = try await asking({ try await catalogue.resource(of: id, key: key) }) else { continue }
                let withdrawal = Withdrawal(record: known.id.rawValue, reason: .goneAtSource)
                sheets.append(try Sheet(withdrawal, as: try newID(), by: .clock))
                count.withdrawn += 1
            case .record(let key, let resource):
                guard seen.insert(key).inserted else { continue }
                guard resource.problems().isEmpty else {
                    count.refused += 1
                    continue
                }
                if let known = try await asking({ try await catalogue.resource(of: id, key: key) }) {
                    guard known.body != resource else { continue }
                    sheets.append(try Sheet(resource, as: known.id, base: known.revision, by: .clock))
                    count.changed += 1
                } else if try await isHere(resource, seen: &seen) {
                    count.folded += 1
                } else {
                    sheets.append(try Sheet(resource, as: try newID(), by: .clock))
                    count.made += 1
                }
            }
        }
        var source = filed.body
        source.last = reading(count)
        sheets.append(try Sheet(source, as: id, base: filed.revision, by: .clock))
        try await file(sheets)
        return count
    }

    /// Whether the same thing stands here or in this batch under another name.
    private func isHere(_ resource: Resource, seen: inout Set<String>) async throws(DeskError) -> Bool {
        let addresses = resource.links.prefix(1).map(\.address)
        let names = addresses + [resource.doi?.address].compactMap { $0 }
        let isNew = names.allSatisfy { !seen.contains($0) }
        seen.formUnion(names)
        guard isNew else { return true }
        return try await asking {
            !(try await catalogue.resources(doi: resource.doi, addresses: addresses)).isEmpty
        }
    }
}
