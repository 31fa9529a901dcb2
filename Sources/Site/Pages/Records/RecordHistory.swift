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
    private let names: [AccountID: String]

    init<Body: PublicPaper>(of id: ID<Body>, _ visit: Visit, _ desk: Desk) async throws(DeskError) {
        revisions = try await desk.history(of: id, for: visit.viewer).map {
            Revision(number: $0.revision, at: $0.at, author: $0.author)
        }
        names = try await visit.names(of: Set(revisions.compactMap(\.author.account)), desk)
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
        return fold(words("record.history", count: revisions.count), table.html())
    }

    private func author(_ author: Author, _ words: Words) -> HTML {
        switch author {
        case .clock: HTML(text: words("record.author-clock"))
        case .office: HTML(text: words("record.author-office"))
        case .account(let id): names[id].map { "\(bdi: $0)" } ?? HTML(text: words("record.author-person"))
        }
    }
}
