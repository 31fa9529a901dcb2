public import Foundation
public import Vocabulary

/// Another library that is read on schedule, and what the last reading gave.
public struct Source: Paper {
    public static let kind = PaperKind.source

    public enum Way: String, Codable, CaseIterable, Sendable { case oai, atom }

    /// What came of the last reading.
    public struct Reading: Hashable, Codable, Sendable {
        public var at: Date
        /// The moment up to which everything is here, as that source counts; where the next reading goes on.
        public var through: String
        public var made: Int
        public var changed: Int
        public var withdrawn: Int
        /// Found here already, under another address.
        public var folded: Int
        public var refused: Int
        /// What was in the way, as a code; empty where nothing was.
        public var trouble: String

        public init(
            at: Date, through: String = "", made: Int = 0, changed: Int = 0, withdrawn: Int = 0, folded: Int = 0,
            refused: Int = 0, trouble: String = ""
        ) {
            self.at = at
            self.through = through
            self.made = made
            self.changed = changed
            self.withdrawn = withdrawn
            self.folded = folded
            self.refused = refused
            self.trouble = trouble
        }
    }

    /// As readers are told where a resource comes from.
    public var name: String
    public var way: Way
    /// The base address of OAI-PMH, or the feed's.
    public var address: String
    /// The set of OAI-PMH to be read; empty for all.
    public var set: String
    /// What is found there, where the records do not say.
    public var form: Resource.Form
    /// Given to what is found there without a theme that is known here.
    public var subjects: [SubjectID]
    /// Hours between two readings, 1 to 8,760.
    public var everyHours: Int
    /// False: it rests.
    public var isOn: Bool
    public var last: Reading?

    public init(
        name: String, way: Way, address: String, set: String = "", form: Resource.Form = .other,
        subjects: [SubjectID] = [], everyHours: Int = 24, isOn: Bool = true, last: Reading? = nil
    ) {
        self.name = name
        self.way = way
        self.address = address
        self.set = set
        self.form = form
        self.subjects = subjects
        self.everyHours = everyHours
        self.isOn = isOn
        self.last = last
    }

    /// Whether it is to be read at this moment.
    public func isDue(at now: Date) -> Bool {
        guard isOn else { return false }
        return last.map { now.timeIntervalSince($0.at) >= Double(everyHours) * 3600 } ?? true
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(name, "name", upTo: 250)
        if address.isEmpty { check.wrong("address", .missing) }
        check.links([Link(title: "", address: address)].filter { !$0.address.isEmpty }, "address")
        check.optionalText(set, "set", upTo: 250)
        check.count(subjects, "subjects", 0...3)
        check.number(everyHours, "everyHours", 1...8760)
        return check.problems
    }
}
