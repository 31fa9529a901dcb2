import Catalogue
public import Cooperation
public import Foundation
public import Matching

/// Something new that fits what a person watches.
public struct AlertNews: Sendable {
    public enum Fit: Sendable {
        /// A new need that the provider watched could answer.
        case need(ScoredNeed)
        /// A new offer that could answer a paper: the request watched, or a request or need of the country watched.
        case candidate(ScoredCandidate, answers: String)
    }

    public var alert: AlertID
    public var account: AccountID
    public var subject: Alert.Subject
    public var fit: Fit
    /// When it became new.
    public var at: Date

    public var score: Double {
        switch fit {
        case .need(let need): need.score
        case .candidate(let candidate, _): candidate.score
        }
    }

    /// The paper it fits: the offer watched, or the request or need it could answer.
    public var answered: String {
        switch fit {
        case .need: subject.name
        case .candidate(_, let paper): paper
        }
    }

    /// The paper that is new.
    public var key: String {
        switch fit {
        case .need(let need): need.key
        case .candidate(let candidate, _): candidate.candidate.name
        }
    }
}

extension Desk {
    /// What is new and fits since this person last looked, best first: for each record its best fit. Nothing she may not see.
    /// - Parameter onlyByMail: only for the wishes she wants letters about.
    public func alerts(for viewer: Viewer, onlyByMail: Bool = false) async throws(DeskError) -> [AlertNews] {
        guard let account = viewer.account else { throw .signInFirst }
        var found: [AlertNews] = []
        for alert in try await asking({ try await catalogue.alerts(of: account) })
        where alert.body.isOn && (alert.body.byMail || !onlyByMail) {
            let news = try await asking { try await catalogue.news(since: alert.body.seen) }
            found += try await fits(of: alert, among: news, for: viewer)
        }
        return AlertNews.bestOfEach(found)
    }

    /// What a person may watch, with the wishes she has set.
    public func alertChoices(for viewer: Viewer) async throws(DeskError) -> [AlertChoice] {
        guard let account = viewer.account else { throw .signInFirst }
        let alerts = try await asking { try await catalogue.alerts(of: account) }
        var subjects = try await ownSubjects(viewer)
        subjects += alerts.map(\.body.subject).filter { !subjects.contains($0) }
        var choices: [AlertChoice] = []
        for subject in subjects where try await wish(subject, for: viewer) != nil {
            choices.append(AlertChoice(subject: subject, alert: alerts.first { $0.body.subject == subject }))
        }
        return choices
    }

    /// The alerts that one record raises, of all people: for who writes letters. A record counts only for those who have not
    /// seen it yet and may see it.
    /// - Parameter key: the identifier of a provider, opportunity, practice, need or request.
    public func alerts(raisedBy key: String) async throws(DeskError) -> [AlertNews] {
        var found: [AlertNews] = []
        for alert in try await asking({ try await catalogue.alertsThatAreOn() }) {
            let news = try await asking { try await catalogue.news(since: alert.body.seen, of: key) }
            guard !news.isEmpty else { continue }
            let viewer = try await asking { try await self.viewer(alert.body.account) }
            found += AlertNews.bestOfEach(try await fits(of: alert, among: news, for: viewer))
        }
        return found
    }

    private func ownSubjects(_ viewer: Viewer) async throws(DeskError) -> [Alert.Subject] {
        let work = try await ownWork(for: viewer)
        return work.providers.map { .provider($0.id) } + viewer.countries.sorted().map { .country($0) }
            + work.requests.filter { !$0.state.isEnd && $0.state != .drafted }.map { .request($0.request.id) }
    }

    // MARK: What is held against the news

    /// What an alert looks for.
    enum Wish: Sendable {
        case needs(for: Offer, of: OrganisationID)
        /// Each with the identifier of the paper that wants it.
        case offers(for: [(paper: String, wanted: Wanted)])
    }

