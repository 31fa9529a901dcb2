import Catalogue
import Cooperation
import Foundation
import Synchronization

/// The state of everything everybody may read, as a short text: the newest entry of the ledger that could show on a public
/// page, the last moment at which the clock alone changed one (a window passed, somebody grew late), and the day.
final class Edition: Sendable {
    /// Kinds that show on no public page.
    private static let unseen = PaperKind.secret.union([
        .account, .dispatch, .alert, .bulletin, .prompt, .tidings, .release, .suspension, .practicedraft, .writeshop,
        .draftnote,
    ])

    private struct Mark {
        var newest: Int64 = 0
        /// When the clock next changes something; nil where that has to be asked anew.
        var next: Date?
        var last: Int64 = 0
        var day = CalendarDay(Date(timeIntervalSince1970: 0))
        var text = ""
    }

    private let catalogue: Catalogue
    private let mark = Mutex(Mark())

    init(catalogue: Catalogue) { self.catalogue = catalogue }

    /// Where a catalogue that is used as it lay there stands.
    func begin(at cursor: Int64) {
        mark.withLock { mark in
            mark.newest = max(mark.newest, cursor)
            mark.next = nil
        }
    }

    func note(_ changes: [Change]) {
        guard let newest = changes.last(where: { !Self.unseen.contains($0.kind) })?.sequence else { return }
        begin(at: newest)
    }

    /// Nil where the catalogue cannot be asked.
    func text(at now: Date) async -> String? {
        let known = mark.withLock { mark in
            mark.next.map { $0 > now } ?? false && mark.day == CalendarDay(now) ? mark.text : nil
        }
        if let known { return known }
        let newest = mark.withLock { $0.newest }
        guard let (last, next) = try? await catalogue.turnsOfTheClock(around: now) else { return nil }
        let day = CalendarDay(now)
        return mark.withLock { mark in
            let text = "\(mark.newest) \(last) \(day)"
            // Something came while the catalogue was asked: the answer holds for this once only.
            guard mark.newest == newest else { return text }
            mark.next = next
            mark.day = day
            mark.text = text
            return text
        }
    }
}

extension Desk {
    /// Names the state of everything public: a page for everybody is the same as long as this is. Nil: it cannot be told now.
    public func publicEdition() async -> String? { await edition.text(at: now) }
}
