import Catalogue
import Cooperation
import Desk
import TextAnalysis
import Vocabulary

/// What goes on in the library of the demonstration beside the stories: bright spots, a write-shop, a link that has died.
struct LibraryHabits {
    let desk: Desk
    let officer: Viewer
    /// Somebody who speaks for an institution and keeps records of the library.
    let keeper: Viewer

    /// - Parameter today: the last day of the demonstration.
    func live(on today: CalendarDay) async throws {
        try await choose(
            "namibia-conservancies", "Rights first, then guards and contracts: each block can be taken by itself.",
            "en",
            from: today.adding(days: -20), until: today.adding(days: 70))
        try await choose(
            "pes-costa-rica", "Un impuesto con destino fijo sostiene los contratos desde hace décadas.", "es",
            from: today.adding(days: -6), until: today.adding(days: 84))
        try await choose(
            "fmnr-niger", "Presque sans argent, et partie des paysans eux-mêmes.", "fr", from: today.adding(days: -200),
            until: today.adding(days: -110))
        try await write(on: today)
        try await findDeadLink()
    }

    private func choose(
        _ own: String, _ reason: String, _ code: String, from: CalendarDay, until: CalendarDay
    ) async throws {
        guard let practice = PracticeID(own: own), let language = Language(rawValue: code) else { return }
        let spot = BrightSpot(
            practice: practice, reason: LocalizedText(reason, in: language), from: from, until: until)
        try await desk.choose(spot, by: officer)
    }

    /// Three people write; one has come far, one has begun, one has just sat down.
    private func write(on today: CalendarDay) async throws {
        let shop = try await desk.open(
            writeShop: "Island practices in a day", on: today, group: "Park agencies of six islands (demonstration)",
            by: officer)
        let code = try await desk.writeShop(shop, for: officer).body.code
        let far = try await desk.join(code: code, writer: "Participant 1", by: .visitor)
        var practice = Practice.empty
        practice.title = text("Nets of the village close a lagoon for spawning")
        practice.summary = text("For six weeks a year the village keeps its own nets out and counts what comes back.")
        practice.problem = text("Fish were taken before they had spawned once.")
        practice.whatWasDone = text("A closed season set by the village council, with a count before and after.")
        practice.countries = [CountryCode("WS")].compactMap(\.self)
        practice.blocks = [
            Practice.Block(
                title: text("A count that children can do"), done: text("Ten lines along the reef, twice a year."),
                lessons: text("Draw the fish large; names differ from village to village."))
        ]
        try await desk.revise(far, to: practice, from: 1, by: .link)
        try await desk.comment(
            text("Who decides the day on which it opens again? Others will ask that first."), on: far, by: officer)
        let begun = try await desk.join(code: code, writer: "Participant 2", by: .visitor)
        var second = Practice.empty
        second.title = text("Rats kept off a seabird island")
        try await desk.revise(begun, to: second, from: 1, by: .link)
        try await desk.join(code: code, writer: "Participant 3", by: .visitor)
    }

    /// A guide of somebody who keeps records here, admitted; then its link dies, as if the clock had looked twice. She writes a
    /// practice, too, that is not ready.
    private func findDeadLink() async throws {
        let address = "https://library.example/handbook"
        let guide = Resource(
            title: LocalizedText("Modèles de clauses pour le partage des avantages (démonstration)", in: .french),
            summary: LocalizedText(
                "Sert à montrer ce que voient les lecteurs quand un lien ne mène plus nulle part.", in: .french),
            form: .guidance, publisher: "SEDD", links: [Link(title: "", address: address)],
            languages: [LanguageCode(.french)], subjects: [SubjectID("CBD-SUBJECT-ABS")].compactMap(\.self),
            rights: "CC BY 4.0")
        let id = try await desk.write(guide, by: keeper)
        let findings = Review.Criterion.asked(of: .resource).map { Review.Finding(criterion: $0, verdict: .yes) }
        try await desk.review(
            Review(record: .resource(id), revision: 1, findings: findings, decision: .admitted), by: officer)
        for _ in 1...LinkState.failuresOfDead {
            try await desk.note([.init(address: address, outcome: .gone, trouble: "status-404")])
        }
        var practice = Practice.empty
        practice.title = LocalizedText("Former des juristes par les pairs", in: .french)
        practice.problem = LocalizedText(
            "Peu de juristes connaissent à la fois le droit et les communautés.", in: .french)
        try await desk.keep(practice, by: keeper)
    }

    private func text(_ words: String) -> LocalizedText { LocalizedText(words, in: .english) }
}
