internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// Where the keeper of a record says, by the link of a letter and without signing in, that it still holds. Opening the link
/// changes nothing, since machines that look for viruses open links; the one button does.
enum KeepingPage {
    static func add(to routes: Routes) {
        let site = routes.site
        routes.get(.keeping) { _, context, visit, desk in
            try await page(try pass(context, site), visit, desk)
        }
        // The link is the authority here, so the form needs no token of a browser.
        routes.postByLink(.keeping) { context, visit, desk in
            let pass = try pass(context, site)
            try await desk.confirm(pass.record, for: pass.term, by: pass.account)
            return try await page(pass, visit, desk)
        }
    }

    private static func pass(_ context: SiteContext, _ site: Site) throws(WebProblem) -> KeeperPass {
        try context.pathParameter("id") { KeeperPass($0, key: site.settings.key) }
    }

    private static func page(_ pass: KeeperPass, _ visit: Visit, _ desk: Desk) async throws -> Response {
        let upkeep = try await desk.upkeep(of: pass.record, for: visit.viewer)
        let name = try await desk.title(of: pass.record, for: visit.viewer)
        let words = visit.words
        let path = SitePath.keeping(pass.text)
        let isOpen = upkeep.until == pass.term
        let title = words(isOpen ? "keeping.title" : "keeping.done")
        let date = upkeep.until.map { visit.day($0) } ?? ""
        let record = visit.link(visit.plain(name), .kept(pass.record))
        let lead = words(
            !isOpen ? "keeping.done-body" : upkeep.standing == .lapsed ? "keeping.page-over" : "keeping.page-ending",
            ["date": date])
        let act: HTML =
            isOpen
            ? """
            <form method="post" action="\(visit.address(path))">\
            \(buttons(submitButton(words("upkeep.confirm"), .act)))</form>
            <p>\(words("keeping.change"))</p>
            """ : HTML()
        return visit.page(
            title, at: path,
            """
            <h1>\(title)</h1>
            <p class="lead">\(record.html())</p>
            \(isOpen ? "<p>\(lead)</p>" : Notice(body: "<p>\(lead)</p>").html())
            \(act)
            """)
    }
}
