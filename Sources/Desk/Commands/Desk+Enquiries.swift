import Catalogue
public import Cooperation
import Foundation
import Ledger

extension Desk {
    /// Letters a person may begin in a day, and send in all, answers among them.
    public static let enquiriesADay = 5
    public static let enquiryLettersADay = 30

    /// Writes to those who speak for an institution, or for a country. Nobody's address is shown to the other side: the house passes it on.
    /// - Throws: `invalid` with `unknown` where nobody speaks for it, with `tooMany` where she has written too often today.
    @discardableResult
    public func enquire(
        _ text: LocalizedText, to addressee: Enquiry.Addressee, about: String? = nil, by viewer: Viewer,
        once formKey: String? = nil
    ) async throws(DeskError) -> EnquiryID {
        guard viewer.may(.enquire), let asker = viewer.account else { throw .signInFirst }
        if case .institution(let id) = addressee { _ = try await record(id) }
        let enquiry = Enquiry(to: addressee, asker: asker, about: about, text: text)
        try check(enquiry.problems())
        let sent = try await sentToday(by: viewer)
        if sent.begun >= Desk.enquiriesADay {
            try await checkNew(formKey)
            throw .invalid([Problem(field: "text", code: .tooMany, figures: ["most": Desk.enquiriesADay])])
        }
        if try await speakers(for: addressee).allSatisfy({ $0.account.id == asker }) {
            throw .invalid([Problem(field: "text", code: .unknown)])
        }
        let id: EnquiryID = try newID()
        try await file([Sheet(enquiry, as: id, by: viewer.author)], once: formKey)
        return id
    }

    /// Answers in an exchange: who asked, or anybody who speaks for the institution.
    public func answer(
        _ text: LocalizedText, in thread: EnquiryID, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        let exchange = try await enquiry(thread, for: viewer)
        guard let first = exchange.letters.first, let addressee = first.body.addressee else { throw .notFound }
        let letter = Enquiry(
            to: addressee, asker: first.body.asker, thread: first.id, about: first.body.about,
            text: text)
        try check(letter.problems())
        let sent = try await sentToday(by: viewer)
        if sent.all >= Desk.enquiryLettersADay {
            try await checkNew(formKey)
            throw .invalid([Problem(field: "text", code: .tooMany, figures: ["most": Desk.enquiryLettersADay])])
        }
        try await file([Sheet(letter, as: try newID(), by: viewer.author)], once: formKey)
    }

    private func sentToday(by viewer: Viewer) async throws(DeskError) -> (begun: Int, all: Int) {
        let since = now.addingTimeInterval(-86_400)
        return try await asking { try await catalogue.enquiriesSent(by: viewer.author, since: since) }
    }

    /// Who speaks for an institution or a country today.
    func speakers(for addressee: Enquiry.Addressee) async throws(DeskError) -> [(
        account: Filed<Account>, viewer: Viewer
    )] {
        switch addressee {
        case .institution(let id): return try await speakers(for: id)
        case .focalPoint(let country):
            return try await asking {
                let named = try await catalogue.appointments(for: country).filter { $0.body.country == country }
                var speakers: [(account: Filed<Account>, viewer: Viewer)] = []
                for account in try await catalogue.papers(Set(named.map(\.body.account)).sorted()) {
                    let viewer = try await self.viewer(account.id)
                    if viewer.countries.contains(country) { speakers.append((account, viewer)) }
                }
                return speakers
            }
        }
    }

    /// Who speaks for an institution today.
    func speakers(for organisation: OrganisationID) async throws(DeskError) -> [(
        account: Filed<Account>, viewer: Viewer
    )] {
        try await asking {
            let family = try await catalogue.family(of: organisation)
            var speakers: [(account: Filed<Account>, viewer: Viewer)] = []
            for account in try await catalogue.papers(try await catalogue.speakers(for: family)) {
                let viewer = try await self.viewer(account.id)
                if !viewer.organisations.isDisjoint(with: family) { speakers.append((account, viewer)) }
            }
            return speakers
        }
    }

    /// Whether a letter would reach somebody other than its writer.
    public func isReachable(_ addressee: Enquiry.Addressee, for viewer: Viewer) async throws(DeskError) -> Bool {
        try await speakers(for: addressee).contains { $0.account.id != viewer.account }
    }
}

/// An exchange of letters between a person and an institution or a focal point.
public struct Correspondence: Sendable {
    /// Oldest first; the first began it.
    public var letters: [Filed<Enquiry>]
    public var addressee: Enquiry.Addressee
    /// The institution's name; nil where it is a focal point.
    public var institution: LocalizedText?
    /// The names of who wrote; never their addresses.
    public var names: [AccountID: String]
}

extension Desk {
    /// The exchanges a person takes part in, those with the newest letter first.
    public func exchanges(for viewer: Viewer) async throws(DeskError) -> [Correspondence] {
        guard let account = viewer.account else { throw .signInFirst }
        let letters = try await asking {
            try await catalogue.enquiries(
                asker: account, organisations: viewer.organisations, countries: viewer.countries)
        }
        var exchanges: [Correspondence] = []
        for (_, thread) in Dictionary(grouping: letters, by: { $0.body.thread ?? $0.id }) {
            exchanges.append(try await exchange(thread, for: viewer))
        }
        return exchanges.sorted { left, right in
            guard let first = left.letters.last, let second = right.letters.last else { return false }
            return (second.at, first.id) < (first.at, second.id)
        }
    }

    /// One exchange, by any of its letters.
    /// - Throws: `notFound` for who takes no part in it.
    public func enquiry(_ id: EnquiryID, for viewer: Viewer) async throws(DeskError) -> Correspondence {
        guard let account = viewer.account else { throw .signInFirst }
        let letters = try await asking {
            try await catalogue.enquiries(
                asker: account, organisations: viewer.organisations, countries: viewer.countries)
        }
        guard let known = letters.first(where: { $0.id == id }) else { throw .notFound }
        let thread = known.body.thread ?? known.id
        return try await exchange(letters.filter { ($0.body.thread ?? $0.id) == thread }, for: viewer)
    }

    private func exchange(
        _ letters: [Filed<Enquiry>], for viewer: Viewer
    ) async throws(DeskError) -> Correspondence {
        guard let addressee = letters.first?.body.addressee else { throw .notFound }
        let people = Set(letters.compactMap(\.author.account))
        return Correspondence(
            letters: letters, addressee: addressee, institution: try await name(of: addressee),
            names: try await names(of: people, for: viewer))
    }

    /// Nil for a focal point, who is named by her country.
    func name(of addressee: Enquiry.Addressee) async throws(DeskError) -> LocalizedText? {
        guard case .institution(let id) = addressee else { return nil }
        return try await record(id).body.name
    }
}
