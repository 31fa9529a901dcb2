import Catalogue
public import Cooperation
import Foundation
import Ledger

/// A letter of an exchange on its way to one person by mail.
public struct RelayLetter: Sendable {
    public var recipient: Filed<Account>
    public var enquiry: Filed<Enquiry>
    /// Who wrote it; her address stays here.
    public var writer: String
    public var addressee: Enquiry.Addressee
    /// The institution's name; nil where it is a focal point.
    public var institution: LocalizedText?
    /// The record of the earlier attempt, where there was one.
    public var relay: Filed<Relay>?
}

extension Desk {
    /// The letters of exchanges that are to be passed on now: to who asked, or to all who speak for the institution or country; never to
    /// who wrote it.
    public func relaysToSend(rules: PostRules = PostRules()) async throws(DeskError) -> [RelayLetter] {
        let since = now.addingTimeInterval(-rules.oldest)
        let enquiries = try await asking { try await catalogue.enquiries(since: since) }
        guard !enquiries.isEmpty else { return [] }
        let done = try await asking { try await catalogue.relays(of: enquiries.map(\.id)) }
        var letters: [RelayLetter] = []
        for enquiry in enquiries {
            let begun = done.filter { $0.body.enquiry == enquiry.id }
            for recipient in try await recipients(of: enquiry) {
                let relay = begun.first { $0.body.account == recipient.id }
                if let relay, relay.body.outcome != .postponed || relay.body.next.map({ $0 > now }) ?? true { continue }
                letters.append(try await letter(enquiry, to: recipient, relay))
            }
        }
        return letters
    }

    private func recipients(of enquiry: Filed<Enquiry>) async throws(DeskError) -> [Filed<Account>] {
        let isFromAsker = enquiry.author == .account(enquiry.body.asker)
        var people: [Filed<Account>] = []
        if isFromAsker, let addressee = enquiry.body.addressee {
            people = try await speakers(for: addressee).map(\.account)
        } else if !isFromAsker, let asker = try await asking({ try await catalogue.paper(enquiry.body.asker) }) {
            people = [asker]
        }
        return people.filter { .account($0.id) != enquiry.author }
    }

    private func letter(
        _ enquiry: Filed<Enquiry>, to recipient: Filed<Account>, _ relay: Filed<Relay>?
    ) async throws(DeskError) -> RelayLetter {
        guard let addressee = enquiry.body.addressee else { throw .notFound }
        let writer = try await asking { () -> String in
            guard let account = enquiry.author.account else { return "" }
            return try await catalogue.paper(account)?.body.name ?? ""
        }
        return RelayLetter(
            recipient: recipient, enquiry: enquiry, writer: writer, addressee: addressee,
            institution: try await name(of: addressee), relay: relay)
    }

    /// Takes a letter in hand; see `takeInHand`.
    public func begin(_ letter: RelayLetter) async throws(DeskError) -> Filed<Relay>? {
        let new = Relay(enquiry: letter.enquiry.id, account: letter.recipient.id, firstTried: now)
        let claim = Claim(space: "relay", key: "\(letter.enquiry.id.rawValue) \(letter.recipient.id.rawValue)")
        return try await takeInHand(letter.relay, or: new, claims: [claim])
    }
}
