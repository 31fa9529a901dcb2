internal import Cooperation
internal import Desk
internal import Vocabulary
internal import WebSupport

extension Practice: Writable {
    static var canBeKept: Bool { true }

    static func keep(
        _ body: Practice, for visit: Visit, once key: String?, _ desk: Desk
    ) async throws(DeskError) -> SitePath? {
        .practiceDraft(try await desk.keep(body, by: visit.viewer, once: key))
    }

    static func newPlace() -> SiteRoute { .newPractice }
    static func editPlace() -> SiteRoute { .editPractice }
    static func path(_ id: PracticeID, _ route: SiteRoute) -> SitePath { .practice(id, route) }
    static func path(_ id: PracticeID) -> SitePath { .practice(id) }

    static func sections(_ visit: Visit) -> [QuestionSection] {
        func passage(_ name: String, isOptional: Bool = false) -> Question {
            .ask(name, .passage(lines: 6, words: nil), isOptional: isOptional)
        }
        return [
            QuestionSection(
                name: "snapshot",
                questions: [
                    .ask("title", .line), .ask("summary", .passage(lines: 4, words: 150)), passage("problem"),
                    passage("whatWasDone"), passage("results"),
                    .ask("figures", .parts(figureQuestions, most: mostFigures), isOptional: true),
                    passage("whatDidNotWork", isOptional: true),
                ]),
            QuestionSection(
                name: "where",
                questions: [
                    .ask("countries", .countries), .ask("subjects", .subjects),
                    .ask("organisations", .institutions, isOptional: true),
                ]),
            QuestionSection(
                name: "full",
                questions: [
                    passage("context", isOptional: true),
                    .ask("blocks", .parts(blockQuestions, most: mostBlocks), isOptional: true),
                    passage("conditions", isOptional: true), .ask("cost", .money, isOptional: true),
                ]),
            QuestionSection(
                name: "more", isFolded: true,
                questions: [
                    .ask("year", .number, isOptional: true), .ask("targets", .targets),
                    .ask("assistance", .assistance), .ask("reviewOn", .day, isOptional: true),
                    .ask("links", .links, isOptional: true),
                ]),
        ]
    }

    private static let blockQuestions: [Question] = [
        .ask("title", .line), .ask("done", .passage(lines: 4, words: nil)),
        .ask("enabling", .passage(lines: 3, words: nil), isOptional: true),
        .ask("lessons", .passage(lines: 3, words: nil), isOptional: true),
    ]

    static let figureQuestions: [Question] = [
        .ask("what", .line), .ask("before", .line, isOptional: true), .ask("after", .line),
        .ask("year", .number, isOptional: true),
    ]

    static func read(_ reader: inout RecordReader, base: Practice?) throws -> Practice {
        Practice(
            title: try reader.text("title", base?.title), summary: try reader.text("summary", base?.summary),
            problem: try reader.text("problem", base?.problem),
            whatWasDone: try reader.text("whatWasDone", base?.whatWasDone),
            results: try reader.text("results", base?.results),
            whatDidNotWork: try reader.text("whatDidNotWork", base?.whatDidNotWork),
            conditions: try reader.text("conditions", base?.conditions),
            organisations: reader.institutions("organisations"), countries: try reader.countries("countries"),
            subjects: reader.choices("subjects") { SubjectID($0) },
            targets: reader.choices("targets") { FrameworkTarget($0) },
            assistance: reader.choices("assistance") { AssistanceTypeID($0) }, year: reader.number("year"),
            cost: try reader.money("cost"), request: base?.request ?? RequestID(rawValue: reader.form.typed("request")),
            reviewOn: reader.day("reviewOn"), links: try reader.links("links"),
            context: try reader.text("context", base?.context), blocks: try blocks(&reader, base?.blocks),
            figures: try figures(&reader, base?.figures),
            begunFrom: base?.begunFrom ?? PracticeID(rawValue: reader.form.typed("begunFrom")))
    }

    private static func blocks(_ reader: inout RecordReader, _ base: [Block]?) throws -> [Block] {
        try reader.parts("blocks", base, isEmpty: \.isEmpty) { reader, name, earlier in
            Block(
                title: try reader.text(name("title"), earlier?.title),
                done: try reader.text(name("done"), earlier?.done),
                enabling: try reader.text(name("enabling"), earlier?.enabling),
                lessons: try reader.text(name("lessons"), earlier?.lessons))
        }
    }

    static func figures(_ reader: inout RecordReader, _ base: [ResultFigure]?) throws -> [ResultFigure] {
        try reader.parts("figures", base, isEmpty: \.isEmpty) { reader, name, earlier in
            ResultFigure(
                what: try reader.text(name("what"), earlier?.what), before: try reader.form.text(name("before")),
                after: try reader.form.text(name("after")), year: reader.number(name("year")))
        }
    }

    func answers(_ visit: Visit) -> [String: [String]] {
        let own: [String: [String]] = [
            "title": visit.answer(title), "summary": visit.answer(summary), "problem": visit.answer(problem),
            "whatWasDone": visit.answer(whatWasDone), "results": visit.answer(results),
            "whatDidNotWork": visit.answer(whatDidNotWork), "conditions": visit.answer(conditions),
            "organisations": organisations.map(\.rawValue), "countries": visit.answer(countries),
            "subjects": subjects.map(\.description), "targets": targets.map(\.description),
            "assistance": assistance.map(\.description), "year": visit.answer(year),
            "reviewOn": visit.answer(reviewOn), "links": visit.answer(links),
        ]
        return own.merging(visit.answers("cost", cost)) { $1 }
            .merging(partAnswers(visit)) { $1 }
    }

    /// Blocks and figures as answers, each with its place in this revision.
    private func partAnswers(_ visit: Visit) -> [String: [String]] {
        var all: [String: [String]] = ["context": visit.answer(context)]
        func put(_ question: String, _ index: Int, _ answers: [String: [String]]) {
            for (part, answer) in answers { all[PartField.name(question, index + 1, part)] = answer }
            all[PartField.name(question, index + 1, PartField.origin)] = [String(index + 1)]
        }
        for (index, block) in blocks.enumerated() {
            put(
                "blocks", index,
                [
                    "title": visit.answer(block.title), "done": visit.answer(block.done),
                    "enabling": visit.answer(block.enabling), "lessons": visit.answer(block.lessons),
                ])
        }
        for (index, figure) in figures.enumerated() {
            put(
                "figures", index,
                [
                    "what": visit.answer(figure.what), "before": [figure.before], "after": [figure.after],
                    "year": visit.answer(figure.year),
                ])
        }
        return all
    }

    static func file(
        _ body: Practice, as id: PracticeID?, from base: Int, for visit: Visit, once key: String?, _ desk: Desk
    ) async throws(DeskError) -> PracticeID {
        var body = body
        // A new one grows out of a request only where its author may read that.
        if id == nil, try await desk.readable(body.request, for: visit.viewer) == nil { body.request = nil }
        if id == nil, let from = body.begunFrom, try await desk.records([from]).isEmpty { body.begunFrom = nil }
        return try await desk.write(body, as: id, from: base, by: visit.viewer, once: key)
    }
}
