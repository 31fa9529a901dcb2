import Cooperation
import Foundation
import GRDB

/// Reads papers back from rows.
enum PaperReader {
    static let columns = "id, kind, revision, author, begun, at, request, body"

    /// The request whose dossier a paper belongs to: itself, or the one it names.
    static func requestOfDossier(_ kind: PaperKind, id: String, body: Data) throws -> RequestID? {
        guard PaperKind.ofDossier.contains(kind) else { return nil }
        if kind == .request { return RequestID(rawValue: id) }
        return try JSONDecoder().decode(Belonging.self, from: body).request
    }

    private struct Belonging: Decodable { let request: RequestID }

    static func filed<Body: Paper>(_ row: Row, as _: Body.Type = Body.self) throws -> Filed<Body> {
        let name: String = row["id"]
        guard let id = ID<Body>(rawValue: name), let author = Author(name: row["author"]) else {
            throw CatalogueError.storage("row \(name) is not a \(Body.kind.rawValue)")
        }
        let body: String = row["body"]
        return Filed(
            id: id, revision: row["revision"], author: author, at: Date(milliseconds: row["at"]),
            body: try Body.decoded(from: Data(body.utf8)))
    }
}
