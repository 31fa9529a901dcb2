internal import Cooperation
internal import Desk
internal import Foundation
internal import Localisation
internal import Matching
internal import WebSupport

/// On a person's own page: what is new and fits what she watches, and what she wants to be told of.
struct NewsView: Sendable {
    let visit: Visit
    let news: [AlertNews]
    let choices: [AlertChoice]
    private let titles: [String: LocalizedText]

    init(_ visit: Visit, _ desk: Desk) async throws(DeskError) {
        self.visit = visit
        news = try await desk.alerts(for: visit.viewer)
        choices = try await desk.alertChoices(for: visit.viewer)
        var keys = Set(news.map(\.key) + choices.map(\.subject.name))
        for case .candidate(_, let paper) in news.map(\.fit) { keys.insert(paper) }
        titles = try await NewsView.titles(of: keys, for: visit.viewer, desk)
    }

    private var words: Words { visit.words }

    /// What is new; nothing for who has not asked to be told.
    var fresh: HTML {
        let isListening = choices.contains { $0.alert?.body.isOn == true }
        guard isListening else { return HTML() }
        let seen = visit.form(
            to: SitePath(.alertsSeen),
            """
            <input type="hidden" name="through" value="\(String(Int(visit.now.timeIntervalSince1970 * 1000)))">
            \(buttons(submitButton(words("fit.mark-seen"))))
            """)
        return """
            <section aria-labelledby="new-for-you"><h2 id="new-for-you">\(words("fit.new")) \
            <span class="tag">\(words.number(news.count))</span></h2>
            \(if: news.isEmpty, "<p>\(words("fit.new-none"))</p>", else: register(news.map(row)) + seen)</section>
            """
    }

    /// What she may watch; nothing where there is none.
    var wishes: HTML {
        if choices.isEmpty { return HTML() }
        return """
            <section aria-labelledby="alerts"><h2 id="alerts">\(words("fit.alerts"))</h2><p>\(words("fit.alerts-body"))</p>
            \(choices.map { AlertForm(visit: visit, choice: $0, name: title($0.subject.name)).html() })</section>
            """
    }

    private func row(_ news: AlertNews) -> RegisterRow {
        switch news.fit {
        case .need(let need):
            let path = need.request.map { SitePath.request($0) } ?? need.need.map { SitePath.need($0) }
            return RegisterRow(
                kind: words(need.request == nil ? "fit.kind-need" : "fit.kind-request"), title: text(need.key),
                address: visit.address(path ?? SitePath(.needs)),
                facts: [words("fit.fits-offer", ["name": title(news.subject.name)])],
                below: NeedReasons(words: words, parts: need.parts).bar())
        case .candidate(let scored, let paper):
            let reasons = ReasonWords(words)
            let bar = ReasonBar(
                words: words,
                parts: scored.parts.map { ReasonBar.Part(reason: reasons.sentence($0), points: $0.value) },
                missing: scored.parts.lacks.map(reasons.lack))
            return RegisterRow(
                kind: words(scored.candidate.kindWord), title: text(news.key),
                address: visit.address(.candidate(scored.candidate)),
                facts: [words("fit.answers", ["name": title(paper)])], below: bar.html())
        }
    }

    private func text(_ key: String) -> HTML { titles[key].map { visit.text($0.shortened(to: 160)) } ?? HTML() }
    private func title(_ key: String) -> String { titles[key].map { visit.plain($0.shortened(to: 80)) } ?? "" }

    /// By identifier; what this person may not read, or what is gone, has none.
    private static func titles(
        of keys: Set<String>, for viewer: Viewer, _ desk: Desk
    ) async throws(DeskError) -> [String: LocalizedText] {
        var titles: [String: LocalizedText] = [:]
        let candidates = keys.compactMap(Introduction.Candidate.init(name:))
        for (candidate, title) in try await desk.titles(of: candidates) { titles[candidate.name] = title }
        for need in try await desk.records(keys.compactMap { NeedID(rawValue: $0) }) {
            titles[need.id.rawValue] = need.body.statement
        }
        for id in keys.compactMap({ RequestID(rawValue: $0) }) {
            guard let view = try await desk.readable(id, for: viewer) else { continue }
            titles[id.rawValue] = view.dossier.request.body.title
        }
        return titles
    }
}
