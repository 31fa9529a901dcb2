import Foundation

/// A record on its way into a file: its place in the table, and itself as JSON.
struct ExportRow: Sendable {
    let key: String
    let revision: Int
    let changed: Date
    let cells: [Cell]
    /// The paper's own JSON, without what is not for everybody.
    let json: Data

    /// Columns in front of those of the kind.
    static let leading = ["id", "address", "revision", "changed"]

    func line(_ publisher: Publisher) -> [Cell] {
        [.text(key), .text(publisher.lasting(key)), .number(revision), .text(Moments.seconds(changed))] + cells
    }
}
