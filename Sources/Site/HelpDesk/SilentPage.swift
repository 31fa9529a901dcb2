internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// Who is not answering, longest first, each to be asked again in one step.
enum SilentPage {
    static func add(to routes: Routes) {
        routes.get(.silent) { _, _, visit, desk in
            let cases = try await desk.silentCases(for: visit.viewer)
            let asked = cases.compactMap(\.institution) + cases.map(\.request.body.organisation)
            let view = SilentView(visit: visit, cases: cases, institutions: try await desk.institutions(asked))
            return visit.page(visit.words("casework.silent"), at: SitePath(.silent), view.html())
        }
    }
}

struct SilentView {
    let visit: Visit
    let cases: [SilentCase]
    let institutions: Institutions

    func html() -> HTML {
        let words = visit.words
        return """
            \(trail(label: words("request.trail"), [visit.link(words("desk.queue"), SitePath(.queue))]))
            <h1>\(words("casework.silent"))</h1>
            <p class="lead">\(words("casework.silent-lead", count: cases.count))</p>
            \(if: cases.isEmpty, EmptyState(
                title: words("casework.silent-none"), body: words("casework.silent-none-body"),
                action: visit.link(words("desk.queue"), SitePath(.queue)).button()).html())
            \(if: !cases.isEmpty, register(cases.map(row), isQueue: true))
            """
    }

    private func row(_ silent: SilentCase) -> RegisterRow {
        let request = silent.request.body
        let who = silent.institution ?? (silent.party.asked == .requester ? request.organisation : nil)
        return RegisterRow(
            title: visit.title(of: request), address: visit.address(.helpCase(silent.request.id)),
            facts: [visit.name(request.country), who.flatMap { institutions[$0] }.map { visit.plain($0) } ?? ""]
                .filter { !$0.isEmpty },
            below: NudgeForm(
                visit: visit, id: silent.request.id, party: silent.party, last: silent.nudged, place: .silent
            ).html(), level: .second)
    }
}
