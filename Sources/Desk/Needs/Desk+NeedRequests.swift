import Catalogue
public import Cooperation
import Ledger
import TextAnalysis
import Vocabulary

extension Desk {
    /// A draft of a request that asks for this need, with everything filled in that the need says; the need then names it.
    /// It is asked in the name of the first institution of the country that the person speaks for; a focal point who speaks
    /// for none asks for one of her country's government bodies.
    /// - Throws: `invalid` for `organisation` where there is no such institution.
    @discardableResult
    public func draftRequest(
        for id: NeedID, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) -> RequestID {
        guard viewer.may(.startRequest) else { throw viewer.isSignedIn ? .refused("startRequest") : .signInFirst }
        do {
            try await checkNew(formKey)
        } catch {
            if case .alreadyDone(let paper) = error, let known = RequestID(rawValue: paper) { return known }
            throw error
        }
        let need = try await record(id)
        let institution = try await institution(for: need.body, viewer)
        let request = Request(asking: need.body, for: institution)
        try check(request.problems())
        let new: RequestID = try newID()
        var sheets = [try Sheet(request, as: new, by: viewer.author)]
        if mayRevise(need, viewer) {
            var body = need.body
            body.request = new
            sheets.append(try Sheet(body, as: id, base: need.revision, by: viewer.author))
        }
        try await file(sheets, once: formKey)
        return new
    }

    private func institution(for need: Need, _ viewer: Viewer) async throws(DeskError) -> OrganisationID {
        let own = try await records(viewer.organisations.sorted())
        if let home = own.first(where: { $0.body.country == need.country }) ?? own.first { return home.id }
        if viewer.countries.contains(need.country) || viewer == .office {
            let there = try await records(Organisation.self, RecordFilter(country: need.country), limit: 100).items
            if let body = there.first(where: { $0.body.type == .governmentNational }) ?? there.first { return body.id }
        }
        throw .invalid([Problem(field: "organisation", code: .missing)])
    }

    /// Says that a need is met or no longer felt, or, with nil, that it stands again.
    public func end(
        _ id: NeedID, as ending: Need.Ending?, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        let need = try await record(id)
        guard mayRevise(need, viewer) else { throw viewer.isSignedIn ? .refused("writeNeed") : .signInFirst }
        guard need.body.ended != ending else { return }
        var body = need.body
        body.ended = ending
        try await file([Sheet(body, as: id, base: need.revision, by: viewer.author)], once: formKey)
    }
}

extension Request {
    /// What a need says, in the fields of a request.
    init(asking need: Need, for organisation: OrganisationID) {
        var title = LocalizedText()
        for language in need.statement.languages {
            title.set(Self.short(need.statement[language] ?? "", to: 150), in: language)
        }
        self.init(
            country: need.country, organisation: organisation, title: title, problem: need.problem,
            assistance: need.assistance.prefix(3).map { Wish(type: $0) }, priorities: need.purpose,
            subjects: Array(need.subjects.prefix(5)), targets: need.targets, level: .national,
            beneficiaries: need.holders, ends: need.due, objectives: need.remedy,
            urgency: need.priority == .high ? .withinSixMonths : .ordinary,
            languages: need.statement.languages.map { LanguageCode($0) })
    }

    /// Cut after a whole word.
    private static func short(_ text: String, to limit: Int) -> String {
        guard text.count > limit else { return text }
        let start = text.prefix(limit)
        let end = start.lastIndex(where: \.isWhitespace).map { start[..<$0] } ?? start
        return (end.count > limit / 2 ? String(end) : String(start)) + "…"
    }
}

extension Need {
    /// The statement, why it is lacking, and the passages that say so.
    fileprivate var problem: LocalizedText {
        var problem = LocalizedText()
        for language in statement.languages {
            var parts = [statement[language], causes[language]].compactMap { $0 }
            let said = passages.filter { $0.language == nil || $0.language == language }.map(\.text)
            parts += said.filter { $0 != statement[language] }.prefix(5)
            problem.set(String(parts.joined(separator: "\n\n").prefix(4000)), in: language)
        }
        return problem
    }
}
