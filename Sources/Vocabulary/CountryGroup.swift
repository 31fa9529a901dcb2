public import Foundation

/// A group of countries that calls for priority.
public enum CountryGroup: String, Codable, CaseIterable, Comparable, Labelled, Sendable {
    case leastDeveloped = "least-developed"
    case smallIslandDeveloping = "small-island-developing"
    case landlockedDeveloping = "landlocked-developing"
    case transition

    public var labels: Labels { list.labels }

    /// Who belongs to it at a moment: the least developed change as countries graduate.
    public func members(on date: Date) -> Set<CountryCode> {
        Set(list.members.filter { $0.counts(on: date) }.map(\.code))
    }

    public func contains(_ code: CountryCode, on date: Date) -> Bool {
        list.members.contains { $0.code == code && $0.counts(on: date) }
    }

    private var list: GroupList {
        guard let list = Vocabulary.standard.groups[self] else { preconditionFailure("checked when read: \(self)") }
        return list
    }

    public static func < (left: CountryGroup, right: CountryGroup) -> Bool { left.rawValue < right.rawValue }
}

extension Country {
    /// The groups it belongs to at a moment.
    public func groups(on date: Date) -> [CountryGroup] {
        CountryGroup.allCases.filter { $0.contains(code, on: date) }
    }
}

/// One list of `country-groups.json`.
struct GroupList: Sendable {
    let labels: Labels
    let members: [Member]

    struct Member: Sendable {
        let code: CountryCode
        let since: Date?
        let until: Date?

        /// From the day of joining on, up to the day of leaving; days begin at midnight UTC.
        func counts(on date: Date) -> Bool {
            if let since, date < since { return false }
            if let until, date >= until { return false }
            return true
        }
    }

    static func readAll(known: Set<CountryCode>) throws -> [CountryGroup: GroupList] {
        let file = DataFile.countryGroups
        var lists: [CountryGroup: GroupList] = [:]
        for row in try file.decode(File.self).groups {
            guard lists[row.id] == nil else { throw file.damaged("\(row.id) stands twice") }
            let members = try row.members.map { member in
                let code = CountryCode(listed: member.code)
                guard known.contains(code) else { throw file.damaged("\(member.code) is unknown") }
                return Member(code: code, since: try member.since.map(day), until: try member.until.map(day))
            }
            guard Set(members.map(\.code)).count == members.count else {
                throw file.damaged("a member of \(row.id) stands twice")
            }
            lists[row.id] = GroupList(labels: row.label, members: members)
        }
        guard lists.count == CountryGroup.allCases.count else { throw file.damaged("a group is missing") }
        return lists
    }

    private static func day(_ text: String) throws -> Date {
        try Date(text, strategy: .iso8601.year().month().day())
    }

    private struct File: Decodable {
        let source: [String]
        let asOf: String
        let groups: [Row]
    }

    private struct Row: Decodable {
        let id: CountryGroup
        let source: String
        let label: Labels
        let members: [MemberRow]
    }

    private struct MemberRow: Decodable {
        let code: String
        let since: String?
        let until: String?
    }
}
