import Cooperation
import Foundation

/// What one paper of a dossier calls for: whom it is to be told, and why.
struct Call: Sendable {
    /// Never written to herself.
    var author: Author
    var at: Date
    var occasions: [Addressee: Occasion]
    /// Where only the candidate of this introduction is meant; otherwise all that have not been declined are.
    var introduction: IntroductionID?

    init<Body: Paper>(
        _ paper: Filed<Body>, _ occasions: [Addressee: Occasion], introduction: IntroductionID? = nil
    ) {
        author = paper.author
        at = paper.at
        self.occasions = occasions
        self.introduction = introduction
    }

    init<Body: Paper>(_ paper: Filed<Body>, _ occasion: Occasion, to addressees: Addressee...) {
        self.init(paper, Dictionary(uniqueKeysWithValues: addressees.map { ($0, occasion) }))
    }
}

extension Dossier {
    /// The one table of who is told what. Nil for a paper that is not here or that nobody is told of.
    ///
    /// A letter that asks for an act is called for only while the act is still open, and what is over is told by its end
    /// alone: who was away reads what is, not what was.
    func call(of paper: String) -> Call? {
        if let closing = found(closings, paper) { return call(of: closing) }
        if let note = found(messages, paper), note.body.audience == .desk { return Call(note, .message, to: .helpDesk) }
        guard closings.isEmpty else { return nil }
        return callOfTheCountry(paper) ?? callOfTheDesk(paper) ?? callOfThePartners(paper)
    }

    private func call(of closing: Filed<Closing>) -> Call {
        let occasion: Occasion = closing.body.outcome == .declined ? .declined : .closed
        return Call(closing, occasion, to: .requester, .candidate, .focalPoint, .helpDesk, .supporter)
    }

    private func callOfTheCountry(_ paper: String) -> Call? {
        let isWaiting = window.map { $0.word == nil && $0.openQuestion == nil } ?? false
        if let submission = found(submissions, paper) {
            let isOpen = isWaiting && submission.id == submissions.last?.id
            return isOpen ? Call(submission, .windowOpened, to: .focalPoint) : nil
        }
        if let reminder = found(reminders, paper) {
            let isOpen = isWaiting && reminder.body.submission == submissions.count
            return isOpen ? Call(reminder, .reminder, to: .focalPoint) : nil
        }
        if let message = found(messages, paper) {
            guard message.body.answers != nil else {
                return Call(message, .message, to: .requester, .candidate, .focalPoint, .helpDesk)
            }
            return isWaiting ? Call(message, .questionAnswered, to: .focalPoint) : nil
        }
        guard let position = found(positions, paper) else { return nil }
        switch position.body.stance {
        case .endorsement: return Call(position, .endorsed, to: .requester, .focalPoint, .helpDesk)
        case .silence: return Call(position, .silencePassed, to: .requester, .focalPoint, .helpDesk)
        case .objection:
            // The help desk had it already: it learns that it is not to go on.
            let before = positions.prefix { $0.id != position.id }
            let wasPassed = before.contains { $0.body.stance == .endorsement || $0.body.stance == .silence }
            return wasPassed
                ? Call(position, .objected, to: .requester, .focalPoint, .helpDesk)
                : Call(position, .objected, to: .requester, .focalPoint)
        case .question:
            return window?.openQuestion?.id == position.id
                ? Call(position, .asked, to: .requester, .focalPoint) : Call(position, .asked, to: .focalPoint)
        }
    }

    private func callOfTheDesk(_ paper: String) -> Call? {
        if let referral = found(referrals, paper) {
            let occasion: Occasion = referral.body.way == .toGlobalDesk ? .referred : .referredBack
            let isLast = referral.id == referrals.last?.id
            return isLast ? Call(referral, occasion, to: .requester, .focalPoint, .helpDesk) : nil
        }
        if let charge = found(charges, paper) {
            // The letter about the handing over tells that nobody has it.
            if charge.body.officer == nil, referrals.contains(where: { $0.at == charge.at }) { return nil }
            return charge.body.officer == officer ? Call(charge, .handedOver, to: .helpDesk) : nil
        }
        if let nudge = found(nudges, paper) { return call(of: nudge) }
        if let assessment = found(assessments, paper) { return Call(assessment, .assessed, to: .requester) }
        if let answer = found(answers, paper) { return Call(answer, .answered, to: .requester, .focalPoint) }
        guard let introduction = found(introductions, paper) else { return nil }
        var occasions: [Addressee: Occasion] = [:]
        if reply(to: introduction.id, by: .requester) == nil { occasions[.requester] = .introducedToRequester }
        if reply(to: introduction.id, by: .candidate) == nil { occasions[.candidate] = .introducedToCandidate }
        return Call(introduction, occasions, introduction: introduction.id)
    }

    /// Nobody is asked for what she has answered meanwhile.
    private func call(of nudge: Filed<Nudge>) -> Call? {
        let introduction = nudge.body.introduction
        switch nudge.body.asked {
        case .focalPoint:
            let isWaiting = window.map { $0.word == nil && $0.openQuestion == nil } ?? false
            return isWaiting ? Call(nudge, .nudged, to: .focalPoint) : nil
        case .requester:
            if let introduction {
                return reply(to: introduction, by: .requester) == nil
                    ? Call(nudge, [.requester: .nudged], introduction: introduction) : nil
            }
            return window?.openQuestion == nil ? nil : Call(nudge, .nudged, to: .requester)
        case .candidate:
            guard let introduction, reply(to: introduction, by: .candidate) == nil else { return nil }
            return Call(nudge, [.candidate: .nudged], introduction: introduction)
        }
    }

    private func callOfThePartners(_ paper: String) -> Call? {
        if let reply = found(replies, paper) {
            let other: Addressee = reply.body.side == .requester ? .candidate : .requester
            return Call(reply, [other: .replied, .helpDesk: .replied], introduction: reply.body.introduction)
        }
        if let plan = found(plans, paper) {
            return Call(plan, .planned, to: .requester, .candidate, .focalPoint, .helpDesk)
        }
        if let pledge = found(pledges, paper) {
            return Call(pledge, .pledged, to: .requester, .candidate, .focalPoint, .helpDesk)
        }
        if let report = found(reports, paper) {
            return Call(report, .reported, to: .requester, .candidate, .focalPoint, .helpDesk, .supporter)
        }
        return nil
    }

    private func found<Body: Paper>(_ papers: [Filed<Body>], _ name: String) -> Filed<Body>? {
        papers.first { $0.id.rawValue == name }
    }
}
