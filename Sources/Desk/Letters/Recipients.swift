import Cooperation
import Foundation

/// Somebody who may have to be written to, with the roles she holds today.
struct Correspondent: Sendable {
    var account: Filed<Account>
    var viewer: Viewer
}

/// One letter that a paper calls for.
struct CalledLetter: Sendable {
    var recipient: Filed<Account>
    var addressee: Addressee
    var occasion: Occasion
}

extension Dossier {
    /// The letters this call means, in the order of the accounts. A pure function of the papers, the people and what they
    /// hold: nobody gets two, its author none, and who may not read the request is not told that there is one.
    /// - Parameter institutions: the institution behind each introduction.
    func letters(
        for call: Call, among people: [Correspondent], institutions: [IntroductionID: OrganisationID]
    ) -> [CalledLetter] {
        let meant = institutions.filter { isMeant($0.key, by: call) }
        let partners = Set(meant.values)
        let represented = Set(institutions.values)
        let supporters = Set(pledges.compactMap(\.author.account))
        return people.sorted { $0.account.id < $1.account.id }.compactMap { person in
            guard call.author.account != person.account.id else { return nil }
            let standings = standings(of: person.viewer, candidates: represented)
            guard mayRead(standings) else { return nil }
            for addressee in Addressee.allCases {
                guard let occasion = call.occasions[addressee] else { continue }
                let isAddressed =
                    switch addressee {
                    case .requester: standings.contains(.requester)
                    case .candidate: !partners.isDisjoint(with: person.viewer.organisations)
                    case .focalPoint: standings.contains(.focalPoint)
                    // Who has the case is written to; while nobody has it, all of the desk are.
                    case .helpDesk:
                        standings.contains(.helpDesk) && (officer == nil || officer == person.account.id)
                            && hasItsSeat(person.viewer, occasion)
                    case .supporter: supporters.contains(person.account.id)
                    }
                if isAddressed {
                    return CalledLetter(recipient: person.account, addressee: addressee, occasion: occasion)
                }
            }
            return nil
        }
    }

    /// What the global desk was handed is no centre's any more; what it hands back is told the centre.
    private func hasItsSeat(_ viewer: Viewer, _ occasion: Occasion) -> Bool {
        if isReferred { return viewer.sitsAtGlobalDesk }
        return occasion != .referredBack || viewer.hub(for: request.body.country) != nil
    }

    private func isMeant(_ introduction: IntroductionID, by call: Call) -> Bool {
        if let only = call.introduction { return introduction == only }
        guard let filed = introductions.first(where: { $0.id == introduction }) else { return false }
        return fate(of: filed) != .declined
    }
}
