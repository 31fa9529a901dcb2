internal import Cooperation
internal import Desk
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

extension Event: Writable {
    static func newPlace() -> SiteRoute { .newEvent }
    static func editPlace() -> SiteRoute { .editEvent }
    static func path(_ id: EventID, _ route: SiteRoute) -> SitePath { .event(id, route) }
    static func path(_ id: EventID) -> SitePath { .event(id) }

    static func organisers(_ visit: Visit, _ desk: Desk) async throws(DeskError) -> Set<OrganisationID> {
        try await desk.organisers(for: visit.viewer)
    }

    /// A centre announces for its own countries, in its languages and by its own clock, until it says otherwise.
    static func beginnings(_ query: WebSupport.Form, _ visit: Visit, _ desk: Desk) async throws -> [String: [String]] {
        let usual = ["fee": [Fee.unsaid.rawValue], "outlook": [Outlook.planned.rawValue]]
        guard let id = OrganisationID(rawValue: query.typed("organisation")),
            let hub = try await desk.records(Hub.self, of: id).first
        else { return usual }
        let own: [String: [String]] = [
            "zone": [hub.body.hours?.timeZone ?? ""], "languages": hub.body.languages.map(\.description),
        ]
        return usual.merging(own) { $1 }
            .merging(visit.answers("coverage", .countries(Set(hub.body.countries)))) { $1 }
    }

    static func sections(_ visit: Visit) -> [QuestionSection] {
        func choices<Value: CaseIterable & RawRepresentable<String>>(
            _: Value.Type, _ message: (Value) -> MessageKey
        ) -> Question.Kind {
            .choices(
                Value.allCases.map { Choice(value: $0.rawValue, label: visit.words(message($0))) }, isSingle: true)
        }
        return [
            QuestionSection(
                name: "event",
                questions: [
                    .ask("organisation", .institution), .ask("form", choices(Form.self, \.message)),
                    .ask("title", .line), .ask("summary", .passage(lines: 6, words: nil)),
                    .ask("subjects", .subjects), .ask("languages", .languages), .ask("coverage", .coverage),
                ]),
            QuestionSection(
                name: "event-when",
                questions: [
                    .ask("starts", .day), .ask("startTime", .line, isOptional: true),
                    .ask("ends", .day, isOptional: true), .ask("endTime", .line, isOptional: true),
                    .ask("zone", .line),
                ]),
            QuestionSection(
                name: "event-where",
                questions: [
                    .ask("way", choices(Way.self, \.message)), .ask("country", .country, isOptional: true),
                    .ask("city", .line, isOptional: true), .ask("venue", .line, isOptional: true),
                    .ask("online", .line, isOptional: true),
                ]),
            QuestionSection(
                name: "event-register",
                questions: [
                    .ask("registerBy", .day, isOptional: true), .ask("registration", .line, isOptional: true),
                    .ask("fee", choices(Fee.self, \.message)), .ask("cost", .money, isOptional: true),
                    .ask("support", .passage(lines: 3, words: nil), isOptional: true),
                ]),
            QuestionSection(
                name: "event-later",
                questions: [
                    .ask("outlook", choices(Outlook.self, \.message)),
                    .ask("outcome", .passage(lines: 5, words: nil), isOptional: true),
                    .ask("targets", .targets), .ask("links", .links, isOptional: true),
                ]),
        ]
    }

    static func read(_ reader: inout RecordReader, base: Event?) throws -> Event {
        let institution = reader.institution("organisation", base: base?.organisation)
        guard let organisation = institution ?? OrganisationID(own: "none") else { throw WebProblem(.unexpected) }
        let form = reader.choice("form") { Form(rawValue: $0) }
        let way = reader.choice("way") { Way(rawValue: $0) }
        let starts = reader.day("starts")
        if starts == nil, reader.form.typed("starts").isEmpty { reader.wrong("starts", .missing) }
        let ends = reader.day("ends")
        let first = starts ?? ends ?? reader.visit.today
        let country = reader.form.typed("country")
        return Event(
            form: form ?? .workshop, organisation: organisation, hub: base?.hub,
            title: try reader.text("title", base?.title), summary: try reader.text("summary", base?.summary),
            subjects: reader.choices("subjects") { SubjectID($0) },
            targets: reader.choices("targets") { FrameworkTarget($0) }, coverage: try reader.coverage("coverage"),
            languages: reader.choices("languages") { LanguageCode($0) }, way: way ?? .online,
            country: country.isEmpty ? nil : reader.choice("country") { CountryCode($0) },
            city: try reader.form.text("city"), venue: try reader.text("venue", base?.venue),
            online: try reader.form.text("online"), starts: first, ends: ends ?? first,
            startTime: try reader.time("startTime"), endTime: try reader.time("endTime"),
            zone: try reader.form.text("zone").replacing(" ", with: "_"), registerBy: reader.day("registerBy"),
            registration: try reader.form.text("registration"),
            fee: reader.choices("fee") { Fee(rawValue: $0) }.first ?? .unsaid, cost: try reader.money("cost"),
            support: try reader.text("support", base?.support),
            outlook: reader.choices("outlook") { Outlook(rawValue: $0) }.first ?? .planned,
            outcome: try reader.text("outcome", base?.outcome), links: try reader.links("links"), origin: base?.origin)
    }

    func answers(_ visit: Visit) -> [String: [String]] {
        let own: [String: [String]] = [
            "organisation": [organisation.rawValue], "form": [form.rawValue], "title": visit.answer(title),
            "summary": visit.answer(summary), "subjects": subjects.map(\.description),
            "targets": targets.map(\.description), "languages": languages.map(\.description), "way": [way.rawValue],
            "country": [country?.description ?? ""], "city": [city], "venue": visit.answer(venue),
            "online": [online], "starts": visit.answer(starts), "ends": visit.answer(ends),
            "startTime": [startTime?.text ?? ""], "endTime": [endTime?.text ?? ""], "zone": [zone],
            "registerBy": visit.answer(registerBy), "registration": [registration], "fee": [fee.rawValue],
            "support": visit.answer(support), "outlook": [outlook.rawValue], "outcome": visit.answer(outcome),
            "links": visit.answer(links),
        ]
        return own.merging(visit.answers("coverage", coverage)) { $1 }.merging(visit.answers("cost", cost)) { $1 }
    }

    static func file(
        _ body: Event, as id: EventID?, from base: Int, for visit: Visit, once key: String?, _ desk: Desk
    ) async throws(DeskError) -> EventID {
        try await desk.write(body, as: id, from: base, by: visit.viewer, once: key)
    }
}
