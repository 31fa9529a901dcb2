internal import Cooperation
internal import Desk
internal import Localisation
internal import WebSupport

extension RequestCase {
    /// The letters this person may read, oldest first; those for the help desk alone apart.
    func letters(_ audience: Cooperation.Message.Audience = .parties) -> [Letter] {
        dossier.messages.filter { $0.body.audience == audience }.map { message in
            let best = message.body.text.best(for: visit.readable)
            let part = part(of: message.author)
            return Letter(
                author: message.author.account.flatMap { names[$0] } ?? word(part), role: word(part),
                date: visit.words.dateAndTime(message.at), machineDate: visit.words.machineDate(message.at),
                text: UserText(text: best?.version.text ?? "", language: best?.language),
                isMine: visit.viewer.signed(message.author))
        }
    }

    /// What somebody has been in this request so far, by the papers she wrote.
    func part(of author: Author) -> PartTaken {
        if author == dossier.request.author || dossier.submissions.contains(where: { $0.author == author }) {
            return .requester
        }
        if dossier.positions.contains(where: { $0.author == author }) { return .focalPoint }
        let desk =
            dossier.assessments.map(\.author) + dossier.answers.map(\.author) + dossier.introductions.map(\.author)
        if desk.contains(author) { return .helpDesk }
        let replies = dossier.replies.filter { $0.author == author }
        if let reply = replies.last { return reply.body.side == .requester ? .requester : .candidate }
        return .partner
    }
}
