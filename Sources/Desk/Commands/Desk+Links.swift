public import Catalogue
public import Cooperation
public import Foundation
import Ledger

/// How often the clock looks where links lead.
public struct LinkRules: Sendable {
    /// An address where something was found is looked at again after so many seconds.
    public var alive: TimeInterval = 30 * 86_400
    /// One that failed.
    public var failing: TimeInterval = 3 * 86_400

    public init() {}
}

extension Desk {
    /// Addresses of public records that are to be looked at.
    public func linksToCheck(limit: Int, rules: LinkRules = LinkRules()) async throws(DeskError) -> [String] {
        let (alive, failing) = (now.addingTimeInterval(-rules.alive), now.addingTimeInterval(-rules.failing))
        return try await asking {
            try await catalogue.linksToCheck(aliveBefore: alive, failingBefore: failing, limit: limit)
        }
    }

    /// Files what the clock found, and tells keepers of what is dead.
    /// - Returns: how many letters this calls for.
    @discardableResult
    public func note(_ findings: [LinkRound.Finding]) async throws(DeskError) -> Int {
        guard !findings.isEmpty else { return 0 }
        let round = LinkRound(findings: findings)
        try check(round.problems())
        try await file([Sheet(round, as: try newID(), by: .clock)])
        return try await tellOfDeadLinks()
    }

    /// One letter to each keeper of a record for each time one of its links dies, however often this is called.
    private func tellOfDeadLinks() async throws(DeskError) -> Int {
        var told = 0
        var seen: Set<String> = []
        let dead = try await asking { try await catalogue.deadLinks(limit: 10_000) }.items
        let latest = Dictionary(dead.map { ($0.record, $0.state.since ?? $0.state.checked) }) { max($0, $1) }
        for link in dead where seen.insert(link.record).inserted {
            guard let since = latest[link.record] else { continue }
            for account in try await keepers(of: link.record) {
                let stamp = Int64((since.timeIntervalSince1970 * 1000).rounded())
                let claim = Claim(space: "deadlink", key: "\(account.rawValue) \(link.record) \(stamp)")
                guard try await asking({ try await ledger.holder(of: claim) }) == nil else { continue }
                let tidings = Tidings(account: account, matter: .deadLink, record: link.record)
                do {
                    try await file([Sheet(tidings, as: try newID(), by: .clock, claims: [claim])])
                    told += 1
                } catch .invalid(let problems) where problems.contains(where: { $0.field == "deadlink" }) {
                    // Another server was faster.
                }
            }
        }
        return told
    }

    /// Whether a record leads anywhere that this person may have looked at again.
    public func hasLinks(_ record: String, for viewer: Viewer) async throws(DeskError) -> Bool {
        guard viewer.isSignedIn, try await mayLook(atLinksOf: record, viewer) else { return false }
        return try await !asking { try await catalogue.links(of: record) }.isEmpty
    }

    /// Whether this person may have the links of a record looked at again: who keeps it, and who looks after the library.
    public func mayLook(atLinksOf record: String, _ viewer: Viewer) async throws(DeskError) -> Bool {
        if viewer.may(.seeLinks) { return true }
        guard let account = viewer.account else { return false }
        return try await keepers(of: record).contains(account)
    }

    /// Where the links of a record lead, for who may have them looked at again.
    public func links(of record: String, for viewer: Viewer) async throws(DeskError) -> [RecordLink] {
        guard viewer.isSignedIn else { throw .signInFirst }
        // Who keeps nothing here does not learn whether there is something.
        guard try await mayLook(atLinksOf: record, viewer) else { throw .notFound }
        let links = try await asking { try await catalogue.links(of: record) }
        if links.isEmpty, try await titleOfRecord(record) == nil { throw .notFound }
        return links
    }

    /// What a record is called that everybody may read; nil where there is none.
    public func titleOfRecord(_ record: String) async throws(DeskError) -> LocalizedText? {
        if let id = PartnershipID(rawValue: record) { return try await records([id]).first?.body.title }
        return try await foundPapers(of: [record]).first?.title
    }

    /// What is known of the links of a record that everybody may read, by address.
    public func linkStates(of record: String) async throws(DeskError) -> [String: LinkState] {
        try await asking { try await catalogue.linkStates(of: record) }
    }

    /// All that lead nowhere, with what their records are called, for who looks after the library.
    public func deadLinks(
        for viewer: Viewer, limit: Int = 50, offset: Int = 0
    ) async throws(DeskError) -> (links: Page<DeadLink>, titles: [String: LocalizedText], counts: LinkCounts) {
        guard viewer.may(.seeLinks) else { throw viewer.isSignedIn ? .refused("seeLinks") : .signInFirst }
        let (links, counts) = try await asking {
            (try await catalogue.deadLinks(limit: limit, offset: offset), try await catalogue.linkCounts())
        }
        let papers = try await foundPapers(of: Array(Set(links.items.map(\.record))).sorted())
        return (links, Dictionary(papers.map { ($0.key, $0.title) }) { first, _ in first }, counts)
    }
}
