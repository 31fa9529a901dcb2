internal import Catalogue
internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// The published criteria by which records are admitted; for reviewers, what waits.
struct ReviewsView {
    private let visit: Visit
    private let waiting: [(upkeep: Upkeep, title: LocalizedText)]

    private var words: Words { visit.words }

    init(_ visit: Visit, _ desk: Desk) async throws {
        self.visit = visit
        var waiting: [(Upkeep, LocalizedText)] = []
        if visit.viewer.may(.review) {
            for kind in [PaperKind.provider, .practice, .resource] {
                for upkeep in try await desk.waitingForReview(kind, for: visit.viewer, limit: 100).items {
                    waiting.append((upkeep, try await desk.title(of: upkeep.record, for: visit.viewer)))
                }
            }
        }
        self.waiting = waiting
    }

    func page() -> Response {
        visit.page(words("upkeep.reviews"), at: SitePath(.reviews), summary: words("upkeep.reviews-lead"), html)
    }

    private var html: HTML {
        """
        <h1>\(words("upkeep.reviews"))</h1>
        <p class="lead">\(words("upkeep.reviews-lead"))</p>
        \(if: visit.viewer.may(.review), queue)
        \(criteria(.provider))\(criteria(.practice))\(criteria(.resource))
        <section><h2>\(words("upkeep.terms"))</h2><p>\(words("upkeep.terms-body"))</p></section>
        """
    }

    private var queue: HTML {
        let rows = waiting.map { item in
            RegisterRow(
                kind: words(MessageKey("upkeep.kind-\(item.upkeep.record.kind.rawValue)")),
                title: visit.text(item.title),
                address: visit.address(.review(of: item.upkeep.record)),
                facts: [words("upkeep.waiting-since", ["date": words.date(item.upkeep.revised)])])
        }
        let none = EmptyState(title: words("upkeep.none-waits"), body: words("upkeep.none-waits-body")).html()
        return "<section><h2>\(words("upkeep.waiting"))</h2>\(rows.isEmpty ? none : register(rows))</section>"
    }

    private func criteria(_ kind: PaperKind) -> HTML {
        let pairs = Review.Criterion.asked(of: kind).map { criterion in
            (
                words(MessageKey("upkeep.criterion-\(criterion.rawValue)")),
                HTML(text: words(MessageKey("upkeep.criterion-\(criterion.rawValue)-hint"))) as HTML?
            )
        }
        return "<section><h2>\(words(MessageKey("upkeep.criteria-\(kind.rawValue)")))</h2>\(facts(pairs))</section>"
    }
}
