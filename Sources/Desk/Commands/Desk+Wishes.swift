import Catalogue
public import Cooperation
public import Foundation
import Ledger

extension Desk {
    /// The threshold offered to who has set none: above it a match shares several strong reasons.
    public static let usualThreshold = 40

    /// Sets, changes or ends a standing wish to be told when something fits. From the first setting on, what changes counts.
    /// - Parameters:
    ///   - threshold: in points; nil to hear no more.
    ///   - byMail: whether she wants letters about it, too.
    public func setAlert(
        on subject: Alert.Subject, from threshold: Int?, byMail: Bool = false, by viewer: Viewer,
        once formKey: String? = nil
    ) async throws(DeskError) {
        guard let account = viewer.account, viewer.may(.writeAlert) else { throw .signInFirst }
        guard try await wish(subject, for: viewer) != nil else { throw .refused("writeAlert") }
        let known = try await asking { try await catalogue.alerts(of: account) }.first { $0.body.subject == subject }
        guard var body = known?.body else {
            guard let threshold else { return }
            let alert = Alert(account: account, subject: subject, threshold: threshold, byMail: byMail, seen: now)
            try check(alert.problems())
            // Two windows that set the same wish at once make one paper.
            let claim = Claim(space: "alert", key: "\(account.rawValue) \(subject.name)")
            try await file([Sheet(alert, as: try newID(), by: viewer.author, claims: [claim])], once: formKey)
            return
        }
        // What passed while she did not listen is not news.
        if !body.isOn { body.seen = now }
        body.isOn = threshold != nil
        body.byMail = byMail && threshold != nil
        body.threshold = threshold ?? body.threshold
        try check(body.problems())
        guard let known, body != known.body else { return }
        try await file([Sheet(body, as: known.id, base: known.revision, by: viewer.author)], once: formKey)
    }

    /// She has seen what was new up to a moment, that of the page she read.
    public func markSeen(
        through moment: Date, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        guard let account = viewer.account, viewer.may(.writeAlert) else { throw .signInFirst }
        let moment = min(moment, now)
        var sheets: [Sheet] = []
        for alert in try await asking({ try await catalogue.alerts(of: account) })
        where alert.body.isOn && alert.body.seen < moment {
            var body = alert.body
            body.seen = moment
            sheets.append(try Sheet(body, as: alert.id, base: alert.revision, by: viewer.author))
        }
        if !sheets.isEmpty { try await file(sheets, once: formKey) }
    }
}
