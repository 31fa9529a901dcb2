internal import Cooperation
internal import Desk
internal import Localisation
internal import Vocabulary
internal import WebSupport

extension Hub: Writable {
    static func newPlace() -> SiteRoute { .newHub }
    static func editPlace() -> SiteRoute { .editHub }
    static func path(_ id: HubID, _ route: SiteRoute) -> SitePath { .hub(id, route) }
    static func path(_ id: HubID) -> SitePath { .hub(id) }

    static func sections(_ visit: Visit) -> [QuestionSection] {
        let days = Weekday.allCases.map { Choice(value: $0.rawValue, label: visit.weekday($0)) }
        return [
            QuestionSection(
                name: "centre",
                questions: [
                    .ask("organisation", .institution), .ask("name", .line),
                    .ask("mandate", .passage(lines: 5, words: nil)), .ask("countries", .countries),
                    .ask("languages", .languages),
                ]),
            QuestionSection(
                name: "hours",
                questions: [
                    .ask("hours.days", .choices(days, isSingle: false), isOptional: true),
                    .ask("hours.opens", .line, isOptional: true), .ask("hours.closes", .line, isOptional: true),
                    .ask("hours.timeZone", .line, isOptional: true),
                ]),
            QuestionSection(
                name: "more", isFolded: true,
                questions: [.ask("subjects", .subjects), .ask("links", .links, isOptional: true)]),
        ]
    }

    static func read(_ reader: inout RecordReader, base: Hub?) throws -> Hub {
        let organisation = reader.institution("organisation", base: base?.organisation)
        guard let organisation = organisation ?? OrganisationID(own: "none") else { throw WebProblem(.notFound) }
        return Hub(
            organisation: organisation, name: try reader.text("name", base?.name),
            mandate: try reader.text("mandate", base?.mandate), countries: try reader.countries("countries"),
            languages: reader.choices("languages") { LanguageCode($0) },
            subjects: reader.choices("subjects") { SubjectID($0) }, links: try reader.links("links"),
            hours: try hours(&reader))
    }

    /// Nil where nothing was said of them.
    private static func hours(_ reader: inout RecordReader) throws -> OfficeHours? {
        let days = reader.choices("hours.days") { Weekday(rawValue: $0) }
        let zone = try reader.form.text("hours.timeZone").replacing(" ", with: "_")
        let typed = try ["hours.opens", "hours.closes"].map { try reader.form.text($0) }
        if days.isEmpty, zone.isEmpty, typed.allSatisfy(\.isEmpty) { return nil }
        func time(_ name: String, _ text: String) -> OfficeHours.Time? {
            let time = OfficeHours.Time(text)
            if time == nil { reader.wrong(name, text.isEmpty ? .missing : .notAChoice) }
            return time
        }
        let (opens, closes) = (time("hours.opens", typed[0]), time("hours.closes", typed[1]))
        guard let opens, let closes else { return nil }
        return OfficeHours(days: Set(days), opens: opens, closes: closes, timeZone: zone)
    }

    func answers(_ visit: Visit) -> [String: [String]] {
        [
            "organisation": [organisation.rawValue], "name": visit.answer(name), "mandate": visit.answer(mandate),
            "countries": visit.answer(countries), "languages": languages.map(\.description),
            "subjects": subjects.map(\.description), "links": visit.answer(links),
            "hours.days": hours.map { $0.days.map(\.rawValue) } ?? [], "hours.opens": [hours?.opens.text ?? ""],
            "hours.closes": [hours?.closes.text ?? ""], "hours.timeZone": [hours?.timeZone ?? ""],
        ]
    }

    static func file(
        _ body: Hub, as id: HubID?, from base: Int, for visit: Visit, once key: String?, _ desk: Desk
    ) async throws(DeskError) -> HubID {
        try await desk.write(body, as: id, from: base, by: visit.viewer, once: key)
    }
}
