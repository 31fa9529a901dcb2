import Catalogue
import Cooperation
import Desk
import Foundation

/// All records of a selection, page by page, in the order of their first writing: each once, whatever is revised meanwhile.
struct ExportRows {
    let shelf: Shelf
    let selection: Selection
    private static let pageLength = 500
    private var place: Int64 = 0
    private var isAtEnd = false

    init(_ shelf: Shelf, _ selection: Selection) {
        self.shelf = shelf
        self.selection = selection
    }

    var header: [String] {
        let own: [String] =
            switch selection.kind {
            case .organisation: OrganisationColumns.all.flatMap(\.names)
            case .provider: ProviderColumns.all.flatMap(\.names)
            case .opportunity: OpportunityColumns.all.flatMap(\.names)
            case .practice: PracticeColumns.all.flatMap(\.names)
            case .hub: HubColumns.all.flatMap(\.names)
            case .need: NeedColumns.all.flatMap(\.names)
            case .resource: ResourceColumns.all.flatMap(\.names)
            case .project: ProjectColumns.all.flatMap(\.names)
            case .event: EventColumns.all.flatMap(\.names)
            case .partnership: PartnershipColumns.all.flatMap(\.names)
            case .request: RequestColumns.all.flatMap(\.names)
            }
        return ExportRow.leading + own
    }

    /// Empty at the end.
    mutating func next() async throws(DeskError) -> [ExportRow] {
        if isAtEnd { return [] }
        switch selection.kind {
        case .organisation: return try await page(OrganisationColumns.all)
        case .provider: return try await page(ProviderColumns.all)
        case .opportunity: return try await page(OpportunityColumns.all)
        case .practice: return try await page(PracticeColumns.all) { $0.request = nil }
        case .hub: return try await page(HubColumns.all)
        case .need: return try await page(NeedColumns.all) { $0.request = nil }
        case .resource: return try await page(ResourceColumns.all)
        case .project: return try await page(ProjectColumns.all)
        case .event: return try await page(EventColumns.all)
        case .partnership: return try await page(PartnershipColumns.all)
        case .request: return try await requests()
        }
    }

    /// - Parameter tidy: takes out what may name something that is not public.
    private mutating func page<Body: PublicPaper>(
        _ columns: [Column<Body>], tidy: (inout Body) -> Void = { _ in }
    ) async throws(DeskError) -> [ExportRow] {
        let found = try await shelf.desk.records(
            Body.self, selection.records, after: place, limit: Self.pageLength)
        guard let last = found.last else {
            isAtEnd = true
            return []
        }
        place = last.first
        return found.map { _, filed in
            var body = filed.body
            tidy(&body)
            return ExportRow(
                key: filed.id.rawValue, revision: filed.revision, changed: filed.at,
                cells: columns.flatMap { $0.cells(of: body) }, json: (try? body.encoded()) ?? Data("{}".utf8))
        }
    }

    /// Requests are few; they are counted on by their day of writing.
    private mutating func requests() async throws(DeskError) -> [ExportRow] {
        var filter = selection.requests
        filter.order = .oldest
        let cards = try await shelf.cards(filter, limit: Self.pageLength, offset: Int(place))
        guard !cards.isEmpty else {
            isAtEnd = true
            return []
        }
        place += Int64(cards.count)
        return cards.map { card in
            var body = card.request.body
            // Who may read a confidential request is nobody else's business; a public one has no such list.
            body.visibility = .everybody
            return ExportRow(
                key: card.request.id.rawValue, revision: card.request.revision, changed: card.since,
                cells: RequestColumns.all.flatMap { $0.cells(of: card) },
                json: (try? body.encoded()) ?? Data("{}".utf8))
        }
    }
}
