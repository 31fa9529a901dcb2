import Cooperation
import TextAnalysis
import Vocabulary

extension LineReader {
    /// Nil where its days, its kind or its way are not said: the line is refused then. Where it takes place is
    /// `placeCountry`, beside which `country` is the seat of who holds it, as for all kinds; alone, `country` is the place.
    mutating func event(of organisation: OrganisationID, _ origin: Origin) -> Event? {
        let form = named("form", Event.Form.self)
        let way = named("way", Event.Way.self)
        let starts = day("starts")
        let ends = day("ends") ?? (text("ends").isEmpty ? starts : nil)
        for (field, isThere) in [("form", form != nil), ("way", way != nil), ("starts", starts != nil)]
        where !isThere && text(field).isEmpty {
            refuse(field, .problem(.missing, figures: [:]))
        }
        let place = has("placeCountry") ? "placeCountry" : "country"
        let country = country(place)
        if let way, way != .online, text(place).isEmpty { refuse(place, .problem(.missing, figures: [:])) }
        let (startTime, endTime) = (time("startTime"), time("endTime"))
        let (fee, outlook) = (named("fee", Event.Fee.self), named("outlook", Event.Outlook.self))
        let subjects = choices("subjects", Lookups.subjects)
        let coverage = coverage("coverage")
        let (registerBy, cost) = (day("registerBy"), money("cost"))
        guard let form, let way, let starts, let ends, !isRefused else { return nil }
        return Event(
            form: form, organisation: organisation, title: texts("title"), summary: texts("summary"),
            subjects: subjects, targets: choices("targets", Lookups.targets), coverage: coverage,
            languages: choices("languages", Lookups.languages), way: way, country: country, city: text("city"),
            venue: texts("venue"), online: text("online"), starts: starts, ends: ends, startTime: startTime,
            endTime: endTime, zone: text("zone"), registerBy: registerBy, registration: text("registration"),
            fee: fee ?? .unsaid, cost: cost, support: texts("support"), outlook: outlook ?? .planned,
            outcome: texts("outcome"), links: links("links"), origin: origin)
    }

    /// `09:30`, by the clock the line names.
    private mutating func time(_ field: String) -> OfficeHours.Time? {
        let text = text(field)
        guard !text.isEmpty else { return nil }
        if let time = OfficeHours.Time(text) { return time }
        refuse(field, .problem(.notATime, figures: [:]))
        return nil
    }
}
