internal import Cooperation
internal import Localisation
internal import Matching
internal import Sheets
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// The biggest needs nobody answers: where many ask and few offer, by theme, kind of help and language in each region.
struct GapsView {
    let visit: Visit
    /// The biggest first.
    let gaps: [Gap]
    let query: GapsQuery

    /// - Parameter all: the biggest first; shown are those the query asks for.
    init(visit: Visit, gaps all: [Gap], query: GapsQuery = GapsQuery()) {
        self.visit = visit
        self.query = query
        gaps = query.isEmpty ? all : all.filter { query.asks(for: $0) }
    }

    /// How many rows each table shows at most, and from how many needs for each provider on; the file has all.
    private static let most = 8
    private static let least = 1.0
    /// Somebody who narrows the list wants all of it.
    private static let mostNarrowed = 100

    /// Narrowed, small gaps are shown too: who asks for one theme wants to know how it stands.
    private var shown: [Gap] {
        let big = gaps.filter { $0.severity >= Self.least }
        return query.isEmpty && !big.isEmpty ? big : gaps
    }

    private var words: Words { visit.words }

    enum Kind: String, CaseIterable {
        case subject, assistance, language

        init(_ topic: Gap.Topic) {
            switch topic {
            case .subject: self = .subject
            case .assistance: self = .assistance
            case .language: self = .language
            }
        }
    }

    func html() -> HTML {
        """
        <h1>\(words("gaps.title"))</h1>
        <p class="lead">\(words("gaps.lead"))</p>
        \(filters)
        \(if: gaps.isEmpty, nothing, else: biggest + tables)
        <section><h2>\(words("gaps.how"))</h2><p>\(words("gaps.how-body"))</p>\(if: query.isEmpty, "<p>\(words("gaps.shown"))</p>")
        \(buttons(
            visit.link(words(query.isEmpty ? "gaps.file" : "gaps.file-shown"), query.path(.gapsFile)).button(),
            visit.link(words("balance.title"), SitePath(.balance)).button(),
            visit.viewer.may(.engage) ? visit.link(words("engage.title"), SitePath(.engagement)).button(.act) : HTML()))</section>
        """
    }

    private var filters: HTML {
        let kinds = Kind.allCases.map {
            Choice(value: $0.rawValue, label: words(MessageKey("gaps.kind-\($0.rawValue)")))
        }
        return FilterForm(
            visit: visit, route: .gaps, kept: [], isFiltered: !query.isEmpty,
            fields: """
                \(visit.regionFilter(query.region))
                \(Field(words: words, name: "kind", label: words("gaps.kind")).select(
                    [Choice(value: "", label: words("record.any"))] + kinds, chosen: query.kind?.rawValue))
                \(visit.subjectFilter(query.subject))
                """
        ).html()
    }

    private var nothing: HTML {
        guard query.isEmpty else {
            return EmptyState(
                title: words("gaps.none-such"), body: words("gaps.none-such-body"),
                action: visit.link(words("record.clear"), SitePath(.gaps)).button()
            ).html()
        }
        return EmptyState(
            title: words("gaps.none"), body: words("gaps.none-body"),
            action: visit.link(words("fit.all-requests"), SitePath(.requests)).button()
        ).html()
    }

    private var biggest: HTML {
        let bars = BarTable(
            words: words, caption: words("gaps.biggest-caption"), nameTitle: words("gaps.what"),
            valueTitle: words("gaps.weight"),
            rows: shown.prefix(10).map { gap in
                (words("gaps.place", ["topic": name(gap.topic), "region": region(gap)]), gap.severity)
            }, links: shown.prefix(10).map { needs(of: $0).map(visit.address) })
        return "<section><h2>\(words("gaps.biggest"))</h2>\(bars.html())</section>"
    }

    private var tables: HTML {
        Kind.allCases.map { kind in
            let own = shown.filter { Kind($0.topic) == kind }
            guard !own.isEmpty else { return HTML() }
            let table = DataTable(
                caption: words("gaps.table-caption"),
                columns: [
                    .init(title: words("gaps.what")), .init(title: words("gaps.region")),
                    .init(title: words("gaps.needs"), isNumber: true),
                    .init(title: words("gaps.there"), isNumber: true),
                    .init(title: words("gaps.providers"), isNumber: true),
                ], rows: own.prefix(query.isEmpty ? Self.most : Self.mostNarrowed).map(row))
            return "<section><h2>\(words(MessageKey("gaps.kind-\(kind.rawValue)")))</h2>\(table.html())</section>"
        }.joined()
    }

    /// The biggest of one place in one table, without the region.
    func short() -> HTML {
        DataTable(
            caption: words("gaps.table-caption"),
            columns: [
                .init(title: words("gaps.what")), .init(title: words("gaps.needs"), isNumber: true),
                .init(title: words("gaps.there"), isNumber: true),
                .init(title: words("gaps.providers"), isNumber: true),
            ],
            rows: gaps.prefix(Self.most).map { gap in
                var cells = row(gap)
                cells.remove(at: 1)
                return cells
            }
        ).html()
    }

    private func row(_ gap: Gap) -> [HTML] {
        [
            linked(gap), HTML(text: region(gap)), HTML(text: words.number(gap.needs)),
            HTML(text: words.number(gap.providersThere)), HTML(text: words.number(gap.providers)),
        ]
    }

    /// A theme or kind of help leads to the needs themselves.
    private func linked(_ gap: Gap) -> HTML {
        needs(of: gap).map { visit.link(name(gap.topic), $0).html() } ?? HTML(text: name(gap.topic))
    }

    private func needs(of gap: Gap) -> SitePath? {
        let needs = SitePath(.needs).with("region", gap.region?.rawValue)
        return switch gap.topic {
        case .subject(let id): needs.with("subject", id.description)
        case .assistance(let id): needs.with("assistance", id.description)
        case .language: nil
        }
    }

    private func name(_ topic: Gap.Topic) -> String {
        switch topic {
        case .subject(let id): id.label(in: visit.language)
        case .assistance(let id): id.label(in: visit.language)
        case .language(let code): code.name(in: visit.language)
        }
    }

    private func code(_ topic: Gap.Topic) -> String {
        switch topic {
        case .subject(let id): id.description
        case .assistance(let id): id.description
        case .language(let code): code.description
        }
    }

    private func region(_ gap: Gap) -> String { gap.region?.label(in: visit.language) ?? "" }

    /// All gaps as comma-separated values, the biggest first.
    func file() -> String {
        let head = [
            words("gaps.kind"), words("gaps.what"), words("gaps.code"), words("gaps.region"), words("gaps.code"),
            words("gaps.needs"), words("gaps.there"), words("gaps.providers"), words("gaps.weight"),
        ]
        return CommaSeparated.text(
            [head]
                + gaps.map { gap in
                    [
                        words(MessageKey("gaps.kind-\(Kind(gap.topic).rawValue)")), name(gap.topic), code(gap.topic),
                        region(gap), gap.region?.rawValue ?? "", String(gap.needs), String(gap.providersThere),
                        String(gap.providers), String((gap.severity * 100).rounded() / 100),
                    ]
                })
    }
}
