internal import Cooperation
internal import Desk
internal import Exchange
internal import Foundation
internal import Localisation
internal import WebSupport

/// The facilitator's page of a write-shop: how to join, who is where, and how the result goes home.
struct WriteShopView {
    let shop: Filed<WriteShop>
    let drafts: [Filed<PracticeDraft>]
    let visit: Visit
    /// That of this node.
    let key: NodeKey

    private var words: Words { visit.words }

    func html() -> HTML {
        """
        \(trail(label: words("record.where"), [visit.link(words("shop.title"), SitePath(.writeShops))]))
        <h1><bdi>\(shop.body.name)</bdi></h1>
        <p class="facts-line"><span>\(visit.day(shop.body.day))</span>\(if: !shop.body.group.isEmpty, "<span>\(bdi: shop.body.group)</span>")</p>
        <div class="beside"><div>\(came)\(people)\(home)</div><aside>\(door)</aside></div>
        """
    }

    /// Where it was held, if it came in a bundle.
    private var came: HTML {
        guard let origin = shop.body.origin, let node = NodeKey(origin.key) else { return HTML() }
        return Notice(
            title: words("bundle.came"),
            body: "<p>\(words("bundle.came-body")) \(BundleReportView.fingerprint(node))</p>"
        ).html()
    }

    private var door: HTML {
        let path = SitePath(.joinWriteShop).with("code", shop.body.code)
        let address = visit.publisher.address(path: visit.address(path))
        let closing = visit.form(
            to: .writeShop(shop.id, .writeShopClosing),
            "<input type=\"hidden\" name=\"closed\" value=\"\(shop.body.isClosed ? "no" : "yes")\">"
                + buttons(submitButton(words(shop.body.isClosed ? "shop.reopen" : "shop.close"), .plain)))
        if shop.body.isClosed { return "<h2>\(words("shop.closed"))</h2>\(closing)" }
        return """
            <h2>\(words("shop.how-to-join"))</h2><p>\(words("shop.how-to-join-body"))</p>
            <p class="figure"><b><bdi dir="ltr">\(spaced(shop.body.code))</bdi></b></p>
            \(QRCode.svg(address, label: words("shop.qr")))
            <p class="small"><bdi dir="ltr">\(address)</bdi></p>\(closing)
            """
    }

    /// In two halves, to be read aloud.
    private func spaced(_ code: String) -> String { "\(code.prefix(4)) \(code.dropFirst(4))" }

    private var people: HTML {
        guard !drafts.isEmpty else {
            return EmptyState(title: words("shop.nobody-yet"), body: words("shop.nobody-yet-body")).html()
        }
        let rows = drafts.map { draft -> [HTML] in
            let practice = draft.body.practice
            let title = practice.title.isEmpty ? HTML(text: words("shop.untitled")) : visit.text(practice.title)
            let link: HTML = "<a href=\"\(visit.address(.practiceDraft(draft.id)))\">\(title)</a>"
            let state: HTML =
                draft.body.became.map { visit.link(words("shop.handed-in"), .practice($0)).html() }
                ?? visit.progress(practice)
            return ["\(bdi: draft.body.writer)", link, state, HTML(text: words.dateAndTime(draft.at))]
        }
        return """
            <section><h2>\(words("shop.who"))</h2>
            \(DataTable(
                caption: words("shop.who-caption"),
                columns: [
                    .init(title: words("shop.writer")), .init(title: words("shop.practice")),
                    .init(title: words("shop.how-far")), .init(title: words("shop.last-saved")),
                ], rows: rows).html())
            \(buttons(visit.link(words("shop.look-again"), .writeShop(shop.id)).button()))</section>
            """
    }

    private var home: HTML {
        guard drafts.contains(where: { !$0.body.practice.title.isEmpty }) else { return HTML() }
        let bundle: HTML = """
            <p>\(words("bundle.save-body")) \(BundleReportView.fingerprint(key))</p>
            \(buttons(visit.link(words("bundle.save"), .writeShop(shop.id, .writeShopBundle)).button()))
            """
        return """
            <section><h2>\(words("shop.home"))</h2>\(if: shop.body.origin == nil, bundle)
            <p>\(words("bundle.json"))</p>
            \(buttons(visit.link(words("shop.take"), .writeShop(shop.id, .writeShopFile)).button()))</section>
            """
    }
}

/// The drafts of a write-shop as the file that an import of practices reads.
struct WriteShopFile {
    let data: Data

    init(_ drafts: [Filed<PracticeDraft>]) throws {
        let bodies = try drafts.map(\.body.practice).filter { !$0.title.isEmpty }.map { practice in
            var practice = practice
            practice.request = nil
            return "{\"record\":" + String(decoding: try practice.encoded(), as: UTF8.self) + "}"
        }
        data = Data(("{\"kind\":\"practice\",\"records\":[\n" + bodies.joined(separator: ",\n") + "\n]}\n").utf8)
    }
}