    /// Nil where this person may not watch that, or no longer.
    func wish(_ subject: Alert.Subject, for viewer: Viewer) async throws(DeskError) -> Wish? {
        do {
            switch subject {
            case .provider(let id):
                let provider = try await record(id)
                let institution = provider.body.organisation
                guard viewer.organisations.contains(institution) else { return nil }
                let offer = Offer(provider.body, of: try await record(institution).body, on: today)
                return .needs(for: offer, of: institution)
            case .request(let id):
                let view = try await dossier(id, for: viewer)
                guard !view.standings.isDisjoint(with: [.requester, .focalPoint, .helpDesk]) else { return nil }
                guard view.state.isOpenToOffers else { return .offers(for: []) }
                return .offers(for: [(id.rawValue, wanted(view.dossier))])
            case .country(let country):
                guard viewer.countries.contains(country) || viewer.servesAtDesk(for: country) else { return nil }
                let open = Set(State.allCases.filter(\.isOpenToOffers))
                let filter = RequestFilter(states: open, countries: [country])
                var all: [(paper: String, wanted: Wanted)] = []
                for card in try await requests(filter, for: viewer, limit: 50).items {
                    let view = try await dossier(card.request.id, for: viewer)
                    all.append((card.request.id.rawValue, wanted(view.dossier)))
                }
                for need in try await records(Need.self, RecordFilter(country: country), limit: 50).items {
                    all.append((need.id.rawValue, Wanted(need.body, on: today)))
                }
                return .offers(for: all)
            }
        } catch {
            guard error == .notFound else { throw error }
            return nil
        }
    }

    private func wanted(_ dossier: Dossier) -> Wanted {
        var wanted = Wanted(dossier.request.body, on: today)
        wanted.leftOut = Set(dossier.introductions.map(\.body.candidate.name))
        return wanted
    }

    private func fits(
        of alert: Filed<Alert>, among news: [RecordNews], for viewer: Viewer
    ) async throws(DeskError) -> [AlertNews] {
        guard !news.isEmpty, let wish = try await wish(alert.body.subject, for: viewer) else { return [] }
        let found = await offTheLoop { [index] in news.flatMap { wish.fits($0, alert, index) } }
        guard case .needs(_, let institution) = wish else { return found }
        var others: [AlertNews] = []
        for news in found {
            guard case .need(let need) = news.fit, let paper = try await paper(of: need) else { continue }
            if case .request(let view) = paper, view.dossier.request.body.organisation == institution { continue }
            others.append(news)
        }
        return others
    }
}

/// Something a person may watch, and what she has said about it.
public struct AlertChoice: Sendable {
    public var subject: Alert.Subject
    /// Nil while she has set nothing.
    public var alert: Filed<Alert>?
}

extension Desk.Wish {
    fileprivate func fits(_ news: RecordNews, _ alert: Filed<Alert>, _ index: MatchIndex) -> [AlertNews] {
        let fits: [AlertNews.Fit]
        switch self {
        case .needs(let offer, _):
            guard Record.asking.contains(news.kind) else { return [] }
            fits = index.need(news.key, for: offer).map { [.need($0)] } ?? []
        case .offers(let all):
            guard let candidate = Introduction.Candidate(name: news.key) else { return [] }
            fits = all.compactMap { paper, wanted in
                index.candidate(candidate, for: wanted).map { .candidate($0, answers: paper) }
            }
        }
        return fits.map { fit in
            AlertNews(
                alert: alert.id, account: alert.body.account, subject: alert.body.subject, fit: fit, at: news.at)
        }.filter { $0.score >= Double(alert.body.threshold) }
    }
}

extension AlertNews {
    /// The best fit of each record, best first, ties by identifier.
    fileprivate static func bestOfEach(_ all: [AlertNews]) -> [AlertNews] {
        var seen: Set<String> = []
        return all.sorted { left, right in
            left.score == right.score ? (left.key, left.alert) < (right.key, right.alert) : left.score > right.score
        }.filter { seen.insert($0.key).inserted }
    }
}
