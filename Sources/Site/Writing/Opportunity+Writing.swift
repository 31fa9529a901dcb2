internal import Cooperation
internal import Desk
internal import Vocabulary
internal import WebSupport

extension Opportunity: Writable {
    static func newPlace() -> SiteRoute { .newOpportunity }
    static func editPlace() -> SiteRoute { .editOpportunity }
    static func path(_ id: OpportunityID, _ route: SiteRoute) -> SitePath { .opportunity(id, route) }
    static func path(_ id: OpportunityID) -> SitePath { .opportunity(id) }

    static func sections(_ visit: Visit) -> [QuestionSection] {
        let types = OrganisationType.allCases.map {
            Choice(value: $0.rawValue, label: $0.label(in: visit.language))
        }
        return [
            QuestionSection(
                name: "call",
                questions: [
                    .ask("organisation", .institution), .ask("title", .line),
                    .ask("description", .passage(lines: 8, words: nil)), .ask("types", .assistance),
                    .ask("howToApply", .passage(lines: 4, words: nil)), .ask("deadline", .day, isOptional: true),
                    .ask("deadlineTime", .line, isOptional: true), .ask("deadlineZone", .line, isOptional: true),
                ]),
            QuestionSection(
                name: "eligibility",
                questions: [
                    .ask("eligibility", .coverage),
                    .ask("eligibilityTypes", .choices(types, isSingle: false), isOptional: true),
                    .ask("eligibilityWords", .passage(lines: 3, words: nil), isOptional: true),
                ]),
            QuestionSection(
                name: "more", isFolded: true,
                questions: [
                    .ask("coverage", .coverage), .ask("subjects", .subjects), .ask("targets", .targets),
                    .ask("starts", .day, isOptional: true), .ask("ends", .day, isOptional: true),
                    .ask("upTo", .money, isOptional: true), .ask("languages", .languages),
                    .ask("links", .links, isOptional: true),
                ]),
        ]
    }

    static func read(_ reader: inout RecordReader, base: Opportunity?) throws -> Opportunity {
        let institution = reader.institution("organisation", base: base?.organisation)
        guard let organisation = institution ?? OrganisationID(own: "none") else { throw WebProblem(.unexpected) }
        return Opportunity(
            organisation: organisation, title: try reader.text("title", base?.title),
            description: try reader.text("description", base?.description),
            types: reader.choices("types") { AssistanceTypeID($0) },
            subjects: reader.choices("subjects") { SubjectID($0) },
            targets: reader.choices("targets") { FrameworkTarget($0) }, coverage: try reader.coverage("coverage"),
            eligibility: Eligibility(
                countries: try reader.coverage("eligibility"),
                organisationTypes: reader.choices("eligibilityTypes") { OrganisationType(rawValue: $0) },
                words: try reader.text("eligibilityWords", base?.eligibility.words)),
            howToApply: try reader.text("howToApply", base?.howToApply), deadline: reader.day("deadline"),
            starts: reader.day("starts"), ends: reader.day("ends"), upTo: try reader.money("upTo"),
            languages: reader.choices("languages") { LanguageCode($0) }, links: try reader.links("links"),
            deadlineTime: try reader.optional("deadlineTime"), deadlineZone: try reader.optional("deadlineZone"))
    }

    func answers(_ visit: Visit) -> [String: [String]] {
        let own: [String: [String]] = [
            "organisation": [organisation.rawValue], "title": visit.answer(title),
            "description": visit.answer(description), "types": types.map(\.description),
            "subjects": subjects.map(\.description), "targets": targets.map(\.description),
            "eligibilityTypes": eligibility.organisationTypes.map(\.rawValue),
            "eligibilityWords": visit.answer(eligibility.words), "howToApply": visit.answer(howToApply),
            "deadlineTime": [deadlineTime ?? ""], "deadlineZone": [deadlineZone ?? ""],
            "deadline": visit.answer(deadline), "starts": visit.answer(starts), "ends": visit.answer(ends),
            "languages": languages.map(\.description), "links": visit.answer(links),
        ]
        return own.merging(visit.answers("coverage", coverage)) { $1 }
            .merging(visit.answers("eligibility", eligibility.countries)) { $1 }
            .merging(visit.answers("upTo", upTo)) { $1 }
    }

    static func file(
        _ body: Opportunity, as id: OpportunityID?, from base: Int, for visit: Visit, once key: String?, _ desk: Desk
    ) async throws(DeskError) -> OpportunityID {
        try await desk.write(body, as: id, from: base, by: visit.viewer, once: key)
    }
}
