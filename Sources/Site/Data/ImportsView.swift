internal import Catalogue
internal import Cooperation
internal import Exchange
internal import Hummingbird
internal import Localisation
internal import TextAnalysis
internal import WebSupport

/// The page of imports: the form, and what was taken in before.
struct ImportsView {
    let visit: Visit
    let form: ImportForm
    let found: Page<Filed<Intake>>
    let page: Int

    func html() -> HTML {
        let words = visit.words
        return """
            <h1>\(words("intake.title"))</h1><p class="lead">\(words("intake.lead"))</p>
            \(ofCountries)\(summary)
            <section><h2>\(words("intake.new"))</h2>\(upload)</section>
            <section><h2>\(words("intake.columns"))</h2><p>\(words("intake.columns-body"))</p>
            \(fold(words("intake.columns-which"), columns))</section>
            <section><h2>\(words("intake.before"))</h2>\(before)\(pager.html())</section>
            """
    }

    /// Whose lists she brings, where that is not everybody's.
    private var ofCountries: HTML {
        guard let countries = visit.viewer.countries(for: .takeIn) else { return HTML() }
        let names = visit.words.list(countries.map { visit.name($0) }.sorted())
        return "<p>\(visit.words("intake.of-countries", ["countries": names]))</p>"
    }

    private var summary: HTML {
        guard !form.problems.isEmpty else { return HTML() }
        return ErrorSummary(
            words: visit.words, problems: form.problems.map { (field: $0.field, text: $0.sentence) }
        ).html()
    }

    /// A form with a file goes out in parts.
    private var upload: HTML {
        let words = visit.words
        let kinds = Import.kinds(for: visit.viewer).map { Choice(value: $0.rawValue, label: visit.title(of: $0)) }
        let consents = Intake.Consent.allCases.map {
            Choice(value: $0.rawValue, label: words(MessageKey("intake.consent-\($0.rawValue)")))
        }
        let languages =
            [Choice(value: "", label: words("intake.language-guess"))]
            + Language.allCases.map { Choice(value: $0.code, label: $0.ownName) }
        let typed = form.form
        return visit.fileForm(
            to: SitePath(.imports),
            """
            \(Field(words: words, name: "file", label: words("intake.file"), hint: words("intake.file-hint"),
                problem: form.problem("file")).file(accepting: ".csv,.tsv,.txt,.xlsx,.json"))
            \(Field(words: words, name: "kind", label: words("intake.kind"), problem: form.problem("kind"))
                .select(kinds, chosen: typed.typed("kind")))
            \(Field(words: words, name: "source", label: words("intake.source"), hint: words("intake.source-hint"),
                problem: form.problem("source")).text(typed.typed("source")))
            \(Field(words: words, name: "address", label: words("intake.address"), problem: form.problem("address"),
                isOptional: true).text(typed.typed("address"), kind: .url))
            \(Field(words: words, name: "consent", label: words("intake.consent"), hint: words("intake.consent-hint"),
                problem: form.problem("consent")).select(consents, chosen: typed.typed("consent")))
            \(Field(words: words, name: "language", label: words("intake.language"), hint: words("intake.language-hint"),
                isOptional: true).select(languages, chosen: typed.typed("language")))
            \(Field(words: words, name: "alike", label: words("intake.alike-label"), isOptional: true)
                .checkboxes([Choice(value: "on", label: words("intake.alike"))], chosen: Set(typed.all("alike"))))
            \(buttons(submitButton(words("intake.check"), .act)))
            <p class="small quiet">\(words("intake.check-body"))</p>
            """)
    }

    private var columns: HTML {
        let words = visit.words
        return DataTable(
            caption: words("intake.columns-caption"),
            columns: [.init(title: words("intake.kind")), .init(title: words("intake.columns-names"))],
            rows: Import.kinds(for: visit.viewer).map { kind in
                [
                    HTML(text: visit.title(of: kind)),
                    "<bdi dir=\"ltr\">\(Export.columns(of: kind).joined(separator: ", "))</bdi>",
                ]
            }
        ).html()
    }

