internal import Cooperation
internal import Foundation
internal import Localisation
internal import NeedSheets
internal import Sheets
internal import Vocabulary
internal import WebSupport

/// The page of the template: take it, fill it in, send it back; and what was wrong with what came back, cell by cell.
struct NeedTemplateView {
    let visit: Visit
    let result: TemplateResult?

    private static let shown = 100

    private var words: Words { visit.words }

    func html() -> HTML {
        """
        <h1>\(words("need.template"))</h1>
        \(outcome)
        <p class="lead">\(words("need.template-lead"))</p>
        <section><h2>\(words("need.take"))</h2><p>\(words("need.take-body"))</p>
        \(buttons(visit.link(words("need.take-file"), own).button(.act)))</section>
        <section><h2>\(words("need.send"))</h2><p>\(words("need.send-body"))</p>\(sending)</section>
        """
    }

    /// A person of one country gets it with her country filled in.
    private var own: SitePath {
        let countries = visit.viewer.countries
        return SitePath(.needTemplateFile).with("country", countries.count == 1 ? countries.first?.description : nil)
    }

    private var sending: HTML {
        guard visit.viewer.may(.writeNeed) else {
            let reason: HTML = "<p class=\"quiet\">\(words("need.send-who"))</p>"
            return visit.viewer.isSignedIn
                ? reason : reason + buttons(visit.link(words("nav.sign-in"), SitePath(.signIn)).button())
        }
        var problem: String?
        if case .noFile = result { problem = words.problem(Problem(field: "file", code: .noFile)) }
        let field = Field(
            words: words, name: "file", label: words("need.file"), hint: words("need.file-hint"), problem: problem)
        return visit.form(
            to: SitePath(.needTemplate), carriesFiles: true,
            "\(field.file(types: ".xlsx,\(WorkbookWriter.mediaType)"))\(buttons(submitButton(words("need.send-file"), .act)))"
        )
    }

    private var outcome: HTML {
        switch result {
        case nil: HTML()
        case .noFile:
            FormProblems([Problem(field: "file", code: .noFile)], words).summary(words, naming: ["file": "need.file"])
                .html()
        case .unreadable(let name, let error): refusal(name, words(MessageKey("need.unreadable-\(Self.short(error))")))
        case .otherWorkbook(let name): refusal(name, words("need.other-workbook"))
        case .otherCountry(let name): refusal(name, words("need.other-country"))
        case .problems(let name, let reading): problems(name, reading)
        }
    }

    private static func short(_ error: SheetsError) -> String {
        switch error {
        case .notAWorkbook: "kind"
        case .olderOrLocked: "older"
        case .tooLarge: "large"
        case .damaged, .unwritable: "damaged"
        }
    }

    private func refusal(_ name: String, _ reason: String) -> HTML {
        """
        <div class="notice error" role="alert" tabindex="-1" autofocus><h2>\(bdi: name)</h2><p>\(reason)</p></div>
        """
    }

    private func problems(_ name: String, _ reading: TemplateReading) -> HTML {
        let table = DataTable(
            caption: words("need.problems-caption"),
            columns: [
                .init(title: words("need.problem-sheet")), .init(title: words("need.problem-cell")),
                .init(title: words("need.problem-column")), .init(title: words("need.problem-what")),
            ],
            rows: reading.problems.prefix(Self.shown).map { problem in
                [
                    "\(bdi: problem.sheet)", "<b dir=\"ltr\">\(problem.cell.description)</b>",
                    HTML(text: problem.column?.label(words) ?? words("common.country")),
                    HTML(text: words.problem(problem.problem)),
                ]
            })
        let more = reading.problems.count - Self.shown
        return """
            <div class="notice error" role="alert" tabindex="-1" autofocus aria-labelledby="what-is-wrong">
            <h2 id="what-is-wrong">\(words("need.problems", count: reading.problems.count))</h2>
            <p>\(bdi: name): \(words("need.problems-lead", count: reading.lines.count))</p></div>
            \(table.html())
            \(if: more > 0, "<p>\(words("need.problems-more", count: more))</p>")
            """
    }
}
