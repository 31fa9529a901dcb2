internal import Cooperation
internal import Desk
internal import Foundation
internal import Hummingbird
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// A donor's page: what could be funded in its priorities, and what came of what it promised.
enum FundingPage {
    static func add(to routes: Routes) {
        routes.get(.funding) { _, _, visit, desk in
            let funding = try await desk.funding(for: visit.viewer)
            let asking = (funding.fundable.map(\.view) + funding.pledged).map(\.dossier.request.body.organisation)
            let view = FundingView(visit: visit, funding: funding, institutions: try await desk.institutions(asking))
            return visit.page(visit.words("funding.title"), at: SitePath(.funding), view.html())
        }
    }
}

struct FundingView {
    let visit: Visit
    let funding: Funding
    let institutions: Institutions

    private var words: Words { visit.words }

    func html() -> HTML {
        """
        \(trail(label: words("record.where"), [visit.link(words("work.title"), SitePath(.work))]))
        <h1>\(words("funding.title"))</h1>
        <p class="lead">\(words("funding.lead"))</p>
        <section aria-labelledby="fundable"><h2 id="fundable">\(words("funding.fundable")) \
        <span class="tag">\(words.number(funding.fundable.count))</span></h2>
        \(if: funding.fundable.isEmpty, EmptyState(
            title: words("funding.none"), body: words("funding.none-body"),
            action: visit.link(words("nav.requests"), SitePath(.requests)).button()).html())
        \(register(funding.fundable.map(fundable)))</section>
        <section aria-labelledby="pledged"><h2 id="pledged">\(words("funding.pledged"))</h2>
        \(if: funding.pledged.isEmpty, "<p class=\"quiet\">\(words("funding.pledged-none"))</p>")
        \(register(funding.pledged.map(pledged)))</section>
        """
    }

    private func fundable(_ item: FundableRequest) -> RegisterRow {
        let id = item.view.dossier.id
        let request = item.view.dossier.request.body
        let plan = item.view.dossier.plans.last?.body.text
        return RegisterRow(
            title: visit.title(of: request), address: visit.address(.request(id)),
            summary: plan.map { visit.text($0.shortened(to: 240)) },
            facts: facts(request, money: request.budget),
            tags: item.reasons.map { Tag(text: words(of: $0), tone: .strong) },
            below: buttons(visit.link(words("funding.pledge"), .request(id)).button()))
    }

    private func pledged(_ view: DossierView) -> RegisterRow {
        let request = view.dossier.request.body
        let mine = view.dossier.pledges.filter { visit.viewer.organisations.contains($0.body.organisation) }
        let last = view.dossier.closings.last?.body.text ?? view.dossier.reports.last?.body.text
        let sums = mine.compactMap(\.body.amount).map { words.money(Decimal($0.amount), currency: $0.currency) }
        return RegisterRow(
            title: visit.title(of: request), address: visit.address(.request(view.dossier.id)),
            summary: last.map { visit.text($0.shortened(to: 240)) },
            facts: facts(request, money: nil) + (sums.isEmpty ? [words("request.in-kind")] : sums),
            tags: [Tag(text: visit.word(view.state))],
            below: last == nil ? "<p class=\"quiet small\">\(words("funding.no-report"))</p>" : HTML())
    }

    private func facts(_ request: Cooperation.Request, money: Money?) -> [String] {
        [
            visit.name(request.country), institutions[request.organisation].map { visit.plain($0) } ?? "",
            money.map { words.money(Decimal($0.amount), currency: $0.currency) } ?? "",
        ].filter { !$0.isEmpty }
    }

    private func words(of reason: FundableRequest.Reason) -> String {
        switch reason {
        case .subject(let id): id.label(in: visit.language)
        case .country: words("funding.reason-country")
        case .amount: words("funding.reason-amount")
        }
    }
}
