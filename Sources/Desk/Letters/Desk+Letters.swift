import Catalogue
import Cooperation
import Foundation

/// Letters that are to be sent now.
public struct LetterBatch: Sendable {
    public var letters: [Letter]
    /// Every letter that papers up to this place of the ledger call for has been begun: look behind it next time.
    public var settled: Int64
}

extension Desk {
    /// The letters that are due: those postponed whose time has come, then those called for by papers behind a place of the
    /// ledger and not yet begun. Nothing is remembered for it: asked from 0, it finds the same letters once more, except
    /// those with a dispatch in the ledger.
    /// - Parameter limit: how many at most, at least 1.
    public func lettersToSend(
        after sequence: Int64 = 0, limit: Int, rules: PostRules = PostRules()
    ) async throws(DeskError) -> LetterBatch {
        var batch = LetterBatch(letters: try await lettersToRepeat(limit, rules), settled: sequence)
        let since = now.addingTimeInterval(-rules.oldest)
        var cursor = sequence
        while batch.letters.count < limit {
            let place = cursor
            let papers = try await asking {
                try await catalogue.dossierPapers(after: place, since: since, limit: 200)
            }
            guard let last = papers.last else { break }
            let begun = try await asking { try await catalogue.lettersBegun(about: papers.map(\.paper)) }
            for paper in papers {
                let letters = try await letters(about: paper.paper, in: paper.request).filter {
                    !begun.contains(LetterKey(about: $0.about, account: $0.recipient.id))
                }
                if letters.isEmpty && batch.settled == cursor { batch.settled = paper.sequence }
                cursor = paper.sequence
                batch.letters += letters.prefix(limit - batch.letters.count)
                if batch.letters.count >= limit { return batch }
            }
            cursor = last.sequence
        }
        return batch
    }

    /// Postponed letters, written anew from what the papers say today. One that is no longer called for is dropped.
    private func lettersToRepeat(_ limit: Int, _ rules: PostRules) async throws(DeskError) -> [Letter] {
        var letters: [Letter] = []
        for dispatch in try await asking({ try await catalogue.dispatchesDue(at: now, limit: limit) }) {
            let body = dispatch.body
            guard let request = body.request else { continue }
            let all = try await self.letters(about: body.about, in: request)
            guard var letter = all.first(where: { $0.recipient.id == body.account }),
                now.timeIntervalSince(letter.at) <= rules.oldest
            else {
                try await revise(dispatch, to: .dropped, next: nil, trouble: body.trouble)
                continue
            }
            letter.dispatch = dispatch
            letters.append(letter)
        }
        return letters
    }

    /// All letters one paper calls for, sent or not.
    func letters(about paper: String, in request: RequestID) async throws(DeskError) -> [Letter] {
        guard let dossier = try await asking({ try await catalogue.dossier(request) }),
            let call = dossier.call(of: paper)
        else { return [] }
        let institutions = try await asking { try await catalogue.institutions(introducedIn: request) }
        let people = try await correspondents(of: dossier, institutions: Set(institutions.values), at: call.at)
        let called = dossier.letters(for: call, among: people, institutions: institutions)
        guard !called.isEmpty else { return [] }
        let asking = try await asking { try await catalogue.paper(dossier.request.body.organisation) }
        let isOpen = !dossier.isConfidential
        let handedOut = try await isOpen ? self.handedOut(with: paper, in: dossier) : []
        let moment = now
        return called.map { letter in
            Letter(
                recipient: letter.recipient, addressee: letter.addressee, occasion: letter.occasion, about: paper,
                at: call.at, request: request, title: isOpen ? dossier.request.body.title : nil,
                institution: isOpen ? asking?.body.name : nil, handedOut: handedOut, state: dossier.state(at: moment),
                expectation: dossier.expectation(at: moment), isLate: dossier.isLate(at: moment), turn: dossier.turn)
        }
    }

    /// What goes with an answer, as far as everybody can still read it; nothing for other papers.
    private func handedOut(
        with paper: String, in dossier: Dossier
    ) async throws(DeskError) -> [(record: Introduction.Candidate, title: LocalizedText)] {
        guard let answer = dossier.answers.first(where: { $0.id.rawValue == paper })?.body else { return [] }
        let titles = try await titles(of: answer.handedOut)
        return answer.handedOut.compactMap { record in titles[record].map { (record, $0) } }
    }

    /// With the roles they held when the paper was filed and still hold: who is appointed later is not sent the past.
    private func correspondents(
        of dossier: Dossier, institutions: Set<OrganisationID>, at moment: Date
    ) async throws(DeskError) -> [Correspondent] {
        let request = dossier.request
        return try await asking {
            var accounts = try await catalogue.correspondents(
                country: request.body.country, organisations: institutions.union([request.body.organisation]))
            accounts.formUnion([request.author.account].compactMap(\.self))
            accounts.formUnion(dossier.pledges.compactMap(\.author.account))
            var people: [Correspondent] = []
            for account in try await catalogue.papers(accounts.sorted()) {
                people.append(Correspondent(account: account, viewer: try await viewer(account.id, since: moment)))
            }
            return people
        }
    }
}
