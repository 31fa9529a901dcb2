import Cooperation
import Foundation
import Testing
import TextAnalysis
import Vocabulary

@testable import Matching

/// A few offers and requests that tests talk about.
struct Library {
    var records: [Record] = []

    static func text(_ text: String, _ language: Language = .english) -> LocalizedText {
        LocalizedText(text, in: language)
    }

    static func id<Body: Paper>(_ own: String) throws -> ID<Body> { try #require(ID<Body>(own: own)) }
    static func country(_ code: String) throws -> CountryCode { try #require(CountryCode(code)) }
    static func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }
    static func type(_ id: String) throws -> AssistanceTypeID { try #require(AssistanceTypeID(id)) }
    static func subject(_ id: String) throws -> SubjectID { try #require(SubjectID("CBD-SUBJECT-" + id)) }

    static func filed<Body: Paper>(_ body: Body, _ own: String, on text: String = "2026-05-01") throws -> Filed<Body> {
        Filed(
            id: try id(own), revision: 1, author: .account(try id("clerk")), at: try day(text).start,
            body: body)
    }

    /// Adds a provider with its institution.
    mutating func provider(
        _ own: String, _ title: String, _ expertise: String, _ language: Language = .english, seat: String?,
        serves: [String]? = nil, free: [String] = ["training"], atCost: [String] = [], subjects: [String] = ["MAR"],
        languages: [String], fullUntil: String? = nil, perYear: Int? = nil,
        standing: ProviderStanding = ProviderStanding()
    ) throws {
        let organisation = Organisation(
            name: Self.text("Institute of " + own), type: .academic, country: try seat.map(Self.country))
        let coverage: Coverage = try serves.map { .countries(Set(try $0.map(Self.country))) } ?? .everywhere
        let profile = ProviderProfile(
            organisation: try Self.id(own), title: Self.text(title, language), coverage: coverage,
            subjects: try subjects.map(Self.subject), free: try free.map(Self.type),
            atCost: try atCost.map(Self.type), expertise: Self.text(expertise, language),
            languages: try languages.map { try #require(LanguageCode($0)) }, requestsPerYear: perYear,
            fullUntil: try fullUntil.map(Self.day))
        records.append(.provider(try Self.filed(profile, own), of: organisation, standing: standing))
    }

    mutating func opportunity(
        _ own: String, _ title: String, _ description: String, open: Coverage = .everywhere, deadline: String?,
        types: [String] = ["funding.grant"]
    ) throws {
        let body = Opportunity(
            organisation: try Self.id("fund"), title: Self.text(title), description: Self.text(description),
            types: try types.map(Self.type), subjects: [try Self.subject("MAR")],
            eligibility: .init(countries: open), howToApply: Self.text("By letter"),
            deadline: try deadline.map(Self.day))
        records.append(.opportunity(try Self.filed(body, own), of: nil))
    }

    mutating func practice(_ own: String, _ title: String, _ summary: String, country: String) throws {
        let body = Practice(
            title: Self.text(title), summary: Self.text(summary), problem: Self.text(summary),
            whatWasDone: Self.text(summary), results: Self.text("It worked."), countries: [try Self.country(country)],
            subjects: [try Self.subject("MAR")])
        records.append(.practice(try Self.filed(body, own)))
    }

    mutating func request(
        _ own: String, _ title: String, _ problem: String, _ language: Language, country: String,
        types: [String] = ["training"]
    ) throws {
        let wishes = try types.map { Request.Wish(type: try Self.type($0)) }
        let body = Request(
            country: try Self.country(country), organisation: try Self.id("agency"), title: Self.text(title, language),
            problem: Self.text(problem, language), assistance: wishes, priorities: Self.text("Plan national", language),
            subjects: [try Self.subject("MAR")], targets: [], level: .national)
        records.append(.request(try Self.filed(body, own), of: nil))
    }

    func index() -> MatchIndex {
        let index = MatchIndex()
        index.apply(records.map(RecordChange.put))
        return index
    }

    /// Mangroves in four languages and five circles around Benin, and something else beside them.
    static func mangroves() throws -> Library {
        var library = Library()
        try library.provider(
            "cotonou", "Restauration des mangroves du Bénin", "Nous replantons des palétuviers avec les villages.",
            .french, seat: "BJ", languages: ["fr"], standing: ProviderStanding(helped: 3))
        try library.provider(
            "accra", "Mangroves and lagoons", "We train rangers in the restoration of mangroves.", seat: "GH",
            languages: ["en"])
        try library.provider(
            "dakar", "Écosystèmes côtiers", "Formation à la gestion des mangroves et des aires marines protégées.",
            .french, seat: "SN", languages: ["fr"])
        try library.provider(
            "cali", "Restauración de manglares", "Capacitamos a las comunidades en la restauración de manglares.",
            .spanish, seat: "CO", languages: ["es"])
        try library.provider(
            "leiden", "Coastal wetlands", "Advice on mangrove forests and blue carbon worldwide.", seat: "NL",
            free: ["expertise.advice"], atCost: ["training"], languages: ["en", "fr"])
        try library.provider(
            "oslo", "Seed banks", "We keep seeds of crops and teach how to store them.", seat: "NO",
            subjects: ["AGR"], languages: ["en"])
        try library.provider(
            "fiji", "Mangroves of the Pacific", "Mangrove nurseries for islands.", seat: "FJ", serves: ["FJ", "WS"],
            languages: ["en"])
        try library.opportunity(
            "open", "Grants for mangroves", "Up to 20,000 dollars for mangrove restoration.", deadline: "2026-12-31")
        try library.opportunity("closed", "Old grants for mangroves", "Mangroves.", deadline: "2025-12-31")
        try library.opportunity(
            "asia", "Grants for mangroves of Asia", "Mangroves.",
            open: .countries([try country("VN"), try country("TH")]), deadline: nil)
        try library.practice(
            "mekong", "Mangroves brought back", "Villages planted mangroves and guarded them.", country: "VN")
        try library.request(
            "ouidah", "Restaurer les mangroves", "Les mangroves de la côte disparaissent.", .french, country: "BJ")
        try library.request(
            "sechura", "Recuperar los manglares", "Se cortan los manglares.", .spanish, country: "PE")
        return library
    }

    static func wanted() throws -> Wanted {
        var wanted = Wanted(
            "Nous voulons restaurer nos mangroves et former les gardes.", country: try country("BJ"),
            language: .french, on: try day("2026-06-01"))
        wanted.assistance = [try type("training")]
        return wanted
    }
}

extension Matches {
    /// The own parts of the identifiers, best first.
    var names: [String] { best.map { String($0.candidate.name.drop { $0 != "-" }.dropFirst()) } }

    func candidate(_ own: String) throws -> ScoredCandidate {
        try #require(best.first { $0.candidate.name.hasSuffix("-" + own) })
    }
}
