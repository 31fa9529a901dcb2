internal import Desk
internal import Hummingbird
internal import Localisation
internal import Matching
internal import Sheets
internal import Vocabulary
internal import WebSupport

/// Whether the roster is where the needs are: by region, group of countries, theme and language (R4).
enum BalancePages {
    static func add(to routes: Routes) {
        routes.get(.balance) { _, _, visit, desk in
            let view = BalanceView(visit: visit, balance: await desk.balance())
            return visit.page(
                visit.words("balance.title"), at: SitePath(.balance), summary: visit.words("balance.lead"), view.html())
        }
        routes.get(.balanceFile) { _, _, visit, desk in
            let view = BalanceView(visit: visit, balance: await desk.balance())
            let name = "bio-bridge-balance-\(visit.today).csv"
            return .download(Array(view.file().utf8), name: name, type: "text/csv; charset=utf-8")
        }
    }
}

struct BalanceView {
    let visit: Visit
    let balance: Balance

    private var words: Words { visit.words }

    private var parts: [(name: String, rows: [Balance.Row])] {
        [
            ("region", balance.regions), ("group", balance.groups), ("subject", balance.subjects),
            ("language", balance.languages),
        ]
    }

    func html() -> HTML {
        """
        \(trail(label: words("record.where"), [visit.link(words("provider.all"), SitePath(.providers))]))
        <h1>\(words("balance.title"))</h1>
        <p class="lead">\(words("balance.lead"))</p>
        <div class="trio">\(figure(words.number(balance.members), words("balance.members")))\
        \(figure(words.number(balance.needs), words("balance.needs")))</div>
        \(if: balance.members + balance.needs == 0, nothing, else: parts.map(section).joined())
        <section><h2>\(words("balance.how"))</h2><p>\(words("balance.how-body"))</p>\
        \(buttons(
            visit.link(words("balance.file"), SitePath(.balanceFile)).button(),
            visit.link(words("gaps.title"), SitePath(.gaps)).button(.plain)))</section>
        """
    }

    private var nothing: HTML {
        EmptyState(
            title: words("balance.none"), body: words("balance.none-body"),
            action: visit.link(words("provider.all"), SitePath(.providers)).button()
        ).html()
    }

    private func section(_ name: String, _ rows: [Balance.Row]) -> HTML {
        guard !rows.isEmpty else { return HTML() }
        let title = words(MessageKey("balance.by-\(name)"))
        return """
            <section aria-labelledby="by-\(name)"><h2 id="by-\(name)">\(title)</h2>
            \(PairedBars(
                words: words, caption: words("balance.caption", ["part": title]), nameTitle: title,
                titles: (words("balance.members"), words("balance.needs")),
                rows: rows.map { row in
                    .init(
                        name: self.name(row.part), counts: (row.members, row.needs),
                        shares: (row.shareOfMembers, row.shareOfNeeds))
                }
            ).html())</section>
            """
    }

    private func name(_ part: Balance.Part) -> String {
        switch part {
        case .region(let region): region.label(in: visit.language)
        case .group(let group): group.label(in: visit.language)
        case .subject(let subject): subject.label(in: visit.language)
        case .language(let language): language.name(in: visit.language)
        }
    }

    private func code(_ part: Balance.Part) -> String {
        switch part {
        case .region(let region): region.rawValue
        case .group(let group): group.rawValue
        case .subject(let subject): subject.description
        case .language(let language): language.description
        }
    }

    /// All rows as comma-separated values: counts, and shares in hundredths.
    func file() -> String {
        let head = [
            words("gaps.kind"), words("gaps.what"), words("gaps.code"), words("balance.members"),
            words("balance.needs"), words("balance.share-of-members"), words("balance.share-of-needs"),
        ]
        func percent(_ share: Double) -> String { String((share * 1000).rounded() / 10) }
        return CommaSeparated.text(
            [head]
                + parts.flatMap { part in
                    part.rows.map { row in
                        [
                            words(MessageKey("balance.by-\(part.name)")), name(row.part), code(row.part),
                            String(row.members), String(row.needs), percent(row.shareOfMembers),
                            percent(row.shareOfNeeds),
                        ]
                    }
                })
    }
}

/// Two numbers for each name, as a table whose last column draws both: the first above, the second below it and paler.
struct PairedBars {
    struct Row {
        let name: String
        let counts: (Int, Int)
        /// 0 to 1.
        let shares: (Double, Double)
    }

    let words: Words
    let caption: String
    let nameTitle: String
    let titles: (String, String)
    let rows: [Row]

    func html() -> HTML {
        let most = max(0.01, rows.flatMap { [$0.shares.0, $0.shares.1] }.max() ?? 1)
        func width(_ share: Double) -> Int { Int(max(0, share) / most * 1000) }
        return """
            <table class="bars"><caption>\(caption)</caption>
            <thead><tr><th scope="col">\(nameTitle)</th><th scope="col" class="number">\(titles.0)</th>\
            <th scope="col" class="number">\(titles.1)</th><td></td></tr></thead>
            <tbody>\(rows.map { row in
                """
                <tr><th scope="row">\(row.name)</th><td class="number">\(cell(row.counts.0, row.shares.0))</td>\
                <td class="number">\(cell(row.counts.1, row.shares.1))</td>\
                <td><svg viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true">\
                <rect width="\(width(row.shares.0))" height="11"/>\
                <rect width="\(width(row.shares.1))" y="13" height="11" fill-opacity="0.45"/></svg></td></tr>
                """ as HTML
            })</tbody></table>
            """
    }

    private func cell(_ count: Int, _ share: Double) -> HTML {
        "\(words.number(count)) <span class=\"quiet small\">(\(words.percent(share)))</span>"
    }
}
