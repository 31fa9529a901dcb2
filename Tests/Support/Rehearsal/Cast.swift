public import Cooperation
public import Desk
import Foundation
import TextAnalysis
public import Vocabulary

/// The people and institutions of the tests, with their papers in the ledger.
public struct Cast: Sendable {
    public let benin: CountryCode
    /// Asks for a park agency of Benin.
    public let requester: Viewer
    public let agency: OrganisationID
    /// National focal point of Benin.
    public let focalPoint: Viewer
    /// Global help desk.
    public let officer: Viewer
    /// Speaks for an institute in Senegal.
    public let provider: Viewer
    public let institute: OrganisationID
    public let offer: ProviderID
    /// Signed in, and nothing else.
    public let stranger: Viewer
    public let donor: Viewer
    public let fund: OrganisationID

    public init(on stage: Stage) async throws {
        let desk = stage.desk
        benin = try country("BJ")
        agency = try await desk.write(
            Organisation(
                name: LocalizedText("Agence des parcs", in: .french), type: .governmentNational, country: benin),
            by: .office)
        institute = try await desk.write(
            Organisation(
                name: LocalizedText("Centre de Suivi Écologique", in: .french), acronym: "CSE", type: .academic,
                country: try country("SN")), by: .office)
        fund = try await desk.write(
            Organisation(name: LocalizedText("A fund", in: .english), type: .intergovernmental, country: nil),
            by: .office)
        requester = try await person("requester", .representative, organisation: agency, on: desk)
        focalPoint = try await person("focal-point", .focalPoint, country: benin, on: desk)
        officer = try await person("officer", .helpDesk, on: desk)
        provider = try await person("provider", .representative, organisation: institute, on: desk)
        stranger = try await person("stranger", nil, on: desk)
        donor = try await person("donor", .donor, organisation: fund, on: desk)
        offer = try await desk.write(
            ProviderProfile(
                organisation: institute, title: LocalizedText("Suivi écologique par satellite", in: .french),
                coverage: .everywhere, subjects: [try subject("CBD-SUBJECT-PA")], free: [try firstAssistance()],
                expertise: LocalizedText("Télédétection et suivi des aires protégées.", in: .french),
                languages: [LanguageCode(Language.french)]), by: provider)
        try await desk.review(try admission(of: .provider(offer)), by: officer)
    }

    /// A request that is ready to be submitted.
    public func request(title: String = "Suivi de la faune", visibility: Request.Visibility = .everybody) throws
        -> Request
    {
        Request(
            country: benin, organisation: agency, title: LocalizedText(title, in: .french),
            problem: LocalizedText("Nous ne savons pas combien de lions vivent encore dans le parc.", in: .french),
            assistance: [
                Request.Wish(type: try firstAssistance(), how: LocalizedText("Former six agents.", in: .french))
            ],
            priorities: LocalizedText("Plan d'action national pour la biodiversité", in: .french),
            subjects: [try subject("CBD-SUBJECT-PA")], targets: [try target(4)], level: .national,
            languages: [LanguageCode(Language.french)], visibility: visibility)
    }

    /// The same, submitted.
    public func submitted(on stage: Stage, visibility: Request.Visibility = .everybody) async throws -> RequestID {
        let id = try await stage.desk.draft(try request(visibility: visibility), by: requester)
        try await stage.desk.submit(id, by: requester)
        return id
    }

    /// The same, endorsed and triaged.
    public func triaged(on stage: Stage, visibility: Request.Visibility = .everybody) async throws -> RequestID {
        let id = try await submitted(on: stage, visibility: visibility)
        try await stage.desk.take(.endorsement, on: id, by: focalPoint)
        let finding = Assessment.Finding(criterion: .countryDriven, verdict: .yes, note: "seen")
        try await stage.desk.assess(
            Assessment(
                request: id, findings: [finding], lane: .project, note: LocalizedText("For the desk", in: .english)),
            by: officer)
        return id
    }

    /// The same, introduced to the institute.
    public func introduced(
        on stage: Stage, visibility: Request.Visibility = .everybody
    ) async throws -> (RequestID, IntroductionID) {
        let id = try await triaged(on: stage, visibility: visibility)
        let introduction = Introduction(
            request: id, candidate: .provider(offer), letter: LocalizedText("Chers collègues", in: .french))
        return (id, try await stage.desk.introduce(introduction, by: officer))
    }
}

/// A review that finds everything in order.
public func admission(of record: Kept, revision: Int = 1) throws -> Review {
    let findings = Review.Criterion.asked(of: record.kind).map { Review.Finding(criterion: $0, verdict: .yes) }
    return Review(record: record, revision: revision, findings: findings, decision: .admitted)
}

public func country(_ code: String) throws -> CountryCode {
    guard let country = CountryCode(code) else { throw StageError.noSuch(code) }
    return country
}

func subject(_ code: String) throws -> SubjectID {
    guard let subject = SubjectID(code) else { throw StageError.noSuch(code) }
    return subject
}

func target(_ number: Int) throws -> FrameworkTarget {
    guard let target = FrameworkTarget(number: number) else { throw StageError.noSuch("target \(number)") }
    return target
}

func firstAssistance() throws -> AssistanceTypeID {
    guard let type = AssistanceTypeID("training.workshop") else { throw StageError.noSuch("training.workshop") }
    return type
}

public func person(
    _ name: String, _ role: Role?, organisation: OrganisationID? = nil, country: CountryCode? = nil, on desk: Desk
) async throws -> Viewer {
    let id = try await desk.register(
        Account(name: name, email: "\(name)@example.org", language: .french), password: "a long password")
    if let role {
        try await desk.appoint(
            Appointment(account: id, role: role, organisation: organisation, country: country), by: .office)
    }
    return try await desk.viewer(id)
}
