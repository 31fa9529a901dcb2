internal import Cooperation
internal import Desk
internal import Foundation
internal import Localisation
internal import TextAnalysis

/// The words of one letter.
struct LetterSheet {
    let words: Words
    let subject: String
    /// The request's title with its language; of a confidential one only that it is.
    let title: (text: String, language: Language)
    /// Who asks; nil where it is confidential.
    let institution: (text: String, language: Language)?
    let greeting: String
    /// What happened, what one can do, what follows.
    let paragraphs: [String]
    let address: String
    /// What the link says.
    let open: String
    /// What can be done by a link, in words.
    let acts: [(text: String, address: String)]
    /// What an answer hands out: its title with its language, and where it is read.
    let handedOut: [(title: (text: String, language: Language), address: String)]
    /// Why she of all people is written to, and where to answer.
    let foot: [String]

    init(
        words: Words, subject: String, title: (text: String, language: Language), greeting: String,
        paragraphs: [String], address: String, open: String, foot: [String]
    ) {
        self.words = words
        self.subject = subject
        self.title = title
        self.greeting = greeting
        self.paragraphs = paragraphs
        self.address = address
        self.open = open
        self.foot = foot
        acts = []
        handedOut = []
        institution = nil
    }

    /// - Parameter record: the address of the page of a record that is handed out; nil leaves it out.
    init(
        _ letter: Letter, words: Words, address: String, acts: [LetterAct] = [],
        record: (String) -> String? = { _ in nil }
    ) {
        self.words = words
        self.address = address
        open = words("mail.open")
        self.acts = acts.map { (words(MessageKey("byletter.link-\($0.stance.rawValue)")), $0.address) }
        let language = words.language
        handedOut = letter.handedOut.compactMap { one in
            guard let address = record(one.record.name) else { return nil }
            let title = LetterSheet.best(one.title, for: language) ?? (words("state.untitled"), language)
            return ((HeaderText.oneLine(title.text), title.language), address)
        }
        let occasion = letter.occasion.rawValue
        let addressee = letter.addressee.rawValue
        if let text = letter.title {
            title = LetterSheet.best(text, for: language) ?? (words("state.untitled"), language)
        } else {
            title = (words("mail.confidential"), language)
        }
        institution = letter.institution.flatMap { LetterSheet.best($0, for: language) }
        let date = letter.expectation.due.map { words.date($0.start) } ?? ""
        subject = words(
            MessageKey("mail.subject-\(occasion)"), ["title": LetterSheet.shortened(title.text), "date": date])
        greeting = words("mail.greeting", ["name": HeaderText.oneLine(letter.recipient.body.name)])
        let act = MessageKey("mail.act-\(occasion)-\(addressee)")
        let follows =
            letter.expectation.isHeld
            ? MessageKey("state.held-\(letter.expectation.has.rawValue)")
            : letter.isLate && letter.expectation.ifNobodyActs != .goesOn
                ? MessageKey("state.late-\(letter.expectation.has.rawValue)")
                : MessageKey("state.expect-\(letter.state.rawValue)")
        paragraphs =
            [words(MessageKey("mail.happened-\(occasion)"))] + (words.has(act) ? [words(act)] : [])
            + [words(follows, ["date": date])]
        foot = [words(MessageKey("mail.why-\(addressee)")), words("mail.answer-there")]
    }

    var plain: String {
        let head = [title.text, institution?.text].compactMap(\.self).map(HeaderText.oneLine).joined(separator: "\n")
        let link = open + "\n" + address
        let list = handedOut.map { "* " + $0.title.text + "\n  " + $0.address }
        let goesWith = list.isEmpty ? [] : [words("handout.letter") + "\n" + list.joined(separator: "\n")]
        let byLink = acts.isEmpty ? [] : [words("byletter.how")] + acts.map { $0.text + "\n" + $0.address }
        return ([head, greeting] + paragraphs + goesWith + byLink + [link, "-- \n" + foot.joined(separator: "\n")])
            .joined(
                separator: "\n\n")
            + "\n"
    }

    private static func best(_ text: LocalizedText, for language: Language) -> (text: String, language: Language)? {
        text.best(for: [language]).map { ($0.version.text, $0.language) }
    }

    /// One line of at most so many characters, cut at a word where there is one.
    static func shortened(_ text: String, to most: Int = 80) -> String {
        let line = HeaderText.oneLine(text)
        guard line.count > most else { return line }
        let start = line.prefix(most - 1)
        let cut = start.lastIndex(of: " ").map { start[..<$0] } ?? start
        return (cut.count > most / 2 ? cut : start) + "…"
    }
}