    private var before: HTML {
        let words = visit.words
        guard !found.items.isEmpty else {
            return EmptyState(title: words("intake.none"), body: words("intake.none-body")).html()
        }
        return register(
            found.items.map { filed in
                let body = filed.body
                return RegisterRow(
                    title: "\(bdi: body.source)", address: visit.address(.intake(filed.id)),
                    facts: [
                        PublicKind(body.records).map { visit.title(of: $0) } ?? "", words.date(filed.at), body.fileName,
                        words("intake.made", count: body.made),
                    ].filter { !$0.isEmpty },
                    tags: body.isUndone ? [Tag(text: words("intake.undone"))] : [])
            })
    }

    private var pager: Pager {
        let pages = (found.total + ListQuery.pageLength - 1) / ListQuery.pageLength
        return Pager(words: visit.words, page: min(page, max(1, pages)), pageCount: pages) { number in
            visit.address(SitePath(.imports).with("page", number == 1 ? nil : String(number)))
        }
    }
}

/// What would come of a file.
struct ReportView {
    let visit: Visit
    let report: ImportReport
    let options: Import.Options
    /// Under which the file waits.
    let name: String
    private static let most = 200

    func page() -> Response {
        visit.page(visit.words("intake.report"), at: SitePath(.imports), html())
    }

    private func html() -> HTML {
        let words = visit.words
        return """
            \(trail(label: words("record.where"), [visit.link(words("intake.title"), SitePath(.imports))]))
            <h1>\(words("intake.report"))</h1>
            <p class="lead">\(words("intake.report-lead", ["file": options.fileName, "source": options.source]))</p>
            \(figures)
            \(takeIn)
            \(examples)
            \(unknown)
            \(remarks)
            """
    }

    private var figures: HTML {
        let words = visit.words
        return facts([
            (words("intake.lines"), HTML(text: words.number(report.lines))),
            (words("intake.new-ones"), HTML(text: words.number(report.made))),
            (
                words("intake.institutions"),
                report.institutions > 0 ? HTML(text: words.number(report.institutions)) : nil
            ),
            (words("intake.known"), HTML(text: words.number(report.known))),
            (words("intake.refused"), HTML(text: words.number(report.refused))),
        ])
    }

    private var takeIn: HTML {
        let words = visit.words
        let another = visit.link(words("intake.another"), SitePath(.imports)).button(.plain)
        guard report.made > 0 else {
            return EmptyState(title: words("intake.nothing"), body: words("intake.nothing-body"), action: another)
                .html()
        }
        let form = visit.form(
            to: SitePath(.importing),
            """
            <input type="hidden" name="name" value="\(name)">\
            \(buttons(submitButton(words("intake.take-in", count: report.made), .act), another))
            """)
        return "\(form)<p class=\"small quiet\">\(words("intake.take-in-body"))</p>"
    }

    private var examples: HTML {
        guard !report.examples.isEmpty else { return HTML() }
        let items = report.examples.map { "<li dir=\"auto\">\($0)</li>" as HTML }
        return "<section><h2>\(visit.words("intake.examples"))</h2><ul>\(items)</ul></section>"
    }

    private var unknown: HTML {
        guard !report.unknownColumns.isEmpty else { return HTML() }
        let words = visit.words
        return """
            <section><h2>\(words("intake.unknown-columns"))</h2><p>\(words("intake.unknown-columns-body"))</p>
            <ul>\(report.unknownColumns.prefix(50).map { "<li>\(bdi: $0)</li>" })</ul></section>
            """
    }

    private var remarks: HTML {
        let words = visit.words
        guard !report.remarks.isEmpty else { return HTML() }
        let table = DataTable(
            caption: words("intake.remarks-caption"),
            columns: [
                .init(title: words("intake.line"), isNumber: true), .init(title: words("intake.column")),
                .init(title: words("intake.what")), .init(title: words("intake.why")),
            ],
            rows: report.remarks.prefix(Self.most).map { remark in
                [
                    HTML(text: words.number(remark.line)), "\(bdi: place(of: remark))",
                    HTML(text: words(MessageKey("intake.weight-\(remark.weight.rawValue)"))),
                    visit.html(remark.reason),
                ]
            })
        let rest = report.remarks.count - Self.most
        return """
            <section><h2>\(words("intake.remarks"))</h2>\(table.html())
            \(if: rest > 0, "<p>\(words("intake.remarks-more", count: rest))</p>")
            <p>\(visit.link(words("intake.report-file"), .importReport(name)).html())</p></section>
            """
    }

    private func place(of remark: Remark) -> String {
        [remark.column, remark.cell].filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
