internal import Cooperation
internal import Desk
internal import Localisation
internal import Vocabulary
internal import WebSupport

extension Resource: Writable {
    static func newPlace() -> SiteRoute { .newResource }
    static func editPlace() -> SiteRoute { .editResource }
    static func path(_ id: ResourceID, _ route: SiteRoute) -> SitePath { .resource(id, route) }
    static func path(_ id: ResourceID) -> SitePath { .resource(id) }

    static func sections(_ visit: Visit) -> [QuestionSection] {
        let forms = Form.allCases.map { Choice(value: $0.rawValue, label: visit.name($0)) }
        return [
            QuestionSection(
                name: "resource",
                questions: [
                    .ask("title", .line), .ask("form", .choices(forms, isSingle: true)),
                    .ask("summary", .passage(lines: 5, words: 150)), .ask("links", .links),
                    .ask("publisher", .line), .ask("rights", .line, isOptional: true),
                ]),
            QuestionSection(
                name: "about",
                questions: [
                    .ask("subjects", .subjects), .ask("languages", .languages),
                    .ask("countries", .countries, isOptional: true),
                ]),
            QuestionSection(
                name: "more", isFolded: true,
                questions: [
                    .ask("authors", .passage(lines: 3, words: nil), isOptional: true),
                    .ask("year", .number, isOptional: true), .ask("issued", .day, isOptional: true),
                    .ask("doi", .line, isOptional: true), .ask("targets", .targets),
                    .ask("reviewOn", .day, isOptional: true),
                ]),
        ]
    }

    static func read(_ reader: inout RecordReader, base: Resource?) throws -> Resource {
        let doi = try reader.form.text("doi")
        if !doi.isEmpty, DOI(doi) == nil { reader.wrong("doi", .notAChoice) }
        return Resource(
            title: try reader.text("title", base?.title), summary: try reader.text("summary", base?.summary),
            form: reader.choice("form") { Form(rawValue: $0) } ?? .other, authors: try reader.lines("authors"),
            publisher: try reader.form.text("publisher"), issued: reader.day("issued"), year: reader.number("year"),
            links: try reader.links("links"), languages: reader.choices("languages") { LanguageCode($0) },
            subjects: reader.choices("subjects") { SubjectID($0) },
            targets: reader.choices("targets") { FrameworkTarget($0) }, countries: try reader.countries("countries"),
            rights: try reader.form.text("rights"), doi: DOI(doi), origin: base?.origin,
            reviewOn: reader.day("reviewOn"))
    }

    func answers(_ visit: Visit) -> [String: [String]] {
        [
            "title": visit.answer(title), "form": [form.rawValue], "summary": visit.answer(summary),
            "links": visit.answer(links), "publisher": [publisher], "rights": [rights],
            "subjects": subjects.map(\.description), "languages": languages.map(\.description),
            "countries": visit.answer(countries), "authors": [authors.joined(separator: "\n")],
            "year": visit.answer(year), "issued": visit.answer(issued), "doi": [doi?.description ?? ""],
            "targets": targets.map(\.description), "reviewOn": visit.answer(reviewOn),
        ]
    }

    static func file(
        _ body: Resource, as id: ResourceID?, from base: Int, for visit: Visit, once key: String?, _ desk: Desk
    ) async throws(DeskError) -> ResourceID {
        try await desk.write(body, as: id, from: base, by: visit.viewer, once: key)
    }
}
