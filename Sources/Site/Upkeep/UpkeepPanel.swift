internal import Cooperation
internal import Desk
internal import Localisation
internal import WebSupport

/// How a kept record stands, on its own page: until when it is good, what waits, what its keeper can do.
struct UpkeepPanel {
    let upkeep: Upkeep
    let isKeeper: Bool
    let visit: Visit

    init(_ record: Kept, _ visit: Visit, _ desk: Desk) async throws {
        upkeep = try await desk.upkeep(of: record, for: visit.viewer)
        isKeeper = visit.viewer.isSignedIn ? try await desk.keeps(record, visit.viewer) : false
        self.visit = visit
    }

    private var words: Words { visit.words }

    /// What must be said before the record itself is read; nothing where all is well and the reader does not keep it.
    func notice() -> HTML {
        switch upkeep.standing {
        case .awaitingReview: Notice(tone: .act, body: "<p>\(words("upkeep.is-waiting"))</p>\(review)").html()
        case .changesAsked, .declined:
            Notice(tone: .act, body: (upkeep.reviews.last.map { visit.decided($0) } ?? HTML()) + review).html()
        case .lapsed:
            Notice(
                tone: .act,
                body:
                    "<p>\(words(MessageKey("upkeep.is-lapsed-\(upkeep.record.kind.rawValue)"), ["date": until]))</p>\(confirm)"
            ).html()
        case .admitted:
            isKeeper && isEnding
                ? Notice(tone: .act, body: "<p>\(words("upkeep.is-ending", ["date": until]))</p>\(confirm)").html()
                : HTML()
        }
    }

    /// Until when it is good and when somebody last stood up for it, among the facts beside the record.
    func facts() -> [(String, HTML?)] {
        [
            (words("upkeep.confirmed"), upkeep.lastWord.map { HTML(text: words.date($0)) }),
            (words("upkeep.good-until"), upkeep.until.map { HTML(text: visit.day($0)) }),
        ]
    }

    private var until: String { upkeep.until.map { visit.day($0) } ?? "" }

    private var isEnding: Bool { upkeep.until.map { $0.ordinal - visit.today.ordinal <= 90 } ?? false }

    private var review: HTML {
        guard visit.viewer.may(.review), !isKeeper else { return HTML() }
        return buttons(visit.link(words("upkeep.review"), .review(of: upkeep.record)).button(.act))
    }

    private var confirm: HTML {
        guard isKeeper else { return HTML() }
        return visit.form(
            to: .confirmation(of: upkeep.record), buttons(submitButton(words("upkeep.confirm"), .act)))
    }
}
