internal import Catalogue
internal import Cooperation
internal import Desk
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Localisation
internal import NeedSheets
internal import Sheets
internal import WebSupport

/// The matrix of needs (N4): what is lacking, by Party and region; to read, to take home, to compare.
enum MatrixPages {
    static func add(to routes: Routes) {
        routes.get(.matrix) { request, _, visit, desk in
            try await MatrixView(MatrixQuery(request), visit, desk).page()
        }
        routes.get(.matrixFile) { request, _, visit, desk in
            let matrix = try await matrix(MatrixQuery(request), desk)
            let bytes = Array(MatrixFile(matrix, visit.words).csv().utf8)
            return .download(bytes, name: fileName("csv", visit), type: "text/csv; charset=utf-8")
        }
        routes.get(.matrixWorkbook) { request, _, visit, desk in
            let query = try MatrixQuery(request)
            let file = MatrixFile(try await matrix(query, desk), visit.words)
            let needs = try await desk.needs(query.filter, unnamed: query.isUnnamed, limit: mostInFile).items
            let bytes = try await BackgroundWork.run { try file.workbook(of: needs) }
            return .download(Array(bytes), name: fileName("xlsx", visit), type: WorkbookWriter.mediaType)
        }
        routes.get(.matrixDrawing) { request, _, visit, desk in
            let query = try MatrixQuery(request)
            let drawing = HeatMap(words: visit.words, matrix: try await matrix(query, desk))
            return .download(drawing.file().bytes, name: fileName("svg", visit), type: "image/svg+xml")
        }
        routes.get(.matrixCell) { request, _, visit, desk in
            try await MatrixCellView(MatrixQuery(request), visit, desk).page()
        }
        routes.get(.matrixComparison) { request, _, visit, desk in
            try await ComparisonView(try request.query(), visit, desk).page()
        }
    }

    /// Needs a workbook lists at most.
    static let mostInFile = 20_000

    static func matrix(_ query: MatrixQuery, _ desk: Desk) async throws(DeskError) -> NeedMatrix {
        try await desk.needMatrix(query.filter, rowsBy: query.rowsBy, columnsBy: query.columnsBy)
    }

    private static func fileName(_ ending: String, _ visit: Visit) -> String {
        "bio-bridge-matrix-\(visit.today).\(ending)"
    }
}
