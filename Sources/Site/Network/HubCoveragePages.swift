internal import Catalogue
internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import Sheets
internal import Vocabulary
internal import WebSupport

/// Which support centre serves which Party, and which Parties none serves (R7).
enum HubCoveragePages {
    static func add(to routes: Routes) {
        routes.get(.hubCoverage) { _, _, visit, desk in
            let view = HubCoverageView(visit: visit, hubs: try await desk.records(Hub.self, limit: 500).items)
            let words = visit.words
            return visit.page(
                words("coverage.title"), at: SitePath(.hubCoverage), summary: words("coverage.lead"), view.html())
        }
        routes.get(.hubCoverageFile) { _, _, visit, desk in
            let view = HubCoverageView(visit: visit, hubs: try await desk.records(Hub.self, limit: 500).items)
            let name = "bio-bridge-hubs-\(visit.today).csv"
            return .download(Array(view.file().utf8), name: name, type: "text/csv; charset=utf-8")
        }
    }
}

struct HubCoverageView {
    let visit: Visit
    let hubs: [Filed<Hub>]

    private var words: Words { visit.words }

    func html() -> HTML {
        let parties = visit.words.sorted(Vocabulary.standard.parties) { $0.name(in: visit.language) }
        let served = served
        let gaps = parties.filter { (served[$0.code] ?? []).isEmpty }
        return """
            \(trail(label: words("record.where"), [visit.link(words("hub.all"), SitePath(.hubs))]))
            <h1>\(words("coverage.title"))</h1>
            <p class="lead">\(words("coverage.lead"))</p>
            \(map(served).html())
            <section><h2>\(words("coverage.gaps"))</h2>\(named(gaps, served))</section>
            \(table(parties, served).html())
            \(buttons(visit.link(words("coverage.file"), SitePath(.hubCoverageFile)).button()))
            """
    }

    /// The centres of each country, in the order of their names.
    private var served: [CountryCode: [Filed<Hub>]] {
        var served: [CountryCode: [Filed<Hub>]] = [:]
        for hub in words.sorted(hubs, by: { visit.plain($0.body.name) }) {
            for country in hub.body.countries { served[country, default: []].append(hub) }
        }
        return served
    }

    private func map(_ served: [CountryCode: [Filed<Hub>]]) -> TileMap {
        TileMap(
            words: words, caption: words("coverage.map"), valueTitle: words("coverage.value"),
            tiles: Vocabulary.standard.parties.map { country in
                TileMap.Tile(
                    code: country.code.description, name: country.name(in: visit.language), column: country.tile.column,
                    row: country.tile.row, value: served[country.code]?.count ?? 0,
                    address: visit.address(.country(country.code)))
            }, thresholds: [1, 2])
    }

    private func named(_ gaps: [Country], _ served: [CountryCode: [Filed<Hub>]]) -> HTML {
        guard !gaps.isEmpty else { return "<p>\(words("coverage.every"))</p>" }
        let double = Vocabulary.standard.parties.count { (served[$0.code]?.count ?? 0) > 1 }
        let sentence = words("coverage.count", count: gaps.count, ["double": words.number(double)])
        return """
            <p>\(sentence)</p>
            <ul class="places">\(gaps.map { country in
                "<li>\(visit.link(country.name(in: visit.language), .country(country.code)).html())</li>" as HTML
            })</ul>
            """
    }

    private func table(_ parties: [Country], _ served: [CountryCode: [Filed<Hub>]]) -> DataTable {
        DataTable(
            caption: words("coverage.table"),
            columns: [.init(title: words("common.country")), .init(title: words("coverage.hubs"))],
            rows: parties.map { country in
                let centres = served[country.code] ?? []
                let links = centres.map { visit.link(visit.plain($0.body.name), .hub($0.id)).html() }
                return [
                    visit.link(country.name(in: visit.language), .country(country.code)).html(),
                    visit.listed(links) ?? "<span class=\"quiet\">\(words("coverage.global"))</span>",
                ]
            })
    }

    /// Code, name and centres of each Party as comma-separated values; nothing in the last where none serves it.
    func file() -> String {
        let served = served
        var lines = [[words("figures.code"), words("common.country"), words("coverage.hubs")]]
        lines += Vocabulary.standard.parties.map { country in
            let centres = (served[country.code] ?? []).map { visit.plain($0.body.name) }
            return [country.code.description, country.name(in: visit.language), centres.joined(separator: "; ")]
        }
        return CommaSeparated.text(lines)
    }
}
