import Catalogue
import Cooperation
import Desk
import Foundation
import Ledger
import TextAnalysis
import Vocabulary

/// What goes on beside the requests: wishes to be told, letters between people, a plan sent in twice, a list taken in.
struct SideStories {
    let desk: Desk
    let player: Player

    /// When these stories begin.
    static let begunDaysAgo = 60

    /// Somebody who offers help wishes to be told of new needs, and a plan is sent in.
    func begin() async throws {
        let provider = try ProviderID(own: "morocco-abs").orUnknown("morocco-abs")
        let viewer = try await player.viewer(representative("sedd-morocco"))
        try await desk.setAlert(on: .provider(provider), from: 20, byMail: true, by: viewer)
        try await send(DataFile.earlierStrategy, of: 2019)
    }

    /// - Parameter resources: what the list holds that the help desk takes in.
    func tell(_ resources: [Record<Resource>]) async throws {
        try await correspond()
        try await send(DataFile.strategy, of: 2026)
        try await writePartnership()
        for event in try DemonstrationEvents(today: desk.today).all() { try await desk.write(event, by: .office) }
        try await takeIn(resources)
    }

    /// The agency of Benin asks the Moroccan institution, which answers.
    private func correspond() async throws {
        let institution = try OrganisationID(own: "sedd-morocco").orUnknown("sedd-morocco")
        let question = LocalizedText(
            """
            Bonjour, nous préparons une loi sur l’accès aux ressources génétiques. Pourriez-vous nous dire combien de \
            temps l’atelier de Rabat a demandé, et qui l’a payé ?
            """, in: .french)
        let answer = LocalizedText(
            """
            Bonjour, quatre jours sur place et six semaines de préparation. Le voyage était payé par l’Initiative, \
            les salles par nous. Le programme est sur la page de la pratique ; posez-nous vos questions.
            """, in: .french)
        let thread = try await desk.enquire(
            question, to: .institution(institution), about: "practice-abs-lawyers-rabat",
            by: try await player.viewer(representative("abe-benin")))
        try await desk.answer(
            answer, in: thread, by: try await player.viewer(representative("sedd-morocco")))
    }

    /// The focal point of Benin sends a plan in, or the next edition of the one sent before. The server reads them when it
    /// opens.
    private func send(_ file: DataFile, of year: Int) async throws {
        let country = try CountryCode("BJ").orUnknown("BJ")
        let viewer = try await player.viewer(People.Part(role: .focalPoint, country: country))
        let title = LocalizedText("Stratégie pour la nature, texte de démonstration (\(year))", in: .french)
        let document = NationalDocument(
            country: country, title: title, sort: .strategy, year: year,
            file: StoredFile(name: file.name, digest: "", bytes: 0),
            follows: try await desk.documents(for: viewer, of: country).items.first?.document.id)
        try await desk.send(file.contents, named: file.name, as: document, by: viewer)
    }

    /// The focal point of Benin writes down what her country does with its neighbour.
    private func writePartnership() async throws {
        let countries = try ["BJ", "TG"].map { try CountryCode($0).orUnknown($0) }
        let viewer = try await player.viewer(People.Part(role: .focalPoint, country: countries[0]))
        let partnership = Partnership(
            form: .transboundaryArea,
            title: LocalizedText("Réserve de biosphère transfrontalière du Mono", in: .french),
            summary: LocalizedText(
                """
                Le Bénin et le Togo gèrent ensemble les mangroves, les lagunes et les plaines du delta du Mono, \
                reconnues réserve de biosphère en 2017.
                """, in: .french),
            countries: countries, subjects: [try SubjectID("CBD-SUBJECT-WTR").orUnknown("CBD-SUBJECT-WTR")],
            starts: CalendarDay("2017-06-14"))
        try await desk.write(partnership, by: viewer)
    }

    /// The help desk takes in a list of published tools.
    private func takeIn(_ resources: [Record<Resource>]) async throws {
        let officer = try await player.viewer(.officer)
        let intakeID = try desk.nextID(of: Intake.self)
        let list = "Published tools, guidance and data, a list for this demonstration"
        let papers = try resources.enumerated().map { index, record in
            var body = record.body
            body.origin = Origin(intake: intakeID, key: "line \(index + 2)", name: list)
            return try ChosenPaper(body, as: record.id, by: officer.author)
        }
        let file = DataFile.takenIn.contents
        let intake = Intake(
            records: .resource, fileName: "tools.csv", fileDigest: Digest.of(file).hexadecimal, source: list,
            consent: .published, lines: resources.count + 1, made: resources.count, known: 0, refused: 1,
            refusals: [Intake.Refusal(line: resources.count + 2, column: "links", code: "missing")])
        try await desk.takeIn(intake, as: intakeID, papers, by: officer)
    }

    private func representative(_ own: String) throws -> People.Part {
        People.Part(role: .representative, organisation: try OrganisationID(own: own).orUnknown(own))
    }
}

extension Optional {
    fileprivate func orUnknown(_ name: String) throws(DemonstrationError) -> Wrapped {
        guard let self else { throw .damaged(file: "side stories", line: 1, reason: "unknown: \(name)") }
        return self
    }
}
