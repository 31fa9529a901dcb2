internal import Cooperation
internal import Desk
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Localisation
internal import NeedSheets
internal import Sheets
internal import Vocabulary
internal import WebSupport

/// The template of needs as a workbook: taken home, filled in offline, sent back.
enum NeedTemplatePages {
    static func add(to routes: Routes) {
        routes.get(.needTemplate) { _, _, visit, _ in page(visit) }
        routes.get(.needTemplateFile) { request, _, visit, _ in
            let country = CountryCode(try request.query().typed("country"))
            let words = visit.words
            let bytes = try await BackgroundWork.run { try NeedTemplate.workbook(words, country: country) }
            let name = "\(words("need.file-name"))\(country.map { "-\($0)" } ?? "").xlsx"
            return .download(Array(bytes), name: name, type: WorkbookWriter.mediaType)
        }
        routes.post(.needTemplate, limits: .files) { form, _, visit, desk in
            guard visit.viewer.may(.writeNeed) else {
                throw visit.viewer.isSignedIn ? DeskError.refused(Deed.writeNeed.rawValue) : .signInFirst
            }
            return try await take(try form.file("file"), form, visit, desk)
        }
    }

    private static func page(
        _ visit: Visit, _ result: TemplateResult? = nil, status: HTTPResponse.Status = .ok
    ) -> Response {
        let view = NeedTemplateView(visit: visit, result: result)
        var page = visit.page(
            visit.words("need.template"), at: SitePath(.needTemplate), summary: visit.words("need.template-lead"),
            view.html())
        page.status = status
        return page
    }

    /// All needs of the workbook, or none and everything that is wrong.
    private static func take(
        _ file: Form.File?, _ form: Form, _ visit: Visit, _ desk: Desk
    ) async throws -> Response {
        guard let file else { return page(visit, .noFile, status: .unprocessableContent) }
        let reading: TemplateReading?
        do {
            reading = try await BackgroundWork.run { TemplateReading(try Workbook(xlsx: file.data)) }
        } catch let error as SheetsError {
            return page(visit, .unreadable(file.name, error), status: .unprocessableContent)
        }
        guard let reading else { return page(visit, .otherWorkbook(file.name), status: .unprocessableContent) }
        guard reading.problems.isEmpty else {
            return page(visit, .problems(file.name, reading), status: .unprocessableContent)
        }
        do {
            let ids = try await desk.write(reading.lines.map(\.need), by: visit.viewer, once: form.key)
            guard ids.count > 1, let country = reading.country else {
                return try visit.seeOther(
                    ids.first.map { .need($0) } ?? SitePath(.needs), done: Done.needSaved.rawValue)
            }
            return try visit.seeOther(
                SitePath(.needs).with("country", country.description), done: Done.needsSaved.rawValue)
        } catch let error as DeskError {
            switch error {
            case .alreadyDone: return try visit.seeOther(SitePath(.needs))
            case .refused: return page(visit, .otherCountry(file.name), status: .forbidden)
            default: throw error
            }
        }
    }
}

/// What came of a workbook that was sent back.
enum TemplateResult {
    case noFile
    case unreadable(String, SheetsError)
    case otherWorkbook(String)
    case otherCountry(String)
    case problems(String, TemplateReading)
}
