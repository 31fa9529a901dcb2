import Catalogue
public import Cooperation
import Foundation
public import Vocabulary

/// A request with a plan that looks for money, held against what a donor's calls are for.
public struct FundableRequest: Sendable {
    public enum Reason: Hashable, Sendable {
        /// A theme of one of the donor's calls.
        case subject(SubjectID)
        /// One of its calls is for this country.
        case country
        /// What is asked is within what a call gives.
        case amount
    }

    public var view: DossierView
    /// The strongest first; empty where nothing is shared.
    public var reasons: [Reason]
}

/// What a donor sees: what could be funded, and what came of what was promised.
public struct Funding: Sendable {
    public var fundable: [FundableRequest]
    /// Requests for which one of the donor's institutions has promised something.
    public var pledged: [DossierView]
}

extension Desk {
    /// Fundable requests in a donor's priorities, those that share most first, and the donor's pledges with their results.
    public func funding(for viewer: Viewer, limit: Int = 30) async throws(DeskError) -> Funding {
        guard viewer.may(.seeFunding) else { throw viewer.isSignedIn ? .refused("seeFunding") : .signInFirst }
        let own = viewer.organisations
        let calls = try await asking { try await catalogue.papers(Opportunity.self, of: own) }
        var fundable: [FundableRequest] = []
        let planned = RequestFilter(states: [.planned], passedOnly: true, order: .newest)
        for card in try await requests(planned, for: viewer, limit: 200).items {
            let view = try await dossier(card.request.id, for: viewer)
            guard let plan = view.dossier.plans.last?.body, !plan.needsNoFunding else { continue }
            fundable.append(FundableRequest(view: view, reasons: Desk.reasons(view.dossier.request.body, calls)))
        }
        fundable.sort {
            ($1.reasons.count, $0.view.since, $0.view.dossier.id) < (
                $0.reasons.count, $1.view.since, $1.view.dossier.id
            )
        }
        var pledged: [DossierView] = []
        if !own.isEmpty {
            var filter = RequestFilter(order: .newest)
            filter.pledgedBy = own
            for card in try await requests(filter, for: viewer, limit: 100).items {
                pledged.append(try await dossier(card.request.id, for: viewer))
            }
        }
        return Funding(fundable: Array(fundable.prefix(limit)), pledged: pledged)
    }

    private static func reasons(_ request: Request, _ calls: [Filed<Opportunity>]) -> [FundableRequest.Reason] {
        var reasons: [FundableRequest.Reason] = []
        let wanted = Set(calls.flatMap(\.body.subjects))
        reasons += request.subjects.filter(wanted.contains).prefix(3).map { .subject($0) }
        let covered = calls.filter {
            $0.body.coverage.contains(request.country) && $0.body.eligibility.countries.contains(request.country)
        }
        if !covered.isEmpty { reasons.append(.country) }
        if let budget = request.budget,
            covered.contains(where: { call in
                call.body.upTo.map { $0.currency == budget.currency && $0.amount >= budget.amount } ?? false
            })
        {
            reasons.append(.amount)
        }
        return reasons
    }
}
