internal import Cooperation
internal import Desk
internal import Foundation
internal import Localisation
internal import WebSupport

/// The part somebody plays in a request.
enum PartTaken: String {
    case requester, focalPoint, helpDesk, candidate, partner, donor, clock, office
}

extension RequestCase {
    private var words: Words { visit.words }

    func word(_ part: PartTaken) -> String { words(MessageKey("request.part-\(part.rawValue)")) }

    /// Who wrote a paper, as this reader may know it: name and part, or the part alone.
    func signature(_ author: Author, as part: PartTaken) -> String {
        switch author {
        case .clock: return word(.clock)
        case .office: return word(part)
        case .account(let id):
            guard let name = names[id] else { return word(part) }
            return words("request.name-and-part", ["name": name, "part": word(part)])
        }
    }

    /// The papers of the request, oldest first.
    var history: [PaperEntry] {
        let all = beginnings + positions + reminders + deskWork + replies + cooperation + endings
        return all.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element.entry)
    }

    private struct Dated {
        let at: Date
        let entry: PaperEntry
    }

    private func entry(
        _ title: MessageKey, _ values: [String: String] = [:], by author: Author, as part: PartTaken, at: Date,
        _ text: HTML = HTML()
    ) -> Dated {
        Dated(
            at: at,
            entry: PaperEntry(
                title: words(title, values), author: signature(author, as: part), date: words.date(at),
                machineDate: words.machineDate(at), text: text))
    }

    private func inside(_ text: LocalizedText) -> HTML { view.isInside ? visit.paragraphs(text) : HTML() }

    private var beginnings: [Dated] {
        let request = dossier.request
        let sent = dossier.submissions.enumerated().map { position, paper in
            entry(
                position == 0 ? "request.paper-submitted" : "request.paper-submitted-again", by: paper.author,
                as: .requester, at: paper.at)
        }
        let written = entry("request.paper-written", by: request.author, as: .requester, at: dossier.begun)
        guard request.revision > 1, view.isInside else { return [written] + sent }
        return [written] + sent + [entry("request.paper-revised", by: request.author, as: .requester, at: request.at)]
    }

    private var positions: [Dated] {
        var entries = dossier.positions.map { paper in
            let text =
                paper.body.stance == .silence
                ? "<p>\(words("request.silence"))</p>"
                : paper.body.stance == .endorsement ? visit.paragraphs(paper.body.reason) : inside(paper.body.reason)
            let byLetter =
                paper.body.byLetter == true ? "<p class=\"small quiet\">\(words("request.by-letter"))</p>" : HTML()
            return entry(
                MessageKey("request.paper-\(paper.body.stance.rawValue)"), by: paper.author, as: .focalPoint,
                at: paper.at, text + byLetter)
        }
        if view.state == .passedBySilence, dossier.window?.word == nil {
            entries.append(
                entry(
                    "request.paper-silence", by: .clock, as: .clock, at: view.since,
                    "<p>\(words("request.silence"))</p>"))
        }
        entries += dossier.messages.filter { $0.body.answers != nil }.map { paper in
            entry("request.paper-question-answered", by: paper.author, as: .requester, at: paper.at)
        }
        return entries
    }

    private var reminders: [Dated] {
        dossier.reminders.map { entry("request.paper-reminder", by: .clock, as: .clock, at: $0.at) }
    }

    private var deskWork: [Dated] {
        let assessed = dossier.assessments.map { paper in
            entry(
                MessageKey("request.paper-assessed-\(paper.body.lane.rawValue)"), by: paper.author, as: .helpDesk,
                at: paper.at)
        }
        let answered = dossier.answers.map { paper in
            entry("request.paper-answered", by: paper.author, as: .helpDesk, at: paper.at)
        }
        let referred = dossier.referrals.map { paper in
            entry(
                paper.body.way == .toGlobalDesk ? "request.paper-referred" : "request.paper-referred-back",
                by: paper.author, as: .helpDesk, at: paper.at, inside(paper.body.reason))
        }
        return assessed + answered + referred
            + dossier.introductions.map { paper in
                guard view.isInside else {
                    return entry("request.paper-introduced", by: paper.author, as: .helpDesk, at: paper.at)
                }
                return entry(
                    "request.paper-introduced", by: paper.author, as: .helpDesk, at: paper.at,
                    "<p>\(link(paper.body.candidate))</p>\(fold(words("request.letter"), visit.paragraphs(paper.body.letter)))"
                )
            }
    }

    private var replies: [Dated] {
        dossier.replies.map { paper in
            entry(
                MessageKey("request.paper-\(paper.body.stance.rawValue)-\(paper.body.side.rawValue)"), by: paper.author,
                as: paper.body.side == .requester ? .requester : .candidate, at: paper.at,
                ground(paper.body) + inside(paper.body.reason))
        }
    }

    private func ground(_ reply: Reply) -> HTML {
        guard view.isInside, let ground = reply.ground else { return HTML() }
        return "<p>\(words(MessageKey("promote.ground-\(ground.rawValue)")))</p>"
    }

    private var cooperation: [Dated] {
        let plans = dossier.plans.map { entry("request.paper-planned", by: $0.author, as: .partner, at: $0.at) }
        let pledges = dossier.pledges.map { entry("request.paper-pledged", by: $0.author, as: .donor, at: $0.at) }
        let reports = dossier.reports.map {
            entry(MessageKey("request.paper-report-\($0.body.stage.rawValue)"), by: $0.author, as: .partner, at: $0.at)
        }
        let feedback = dossier.feedback.map { paper in
            let side = paper.body.side
            let points = side == .requester ? "points" : "with"
            return entry(
                MessageKey("request.paper-feedback-\(side.rawValue)"), by: paper.author,
                as: side == .requester ? .requester : .partner, at: paper.at,
                "<p>\(words(MessageKey("promote.\(points)-\(paper.body.points)")))</p>\(visit.paragraphs(paper.body.text))"
            )
        }
        return plans + pledges + reports + feedback
    }

    private var endings: [Dated] {
        dossier.closings.map { paper in
            let part: PartTaken =
                switch paper.body.outcome {
                case .withdrawn: .requester
                case .declined: .helpDesk
                default: dossier.request.author == paper.author ? .requester : .helpDesk
                }
            return entry(
                MessageKey("request.paper-\(paper.body.outcome.rawValue)"), by: paper.author, as: part, at: paper.at)
        }
    }
}
