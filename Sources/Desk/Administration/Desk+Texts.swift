import Catalogue
public import Cooperation
import Ledger
public import Localisation
public import TextAnalysis

/// A sentence in an administrator's words, and how it stands to the program it is used in.
public struct OwnText: Sendable {
    public var filed: Filed<Rewording>
    /// It has the places and forms that the sentence needs in this release; what has not is not used.
    public var fits: Bool
    /// The program's own words are others now than when it was written.
    public var isOutdated: Bool

    init(_ filed: Filed<Rewording>) {
        self.filed = filed
        let key = MessageKey(filed.body.sentence)
        let english = Messages.standard.message(key, in: .english)
        let message = filed.body.message
        fits = english.flatMap { english in message?.faults(for: english, in: filed.body.language).isEmpty } ?? false
        isOutdated =
            Messages.standard.message(key, in: filed.body.language).map { $0.forms != filed.body.replaced } ?? true
    }
}

extension Desk {
    /// The catalogues as pages and letters speak now: the program's, with the administrators' words.
    public var messages: Messages { texts.messages }

    /// Every sentence in other words, those taken back too.
    public func ownTexts(for viewer: Viewer) async throws(DeskError) -> [OwnText] {
        try demand(.keepTexts, of: viewer)
        return try await asking { try await catalogue.rewordings() }.map { OwnText($0) }
    }

    /// All versions of a sentence in one language, oldest first; empty where nobody has said it in other words.
    public func versions(
        ofText key: MessageKey, in language: Language, for viewer: Viewer
    ) async throws(DeskError) -> [Filed<Rewording>] {
        try demand(.keepTexts, of: viewer)
        guard let known = try await rewording(key, language) else { return [] }
        return try await revisions(of: known.id)
    }

    /// Says a sentence in other words, in use at once.
    /// - Parameters:
    ///   - forms: by plural category; `other` alone where nothing is counted.
    ///   - base: the version the author saw; 0 for none.
    /// - Throws: `invalid` with the problems of each form under `text-` and its category.
    public func reword(
        _ key: MessageKey, in language: Language, as forms: [String: String], from base: Int = 0, by viewer: Viewer,
        once formKey: String? = nil
    ) async throws(DeskError) {
        try demand(.keepTexts, of: viewer)
        try await file(try wording(key, language, forms), from: base, by: viewer, once: formKey)
    }

    /// The program's own words are in use again.
    public func takeBack(
        _ key: MessageKey, in language: Language, from base: Int, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        try demand(.keepTexts, of: viewer)
        guard var body = try await rewording(key, language)?.body else { throw .notFound }
        guard !body.isTakenBack else { return }
        body.isTakenBack = true
        try await file(body, from: base, by: viewer, once: formKey)
    }

    /// How a sentence would read: with its places filled by their own names, and for some counts where it counts.
    public func preview(
        _ key: MessageKey, in language: Language, as forms: [String: String], for viewer: Viewer
    ) throws(DeskError) -> [String] {
        try demand(.keepTexts, of: viewer)
        let wording = try wording(key, language, forms)
        guard let message = wording.message else { throw .notFound }
        let words = Words(language, messages: Messages.standard.saying([language: [key.name: message]]))
        let values = Dictionary(uniqueKeysWithValues: message.places.map { ($0, "[\($0)]") })
        guard message.counts else { return [words(key, values)] }
        return PluralCategory.examples.map { words(key, count: $0, values) }
    }

    /// Checked against the catalogues of this program.
    private func wording(
        _ key: MessageKey, _ language: Language, _ forms: [String: String]
    ) throws(DeskError) -> Rewording {
        let shipped = Messages.standard
        guard let english = shipped.message(key, in: .english) else { throw .notFound }
        let body = Rewording(
            sentence: key.name, language: language, forms: forms.filter { !$0.value.isEmpty },
            replaced: (shipped.message(key, in: language) ?? english).forms)
        var problems = body.problems()
        for fault in Localisation.Message(body.forms, counts: english.counts).faults(for: english, in: language) {
            let problem = fault.problem
            if !problems.contains(where: { $0.field == problem.field }) { problems.append(problem) }
        }
        try check(problems)
        return body
    }

    private func rewording(_ key: MessageKey, _ language: Language) async throws(DeskError) -> Filed<Rewording>? {
        try await asking { try await catalogue.rewordings() }
            .first { $0.body.sentence == key.name && $0.body.language == language }
    }

    private func file(
        _ body: Rewording, from base: Int, by viewer: Viewer, once formKey: String?
    ) async throws(DeskError) {
        if let known = try await rewording(MessageKey(body.sentence), body.language) {
            if known.body == body, known.revision == base { return }
            try await file([Sheet(body, as: known.id, base: base, by: viewer.author)], once: formKey)
            return
        }
        // Two administrators who begin with the same sentence at once write one paper.
        let claim = Claim(space: "rewording", key: "\(body.language.code) \(body.sentence)")
        do {
            try await file([Sheet(body, as: try newID(), by: viewer.author, claims: [claim])], once: formKey)
        } catch .invalid(let problems) where problems.contains(where: { $0.field == "rewording" }) {
            throw .conflict(current: 1)
        }
    }
}

extension MessageFault {
    fileprivate var problem: Problem {
        switch self {
        case .otherKind: Problem(field: "text-other", code: .notAChoice)
        case .missingForm(let category): Problem(field: "text-\(category.rawValue)", code: .missing)
        case .strayForm(let category): Problem(field: "text-\(category.rawValue)", code: .notAChoice)
        case .wrongPlaces(let category):
            Problem(field: "text-\((category ?? .other).rawValue)", code: .wrongPlaces)
        }
    }
}

extension PluralCategory {
    /// Counts that between them need every form of each of the six languages.
    public static let examples = [0, 1, 2, 5, 21, 100]
}
