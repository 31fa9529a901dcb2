internal import Cooperation
internal import Exchange
internal import Localisation
internal import Vocabulary
internal import WebSupport

extension Visit {
    /// What an import says about a line, in a sentence.
    func sentence(_ reason: Reason) -> String {
        switch reason {
        case .problem(let code, let figures):
            words(MessageKey("problems.\(code.rawValue)"), figures.mapValues { words.number($0) })
        case .unknownCountry(let text, let near):
            near.isEmpty
                ? words("intake.reason-country", ["value": text])
                : words("intake.reason-country-near", ["value": text, "near": words.choice(near.map { name($0) })])
        case .otherCountry(let country): words("intake.reason-other-country", ["country": name(country)])
        case .unknownChoice(let text, let near):
            near.isEmpty
                ? words("intake.reason-choice", ["value": text])
                : words("intake.reason-choice-near", ["value": text, "near": words.choice(near.map(label))])
        case .wrongCheckDigits(let text): words("intake.reason-check-digits", ["value": text])
        case .notAnIdentifier(let text): words("intake.reason-identifier", ["value": text])
        case .unknownInstitution(let text): words("intake.reason-institution", ["value": text])
        case .sameAsLine(let line, let by):
            words("intake.reason-same-line", ["line": words.number(line), "by": name(by)])
        case .alreadyHere(let key, _, let by): words("intake.reason-here", ["key": key, "by": name(by)])
        case .looksLikeLine(let line, let name):
            words("intake.reason-like-line", ["line": words.number(line), "name": name])
        case .looksLike(let key, let name): words("intake.reason-like", ["key": key, "name": name])
        case .otherEncoding(let name): words("intake.reason-encoding", ["name": name])
        case .repaired: words("intake.reason-repaired")
        case .tooManyCells(let count): words("intake.reason-cells", count: count)
        case .unclosedQuote: words("intake.reason-quote")
        }
    }

    /// The same for a page: a record that is here is a way to it, by its name.
    func html(_ reason: Reason) -> HTML {
        switch reason {
        case .alreadyHere(let key, let title, let by):
            words.html("intake.reason-here", ["key": record(key, title), "by": HTML(text: name(by))])
        case .looksLike(let key, let title):
            words.html("intake.reason-like", ["key": record(key, key), "name": "\(bdi: title)"])
        default: HTML(text: sentence(reason))
        }
    }

    private func record(_ key: String, _ title: String) -> HTML {
        let text = title.isEmpty ? key : title
        return SitePath.record(key).map { "<a href=\"\(address($0))\">\(bdi: text)</a>" } ?? "\(bdi: text)"
    }

    /// A refusal as the paper of an import keeps it: the code alone.
    func sentence(ofCode code: String) -> String {
        let key = MessageKey("intake.code-\(code)")
        return words.has(key) ? words(key) : words(MessageKey("intake.code-field"))
    }

    private func name(_ by: Reason.Sameness) -> String { words(MessageKey("intake.by-\(by.rawValue)")) }

    /// A code of one of the lists, by its name where it has one.
    private func label(_ code: String) -> String {
        if let subject = SubjectID(code) { return subject.label(in: language) }
        if let type = AssistanceTypeID(code) { return type.label(in: language) }
        if let type = OrganisationType(rawValue: code) { return type.label(in: language) }
        return code
    }

    func sentence(_ error: ImportError) -> String {
        switch error {
        case .empty: words("intake.error-empty")
        case .unreadable: words("intake.error-unreadable")
        case .tooManyLines(let most): words("intake.error-lines", ["most": words.number(most)])
        case .tooManyColumns(let most): words("intake.error-columns", ["most": words.number(most)])
        case .columnMissing(let name, let found):
            words("intake.error-column", ["name": name, "found": found.prefix(12).joined(separator: ", ")])
        case .kindNotTaken: words("intake.error-kind")
        }
    }
}
