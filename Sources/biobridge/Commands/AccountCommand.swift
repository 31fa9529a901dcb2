internal import ArgumentParser
internal import Cooperation
internal import Desk
internal import Foundation
internal import TextAnalysis
internal import Vocabulary

struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "People who can sign in.", subcommands: [Add.self, Release.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds an account, with a role if one is named. The password is read from standard input.")

        @OptionGroup var data: DataFolder
        @Option(help: "The person's name, as colleagues see it.") var name: String
        @Option(help: "The e-mail address to sign in with.") var email: String
        @Option(help: "Language of letters: ar, zh, en, fr, ru, es.") var language = "en"
        @Option(help: "Role: \(Role.allCases.map(\.rawValue).joined(separator: ", ")).") var role: String?
        @Option(help: "Country of a focal point or authorised user, such as BJ.") var country: String?
        @Option(help: "Institution of a representative or donor: its identifier.") var organisation: String?
        @Option(help: "Hub of a help desk officer: its identifier; without it, the global help desk.") var hub: String?

        func run() async throws {
            guard let language = Language(rawValue: language) else {
                throw ValidationError("no such language: \(language)")
            }
            guard let password = readLine(strippingNewline: true) else {
                throw ValidationError("no password on standard input")
            }
            let account = Account(name: name, email: email, language: language)
            let role = try role.map { try appointment($0) }
            let id: AccountID = try await House.working(in: data.url, mayBegin: true) { house in
                let id = try await house.desk.register(account, password: password)
                if var appointment = role {
                    appointment.account = id
                    try await house.desk.appoint(appointment, by: .office)
                }
                return id
            }
            print(id.rawValue)
        }

        /// Checked before anything is written; the account's identifier is put in later.
        private func appointment(_ name: String) throws -> Appointment {
            guard let role = Role(rawValue: name) else { throw ValidationError("no such role: \(name)") }
            guard let nobody = AccountID(own: "nobody") else { throw Refusal("identifiers are broken") }
            let appointment = Appointment(
                account: nobody, role: role,
                organisation: try known(organisation, "institution", OrganisationID.init(rawValue:)),
                country: try known(country, "country", { CountryCode($0) }),
                hub: try known(hub, "hub", HubID.init(rawValue:)))
            if let problem = appointment.problems().first {
                throw ValidationError("\(problem.field): \(problem.code.rawValue)")
            }
            return appointment
        }

        private func known<Value>(_ text: String?, _ what: String, _ make: (String) -> Value?) throws -> Value? {
            guard let text else { return nil }
            guard let value = make(text) else { throw ValidationError("no such \(what): \(text)") }
            return value
        }
    }

    /// For the day the last administrator has lost her telephone.
    struct Release: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lets somebody in without the second factor she has lost, at once; she is told by letter.")

        @OptionGroup var data: DataFolder
        @Option(help: "Her e-mail address.") var email: String
        @Option(help: "How you made sure that it is she who asks; it stands in the ledger.") var proof: String

        func run() async throws {
            try await House.working(in: data.url) { house in
                guard let account = try await house.desk.accounts(of: [email], for: .office)[email] else {
                    throw Refusal("nobody has the address \(email)")
                }
                try await house.desk.release(account, proof: proof, by: .office)
            }
        }
    }
}
