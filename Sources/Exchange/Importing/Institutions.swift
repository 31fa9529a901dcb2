import Catalogue
import Cooperation
import Desk
import Foundation
import TextAnalysis
import Vocabulary

/// The institutions that are here and those on the lines before: tells whether another is one of them.
struct Institutions {
    enum Place: Hashable {
        case here(OrganisationID)
        case line(Int)
    }

    struct Match {
        let place: Place
        let id: OrganisationID
        let name: String
        /// Nil: only nearly the same.
        let by: Reason.Sameness?
    }

    private struct Item {
        let id: OrganisationID
        let place: Place
        let name: String
        let country: CountryCode?
        let ror: RORIdentifier?
        let keys: [InstitutionName]
    }

    private var items: [Item] = []
    private var byROR: [RORIdentifier: Int] = [:]
    private var byDomain: [String: [Int]] = [:]
    private var byName: [String: [Int]] = [:]
    private var byBlock: [String: [Int]] = [:]

    static func here(_ desk: Desk) async throws(DeskError) -> Institutions {
        var all = Institutions()
        var after: Int64 = 0
        while true {
            let page = try await desk.records(Organisation.self, .init(), after: after, limit: 1000)
            guard let last = page.last else { return all }
            after = last.first
            for (_, filed) in page { all.add(filed.body, filed.id, .here(filed.id)) }
        }
    }

    mutating func add(_ body: Organisation, _ id: OrganisationID, _ place: Place) {
        let index = items.count
        let keys = Self.names(of: body)
        items.append(
            Item(
                id: id, place: place, name: body.name.best(for: [])?.version.text ?? "", country: body.country,
                ror: body.ror, keys: keys))
        if let ror = body.ror, byROR[ror] == nil { byROR[ror] = index }
        for domain in Self.domains(of: body) { byDomain[domain, default: []].append(index) }
        for key in Set(keys.map(\.sorted)) { byName[key, default: []].append(index) }
        for block in Set(keys.flatMap { $0.blocks(body.country) }) { byBlock[block, default: []].append(index) }
    }

    func contains(_ id: OrganisationID) -> Bool { items.contains { $0.id == id } }

    /// Where it is; nil where that is not known.
    func country(of id: OrganisationID) -> CountryCode? { items.first { $0.id == id }?.country }

    func find(_ body: Organisation) -> Match? {
        if let ror = body.ror, let index = byROR[ror] { return match(index, .ror) }
        let keys = Self.names(of: body)
        for key in keys {
            for index in byName[key.sorted, default: []] where mayBeSame(items[index], body) {
                return match(index, .name)
            }
        }
        for domain in Self.domains(of: body) {
            for index in byDomain[domain, default: []]
            where mayBeSame(items[index], body) && Self.share(items[index].keys, keys) { return match(index, .domain) }
        }
        for key in keys {
            for block in key.blocks(body.country) {
                for index in byBlock[block, default: []] where mayBeSame(items[index], body) {
                    if items[index].keys.contains(where: { $0.isNear(key) }) { return match(index, nil) }
                }
            }
        }
        return nil
    }

    private func match(_ index: Int, _ by: Reason.Sameness?) -> Match {
        Match(place: items[index].place, id: items[index].id, name: items[index].name, by: by)
    }

    /// Two with identifiers of their own are two; so are two in different countries.
    private func mayBeSame(_ item: Item, _ body: Organisation) -> Bool {
        if let own = item.ror, let other = body.ror, own != other { return false }
        if let own = item.country, let other = body.country { return own == other }
        return true
    }

    /// Two at one address of the web are the same if their names have half of their words in common, or one is the other's
    /// short name: faculties of one university are not.
    private static func share(_ left: [InstitutionName], _ right: [InstitutionName]) -> Bool {
        left.contains { one in right.contains { $0.shares(with: one) } }
    }

    private static func names(of body: Organisation) -> [InstitutionName] {
        let written = body.name.languages.compactMap { body.name[$0] }.map { InstitutionName($0) }
        return written.filter { !$0.words.isEmpty }
    }

    /// The hosts of its pages, where a whole host is its own.
    private static func domains(of body: Organisation) -> Set<String> {
        Set(
            body.links.compactMap { link -> String? in
                guard let url = URL(string: link.address.lowercased()), var host = url.host(),
                    url.path().split(separator: "/").isEmpty
                else { return nil }
                if host.hasPrefix("www.") { host.removeFirst(4) }
                return shared.contains { host == $0 || host.hasSuffix("." + $0) } ? nil : host
            })
    }

    /// Hosts on which many have their pages.
    private static let shared = [
        "facebook.com", "linkedin.com", "twitter.com", "x.com", "instagram.com", "youtube.com", "wikipedia.org",
        "wordpress.com", "blogspot.com", "google.com", "github.io", "weebly.com", "wixsite.com", "researchgate.net",
    ]
}

/// A name as it is compared: folded, in words, without those that come and go and without a short name in brackets.
struct InstitutionName: Hashable {
    let words: [String]
    private let letters: [Unicode.Scalar]
    private let digits: String

    init(_ name: String) {
        var plain = ""
        var depth = 0
        for character in name {
            switch character {
            case "(", "（", "[": depth += 1
            case ")", "）", "]": depth = max(0, depth - 1)
            default: if depth == 0 { plain.append(character) }
            }
        }
        let all = Folding.fold(plain.isEmpty ? name : plain).split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let kept = all.filter { !Self.passing.contains($0) }
        words = kept.isEmpty ? all : kept
        let joined = words.joined()
        letters = Array(joined.unicodeScalars.prefix(120))
        digits = joined.filter(\.isNumber)
    }

    var sorted: String { words.sorted().joined(separator: " ") }

    /// Where near names are looked for: those that begin or end alike, in one country.
    func blocks(_ country: CountryCode?) -> [String] {
        guard letters.count >= 8 else { return [] }
        let place = country?.description ?? ""
        let first = String(String.UnicodeScalarView(letters.prefix(5)))
        let last = String(String.UnicodeScalarView(letters.suffix(5)))
        return ["\(place)<\(first)", "\(place)>\(last)"]
    }

    /// One or two letters differ, and no digit does.
    func isNear(_ other: InstitutionName) -> Bool {
        guard letters.count >= 10, digits == other.digits else { return false }
        return EditDistance.between(letters, other.letters, limit: letters.count < 18 ? 1 : 2) != nil
    }

    func shares(with other: InstitutionName) -> Bool {
        let own = Set(words)
        let others = Set(other.words)
        let initials = String(words.compactMap(\.first))
        let otherInitials = String(other.words.compactMap(\.first))
        if words.count == 1, words[0] == otherInitials { return true }
        if other.words.count == 1, other.words[0] == initials { return true }
        return own.intersection(others).count * 2 >= max(own.count, others.count)
    }

    private static let passing: Set<String> = [
        "the", "of", "for", "and", "in", "a", "de", "du", "des", "la", "le", "les", "l", "d", "et", "pour", "del", "el",
        "los", "las", "y", "para", "da", "do", "dos", "und", "der", "die", "das", "ltd", "inc", "gmbh", "sa",
    ]
}
