internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// Write-shops: a facilitator opens one, the group joins by its code, each writes her own draft, and the facilitator sees who is
/// where. It needs nothing but this node: no other host, no mail, no accounts of the group.
enum WriteShopPages {
    static func add(to routes: Routes) {
        let key = routes.site.settings.key
        let tries = RateLimiter(burst: 40, each: .seconds(5))
        routes.get(.writeShops) { _, _, visit, desk in try await list(visit, desk) }
        routes.post(.writeShops) { form, _, visit, desk in
            try Routes.keepWhatWasTyped(form, visit)
            return try await open(form, visit, desk)
        }
        routes.get(.writeShop) { _, context, visit, desk in
            let id = try context.pathParameter("id") { WriteShopID(own: $0) }
            let shop = try await desk.writeShop(id, for: visit.viewer)
            let drafts = try await desk.practiceDrafts(in: id, for: visit.viewer)
            return visit.page(
                shop.body.name, at: .writeShop(id),
                WriteShopView(shop: shop, drafts: drafts, visit: visit, key: desk.nodeKey).html())
        }
        routes.post(.writeShopClosing) { form, context, visit, desk in
            let id = try context.pathParameter("id") { WriteShopID(own: $0) }
            let isClosed = form.typed("closed") != "no"
            try await desk.close(id, isClosed: isClosed, by: visit.viewer)
            return try visit.seeOther(.writeShop(id), done: (isClosed ? Done.shopClosed : .shopOpened).rawValue)
        }
        routes.get(.writeShopFile) { _, context, visit, desk in
            let id = try context.pathParameter("id") { WriteShopID(own: $0) }
            let drafts = try await desk.practiceDrafts(in: id, for: visit.viewer)
            return .download(
                Array(try WriteShopFile(drafts).data), name: "write-shop-\(id.own).json",
                type: "application/json; charset=utf-8")
        }
        routes.get(.joinWriteShop) { request, _, visit, _ in
            joinPage(Form(fields: ["code": [try request.query().typed("code")]]), visit)
        }
        routes.post(.joinWriteShop) { form, _, visit, desk in
            if case .refused(let seconds) = tries.take(visit.clientAddress) {
                throw WebProblem.tooManyRequests(retryAfter: seconds)
            }
            return try await join(form, key, visit, desk)
        }
    }

    private static func join(_ form: Form, _ key: SecretKey, _ visit: Visit, _ desk: Desk) async throws -> Response {
        func next(_ id: PracticeDraftID) -> SitePath {
            visit.viewer.isSignedIn ? .practiceDraft(id) : .draftByLink(DraftPass(id, key: key).text)
        }
        do {
            let id = try await desk.join(
                code: form.typed("code"), writer: try form.text("writer"), by: visit.viewer, once: form.key)
            return try visit.seeOther(next(id))
        } catch DeskError.invalid(let problems) {
            var page = joinPage(form, visit, FormProblems(problems, visit.words))
            page.status = .unprocessableContent
            return page
        } catch DeskError.alreadyDone(let paper) {
            guard let id = PracticeDraftID(rawValue: paper) else { throw WebProblem(.unexpected) }
            return try visit.seeOther(next(id))
        }
    }

    private static func joinPage(_ form: Form, _ visit: Visit, _ problems: FormProblems = .none) -> Response {
        let words = visit.words
        let code = Field(
            words: words, name: "code", label: words("shop.code"), hint: words("shop.code-hint"),
            problem: problems["code"])
        let writer = Field(
            words: words, name: "writer", label: words("shop.your-name"), hint: words("shop.your-name-hint"),
            problem: problems["writer"])
        let name = form.typed("writer").isEmpty ? visit.person?.account.body.name ?? "" : form.typed("writer")
        let content: HTML = """
            \(code.text(form.typed("code"), autocomplete: "off", isShort: true))
            \(writer.text(name, autocomplete: "name"))
            \(buttons(submitButton(words("shop.join"), .act)))
            """
        return visit.page(
            words("shop.join-title"), at: SitePath(.joinWriteShop),
            """
            <h1>\(words("shop.join-title"))</h1><p class="lead">\(words("shop.join-lead"))</p>
            \(problems.summary(words).html())
            \(visit.form(to: SitePath(.joinWriteShop), key: form.key, content))
            """)
    }

    private static func open(_ form: Form, _ visit: Visit, _ desk: Desk) async throws -> Response {
        var problems: [Problem] = []
        let day = form.day("day", &problems) ?? visit.today
        do {
            if !problems.isEmpty { throw DeskError.invalid(problems) }
            let id = try await desk.open(
                writeShop: try form.text("name"), on: day, group: try form.text("group"), by: visit.viewer,
                once: form.key)
            return try visit.seeOther(.writeShop(id), done: Done.shopOpened.rawValue)
        } catch DeskError.invalid(let problems) {
            var page = try await list(visit, desk, Attempt(.writeShops, form, problems, visit.words))
            page.status = .unprocessableContent
            return page
        } catch DeskError.alreadyDone(let paper) {
            guard let id = WriteShopID(rawValue: paper) else { throw WebProblem(.unexpected) }
            return try visit.seeOther(.writeShop(id))
        }
    }

    private static func list(_ visit: Visit, _ desk: Desk, _ attempt: Attempt? = nil) async throws -> Response {
        let shops = try await desk.writeShops(of: visit.viewer)
        let words = visit.words
        func field(_ name: String, _ hint: String? = nil, isOptional: Bool = false) -> Field {
            Field(
                words: words, name: name, label: words(MessageKey("shop.q-\(name)")), hint: hint,
                problem: attempt?.problems[name], isOptional: isOptional)
        }
        func typed(_ name: String) -> String { attempt?.form.typed(name) ?? "" }
        let content: HTML = """
            \(field("name").text(typed("name")))
            \(field("day", isOptional: true).text(typed("day"), kind: .date, isShort: true))
            \(field("group", isOptional: true).area(typed("group"), lines: 2))
            \(buttons(submitButton(words("shop.open"), .act)))
            """
        let rows = shops.map { shop in
            RegisterRow(
                title: HTML(text: shop.body.name), address: visit.address(.writeShop(shop.id)),
                facts: [visit.day(shop.body.day)] + (shop.body.isClosed ? [] : [shop.body.code]),
                tags: shop.body.isClosed ? [Tag(text: words("shop.closed"))] : [])
        }
        return visit.page(
            words("shop.title"), at: SitePath(.writeShops),
            """
            <h1>\(words("shop.title"))</h1><p class="lead">\(words("shop.lead"))</p>
            \(attempt?.problems.summary(words).html())
            \(if: !rows.isEmpty, "<section><h2>\(words("shop.mine"))</h2>\(register(rows))</section>")
            <section><h2>\(words("shop.open-new"))</h2>
            \(visit.form(to: SitePath(.writeShops), key: attempt?.form.key, content))</section>
            <section><h2>\(words("bundle.title"))</h2><p>\(words("bundle.lead"))</p>
            \(buttons(visit.link(words("bundle.title"), SitePath(.bundles)).button()))</section>
            <p class="small quiet">\(words("shop.offline"))</p>
            """)
    }
}
