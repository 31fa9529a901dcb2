import Catalogue
public import Cooperation
import Foundation
import Ledger

extension Desk {
    /// The letters about news that are due: those postponed whose time has come, then new ones. To each person at most one;
    /// a record is told to a person once, however many of her wishes it fits and however often it is revised.
    public func newsToSend(rules: NewsRules = NewsRules()) async throws(DeskError) -> [NewsLetter] {
        var letters: [NewsLetter] = []
        for bulletin in try await asking({ try await catalogue.due(Bulletin.self, at: now, limit: 200) }) {
            if let letter = try await again(bulletin, rules) { letters.append(letter) }
        }
        let listening = try await asking { try await catalogue.alertsThatAreOn() }.filter(\.body.byMail)
        for account in Set(listening.map(\.body.account)).sorted()
        where !letters.contains(where: { $0.recipient.id == account }) {
            let told = try await asking { try await catalogue.told(account) }
            if let last = told.last, now.timeIntervalSince(last) < rules.pause { continue }
            let news = try await news(for: account, rules).filter { !told.records.contains($0.key) }
            guard let first = news.map(\.at).min(), now.timeIntervalSince(first) >= rules.gather else { continue }
            if let letter = try await letter(to: account, about: news, rules) { letters.append(letter) }
        }
        return letters
    }

    /// Takes a letter in hand; see `takeInHand`. Nobody tells this person of these records again.
    public func begin(_ letter: NewsLetter) async throws(DeskError) -> Filed<Bulletin>? {
        let account = letter.recipient.id
        let new = Bulletin(account: account, records: letter.items.map(\.news.key), firstTried: now)
        let claims = new.records.map { Claim(space: "told", key: "\(account.rawValue) \($0)") }
        return try await takeInHand(letter.bulletin, or: new, claims: claims)
    }

    /// Ends all letters about news to a person, at the wish of who holds the link of such a letter. What she watches stays
    /// on her page. Asked again, it changes nothing.
    public func stopNewsLetters(to account: AccountID) async throws(DeskError) {
        var sheets: [Sheet] = []
        for alert in try await asking({ try await catalogue.alerts(of: account) }) where alert.body.byMail {
            var body = alert.body
            body.byMail = false
            sheets.append(try Sheet(body, as: alert.id, base: alert.revision, by: .account(account)))
        }
        if !sheets.isEmpty { try await file(sheets) }
    }

    /// Whether any letter about news is wished for.
    public func wantsNewsLetters(_ account: AccountID) async throws(DeskError) -> Bool {
        try await asking { try await catalogue.alerts(of: account) }.contains { $0.body.byMail }
    }

    // MARK: What is told

    /// A postponed letter, written anew from what still fits; dropped where nothing does, or she wants none any more.
    private func again(_ bulletin: Filed<Bulletin>, _ rules: NewsRules) async throws(DeskError) -> NewsLetter? {
        let kept = Set(bulletin.body.records)
        let news = try await news(for: bulletin.body.account, rules).filter { kept.contains($0.key) }
        guard !news.isEmpty, var letter = try await letter(to: bulletin.body.account, about: news, rules) else {
            try await revise(bulletin, to: .dropped, trouble: bulletin.body.trouble)
            return nil
        }
        letter.bulletin = bulletin
        return letter
    }

    private func news(for account: AccountID, _ rules: NewsRules) async throws(DeskError) -> [AlertNews] {
        let viewer = try await asking { try await self.viewer(account) }
        let since = now.addingTimeInterval(-rules.oldest)
        return try await alerts(for: viewer, onlyByMail: true).filter { $0.at >= since }
    }

    private func letter(
        to account: AccountID, about news: [AlertNews], _ rules: NewsRules
    ) async throws(DeskError) -> NewsLetter? {
        guard let recipient = try await asking({ try await catalogue.papers([account]) }).first else { return nil }
        var items: [NewsLetter.Item] = []
        for one in news.prefix(rules.most) {
            guard let title = try await publicTitle(of: one.key) else { continue }
            items.append(NewsLetter.Item(news: one, title: title, watched: try await publicTitle(of: one.answered)))
        }
        guard !items.isEmpty else { return nil }
        return NewsLetter(recipient: recipient, items: items, more: max(0, news.count - rules.most))
    }

    /// As a visitor may read it: a letter passes through many hands.
    private func publicTitle(of key: String) async throws(DeskError) -> LocalizedText? {
        if let candidate = Introduction.Candidate(name: key) { return try await titles(of: [candidate])[candidate] }
        if let id = NeedID(rawValue: key) { return try await records([id]).first?.body.statement }
        guard let id = RequestID(rawValue: key) else { return nil }
        do {
            return try await dossier(id, for: .visitor).dossier.request.body.title
        } catch {
            guard error == .notFound else { throw error }
            return nil
        }
    }
}
