import Desk
import Foundation

/// A form in which lists leave the house.
public enum TableFormat: String, CaseIterable, Sendable {
    case csv, xlsx, json

    public var type: String {
        switch self {
        case .csv: "text/csv; charset=utf-8; header=present"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .json: "application/json; charset=utf-8"
        }
    }
}

/// Writes all records of a selection as a file.
public struct Export: Sendable {
    let shelf: Shelf
    let selection: Selection
    let publisher: Publisher

    public init(_ shelf: Shelf, _ selection: Selection, _ publisher: Publisher) {
        self.shelf = shelf
        self.selection = selection
        self.publisher = publisher
    }

    /// CSV or JSON piece by piece, read as it is asked for: a list of any length takes little memory.
    /// A workbook is not written so: see `workbook`; of it there are no pieces.
    public func pieces(_ format: TableFormat) -> AsyncThrowingStream<String, any Error> {
        let pieces = ExportPieces(self, format)
        return AsyncThrowingStream { try await pieces.next() }
    }

    /// The rows of a table, for a workbook. At most `most` records; the rest is cut off, and told.
    public func table(most: Int) async throws -> (header: [String], rows: [[Cell]], isWhole: Bool) {
        var rows = ExportRows(shelf, selection)
        var lines: [[Cell]] = []
        while true {
            let page = try await rows.next()
            if page.isEmpty { return (rows.header, lines, true) }
            lines += page.map { $0.line(publisher) }
            if lines.count > most { return (rows.header, Array(lines.prefix(most)), false) }
        }
    }
}

extension Export {
    /// The columns of the table of a kind, as an import reads them too; those in six languages once.
    public static func columns(of kind: PublicKind) -> [String] {
        switch kind {
        case .organisation: OrganisationColumns.all.map(\.name)
        case .provider: ProviderColumns.all.map(\.name)
        case .opportunity: OpportunityColumns.all.map(\.name)
        case .practice: PracticeColumns.all.map(\.name)
        case .hub: HubColumns.all.map(\.name)
        case .need: NeedColumns.all.map(\.name)
        case .resource: ResourceColumns.all.map(\.name)
        case .project: ProjectColumns.all.map(\.name)
        case .event: EventColumns.all.map(\.name)
        case .partnership: PartnershipColumns.all.map(\.name)
        case .request: RequestColumns.all.map(\.name)
        }
    }
}
