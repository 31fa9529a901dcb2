internal import Catalogue
internal import Cooperation
internal import Desk
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// What the help desk's page of a case knows besides the request: who may have it, and the ready texts.
struct CaseDesk: Sendable {
    let officers: [Officer]
    let wordings: [Filed<Wording>]
    /// Requests that look like the same one.
    let likely: [Likeness]
    /// The last handing over between a centre and the global desk, with the centre's name.
    let referral: (paper: Filed<Referral>, hub: String)?
    /// The centres that cover the country.
    let centres: [Filed<Hub>]

    static func load(for it: RequestCase, _ desk: Desk) async throws(DeskError) -> CaseDesk {
        var referral: (Filed<Referral>, String)?
        if let last = it.dossier.referrals.last {
            let hub = try await desk.records([last.body.hub]).first
            referral = (last, hub.map { it.visit.plain($0.body.name) } ?? it.visit.words("history.field-hub"))
        }
        return CaseDesk(
            officers: try await desk.officers(for: it.request.country, viewer: it.visit.viewer),
            wordings: try await desk.wordings(for: it.visit.viewer),
            likely: try await desk.likely(it.id, for: it.visit.viewer), referral: referral,
            centres: try await desk.records(Hub.self, RecordFilter(country: it.request.country), limit: 10).items)
    }
}

/// Fills a ready text from a case, in the language of who reads it: that of the request.
struct WordingFiller {
    let it: RequestCase

    var language: Language { DraftFormView.language(it.request) ?? it.visit.language }

    func filled(_ wording: Wording) -> String {
        guard let (language, version) = wording.text.best(for: [language, it.visit.language]) else { return "" }
        let words = it.visit.words.speaking(language)
        func best(_ text: LocalizedText?) -> String? { text?.best(for: [language])?.version.text }
        var values: [Wording.Place: String] = [:]
        values[.title] = best(it.request.title)
        values[.country] = it.request.country.country.name(in: language)
        values[.institution] = best(it.institutions[it.request.organisation])
        values[.officer] = it.visit.person?.account.body.name
        values[.due] = it.view.expectation.due.map { words.date($0.start) }
        values[.link] = SitePath.request(it.id).address(in: language)
        return Wording.filled(version.text, values)
    }
}
