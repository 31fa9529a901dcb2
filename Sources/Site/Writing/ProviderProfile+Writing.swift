internal import Cooperation
internal import Desk
internal import Vocabulary
internal import WebSupport

extension ProviderProfile: Writable {
    static func newPlace() -> SiteRoute { .newProvider }
    static func editPlace() -> SiteRoute { .editProvider }
    static func path(_ id: ProviderID, _ route: SiteRoute) -> SitePath { .provider(id, route) }
    static func path(_ id: ProviderID) -> SitePath { .provider(id) }

    static func sections(_ visit: Visit) -> [QuestionSection] {
        [
            QuestionSection(
                name: "who",
                questions: [
                    .ask("organisation", .institution), .ask("expert", .line, isOptional: true),
                    .ask("orcid", .line, isOptional: true),
                ]),
            QuestionSection(
                name: "offer",
                questions: [
                    .ask("title", .line), .ask("expertise", .passage(lines: 8, words: 200)), .ask("free", .assistance),
                    .ask("atCost", .assistance), .ask("subjects", .subjects),
                ]),
            QuestionSection(name: "where", questions: [.ask("coverage", .coverage), .ask("languages", .languages)]),
            QuestionSection(
                name: "more", isFolded: true,
                questions: [
                    .ask("pastCollaborations", .passage(lines: 8, words: 500), isOptional: true),
                    .ask("targets", .targets), .ask("requestsPerYear", .number, isOptional: true),
                    .ask("fullUntil", .day, isOptional: true), .ask("links", .links, isOptional: true),
                ]),
        ]
    }

    static func read(_ reader: inout RecordReader, base: ProviderProfile?) throws -> ProviderProfile {
        let institution = reader.institution("organisation", base: base?.organisation)
        guard let organisation = institution ?? OrganisationID(own: "none") else { throw WebProblem(.unexpected) }
        let name = try reader.form.text("expert")
        return ProviderProfile(
            organisation: organisation, expert: name.isEmpty ? nil : Expert(name: name),
            title: try reader.text("title", base?.title), coverage: try reader.coverage("coverage"),
            subjects: reader.choices("subjects") { SubjectID($0) },
            targets: reader.choices("targets") { FrameworkTarget($0) },
            free: reader.choices("free") { AssistanceTypeID($0) },
            atCost: reader.choices("atCost") { AssistanceTypeID($0) },
            expertise: try reader.text("expertise", base?.expertise),
            pastCollaborations: try reader.text("pastCollaborations", base?.pastCollaborations),
            languages: reader.choices("languages") { LanguageCode($0) },
            requestsPerYear: reader.number("requestsPerYear"), fullUntil: reader.day("fullUntil"),
            links: try reader.links("links"), orcid: try reader.identifier("orcid") { ORCIDIdentifier($0) },
            origin: base?.origin)
    }

    func answers(_ visit: Visit) -> [String: [String]] {
        let own: [String: [String]] = [
            "organisation": [organisation.rawValue], "expert": [expert?.name ?? ""], "title": visit.answer(title),
            "expertise": visit.answer(expertise), "pastCollaborations": visit.answer(pastCollaborations),
            "subjects": subjects.map(\.description), "targets": targets.map(\.description),
            "free": free.map(\.description), "atCost": atCost.map(\.description),
            "languages": languages.map(\.description), "requestsPerYear": visit.answer(requestsPerYear),
            "fullUntil": visit.answer(fullUntil), "links": visit.answer(links), "orcid": [orcid?.address ?? ""],
        ]
        return own.merging(visit.answers("coverage", coverage)) { $1 }
    }

    static func file(
        _ body: ProviderProfile, as id: ProviderID?, from base: Int, for visit: Visit, once key: String?, _ desk: Desk
    ) async throws(DeskError) -> ProviderID {
        try await desk.write(body, as: id, from: base, by: visit.viewer, once: key)
    }
}
