import TextAnalysis

/// Gathers the problems of a paper while its fields are looked at one by one.
struct Check {
    private(set) var problems: [Problem] = []

    mutating func wrong(_ field: String, _ code: Problem.Code, _ figures: [String: Int] = [:]) {
        problems.append(Problem(field: field, code: code, figures: figures))
    }

    mutating func present<Value>(_ value: Value?, _ field: String) {
        if value == nil { wrong(field, .missing) }
    }

    mutating func text(_ text: String, _ field: String, upTo limit: Int) {
        if text.trimmingBlanks.isEmpty { wrong(field, .missing) } else { optionalText(text, field, upTo: limit) }
    }

    /// `limit` counts Unicode scalars, which every script can be counted in.
    mutating func optionalText(_ text: String, _ field: String, upTo limit: Int) {
        let count = text.unicodeScalars.count
        if count > limit { wrong(field, .tooLong, ["limit": limit, "count": count]) }
        if text.unicodeScalars.contains(where: Check.isForbidden) { wrong(field, .brokenText) }
    }

    mutating func text(_ text: LocalizedText, _ field: String, upTo limit: Int, words: Int? = nil) {
        if text.isEmpty { wrong(field, .missing) } else { optionalText(text, field, upTo: limit, words: words) }
    }

    mutating func optionalText(_ text: LocalizedText, _ field: String, upTo limit: Int, words: Int? = nil) {
        for language in text.languages {
            guard let version = text[language] else { continue }
            let before = problems.count
            optionalText(version, field, upTo: limit)
            if problems.count > before { return }
            if let words {
                let count = WordCount.words(in: version)
                if count > words { return wrong(field, .tooManyWords, ["limit": words, "count": count]) }
            }
        }
    }

    mutating func email(_ address: String, _ field: String) {
        if address.isEmpty { return wrong(field, .missing) }
        if !EmailAddress.isPlausible(address) { wrong(field, .notAnEmail) }
    }

    mutating func count<Item: Hashable>(_ items: [Item], _ field: String, _ bounds: ClosedRange<Int>) {
        if items.isEmpty && bounds.lowerBound > 0 { return wrong(field, .missing) }
        if items.count < bounds.lowerBound {
            wrong(field, .tooFew, ["least": bounds.lowerBound, "count": items.count])
        }
        if items.count > bounds.upperBound {
            wrong(field, .tooMany, ["most": bounds.upperBound, "count": items.count])
        }
        if Set(items).count < items.count { wrong(field, .notAChoice) }
    }

    mutating func number(_ number: Int?, _ field: String, _ bounds: ClosedRange<Int>) {
        guard let number, !bounds.contains(number) else { return }
        wrong(field, .outOfBounds, ["least": bounds.lowerBound, "most": bounds.upperBound])
    }

    mutating func money(_ money: Money?, _ field: String) {
        guard let money else { return }
        number(money.amount, field, 0...Money.largest)
        if money.currency.utf8.count != 3 || !money.currency.utf8.allSatisfy({ (65...90).contains($0) }) {
            wrong(field, .notAChoice)
        }
    }

    mutating func coverage(_ coverage: Coverage, _ field: String) {
        if case .countries(let list) = coverage, list.isEmpty { wrong(field, .missing) }
    }

    mutating func order(_ first: CalendarDay?, _ second: CalendarDay?, _ field: String) {
        if let first, let second, second < first { wrong(field, .wrongOrder) }
    }

    mutating func links(_ links: [Link], _ field: String) {
        count(links, field, 0...20)
        for (index, link) in links.enumerated() {
            optionalText(link.title, "\(field).\(index)", upTo: 250)
            if !Check.isAddress(link.address) { wrong("\(field).\(index)", .notAnAddress) }
        }
    }

    /// An address of the web; empty: none.
    mutating func address(_ address: String, _ field: String) {
        if !address.isEmpty, !Check.isAddress(address) { wrong(field, .notAnAddress) }
    }

    private static func isAddress(_ text: String) -> Bool {
        let address = text.lowercased()
        return (address.hasPrefix("https://") || address.hasPrefix("http://")) && text.utf8.count <= 2000
            && !text.unicodeScalars.contains { $0.properties.isWhitespace || Check.isForbidden($0) }
    }

    /// Control characters other than tab and line ends, lone specials, and the marks that turn the direction of a whole text.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 9, 10, 13: false
        case 0..<32, 127..<160, 0x202A...0x202E, 0xFFF0...0xFFFD: true
        default: scalar.properties.generalCategory == .unassigned && scalar.value & 0xFFFE == 0xFFFE
        }
    }
}
