internal import Catalogue
internal import Cooperation
internal import Desk
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// Where the links of one record lead, for who keeps it and who looks after the library: each can be looked at again now.
struct RecordLinkPages {
    /// Nil where this node asks nobody.
    let looks: LinkLooks?

    static func add(to routes: Routes) {
        let site = routes.site
        let pages = RecordLinkPages(looks: site.settings.look.map { LinkLooks(site.desk, look: $0) })
        routes.get(.recordLinks) { _, context, visit, desk in
            try await pages.page(try context.pathParameter("id") { $0 }, visit, desk)
        }
        routes.post(.recordLinks) { form, context, visit, desk in
            try await pages.look(form, at: try context.pathParameter("id") { $0 }, visit, desk)
        }
    }

    private func page(
        _ record: String, _ visit: Visit, _ desk: Desk, problem: String? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let links = try await desk.links(of: record, for: visit.viewer)
        let title = try await desk.titleOfRecord(record)
        let view = RecordLinksView(
            visit: visit, record: record, title: title, links: links, isAsking: looks != nil, problem: problem)
        var page = visit.page(visit.words("relook.title"), at: .recordLinks(record), view.html())
        page.status = status
        return page
    }

    private func look(_ form: Form, at record: String, _ visit: Visit, _ desk: Desk) async throws -> Response {
        let address = form.typed("address")
        let links = try await desk.links(of: record, for: visit.viewer)
        guard let account = visit.viewer.account else { throw DeskError.signInFirst }
        guard let looks, let link = links.first(where: { $0.address == address }) else {
            return try await page(
                record, visit, desk, problem: visit.words("relook.error-unknown"), status: .unprocessableContent)
        }
        guard link.mayBeLookedAt(at: visit.now) else {
            return try await page(
                record, visit, desk, problem: visit.words("relook.error-soon"), status: .unprocessableContent)
        }
        let outcome = try await looks.again(address, for: account)
        return try visit.seeOther(
            .recordLinks(record), done: (outcome == .looked ? Done.linkLooked : .linkStillLooking).rawValue)
    }
}

/// The links in a table, each with what is known of it and its button.
struct RecordLinksView {
    let visit: Visit
    let record: String
    let title: LocalizedText?
    let links: [RecordLink]
    let isAsking: Bool
    let problem: String?

    private var words: Words { visit.words }

    func html() -> HTML {
        let way = SitePath.record(record).map { [visit.link(title.map { visit.plain($0) } ?? record, $0)] } ?? []
        return """
            \(trail(label: words("record.where"), way))
            <h1>\(words("relook.title"))</h1><p class="lead">\(words("relook.lead"))</p>
            \(problem.map { ErrorSummary(words: words, problems: [(field: "links", text: $0)]).html() })
            \(if: !isAsking, Notice(body: "<p>\(words("relook.off"))</p>").html())
            \(if: links.isEmpty, EmptyState(title: words("relook.none"), body: words("relook.none-body")).html(), else: list)
            """
    }

    private var list: HTML {
        "<ul class=\"register\" id=\"links\">\(links.map { "<li>\(item($0))</li>" as HTML })</ul>"
    }

    private func item(_ link: RecordLink) -> HTML {
        let address: HTML = "<bdi dir=\"ltr\">\(link.address)</bdi>"
        let shown = SafeLink(link.address).map { safe in
            "<a href=\"\(link: safe)\" rel=\"nofollow ugc noopener\">\(address)</a>" as HTML
        }
        return """
            <p>\(shown ?? address)</p>
            <p\(classes: ["quiet": link.state?.isDead != true])>\(found(link))</p>
            \(if: isAsking && link.mayBeLookedAt(at: visit.now), button(link))
            """
    }

    private func button(_ link: RecordLink) -> HTML {
        visit.form(
            to: .recordLinks(record),
            """
            <input type="hidden" name="address" value="\(link.address)">\
            \(buttons(submitButton(words("relook.look"), .ordinary)))
            """)
    }

    /// What was found, and when.
    private func found(_ link: RecordLink) -> HTML {
        guard let state = link.state else { return HTML(text: words("relook.never")) }
        let day = words("relook.looked", ["moment": words.dateAndTime(state.checked)])
        let what =
            switch state.outcome {
            case .alive:
                state.movedTo.map { words("link.moved", ["address": $0]) } ?? words("relook.alive")
            case .unknown: words("relook.unknown")
            case .gone, .broken:
                state.isDead
                    ? words("link.dead-since", ["date": words.date(state.since ?? state.checked)]) + " ("
                        + visit.trouble(state) + ")"
                    : words("relook.failed-once", ["trouble": visit.trouble(state)])
            }
        return "\(what) · \(day)"
    }
}
