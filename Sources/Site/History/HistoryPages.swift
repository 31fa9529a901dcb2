internal import Cooperation
internal import Desk
internal import Foundation
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// Every record's papers in order: who, when, and what changed.
enum HistoryPages {
    static func add(to routes: Routes) {
        routes.get(.requestHistory) { _, context, visit, desk in
            try await request(try context.pathParameter("id") { Cooperation.RequestID(own: $0) }, visit, desk)
        }
        routes.get(.history) { _, context, visit, desk in
            try await record(try context.pathParameter("id") { $0 }, visit, desk)
        }
    }

    private static func request(
        _ id: Cooperation.RequestID, _ visit: Visit, _ desk: Desk
    ) async throws -> Response {
        let versions = try await desk.history(of: id, for: visit.viewer)
        let it = try await RequestCase.load(id, visit, desk)
        let view = try await HistoryView(
            visit: visit, title: visit.title(of: it.request),
            up: visit.link(visit.plainTitle(of: it.request), .request(id)),
            versions: versions, signature: { it.signature($0.author, as: it.part(of: $0)) }, desk: desk)
        return visit.page(
            visit.words("history.title"), at: .request(id, .requestHistory), view.html())
    }

    private static func record(_ key: String, _ visit: Visit, _ desk: Desk) async throws -> Response {
        if let id = Cooperation.RequestID(rawValue: key) { return try visit.seeOther(.request(id, .requestHistory)) }
        let versions = try await desk.history(ofRecord: key, for: visit.viewer)
        let names = try await desk.names(of: Set(versions.compactMap(\.author.account)), for: visit.viewer)
        let up =
            SitePath.record(key) ?? WordingID(rawValue: key).map { .wording($0) } ?? SitePath(.countries)
        let words = visit.words
        let view = try await HistoryView(
            visit: visit, title: HTML(text: words("history.title")), up: visit.link(words("history.back"), up),
            versions: versions,
            signature: { version in
                switch version.author {
                case .clock: words("record.author-clock")
                case .office: words("record.author-office")
                case .account(let id): names[id] ?? words("record.author-person")
                }
            }, desk: desk)
        return visit.page(words("history.title"), at: .history(key), view.html())
    }
}

extension RequestCase {
    /// The part somebody played in filing this paper, by its kind.
    func part(of version: PaperVersion) -> PartTaken {
        switch version.kind {
        case .request, .submission: .requester
        case .position: .focalPoint
        case .reminder: .clock
        case .assessment, .answer, .introduction, .charge, .hold, .task, .nudge, .referral: .helpDesk
        case .pledge: .donor
        case .plan, .report: .partner
        default: part(of: version.author)
        }
    }
}
