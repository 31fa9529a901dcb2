internal import Cooperation
internal import Desk
internal import Foundation
internal import Localisation
internal import WebSupport

/// Who wrote a record and when, revision by revision. People's names are for those who have signed in.
struct RecordHistory: Sendable {
    struct Revision: Sendable {
        let number: Int
        let at: Date
        let author: Author
    }

    /// Oldest first.
    let revisions: [Revision]
    /// The record's whole identifier.
    private let key: String
    private let names: [AccountID: String]
    /// Where its links lead; nil for who may not have them looked at, and where there are none.
    private let links: SitePath?

    init<Body: PublicPaper>(of id: ID<Body>, _ visit: Visit, _ desk: Desk) async throws(DeskError) {
        key = id.rawValue
        revisions = try await desk.history(of: id, for: visit.viewer).map {
            Revision(number: $0.revision, at: $0.at, author: $0.author)
        }
        names = try await visit.names(of: Set(revisions.compactMap(\.author.account)), desk)
        links = try await desk.hasLinks(key, for: visit.viewer) ? .recordLinks(key) : nil
    }

    /// The newest first, as a table that folds out.
    func html(_ visit: Visit) -> HTML {
        let words = visit.words
        let table = DataTable(
            caption: words("record.history-caption"),
            columns: [
                .init(title: words("record.revision")), .init(title: words("record.day")),
                .init(title: words("record.author")),
            ],
            rows: revisions.reversed().map { revision in
                [
                    HTML(text: words.number(revision.number)),
                    """
                    <time datetime="\(words.machineDate(revision.at))">\(words.date(revision.at))</time>
                    """,
                    author(revision.author, words),
                ]
            })
        let whole = visit.link(words("history.see"), .history(key)).html()
        let folded = fold(words("record.history", count: revisions.count), table.html() + "<p>\(whole)</p>")
        return folded + (links.map { "<p>\(visit.link(words("relook.title"), $0).html())</p>" } ?? HTML())
    }

    private func author(_ author: Author, _ words: Words) -> HTML {
        switch author {
        case .clock: HTML(text: words("record.author-clock"))
        case .office: HTML(text: words("record.author-office"))
        case .account(let id): names[id].map { "\(bdi: $0)" } ?? HTML(text: words("record.author-person"))
        }
    }
}
