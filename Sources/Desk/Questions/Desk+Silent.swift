import Catalogue
public import Cooperation
public import Foundation

/// Somebody who has not answered, and where.
public struct SilentCase: Sendable {
    public var request: Filed<Request>
    public var state: State
    public var party: SilentParty
    /// The institution behind the candidate that has not answered.
    public var institution: OrganisationID?
    /// When the help desk last asked again.
    public var nudged: Date?
    /// She may be asked again now.
    public var mayNudge: Bool
}

extension Desk {
    /// Who is not answering the requests of this person's help desk: focal points with open windows, authors with an open
    /// question, both sides of introductions. Who has been waited for longest stands first.
    public func silentCases(for viewer: Viewer, limit: Int = 200) async throws(DeskError) -> [SilentCase] {
        guard viewer.may(.seeQueue) else { throw viewer.isSignedIn ? .refused("seeQueue") : .signInFirst }
        let filter = RequestFilter(
            states: [.submitted, .questioned, .introduced], countries: deskCountries(viewer), order: .oldest)
        let moment = now
        var all: [SilentCase] = []
        for card in try await requests(filter, for: viewer, limit: limit).items {
            let view = try await dossier(card.request.id, for: viewer)
            let institutions = try await asking { try await catalogue.institutions(introducedIn: card.request.id) }
            for party in view.dossier.silent(at: moment) {
                let last = view.dossier.lastNudge(of: party)
                let isSoon = last.map { moment.timeIntervalSince($0) < Double(Nudge.pause) * 86_400 } ?? false
                let institution = party.asked == .candidate ? party.introduction.flatMap { institutions[$0] } : nil
                all.append(
                    SilentCase(
                        request: card.request, state: card.state, party: party, institution: institution,
                        nudged: last, mayNudge: !isSoon && view.steps.contains(.nudge)))
            }
        }
        return all.sorted { ($0.party.since, $0.request.id) < ($1.party.since, $1.request.id) }
    }
}
