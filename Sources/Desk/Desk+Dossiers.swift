import Catalogue
public import Cooperation
public import Foundation

/// A dossier as one person sees it: what she may read of it, how she stands to it, and what she may do now.
public struct DossierView: Sendable {
    public var dossier: Dossier
    public var state: State
    public var since: Date
    public var expectation: Expectation
    public var isLate: Bool
    public var milestones: [Milestone]
    public var standings: Set<Standing>
    public var steps: Set<Step>
    /// The request it was merged into, if this person may read that: nothing happens here any more.
    public var mergedInto: RequestID?

    /// Belongs to the conversation: sees the letters, not only what is public.
    public var isInside: Bool { standings.areInside }
}

extension Desk {
    /// A request with all its papers that this person may see.
    /// - Throws: `notFound` also where she may not read it: a confidential request does not betray that it exists.
    public func dossier(_ id: RequestID, for viewer: Viewer) async throws(DeskError) -> DossierView {
        let (found, represented, target) = try await asking {
            (
                try await catalogue.dossier(id), try await catalogue.introducedOrganisations(in: id),
                try await catalogue.target(of: id.rawValue).flatMap(RequestID.init(rawValue:))
            )
        }
        guard let dossier = found else { throw .notFound }
        let standings = dossier.standings(of: viewer, candidates: represented)
        guard dossier.mayRead(standings) else { throw .notFound }
        let isTargetRead = try await mayRead(target, viewer)
        // To outsiders a merged request is no more open than the one it leads on to.
        if !isTargetRead, !standings.areInside { throw .notFound }
        let moment = now
        let (state, since) = dossier.standing(at: moment)
        return DossierView(
            dossier: dossier.seen(by: standings, viewer: viewer), state: state, since: since,
            expectation: dossier.expectation(at: moment), isLate: dossier.isLate(at: moment),
            milestones: dossier.milestones(at: moment), standings: standings,
            steps: target == nil ? dossier.steps(in: state, for: standings, of: viewer) : [],
            mergedInto: isTargetRead ? target : nil)
    }

    /// Whether this person may read where a merged request leads on to; true where it leads nowhere.
    private func mayRead(_ target: RequestID?, _ viewer: Viewer) async throws(DeskError) -> Bool {
        guard let target else { return true }
        do {
            _ = try await dossier(target, for: viewer)
            return true
        } catch {
            guard error == .notFound else { throw error }
            return false
        }
    }

    /// The dossier, if this person may take that step in it now. A form sent twice is told so, though the step it asked for is
    /// no longer possible.
    func dossier(
        _ id: RequestID, for viewer: Viewer, step: Step, once formKey: String?
    ) async throws(DeskError) -> DossierView {
        let view = try await dossier(id, for: viewer)
        guard view.steps.contains(step) else {
            try await checkNew(formKey)
            let anybody = Standing.allCases.filter { Steps.legal(in: view.state, for: $0).contains(step) }
            throw anybody.isEmpty ? .illegal(step, view.state) : .refused(step.rawValue)
        }
        return view
    }
}

extension Dossier {
    /// Without the papers that people who stand so may not see: the desk's own notes, and for outsiders the letters.
    func seen(by standings: Set<Standing>, viewer: Viewer) -> Dossier {
        var dossier = self
        if !standings.contains(.requester) { dossier.request = asSent }
        let isInside = standings.areInside
        dossier.messages.removeAll { message in
            !isInside || (message.body.audience == .desk && !standings.contains(.helpDesk))
        }
        if !standings.contains(.helpDesk) {
            dossier.tasks = []
            for index in dossier.charges.indices { dossier.charges[index].body.note = LocalizedText() }
            for index in dossier.holds.indices { dossier.holds[index].body.reason = LocalizedText() }
        }
        if !isInside {
            dossier.charges = []
            dossier.nudges = []
            dossier.feedback.removeAll { $0.body.side == .candidate }
            for index in dossier.referrals.indices { dossier.referrals[index].body.reason = LocalizedText() }
            // What was written to those concerned is for them: the letters, the reasons of a no, questions and objections.
            for index in dossier.introductions.indices { dossier.introductions[index].body.letter = LocalizedText() }
            for index in dossier.replies.indices {
                dossier.replies[index].body.reason = LocalizedText()
                dossier.replies[index].body.ground = nil
            }
            for index in dossier.positions.indices where dossier.positions[index].body.stance != .endorsement {
                dossier.positions[index].body.reason = LocalizedText()
            }
            // The public sees that there was an assessment and an answer, not the desk's remarks.
            for index in dossier.assessments.indices {
                dossier.assessments[index].body.note = LocalizedText()
                for finding in dossier.assessments[index].body.findings.indices {
                    dossier.assessments[index].body.findings[finding].note = ""
                }
            }
            for index in dossier.introductions.indices { dossier.introductions[index].body.suggestion = nil }
        }
        return dossier
    }
}
