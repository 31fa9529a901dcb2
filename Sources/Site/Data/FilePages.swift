internal import Catalogue
internal import Cooperation
internal import Desk
internal import Exchange
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Localisation
internal import NIOCore
internal import TextAnalysis
internal import WebSupport

/// Lists and records as files: tables, feeds, calendars, citations. Whoever asks, they hold what a visitor may read.
enum FilePages {
    static func add(to routes: Routes) {
        routes.get(.file) { request, context, visit, desk in
            let file = try context.pathParameter("id") { DataFile($0) }
            let query = try ListQuery(request)
            switch file.subject {
            case .list(let kind): return try await list(kind, file.ending, query, request, visit, desk)
            case .record(let key): return try await record(key, file.ending, request, visit, desk)
            }
        }
    }

    /// Entries of a feed, a calendar or a bibliography.
    private static let most = 200

    private static func list(
        _ kind: PublicKind, _ ending: DataFile.Ending, _ query: ListQuery, _ request: Request, _ visit: Visit,
        _ desk: Desk
    ) async throws -> Response {
        var selection = query.selection(kind, visit)
        let shelf = Shelf(desk)
        let export = Export(shelf, selection, visit.publisher)
        switch ending {
        case .csv: return download(export, .csv, kind, visit)
        case .json: return download(export, .json, kind, visit)
        case .xlsx: return try await workbook(export, kind, visit)
        case .atom, .ics, .bib, .ris, .jsonld:
            if ending == .atom { selection.records.order = .newest }
            let records = try await shelf.newest(selection, limit: most)
            return answer(text(records, ending, kind, query.path(kind.route), visit), ending, to: request)
        }
    }

    private static func record(
        _ key: String, _ ending: DataFile.Ending, _ request: Request, _ visit: Visit, _ desk: Desk
    ) async throws -> Response {
        guard let record = try await Shelf(desk).record(key) else { throw DeskError.notFound }
        let path = SitePath.record(key) ?? SitePath(.home)
        return answer(text([record], ending, record.kind, path, visit), ending, to: request)
    }

    private static func text(
        _ records: [PublicRecord], _ ending: DataFile.Ending, _ kind: PublicKind, _ path: SitePath, _ visit: Visit
    ) -> String {
        let publisher = visit.publisher
        switch ending {
        case .atom:
            let own = path.file(ending.rawValue)
            return AtomFeed(
                title: "\(visit.words("common.site-name")) – \(visit.title(of: kind))", subtitle: visit.lead(of: kind),
                page: publisher.address(path: visit.address(path)), own: publisher.address(path: visit.address(own)),
                author: visit.words("common.site-name"), language: visit.language, now: visit.now
            ).text(records, publisher)
        case .ics: return DeadlineCalendar(publisher, in: visit.language, visit.calendarWording(of: kind)).text(records)
        case .bib: return Citation(publisher, in: visit.language).text(records, as: .bib)
        case .ris: return Citation(publisher, in: visit.language).text(records, as: .ris)
        case .jsonld, .csv, .json, .xlsx:
            return records.map { SchemaOrg($0, publisher, in: visit.language).text }.joined(separator: "\n")
        }
    }

    /// A text that readers ask for again and again: unchanged, it is not sent twice.
    private static func answer(_ text: String, _ ending: DataFile.Ending, to request: Request) -> Response {
        let tag = EntityTag(key: text)
        var headers: HTTPFields = [
            .contentType: ending.type, .eTag: tag.text, .cacheControl: "public, max-age=300",
        ]
        headers.openToAll()
        if tag.isHeld(by: request) { return Response(status: .notModified, headers: headers) }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    /// Sent piece by piece while it is written.
    private static func download(
        _ export: Export, _ format: TableFormat, _ kind: PublicKind, _ visit: Visit
    ) -> Response {
        var response = Response.download([], name: fileName(kind, format, visit), type: format.type)
        response.headers.openToAll()
        response.body = ResponseBody { writer in
            for try await piece in export.pieces(format) { try await writer.write(ByteBuffer(string: piece)) }
            try await writer.finish(nil)
        }
        return response
    }

    private static func workbook(_ export: Export, _ kind: PublicKind, _ visit: Visit) async throws -> Response {
        let words = visit.words
        let notes = [
            words("data.note", ["list": visit.title(of: kind), "date": words.dateAndTime(visit.now)]),
            visit.publisher.base, words("data.note-public"), words("data.note-columns"),
        ]
        let bytes = try await export.workbook(
            title: visit.title(of: kind), notes: notes, isRightToLeft: visit.language.isRightToLeft)
        var response = Response.download(
            Array(bytes), name: fileName(kind, .xlsx, visit), type: TableFormat.xlsx.type)
        response.headers.openToAll()
        return response
    }

    private static func fileName(_ kind: PublicKind, _ format: TableFormat, _ visit: Visit) -> String {
        "bio-bridge-\(kind.plural)-\(visit.today).\(format.rawValue)"
    }
}

extension HTTPFields {
    /// Public data: programs of other sites may read them.
    mutating func openToAll() {
        self[.accessControlAllowOrigin] = "*"
        self[.crossOriginResourcePolicy] = "cross-origin"
    }
}

extension ListQuery {
    /// The records a list shows for this address, all pages of it.
    func selection(_ kind: PublicKind, _ visit: Visit) -> Selection {
        var selection = Selection(kind, records: filter)
        if kind == .opportunity {
            let which = OpportunityList.Which(rawValue: text("which")) ?? .open
            selection.records = visit.filter(filter, which, nil)
        }
        if kind == .event { selection.records = EventQuery(self).narrow(filter, visit) }
        if kind == .request { selection.requests = RequestList(query: self, visit: visit).filter }
        return selection
    }
}

extension Visit {
    func calendarWording(of kind: PublicKind) -> DeadlineCalendar.Wording {
        let words = words
        return DeadlineCalendar.Wording(
            name: "\(words("common.site-name")) – \(title(of: kind))",
            deadline: { words("data.calendar-deadline", ["title": $0]) },
            period: { words("data.calendar-period", ["title": $0]) },
            registration: { words("event.calendar-registration", ["title": $0]) },
            note: { words("data.calendar-note", ["time": words.dateAndTime($0)]) })
    }
}
