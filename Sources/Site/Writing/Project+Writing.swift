internal import Cooperation
internal import Desk
internal import Exchange
internal import Localisation
internal import Vocabulary
internal import WebSupport

extension Project: Writable {
    static func newPlace() -> SiteRoute { .newProject }
    static func editPlace() -> SiteRoute { .editProject }
    static func path(_ id: ProjectID, _ route: SiteRoute) -> SitePath { .project(id, route) }
    static func path(_ id: ProjectID) -> SitePath { .project(id) }

    static func sections(_ visit: Visit) -> [QuestionSection] {
        func passage(_ name: String, isOptional: Bool = false) -> Question {
            .ask(name, .passage(lines: 5, words: nil), isOptional: isOptional)
        }
        let stages = Stage.allCases.map { Choice(value: $0.rawValue, label: visit.words($0.message)) }
        return [
            QuestionSection(
                name: "project",
                questions: [
                    .ask("title", .line), .ask("stage", .choices(stages, isSingle: true)), passage("problem"),
                    passage("whatWasDone"), passage("results", isOptional: true),
                    .ask("figures", .parts(Practice.figureQuestions, most: Practice.mostFigures), isOptional: true),
                    passage("whatDidNotWork", isOptional: true),
                ]),
            QuestionSection(
                name: "where",
                questions: [
                    .ask("countries", .countries), .ask("organisations", .institutions, isOptional: true),
                    .ask("otherPartners", .passage(lines: 3, words: nil), isOptional: true),
                    .ask("donors", .institutions, isOptional: true), .ask("subjects", .subjects),
                ]),
            QuestionSection(
                name: "more", isFolded: true,
                questions: [
                    .ask("starts", .day, isOptional: true), .ask("ends", .day, isOptional: true),
                    .ask("funding", .money, isOptional: true), .ask("targets", .targets),
                    .ask("practices", .passage(lines: 3, words: nil), isOptional: true),
                    .ask("links", .links, isOptional: true),
                ]),
        ]
    }

    static func read(_ reader: inout RecordReader, base: Project?) throws -> Project {
        Project(
            stage: reader.choice("stage") { Stage(rawValue: $0) } ?? .underWay,
            title: try reader.text("title", base?.title), problem: try reader.text("problem", base?.problem),
            whatWasDone: try reader.text("whatWasDone", base?.whatWasDone),
            results: try reader.text("results", base?.results),
            figures: try Practice.figures(&reader, base?.figures),
            whatDidNotWork: try reader.text("whatDidNotWork", base?.whatDidNotWork),
            countries: try reader.countries("countries"), organisations: reader.institutions("organisations"),
            otherPartners: try reader.lines("otherPartners"), donors: reader.institutions("donors"),
            subjects: reader.choices("subjects") { SubjectID($0) },
            targets: reader.choices("targets") { FrameworkTarget($0) }, starts: reader.day("starts"),
            ends: reader.day("ends"), funding: try reader.money("funding"), practices: try practices(&reader),
            links: try reader.links("links"), origin: base?.origin)
    }

    /// By the address of their pages, or by name.
    private static func practices(_ reader: inout RecordReader) throws -> [PracticeID] {
        try reader.lines("practices").compactMap { line in
            let last = line.split(separator: "/").last.map(String.init) ?? ""
            let own = last.split { $0 == "?" || $0 == "#" }.first.map(String.init) ?? ""
            let id = PracticeID(rawValue: own) ?? PracticeID(own: own)
            if id == nil { reader.wrong("practices", .unknown) }
            return id
        }
    }

    func answers(_ visit: Visit) -> [String: [String]] {
        var own: [String: [String]] = [
            "stage": [stage.rawValue], "title": visit.answer(title), "problem": visit.answer(problem),
            "whatWasDone": visit.answer(whatWasDone), "results": visit.answer(results),
            "whatDidNotWork": visit.answer(whatDidNotWork), "countries": visit.answer(countries),
            "organisations": organisations.map(\.rawValue),
            "otherPartners": [otherPartners.joined(separator: "\n")], "donors": donors.map(\.rawValue),
            "subjects": subjects.map(\.description), "targets": targets.map(\.description),
            "starts": visit.answer(starts), "ends": visit.answer(ends),
            "practices": [practices.map { visit.publisher.lasting($0.rawValue) }.joined(separator: "\n")],
            "links": visit.answer(links),
        ]
        own.merge(visit.answers("funding", funding)) { $1 }
        own.merge(visit.answers("figures", figures)) { $1 }
        return own
    }

    static func file(
        _ body: Project, as id: ProjectID?, from base: Int, for visit: Visit, once key: String?, _ desk: Desk
    ) async throws(DeskError) -> ProjectID {
        try await desk.write(body, as: id, from: base, by: visit.viewer, once: key)
    }
}
