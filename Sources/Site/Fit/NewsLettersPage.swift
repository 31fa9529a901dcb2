internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// Where letters about news are ended by who holds the link of one, without signing in: a person by a button, her mail
/// program by itself (RFC 8058). Opening the link changes nothing, since machines that look for viruses open links.
enum NewsLettersPage {
    static func add(to routes: Routes) {
        let site = routes.site
        routes.get(.newsLetters) { _, context, visit, desk in
            let pass = try pass(context, site)
            return page(pass, visit, isEnded: try await !desk.wantsNewsLetters(pass.account))
        }
        // The link is the authority here, so the form needs no token of a browser.
        routes.postByLink(.newsLetters) { context, visit, desk in
            let pass = try pass(context, site)
            try await desk.stopNewsLetters(to: pass.account)
            return page(pass, visit, isEnded: true)
        }
    }

    private static func pass(_ context: SiteContext, _ site: Site) throws(WebProblem) -> NewsPass {
        try context.pathParameter("id") { NewsPass($0, key: site.settings.key) }
    }

    private static func page(_ pass: NewsPass, _ visit: Visit, isEnded: Bool) -> Response {
        let words = visit.words
        let path = SitePath.newsLetters(pass.text)
        let title = words(isEnded ? "news.ended" : "news.end")
        let body: HTML =
            isEnded
            ? Notice(body: "<p>\(words("news.ended-body"))</p>").html()
                + buttons(visit.link(words("nav.work"), SitePath(.work)).button())
            : """
            <p class="lead">\(words("news.end-body"))</p>
            <form method="post" action="\(visit.address(path))">\(buttons(submitButton(words("news.end-now"), .act)))</form>
            """
        return visit.page(title, at: path, "<h1>\(title)</h1>\(body)")
    }
}
