internal import Cooperation
internal import Desk
internal import Vocabulary
internal import WebSupport

extension Organisation: Writable {
    static func newPlace() -> SiteRoute { .newOrganisation }
    static func editPlace() -> SiteRoute { .editOrganisation }
    static func path(_ id: OrganisationID, _ route: SiteRoute) -> SitePath { .organisation(id, route) }
    static func path(_ id: OrganisationID) -> SitePath { .organisation(id) }

    static func sections(_ visit: Visit) -> [QuestionSection] {
        let types = OrganisationType.allCases.map {
            Choice(value: $0.rawValue, label: $0.label(in: visit.language))
        }
        return [
            QuestionSection(
                name: "institution",
                questions: [
                    .ask("name", .line), .ask("acronym", .line, isOptional: true),
                    .ask("type", .choices(types, isSingle: true)), .ask("country", .country),
                    .ask("city", .line, isOptional: true),
                    .ask("about", .passage(lines: 6, words: nil), isOptional: true),
                ]),
            QuestionSection(
                name: "more", isFolded: true,
                questions: [
                    .ask("subjects", .subjects), .ask("languages", .languages),
                    .ask("links", .links, isOptional: true), .ask("ror", .line, isOptional: true),
                ]),
        ]
    }

    static func read(_ reader: inout RecordReader, base: Organisation?) throws -> Organisation {
        // What the form does not ask stays as it was.
        var body =
            base
            ?? Organisation(name: LocalizedText(), type: .nonGovernmental, country: nil)
        body.name = try reader.text("name", base?.name)
        body.acronym = try reader.form.text("acronym")
        body.type = reader.choice("type") { OrganisationType(rawValue: $0) } ?? body.type
        body.country = reader.choices("country") { CountryCode($0) }.first
        body.city = try reader.form.text("city")
        body.about = try reader.text("about", base?.about)
        body.subjects = reader.choices("subjects") { SubjectID($0) }
        body.languages = reader.choices("languages") { LanguageCode($0) }
        body.links = try reader.links("links")
        body.ror = try reader.identifier("ror") { RORIdentifier($0) }
        return body
    }

    func answers(_ visit: Visit) -> [String: [String]] {
        [
            "name": visit.answer(name), "acronym": [acronym], "type": [type.rawValue],
            "country": [country?.description ?? ""], "city": [city], "about": visit.answer(about),
            "subjects": subjects.map(\.description), "languages": languages.map(\.description),
            "links": visit.answer(links), "ror": [ror?.address ?? ""],
        ]
    }

    static func file(
        _ body: Organisation, as id: OrganisationID?, from base: Int, for visit: Visit, once key: String?, _ desk: Desk
    ) async throws(DeskError) -> OrganisationID {
        try await desk.write(body, as: id, from: base, by: visit.viewer, once: key)
    }
}
