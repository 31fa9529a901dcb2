import Cooperation
import Foundation

/// The arguments of a request of OAI-PMH 2.0, as they came.
struct OAIArguments {
    let pairs: [(name: String, value: String)]

    subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// Throws `badArgument` unless all are among those named, none comes twice, and the required ones are there.
    func check(required: Set<String>, optional: Set<String>) throws(OAIError) {
        let names = pairs.map(\.name)
        guard Set(names).count == names.count else { throw OAIError(.badArgument, "an argument is repeated") }
        for name in names where name != "verb" && !required.contains(name) && !optional.contains(name) {
            throw OAIError(.badArgument, "this verb takes no argument of the name \(name.prefix(40))")
        }
        for name in required.sorted() where self[name]?.isEmpty ?? true {
            throw OAIError(.badArgument, "the argument \(name) is missing")
        }
    }

    /// The moments between which records are asked for; the end is the first moment that is not meant any more.
    func range() throws(OAIError) -> (from: Date?, before: Date?) {
        let from = try self["from"].map { text throws(OAIError) in try Self.moment(text) }
        let until = try self["until"].map { text throws(OAIError) in try Self.moment(text) }
        if let from, let until {
            guard from.isDay == until.isDay else {
                throw OAIError(.badArgument, "from and until differ in granularity")
            }
            guard from.date <= until.date else { throw OAIError(.badArgument, "from lies behind until") }
        }
        return (from?.date, until.map { $0.date.addingTimeInterval($0.isDay ? 86_400 : 1) })
    }

    /// A day, or a moment to the second, of Greenwich.
    private static func moment(_ text: String) throws(OAIError) -> (date: Date, isDay: Bool) {
        if let day = CalendarDay(text) { return (day.start, true) }
        if text.utf8.count == 20, text.hasSuffix("Z"), let day = CalendarDay(String(text.prefix(10))),
            let seconds = seconds(text.dropFirst(10).dropLast())
        {
            return (day.start.addingTimeInterval(Double(seconds)), false)
        }
        throw OAIError(.badArgument, "a date is YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ")
    }

    /// Of `Thh:mm:ss`.
    private static func seconds(_ text: Substring) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count == 9, bytes[0] == UInt8(ascii: "T"), bytes[3] == UInt8(ascii: ":"),
            bytes[6] == UInt8(ascii: ":")
        else { return nil }
        func number(_ place: Int) -> Int? {
            guard (48...57).contains(bytes[place]), (48...57).contains(bytes[place + 1]) else { return nil }
            return Int(bytes[place] - 48) * 10 + Int(bytes[place + 1] - 48)
        }
        guard let hour = number(1), let minute = number(4), let second = number(7), hour < 24, minute < 60, second < 60
        else { return nil }
        return hour * 3600 + minute * 60 + second
    }
}

/// What cannot be answered, by the codes of OAI-PMH 2.0.
struct OAIError: Error {
    enum Code: String {
        case badArgument, badResumptionToken, badVerb, cannotDisseminateFormat, idDoesNotExist, noRecordsMatch,
            noMetadataFormats
    }

    let code: Code
    let reason: String

    init(_ code: Code, _ reason: String) {
        self.code = code
        self.reason = reason
    }
}
