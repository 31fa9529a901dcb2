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

    /// How many rows each table shows at most, and from how many needs for each provider on; the file has all.
    private static let most = 8
    private static let least = 1.0

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
        \(if: gaps.isEmpty, nothing, else: biggest + tables)
        <section><h2>\(words("gaps.how"))</h2><p>\(words("gaps.how-body"))</p><p>\(words("gaps.shown"))</p>
        \(buttons(
            visit.link(words("gaps.file"), SitePath(.gapsFile)).button(),
            visit.link(words("balance.title"), SitePath(.balance)).button(),
            visit.viewer.may(.engage) ? visit.link(words("engage.title"), SitePath(.engagement)).button(.act) : HTML()))</section>
        """
    }

    private var nothing: HTML {
        EmptyState(
            title: words("gaps.none"), body: words("gaps.none-body"),
            action: visit.link(words("fit.all-requests"), SitePath(.requests)).button()
        ).html()
    }

    private var biggest: HTML {
        let bars = BarTable(
            words: words, caption: words("gaps.biggest-caption"), nameTitle: words("gaps.what"),
            valueTitle: words("gaps.weight"),
            rows: gaps.prefix(10).filter { $0.severity >= Self.least }.map { gap in
                (words("gaps.place", ["topic": name(gap.topic), "region": region(gap)]), gap.severity)
            })
        return "<section><h2>\(words("gaps.biggest"))</h2>\(bars.html())</section>"
    }

    private var tables: HTML {
        Kind.allCases.map { kind in
            let own = gaps.filter { Kind($0.topic) == kind && $0.severity >= Self.least }
            guard !own.isEmpty else { return HTML() }
            let table = DataTable(
                caption: words("gaps.table-caption"),
                columns: [
                    .init(title: words("gaps.what")), .init(title: words("gaps.region")),
                    .init(title: words("gaps.needs"), isNumber: true),
                    .init(title: words("gaps.there"), isNumber: true),
                    .init(title: words("gaps.providers"), isNumber: true),
                ], rows: own.prefix(Self.most).map(row))
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
            linked(gap.topic), HTML(text: region(gap)), HTML(text: words.number(gap.needs)),
            HTML(text: words.number(gap.providersThere)), HTML(text: words.number(gap.providers)),
        ]
    }

    /// A theme or kind of help leads to the needs themselves.
    private func linked(_ topic: Gap.Topic) -> HTML {
        switch topic {
        case .subject(let id):
            visit.link(name(topic), SitePath(.needs).with("subject", id.description)).html()
        case .assistance(let id):
            visit.link(name(topic), SitePath(.needs).with("assistance", id.description)).html()
        case .language: HTML(text: name(topic))
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
