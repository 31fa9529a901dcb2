import Catalogue
import Cooperation
import Desk
import Foundation
import Vocabulary

// The columns of each kind. Names are those of the paper's fields. Nobody's account, no assessment and no letter is among them.

enum OrganisationColumns {
    static let all: [Column<Organisation>] = [
        Column("name", texts: \.name), Column("acronym") { .optional($0.acronym) },
        Column("type") { .text($0.type.rawValue) }, Column("country") { .optional($0.country?.description) },
        Column("city") { .optional($0.city) }, Column("ror") { .optional($0.ror?.address) },
        Column("languages") { .list($0.languages.map(\.description)) },
        Column("subjects") { .list($0.subjects.map(\.description)) }, Column("links") { $0.links.cell },
        Column("about", texts: \.about), Column("source") { .optional($0.origin?.name) },
    ]
}

enum ProviderColumns {
    static let all: [Column<ProviderProfile>] = [
        Column("organisation") { .text($0.organisation.rawValue) }, Column("title", texts: \.title),
        Column("coverage") { $0.coverage.cell }, Column("subjects") { .list($0.subjects.map(\.description)) },
        Column("targets") { .list($0.targets.map(\.description)) },
        Column("free") { .list($0.free.map(\.description)) }, Column("atCost") { .list($0.atCost.map(\.description)) },
        Column("expertise", texts: \.expertise), Column("pastCollaborations", texts: \.pastCollaborations),
        Column("languages") { .list($0.languages.map(\.description)) },
        Column("requestsPerYear") { .number($0.requestsPerYear) },
        Column("fullUntil") { .optional($0.fullUntil?.description) }, Column("orcid") { .optional($0.orcid?.address) },
        Column("links") { $0.links.cell }, Column("source") { .optional($0.origin?.name) },
    ]
}

enum OpportunityColumns {
    static let all: [Column<Opportunity>] = [
        Column("organisation") { .text($0.organisation.rawValue) }, Column("title", texts: \.title),
        Column("description", texts: \.description), Column("types") { .list($0.types.map(\.description)) },
        Column("subjects") { .list($0.subjects.map(\.description)) },
        Column("targets") { .list($0.targets.map(\.description)) }, Column("coverage") { $0.coverage.cell },
        Column("eligibleCountries") { $0.eligibility.countries.cell },
        Column("eligibleTypes") { .list($0.eligibility.organisationTypes.map(\.rawValue)) },
        Column("eligibility", texts: \.eligibility.words), Column("howToApply", texts: \.howToApply),
        Column("deadline") { .optional($0.deadline?.description) },
        Column("starts") { .optional($0.starts?.description) }, Column("ends") { .optional($0.ends?.description) },
        Column("amount") { .number($0.upTo?.amount) }, Column("currency") { .optional($0.upTo?.currency) },
        Column("languages") { .list($0.languages.map(\.description)) }, Column("links") { $0.links.cell },
    ]
}

enum PracticeColumns {
    static let all: [Column<Practice>] = [
        Column("title", texts: \.title), Column("summary", texts: \.summary), Column("context", texts: \.context),
        Column("problem", texts: \.problem), Column("whatWasDone", texts: \.whatWasDone),
        Column("blocks") { BlockText.written($0.blocks, in: $1) }, Column("results", texts: \.results),
        Column("figures") { FigureText.written($0.figures, in: $1) },
        Column("whatDidNotWork", texts: \.whatDidNotWork), Column("conditions", texts: \.conditions),
        Column("organisations") { .list($0.organisations.map(\.rawValue)) },
        Column("countries") { .list($0.countries.map(\.description)) },
        Column("subjects") { .list($0.subjects.map(\.description)) },
        Column("targets") { .list($0.targets.map(\.description)) },
        Column("assistance") { .list($0.assistance.map(\.description)) }, Column("year") { .number($0.year) },
        Column("cost") { .number($0.cost?.amount) }, Column("currency") { .optional($0.cost?.currency) },
        Column("links") { $0.links.cell },
    ]
}

enum HubColumns {
    static let all: [Column<Hub>] = [
        Column("organisation") { .text($0.organisation.rawValue) }, Column("name", texts: \.name),
        Column("mandate", texts: \.mandate), Column("countries") { .list($0.countries.map(\.description)) },
        Column("languages") { .list($0.languages.map(\.description)) },
        Column("subjects") { .list($0.subjects.map(\.description)) }, Column("links") { $0.links.cell },
        Column("hours") { .optional($0.hours?.text) },
    ]
}

enum NeedColumns {
    static let all: [Column<Need>] = [
        Column("country") { .text($0.country.description) }, Column("statement", texts: \.statement),
        Column("lack") { .text($0.lack.rawValue) }, Column("level") { .optional($0.level?.rawValue) },
        Column("priority") { .optional($0.priority?.rawValue) },
        Column("subjects") { .list($0.subjects.map(\.description)) },
        Column("targets") { .list($0.targets.map(\.description)) },
        Column("assistance") { .list($0.assistance.map(\.description)) }, Column("source") { .optional($0.source) },
    ]
}

