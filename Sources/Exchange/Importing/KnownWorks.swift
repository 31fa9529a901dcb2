import Catalogue
import Cooperation
import Desk
import TextAnalysis
import Vocabulary

/// Records other than institutions that are here already, by what makes two of them the same.
struct KnownWorks {
    private(set) var keys: [String: (Reason.Sameness, String)] = [:]
    private var lines: [String: Int] = [:]

    static func here(_ desk: Desk, _ kind: PublicKind, _ viewer: Viewer) async throws(DeskError) -> KnownWorks {
        var works = KnownWorks()
        switch kind {
        case .provider: try await works.gather(desk, ProviderProfile.self) { KnownWorks.names(of: $0) }
        case .opportunity: try await works.gather(desk, Opportunity.self) { KnownWorks.names(of: $0) }
        case .practice: try await works.gather(desk, Practice.self) { KnownWorks.names(of: $0) }
        case .need: try await works.gather(desk, Need.self) { KnownWorks.names(of: $0) }
        case .resource: try await works.gather(desk, Resource.self) { KnownWorks.names(of: $0) }
        case .hub: try await works.gather(desk, Hub.self) { KnownWorks.names(of: $0) }
        case .project: try await works.gather(desk, Project.self) { KnownWorks.names(of: $0) }
        case .event: try await works.gather(desk, Event.self) { KnownWorks.names(of: $0) }
        case .partnership: try await works.gather(desk, Partnership.self) { KnownWorks.names(of: $0) }
        case .request: try await works.gatherRequests(desk, viewer)
        case .organisation: break
        }
        return works
    }

    private mutating func gather<Body: PublicPaper>(
        _ desk: Desk, _: Body.Type, _ names: (Body) -> [(Reason.Sameness, String)]
    ) async throws(DeskError) {
        var after: Int64 = 0
        while true {
            let page = try await desk.records(Body.self, .init(), after: after, limit: 1000)
            guard let last = page.last else { return }
            after = last.first
            for (_, filed) in page {
                for (by, name) in names(filed.body) where keys[name] == nil { keys[name] = (by, filed.id.rawValue) }
            }
        }
    }

    /// Those this person may read, her own drafts among them.
    private mutating func gatherRequests(_ desk: Desk, _ viewer: Viewer) async throws(DeskError) {
        var offset = 0
        while true {
            let page = try await desk.requests(RequestFilter(order: .oldest), for: viewer, limit: 500, offset: offset)
            if page.items.isEmpty { return }
            offset += page.items.count
            for card in page.items where !card.state.isEnd {
                for (by, name) in KnownWorks.names(of: card.request.body) where keys[name] == nil {
                    keys[name] = (by, card.request.id.rawValue)
                }
            }
        }
    }

    /// Why a line is nothing new; else it is remembered.
    mutating func take(_ names: [(Reason.Sameness, String)], line: Int) -> Reason? {
        for (by, name) in names {
            if let (_, key) = keys[name] { return .alreadyHere(key: key, name: "", by: by) }
            if let earlier = lines[name] { return .sameAsLine(earlier, by: by) }
        }
        for (_, name) in names { lines[name] = line }
        return nil
    }

    // MARK: What makes two the same

    static func names(of body: ProviderProfile) -> [(Reason.Sameness, String)] {
        named(body.title, "\(body.organisation.rawValue) ")
    }

    static func names(of body: Opportunity) -> [(Reason.Sameness, String)] {
        named(body.title, "\(body.organisation.rawValue) \(body.deadline?.description ?? "") ")
    }

    static func names(of body: Project) -> [(Reason.Sameness, String)] {
        named(body.title, "project " + body.countries.map(\.description).sorted().joined() + " ")
    }

    static func names(of body: Event) -> [(Reason.Sameness, String)] {
        named(body.title, "\(body.organisation.rawValue) \(body.starts) ")
    }

    static func names(of body: Practice) -> [(Reason.Sameness, String)] {
        named(body.title, body.countries.map(\.description).sorted().joined() + " ")
    }

    static func names(of body: Need) -> [(Reason.Sameness, String)] { named(body.statement, "\(body.country) ") }

    static func names(of body: Hub) -> [(Reason.Sameness, String)] { named(body.name, "hub ") }

    static func names(of body: Partnership) -> [(Reason.Sameness, String)] {
        named(body.title, body.countries.map(\.description).sorted().joined() + " ")
    }

    static func names(of body: Request) -> [(Reason.Sameness, String)] {
        named(body.title, "\(body.country) \(body.organisation.rawValue) ")
    }

    static func names(of body: Resource) -> [(Reason.Sameness, String)] {
        var all: [(Reason.Sameness, String)] = []
        if let doi = body.doi { all.append((.doi, doi.address)) }
        if let link = body.links.first { all.append((.address, link.address)) }
        return all + named(body.title, "\(body.publisher.lowercased()) \(body.year ?? 0) ")
    }

    private static func named(_ text: LocalizedText, _ prefix: String) -> [(Reason.Sameness, String)] {
        text.languages.compactMap { language in
            let words = Folding.fold(text[language] ?? "").split { !$0.isLetter && !$0.isNumber }
            return words.isEmpty ? nil : (.name, prefix + words.joined(separator: " "))
        }
    }
}
