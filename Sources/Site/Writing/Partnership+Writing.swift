internal import Cooperation
internal import Desk
internal import Localisation
internal import Vocabulary
internal import WebSupport

extension Partnership: Writable {
    static func newPlace() -> SiteRoute { .newPartnership }
    static func editPlace() -> SiteRoute { .editPartnership }
    static func path(_ id: PartnershipID, _ route: SiteRoute) -> SitePath { .partnership(id, route) }
    static func path(_ id: PartnershipID) -> SitePath { .partnership(id) }

    static func sections(_ visit: Visit) -> [QuestionSection] {
        let forms = Form.allCases.map { Choice(value: $0.rawValue, label: visit.words($0.message)) }
        return [
            QuestionSection(
                name: "partnership",
                questions: [
                    .ask("title", .line), .ask("form", .choices(forms, isSingle: true)),
                    .ask("summary", .passage(lines: 5, words: nil)),
                    .ask("commitments", .passage(lines: 4, words: nil), isOptional: true),
                ]),
            QuestionSection(
                name: "where",
                questions: [
                    .ask("countries", .countries), .ask("organisations", .institutions, isOptional: true),
                    .ask("subjects", .subjects),
                ]),
            QuestionSection(
                name: "more", isFolded: true,
                questions: [
                    .ask("targets", .targets), .ask("starts", .day, isOptional: true),
                    .ask("ends", .day, isOptional: true), .ask("links", .links, isOptional: true),
                ]),
        ]
    }

    static func read(_ reader: inout RecordReader, base: Partnership?) throws -> Partnership {
        Partnership(
            form: reader.choice("form") { Form(rawValue: $0) } ?? .cooperation,
            title: try reader.text("title", base?.title), summary: try reader.text("summary", base?.summary),
            commitments: try reader.text("commitments", base?.commitments),
            organisations: reader.institutions("organisations"), countries: try reader.countries("countries"),
            subjects: reader.choices("subjects") { SubjectID($0) },
            targets: reader.choices("targets") { FrameworkTarget($0) }, starts: reader.day("starts"),
            ends: reader.day("ends"), links: try reader.links("links"))
    }

    func answers(_ visit: Visit) -> [String: [String]] {
        [
            "form": [form.rawValue], "title": visit.answer(title), "summary": visit.answer(summary),
            "commitments": visit.answer(commitments), "organisations": organisations.map(\.rawValue),
            "countries": visit.answer(countries), "subjects": subjects.map(\.description),
            "targets": targets.map(\.description), "starts": visit.answer(starts), "ends": visit.answer(ends),
            "links": visit.answer(links),
        ]
    }

    static func file(
        _ body: Partnership, as id: PartnershipID?, from base: Int, for visit: Visit, once key: String?, _ desk: Desk
    ) async throws(DeskError) -> PartnershipID {
        try await desk.write(body, as: id, from: base, by: visit.viewer, once: key)
    }
}
