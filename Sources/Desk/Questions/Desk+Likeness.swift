import Catalogue
public import Cooperation
import Foundation
import TextAnalysis

/// Two records that may be one and the same, and why.
public struct Likeness: Sendable {
    public enum Reason: String, CaseIterable, Sendable {
        case sameInstitution, sameWords, sameName, sameAcronym, sameAddress
    }

    public var one: Merge.Subject
    public var other: Merge.Subject
    /// As their authors wrote them.
    public var titles: (one: LocalizedText, other: LocalizedText)
    /// The share of words they have in common, 0 to 1 (Dice's coefficient of their stems); nil for institutions.
    public var share: Double?
    public var reasons: [Reason]
}

extension Desk {
    /// From this share of common words on, two requests of a country are shown as perhaps the same; less where the same
    /// institution asks.
    static let likeEnough = 0.5
    static let likeEnoughForOneAuthor = 0.3

    /// Open requests of the same country that look like this one, the likest first.
    public func likely(_ id: RequestID, for viewer: Viewer) async throws(DeskError) -> [Likeness] {
        let view = try await dossier(id, for: viewer)
        guard view.standings.contains(.helpDesk), viewer.may(.merge) else { return [] }
        let request = view.dossier.request.body
        let states = Set(State.allCases.filter { !$0.isEnd && $0 != .drafted })
        let filter = RequestFilter(states: states, countries: [request.country], order: .newest)
        let others = try await requests(filter, for: viewer, limit: 200).items.filter { $0.request.id != id }
        let found = await offTheLoop {
            let mine = Stems(request)
            return others.compactMap { Desk.likeness(id, request, mine, $0.request) }
        }
        return Array(found.sorted { ($1.share ?? 0, $0.other.name) < ($0.share ?? 0, $1.other.name) }.prefix(3))
    }

    private static func likeness(
        _ id: RequestID, _ request: Request, _ mine: Stems, _ other: Filed<Request>
    ) -> Likeness? {
        let isSameInstitution = other.body.organisation == request.organisation
        let share = mine.share(with: Stems(other.body))
        guard share >= (isSameInstitution ? likeEnoughForOneAuthor : likeEnough),
            other.body.visibility == request.visibility
        else { return nil }
        return Likeness(
            one: .request(id), other: .request(other.id), titles: (request.title, other.body.title), share: share,
            reasons: (isSameInstitution ? [.sameInstitution] : []) + [.sameWords])
    }

    /// Institutions that may be one and the same: by name, by acronym in one country, by the address of their pages.
    public func likelyInstitutions(for viewer: Viewer, limit: Int = 20) async throws(DeskError) -> [Likeness] {
        guard viewer.may(.merge) else { throw viewer.isSignedIn ? .refused("merge") : .signInFirst }
        let all = try await asking { try await catalogue.all(Organisation.self, limit: 5000).items }
        let merged = try await asking { try await catalogue.merged(among: all.map(\.id.rawValue)) }
        let standing = all.filter { !merged.contains($0.id.rawValue) }
        return await offTheLoop { Desk.pairs(standing, limit: limit) }
    }

    private static func pairs(_ institutions: [Filed<Organisation>], limit: Int) -> [Likeness] {
        var groups: [String: [Filed<Organisation>]] = [:]
        for institution in institutions {
            for key in keys(institution.body) { groups[key, default: []].append(institution) }
        }
        var reasons: [String: (Filed<Organisation>, Filed<Organisation>, Set<Likeness.Reason>)] = [:]
        for (key, members) in groups where (2...5).contains(members.count) {
            guard let reason = Likeness.Reason(rawValue: String(key.prefix { $0 != " " })) else { continue }
            for (position, first) in members.enumerated() {
                for second in members.dropFirst(position + 1) where first.id != second.id {
                    let (one, other) = first.id < second.id ? (first, second) : (second, first)
                    let name = one.id.rawValue + " " + other.id.rawValue
                    reasons[name, default: (one, other, [])].2.insert(reason)
                }
            }
        }
        return reasons.sorted { ($1.value.2.count, $0.key) < ($0.value.2.count, $1.key) }.prefix(limit).map { pair in
            let (one, other, why) = pair.value
            return Likeness(
                one: .organisation(one.id), other: .organisation(other.id), titles: (one.body.name, other.body.name),
                share: nil, reasons: Likeness.Reason.allCases.filter(why.contains))
        }
    }

    /// What an institution shares with one that is the same under another number.
    private static func keys(_ body: Organisation) -> Set<String> {
        var keys: Set<String> = []
        for language in body.name.languages {
            let words = Analyzer.of(language).words(in: body.name[language] ?? "")
            let name = words.map(\.form).sorted().joined(separator: " ")
            if !name.isEmpty { keys.insert("\(Likeness.Reason.sameName.rawValue) \(name)") }
        }
        let acronym = Folding.fold(body.acronym)
        if acronym.count >= 2, let country = body.country {
            keys.insert("\(Likeness.Reason.sameAcronym.rawValue) \(country) \(acronym)")
        }
        for link in body.links {
            guard let host = URLComponents(string: link.address)?.host?.lowercased() else { continue }
            let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
            keys.insert("\(Likeness.Reason.sameAddress.rawValue) \(bare)")
        }
        return keys
    }
}

/// The stems of what a request says, by which it is held against others in the same language.
private struct Stems {
    private var stems: Set<String> = []

    init(_ request: Request) {
        for text in [request.title, request.problem] {
            for language in text.languages {
                stems.formUnion(Analyzer.of(language).terms(in: text[language] ?? "").map(\.text))
            }
        }
    }

    func share(with other: Stems) -> Double {
        guard !stems.isEmpty, !other.stems.isEmpty else { return 0 }
        return 2 * Double(stems.intersection(other.stems).count) / Double(stems.count + other.stems.count)
    }
}
