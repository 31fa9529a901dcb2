internal import Cooperation
internal import Desk
internal import Documents
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// National documents and the potential needs in them: sent in, read in the background, decided by the country.
enum DocumentPages {
    static func add(to routes: Routes) {
        routes.get(.documents) { request, _, visit, desk in
            try await DocumentListView(visit, desk, page: ListQuery(request).page).page()
        }
        routes.upload(.documents, for: .decideNeeds, limits: limits, refusal: tooLarge) { form, _, visit, desk in
            try await send(form, visit, desk)
        }
        routes.get(.document) { request, context, visit, desk in
            let id = try context.pathParameter("id") { DocumentID(own: $0) }
            return try await DocumentView(id, DocumentQuery(request), visit, desk).page()
        }
        routes.get(.documentFile) { _, context, visit, desk in
            let id = try context.pathParameter("id") { DocumentID(own: $0) }
            let (document, file) = try await desk.file(of: id, for: visit.viewer)
            return .download(
                fileAt: file.url, bytes: document.file.bytes, holder: file, name: document.file.name,
                type: "application/octet-stream")
        }
        routes.get(.documentChanges) { _, context, visit, desk in
            let id = try context.pathParameter("id") { DocumentID(own: $0) }
            return try await DocumentChangesView(id, visit, desk).page()
        }
        routes.post(.documentReading) { form, context, visit, desk in
            let id = try context.pathParameter("id") { DocumentID(own: $0) }
            if form.typed("do") == "again" {
                try await desk.readAgain(id, by: visit.viewer, once: form.key)
            } else {
                try await desk.cancelReading(of: id, by: visit.viewer, once: form.key)
            }
            return try visit.seeOther(.document(id))
        }
        DecisionPages.add(to: routes)
    }

    /// The largest file on the slowest line: 100 kB a second.
    static let limits = Form.Limits(fileBytes: Desk.largestFile, time: .seconds(600))

    private static func tooLarge(_ form: Form, _ visit: Visit, _ desk: Desk) async throws -> Response {
        try await DocumentListView(visit, desk, page: 1, form: form, problems: [DocumentListView.tooLarge])
            .page(problems: .contentTooLarge)
    }

    /// A document that was sent in, or the form again with everything that was typed.
    private static func send(_ form: Form, _ visit: Visit, _ desk: Desk) async throws -> Response {
        try Routes.keepWhatWasTyped(form, visit)
        let upload = try form.upload("file")
        var problems: [Problem] = []
        let country = CountryCode(form.typed("country"))
        if country == nil { problems.append(Problem(field: "country", code: .missing)) }
        switch upload?.file.bytes {
        case nil: problems.append(Problem(field: "file", code: .noFile))
        case 0: problems.append(Problem(field: "file", code: .emptyFile))
        default: break
        }
        let year = form.number("year", &problems)
        if let year, !Need.years.contains(year) {
            let figures = ["least": Need.years.lowerBound, "most": Need.years.upperBound]
            problems.append(Problem(field: "year", code: .outOfBounds, figures: figures))
        }
        guard problems.isEmpty, let country, let upload else {
            return try await DocumentListView(visit, desk, page: 1, form: form, problems: problems).page()
        }
        let title =
            form.typed("title").isEmpty
            ? LocalizedText(upload.name, in: visit.language) : try visit.written(form, "title")
        let document = NationalDocument(
            country: country, title: title, sort: NationalDocument.Sort(rawValue: form.typed("sort")) ?? .other,
            year: year, file: StoredFile(name: upload.name, digest: "", bytes: upload.file.bytes),
            follows: DocumentID(rawValue: form.typed("follows")))
        do {
            let id = try await desk.send(
                fileAt: upload.file.url, digest: upload.file.digest, bytes: upload.file.bytes, named: upload.name,
                as: document, by: visit.viewer, once: form.key)
            return try visit.seeOther(.document(id), done: Done.sent.rawValue)
        } catch let error as DeskError {
            switch error {
            case .alreadyDone(let paper):
                guard let id = DocumentID(rawValue: paper) else { throw error }
                return try visit.seeOther(.document(id))
            case .invalid(let problems):
                return try await DocumentListView(visit, desk, page: 1, form: form, problems: problems).page()
            default: throw error
            }
        }
    }
}

/// What the address of a document's page asks for.
struct DocumentQuery {
    /// In hundredths.
    let threshold: Int
    let page: Int?
    let view: View
    /// Only needs of this kind.
    let lack: Need.Lack?
    let order: Order
    /// Every box of the list is ticked beforehand.
    let ticksAll: Bool

    enum View: String, CaseIterable {
        /// The page beside its needs.
        case pages
        case all, decided
    }

    enum Order: String, CaseIterable {
        /// As the document says them.
        case document
        case surest, urgent
    }

    static let usual = Int(DocumentWork.usualThreshold * 100)
    static let thresholds = [20, 30, 40, 50, 60, 70, 80, 90]

    init(_ request: Request) throws { self.init(try request.query()) }

    init(_ form: Form) {
        threshold = min(max(Int(form.typed("from")) ?? Self.usual, 0), 100)
        page = Int(form.typed("page"))
        view = View(rawValue: form.typed("view")) ?? .pages
        lack = Need.Lack(rawValue: form.typed("lack"))
        order = Order(rawValue: form.typed("order")) ?? .document
        ticksAll = form.typed("tick") == "all"
    }

    /// What has to be in the address for the page to be laid out like this; what is usual is left out.
    var fields: [(name: String, value: String?)] {
        [
            ("from", threshold == Self.usual ? nil : String(threshold)), ("view", view == .pages ? nil : view.rawValue),
            ("page", page.map(String.init)), ("lack", lack?.rawValue),
            ("order", order == .document ? nil : order.rawValue),
        ]
    }

    /// Hidden fields by which a form leads back to the page as it was laid out.
    var hidden: HTML {
        fields.map { "<input type=\"hidden\" name=\"back-\($0.name)\" value=\"\($0.value ?? "")\">" as HTML }.joined()
    }

    /// Those of the kind asked for, in the order asked for.
    func arranged(_ items: [DocumentWork.Item]) -> [DocumentWork.Item] {
        let own = lack.map { lack in items.filter { $0.potential.body.lack == lack } } ?? items
        switch order {
        case .document: return own
        case .surest: return own.sorted { $0.potential.body.score > $1.potential.body.score }
        case .urgent: return own.filter(\.potential.body.isUrgent) + own.filter { !$0.potential.body.isUrgent }
        }
    }
}
