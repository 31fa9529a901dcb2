internal import Cooperation
internal import Desk
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// The form: who is asked, for which institution, to fill which gap.
struct EngagingView {
    let visit: Visit
    let form: Form
    let attempt: Attempt?

    private var words: Words { visit.words }

    func html() -> HTML {
        """
        \(trail(label: words("record.where"), [visit.link(words("engage.title"), SitePath(.engagement))]))
        <h1>\(words("engage.invite"))</h1>
        <p class="lead">\(words("engage.invite-lead"))</p>
        \(attempt?.summary(words))
        \(visit.form(to: SitePath(.engaging), key: attempt?.form.key, fields))
        """
    }

    private var fields: HTML {
        """
        <h2>\(words("engage.gap"))</h2>
        \(visit.field("subject", words("record.subject"), attempt).select(
            [choose] + words.sorted(Vocabulary.standard.subjects) { $0.label(in: visit.language) }.map {
                Choice(value: $0.id.description, label: $0.label(in: visit.language))
            }, chosen: form.typed("subject")))\
        \(visit.field("region", words("gaps.region"), attempt).select(
            [choose] + Region.allCases.map { Choice(value: $0.rawValue, label: $0.label(in: visit.language)) },
            chosen: form.typed("region")))\
        \(visit.field("assistance", words("record.assistance"), attempt, isOptional: true).select(
            [choose] + Vocabulary.standard.topAssistanceTypes.map {
                Choice(value: $0.id.description, label: $0.id.label(in: visit.language))
            }, chosen: form.typed("assistance")))\
        \(form.all("languages").map { "<input type=\"hidden\" name=\"languages\" value=\"\($0)\">" as HTML })
        <h2>\(words("engage.institution"))</h2>
        \(visit.field("institution", words("engage.name-of-institution"), attempt).text(form.typed("institution")))\
        \(visit.field("type", words("engage.type"), attempt).select(
            [choose] + OrganisationType.allCases.map { Choice(value: $0.rawValue, label: $0.label(in: visit.language)) },
            chosen: form.typed("type")))\
        \(visit.field("country", words("common.country"), attempt).select(
            [choose] + Vocabulary.standard.countries(orderedIn: visit.language).map {
                Choice(value: $0.code.description, label: $0.name(in: visit.language))
            }, chosen: form.typed("country")))
        <h2>\(words("engage.person"))</h2>
        \(visit.personFields(attempt))\
        \(buttons(submitButton(words("person.send-invitation"), .act), visit.link(words("writing.cancel"), SitePath(.engagement)).button(.plain)))
        """
    }

    private var choose: Choice { Choice(value: "", label: words("request.choose")) }
}