enum ResourceColumns {
    static let all: [Column<Resource>] = [
        Column("title", texts: \.title), Column("summary", texts: \.summary),
        Column("form") { .text($0.form.rawValue) },
        Column("authors") { .list($0.authors) }, Column("publisher") { .optional($0.publisher) },
        Column("issued") { .optional($0.issued?.description) }, Column("year") { .number($0.year) },
        Column("languages") { .list($0.languages.map(\.description)) },
        Column("subjects") { .list($0.subjects.map(\.description)) },
        Column("targets") { .list($0.targets.map(\.description)) },
        Column("countries") { .list($0.countries.map(\.description)) }, Column("doi") { .optional($0.doi?.address) },
        Column("rights") { .optional($0.rights) }, Column("links") { $0.links.cell },
        Column("source") { .optional($0.origin?.name) },
    ]
}

enum PartnershipColumns {
    static let all: [Column<Partnership>] = [
        Column("form") { .text($0.form.rawValue) }, Column("title", texts: \.title),
        Column("summary", texts: \.summary), Column("commitments", texts: \.commitments),
        Column("organisations") { .list($0.organisations.map(\.rawValue)) },
        Column("countries") { .list($0.countries.map(\.description)) },
        Column("subjects") { .list($0.subjects.map(\.description)) },
        Column("targets") { .list($0.targets.map(\.description)) },
        Column("starts") { .optional($0.starts?.description) }, Column("ends") { .optional($0.ends?.description) },
        Column("links") { $0.links.cell },
    ]
}

enum ProjectColumns {
    static let all: [Column<Project>] = [
        Column("stage") { .text($0.stage.rawValue) }, Column("title", texts: \.title),
        Column("problem", texts: \.problem), Column("whatWasDone", texts: \.whatWasDone),
        Column("results", texts: \.results), Column("figures") { FigureText.written($0.figures, in: $1) },
        Column("whatDidNotWork", texts: \.whatDidNotWork),
        Column("countries") { .list($0.countries.map(\.description)) },
        Column("organisations") { .list($0.organisations.map(\.rawValue)) },
        Column("otherPartners") { .list($0.otherPartners) }, Column("donors") { .list($0.donors.map(\.rawValue)) },
        Column("subjects") { .list($0.subjects.map(\.description)) },
        Column("targets") { .list($0.targets.map(\.description)) },
        Column("starts") { .optional($0.starts?.description) }, Column("ends") { .optional($0.ends?.description) },
        Column("funding") { .number($0.funding?.amount) }, Column("currency") { .optional($0.funding?.currency) },
        Column("practices") { .list($0.practices.map(\.rawValue)) }, Column("links") { $0.links.cell },
        Column("source") { .optional($0.origin?.name) },
    ]
}

enum EventColumns {
    static let all: [Column<Event>] = [
        Column("form") { .text($0.form.rawValue) }, Column("organisation") { .text($0.organisation.rawValue) },
        Column("title", texts: \.title), Column("summary", texts: \.summary),
        Column("subjects") { .list($0.subjects.map(\.description)) },
        Column("targets") { .list($0.targets.map(\.description)) }, Column("coverage") { $0.coverage.cell },
        Column("languages") { .list($0.languages.map(\.description)) }, Column("way") { .text($0.way.rawValue) },
        Column("placeCountry") { .optional($0.country?.description) }, Column("city") { .optional($0.city) },
        Column("venue", texts: \.venue), Column("online") { .optional($0.online) },
        Column("starts") { .text($0.starts.description) }, Column("startTime") { .optional($0.startTime?.text) },
        Column("ends") { .text($0.ends.description) }, Column("endTime") { .optional($0.endTime?.text) },
        Column("zone") { .text($0.zone) }, Column("registerBy") { .optional($0.registerBy?.description) },
        Column("registration") { .optional($0.registration) }, Column("fee") { .text($0.fee.rawValue) },
        Column("cost") { .number($0.cost?.amount) }, Column("currency") { .optional($0.cost?.currency) },
        Column("support", texts: \.support), Column("outlook") { .text($0.outlook.rawValue) },
        Column("outcome", texts: \.outcome), Column("links") { $0.links.cell },
        Column("source") { .optional($0.origin?.name) },
    ]
}

/// A request as a visitor sees it.
enum RequestColumns {
    static let all: [Column<DossierCard>] = [
        Column("state") { .text($0.state.rawValue) }, Column("since") { .text(Moments.seconds($0.since)) },
        Column("country") { .text($0.request.body.country.description) },
        Column("organisation") { .text($0.request.body.organisation.rawValue) },
        Column("title", texts: \.request.body.title), Column("problem", texts: \.request.body.problem),
        Column("assistance") { .list($0.request.body.assistance.map(\.type.description)) },
        Column("priorities", texts: \.request.body.priorities),
        Column("subjects") { .list($0.request.body.subjects.map(\.description)) },
        Column("targets") { .list($0.request.body.targets.map(\.description)) },
        Column("level") { .text($0.request.body.level.rawValue) },
        Column("otherCountries") { .list($0.request.body.otherCountries.map(\.description)) },
        Column("beneficiaries") { .list($0.request.body.beneficiaries.map(\.rawValue)) },
        Column("starts") { .optional($0.request.body.starts?.description) },
        Column("ends") { .optional($0.request.body.ends?.description) },
        Column("objectives", texts: \.request.body.objectives), Column("results", texts: \.request.body.results),
        Column("budget") { .number($0.request.body.budget?.amount) },
        Column("currency") { .optional($0.request.body.budget?.currency) },
        Column("urgency") { .text($0.request.body.urgency.rawValue) },
        Column("languages") { .list($0.request.body.languages.map(\.description)) },
        Column("links") { $0.request.body.links.cell },
    ]
}
