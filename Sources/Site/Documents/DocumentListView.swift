internal import Catalogue
internal import Cooperation
internal import Desk
internal import HTTPTypes
internal import Hummingbird
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// The documents of a person's countries, how far each is, and the form to send another in.
struct DocumentListView {
    let visit: Visit
    let documents: Page<DocumentCard>
    /// From 1.
    let number: Int
    /// A form that could not be taken, to show again.
    let form: Form?
    let problems: FormProblems
    private let countries: Set<CountryCode>?
    private let hasProblems: Bool

    private static let perPage = 30

    private var words: Words { visit.words }

    init(_ visit: Visit, _ desk: Desk, page: Int, form: Form? = nil, problems: [Problem] = []) async throws {
        self.visit = visit
        number = page
        self.form = form
        self.problems = FormProblems(problems, visit.words)
        hasProblems = !problems.isEmpty
        countries = visit.viewer.countries(for: .decideNeeds)
        documents = try await desk.documents(
            for: visit.viewer, limit: Self.perPage, offset: (page - 1) * Self.perPage)
    }

    /// - Parameter status: of the page where the form has problems.
    func page(problems status: HTTPResponse.Status = .unprocessableContent) -> Response {
        var answer = visit.page(
            words("potential.title"), at: SitePath(.documents),
            """
            <h1>\(words("potential.title"))</h1>
            \(problems.summary(words, naming: naming).html())
            <p class="lead">\(words("potential.lead"))</p>
            \(if: !documents.items.isEmpty, "<p><a class=\"to-facets\" href=\"#send\">\(words("potential.send"))</a></p>")
            <div class="beside"><div>\(list)</div><aside>\(sending)</aside></div>
            """)
        if hasProblems { answer.status = status }
        return answer
    }

    private var list: HTML {
        guard !documents.items.isEmpty else {
            return EmptyState(title: words("potential.none"), body: words("potential.none-body")).html()
        }
        let pages = (documents.total + Self.perPage - 1) / Self.perPage
        return """
            <section><h2>\(words("potential.sent"))</h2>\(register(documents.items.map(row)))</section>
            \(Pager(words: words, page: number, pageCount: pages) {
                visit.address(SitePath(.documents).with("page", String($0)))
            }.html())
            """
    }

    private func row(_ card: DocumentCard) -> RegisterRow {
        let body = card.document.body
        let state = card.reading?.body.state ?? .waiting
        var facts = [visit.name(body.country), words(MessageKey("potential.sort-\(body.sort.rawValue)"))]
        if let year = body.year { facts.append(String(year)) }
        if state == .done, card.found > 0 {
            facts.append(words("potential.decided-of", count: card.found, ["decided": words.number(card.decided)]))
        }
        return RegisterRow(
            title: visit.text(body.title), address: visit.address(.document(card.document.id)), facts: facts,
            tags: [tag(card, state)])
    }

    /// Of a document that was read: what is left to do.
    private func tag(_ card: DocumentCard, _ state: Reading.State) -> Tag {
        let left = card.found - card.decided
        switch state {
        case .failed: return Tag(text: words("potential.state-failed"), tone: .error)
        case .done where left > 0: return Tag(text: words("potential.left", count: left), tone: .act)
        case .done where card.found > 0: return Tag(text: words("potential.state-decided"))
        default: return Tag(text: words(MessageKey("potential.state-\(state.rawValue)")))
        }
    }

    private var naming: [String: MessageKey] {
        Dictionary(
            uniqueKeysWithValues: ["country", "title", "sort", "year", "follows", "file"].map {
                ($0, MessageKey("potential.q-\($0)"))
            })
    }

    private func field(_ name: String, isOptional: Bool = false) -> Field {
        let hint = MessageKey("potential.h-\(name)")
        return Field(
            words: words, name: name, label: words(MessageKey("potential.q-\(name)")),
            hint: words.has(hint) ? words(hint, name == "file" ? Self.limit(words) : [:]) : nil,
            problem: problems[name], isOptional: isOptional)
    }

    /// In megabytes, as files are sold: millions of bytes.
    private static func limit(_ words: Words) -> [String: String] {
        ["limit": words.number(megabytes)]
    }

    private static let megabytes = Desk.largestFile / 1_000_000
    static let tooLarge = Problem(field: "file", code: .fileTooLarge, figures: ["limit": megabytes])

    private func typed(_ name: String) -> String { form?.typed(name) ?? "" }

    private var sending: HTML {
        let own = Vocabulary.standard.countries(orderedIn: visit.language).filter { country in
            countries.map { $0.contains(country.code) } ?? true
        }
        let none = own.count == 1 ? [] : [Choice(value: "", label: words("request.choose"))]
        let before = documents.items.map {
            Choice(value: $0.document.id.rawValue, label: visit.plain($0.document.body.title))
        }
        let sorts = NationalDocument.Sort.allCases.map {
            Choice(value: $0.rawValue, label: words(MessageKey("potential.sort-\($0.rawValue)")))
        }
        return """
            <h2 id="send">\(words("potential.send"))</h2>
            \(visit.form(to: SitePath(.documents), key: form?.key, carriesFiles: true, """
                \(field("country").select(
                    none + own.map { Choice(value: $0.code.description, label: $0.name(in: visit.language)) },
                    chosen: typed("country")))
                \(field("title", isOptional: true).text(typed("title")))
                \(field("sort").select(sorts, chosen: typed("sort")))
                \(field("year", isOptional: true).text(typed("year"), kind: .number, isShort: true))
                \(if: !before.isEmpty, field("follows", isOptional: true).select(
                    [Choice(value: "", label: words("potential.follows-none"))] + before, chosen: typed("follows")))
                \(field("file").file(
                    types: ".pdf,.docx,.odt,.html,.htm,.txt,.xlsx,.csv",
                    most: (Desk.largestFile, words.problem(Self.tooLarge))))
                \(buttons(submitButton(words("potential.send-button"), .act)))
                """))
            <p class="small quiet">\(words("potential.who-reads"))</p>
            """
    }
}
