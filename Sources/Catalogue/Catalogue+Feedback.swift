public import Cooperation
import Foundation
import GRDB

extension Catalogue {
    /// What was said of the help of this provider in requests that everybody may read, the newest first.
    public func feedback(on provider: ProviderID) async throws(CatalogueError) -> [Filed<Feedback>] {
        try await read { db in
            try SQLRequest<Row>(
                literal: """
                    SELECT f.id, f.kind, f.revision, f.author, f.begun, f.at, f.request, f.body FROM paper f
                    JOIN dossier d ON d.request = f.request
                    JOIN introduced i ON i.request = f.request
                        AND i.introduction = json_extract(f.body, '$.introduction')
                    WHERE f.kind = 'feedback' AND ifnull(json_extract(f.body, '$.by'), 'requester') = 'requester'
                        AND i.candidate = \(provider.rawValue) AND i.fate = 'accepted'
                        AND d.passed IS NOT NULL AND d.confidential = 0 ORDER BY f.at DESC, f.id
                    """
            ).fetchAll(db).map { try PaperReader.filed($0) }
        }
    }
}
