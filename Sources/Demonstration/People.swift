import Cooperation
import Desk
import TextAnalysis
import Vocabulary

/// Everybody who acts in the stories: the accounts one can sign in with, and a quiet one without a password for each
/// focal point, institution and donor that a story needs besides.
struct People {
    private var papers: [ChosenPaper] = []
    private var accounts: [Part: AccountID] = [:]
    private let focalPointName: Labels

    /// What somebody acts as.
    struct Part: Hashable {
        var role: Role
        var organisation: OrganisationID?
        var country: CountryCode?
        var hub: HubID?

        static let officer = Part(role: .helpDesk)
    }

    init(_ list: AccountList, passwordHash: String) throws(DeskError) {
        focalPointName = list.focalPoint
        for person in list.accounts {
            let part = Part(
                role: person.role, organisation: person.organisation, country: person.country, hub: person.hub)
            try add(person.account, as: person.id, appointment: person.appointment, part: part)
            guard let credential = ID<Credential>(own: person.id.own) else { throw .unavailable("desk.identifier") }
            let secret = Credential(account: person.id, passwordHash: passwordHash)
            papers.append(try ChosenPaper(secret, as: credential, by: .account(person.id)))
        }
    }

    /// All papers of these people, for one commit.
    var all: [ChosenPaper] { papers }

    func account(_ part: Part) -> AccountID? { accounts[part] }

    /// Adds a quiet account for that part unless somebody has it.
    mutating func need(_ part: Part, organisation: Organisation? = nil) throws(DeskError) {
        guard accounts[part] == nil else { return }
        let key: String
        let name: String
        let language: Language
        if let country = part.country {
            key = "\(part.role == .focalPoint ? "focal-point" : "authorised")-\(country.description.lowercased())"
            language = country.country.languages.lazy.compactMap(\.language).first ?? .english
            name = focalPointName[language].replacing("{country}", with: country.country.name(in: language))
        } else if let id = part.organisation, let organisation {
            key = "\(part.role == .donor ? "donor" : "speaker")-\(id.own)"
            let best = organisation.name.best(for: [])
            language = best?.language ?? .english
            name = best?.version.text ?? id.own
        } else {
            throw .notFound
        }
        guard let id = AccountID(own: key) else { throw .unavailable("desk.identifier") }
        let account = Account(name: String(name.prefix(110)), email: "\(key)@example.org", language: language)
        let appointment = Appointment(
            account: id, role: part.role, organisation: part.organisation, country: part.country)
        try add(account, as: id, appointment: appointment, part: part)
    }

    private mutating func add(
        _ account: Account, as id: AccountID, appointment: Appointment, part: Part
    ) throws(DeskError) {
        guard let paper = ID<Appointment>(own: id.own) else { throw .unavailable("desk.identifier") }
        papers.append(try ChosenPaper(account, as: id, by: .account(id)))
        papers.append(try ChosenPaper(appointment, as: paper))
        accounts[part] = id
    }
}
