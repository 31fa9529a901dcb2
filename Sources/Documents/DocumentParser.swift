import Foundation

/// Reads a file in this process. Only a child under limits does that to files of strangers.
struct DocumentParser {
    let limits: ReadingLimits
    /// For temporary files.
    let folder: URL
    let progress: (DocumentReader.Progress) -> Void

    func parse(_ file: URL, named name: String) throws(DocumentRefusal) -> SourceDocument {
        guard let bytes = try? Data(contentsOf: file, options: .mappedIfSafe) else { throw .notADocument }
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= limits.fileSize else { throw .tooLarge(bytes: bytes.count, limit: limits.fileSize) }
        let pages = try pages(of: bytes, file, named: name)
        return try finished(pages)
    }
}
