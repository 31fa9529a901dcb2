internal import Cooperation
internal import Foundation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// Answers that the forms of requests, needs and records have in common. What cannot be read becomes a problem of its field.
extension Form {
    /// The lines of a field, without blanks around and without empty ones.
    func lines(_ name: String) throws(WebProblem) -> [String] {
        try text(name).split(whereSeparator: \.isNewline).map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
    }

    /// Those of a list of choices that were made.
    func choices<Item>(_ name: String, _ problems: inout [Problem], _ make: (String) -> Item?) -> [Item] {
        all(name).compactMap { value in
            let item = make(value)
            if item == nil { problems.append(Problem(field: name, code: .notAChoice)) }
            return item
        }
    }

    /// Country names in any of the six languages, or codes, one on each line.
    ///
    /// - Parameter day: where given, a group stands for those who belong to it on that day.
    func countries(
        _ name: String, groupsOn day: Date? = nil, _ problems: inout [Problem]
    ) throws(WebProblem) -> [CountryCode] {
        var countries: [CountryCode] = []
        for line in try lines(name) {
            if let day, let group = CountryGroup(named: line) {
                countries += group.members(on: day).sorted().filter { !countries.contains($0) }
                continue
            }
            guard let country = CountryCode(line) ?? Vocabulary.standard.country(named: line) else {
                problems.append(Problem(field: name, code: .unknown))
                continue
            }
            if !countries.contains(country) { countries.append(country) }
        }
        return countries
    }

    /// `20 000` and the currency beside it; dollars where none is named.
    func money(_ name: String, currency: String, _ problems: inout [Problem]) throws(WebProblem) -> Money? {
        guard let amount = number(name, &problems) else { return nil }
        let code = try text(currency).uppercased()
        return Money(amount: amount, currency: code.isEmpty ? "USD" : code)
    }

    /// `Title https://…` or the address alone, one on each line.
    func links(_ name: String) throws(WebProblem) -> [Cooperation.Link] {
        try lines(name).map { line in
            guard let blank = line.lastIndex(where: \.isWhitespace) else {
                return Cooperation.Link(title: "", address: line)
            }
            return Cooperation.Link(
                title: String(line[..<blank]).trimmingBlanks, address: String(line[blank...]).trimmingBlanks)
        }
    }
}
