import Catalogue
public import Desk
import Foundation
public import TextAnalysis

/// The site's map for search engines (sitemaps.org 0.9), with each page's address in the six languages. One file names the
/// files; each of those has at most `recordsPerFile` records, six addresses each, well below the limit of 50,000.
public struct Sitemap: Sendable {
    public static let recordsPerFile = 1000

    private let shelf: Shelf
    private let publisher: Publisher

    public init(_ shelf: Shelf, _ publisher: Publisher) {
        self.shelf = shelf
        self.publisher = publisher
    }

    /// - Parameter file: the path of a file by its number.
    public func index(file: (Int) -> String) async throws(DeskError) -> String {
        let count = try await shelf.desk.publicationCount(PublicationFilter(withGone: false))
        let files = 1 + (count + Self.recordsPerFile - 1) / Self.recordsPerFile
        var xml = XMLWriter()
        xml.element("sitemapindex", ["xmlns": Self.namespace]) { xml in
            for number in 0..<files {
                xml.element("sitemap") { $0.element("loc", text: publisher.address(path: file(number))) }
            }
        }
        return xml.text
    }

    /// File 0 has the pages that are always there; the others have records.
    /// - Parameter pages: the paths of those pages in one language.
    /// - Returns: nil where there is no such file.
    public func file(_ number: Int, pages: (Language) -> [String]) async throws(DeskError) -> String? {
        if number == 0 {
            let versions = Language.allCases.map { language in (language, pages(language)) }
            let count = versions.first?.1.count ?? 0
            return text(
                (0..<count).map { index in (versions.map { ($0.0, publisher.address(path: $0.1[index])) }, nil) })
        }
        var after: Int64 = 0
        var found: [Publication] = []
        // Numbers of files are small; places in the ledger are not: the files before are passed over.
        for _ in 1...number {
            found = try await shelf.desk.publications(
                PublicationFilter(withGone: false), after: after, limit: Self.recordsPerFile)
            guard let last = found.last else { return nil }
            after = last.sequence
        }
        return text(
            found.map { publication in
                (Language.allCases.map { ($0, publisher.address(publication.key, in: $0)) }, publication.at)
            })
    }

    private static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

    private func text(_ pages: [([(Language, String)], Date?)]) -> String {
        var xml = XMLWriter()
        let names: KeyValuePairs<String, String?> = [
            "xmlns": Self.namespace, "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
        ]
        xml.element("urlset", names) { xml in
            for (versions, changed) in pages {
                for (_, address) in versions {
                    xml.element("url") { xml in
                        xml.element("loc", text: address)
                        for (language, other) in versions {
                            xml.empty("xhtml:link", ["rel": "alternate", "hreflang": language.code, "href": other])
                        }
                        if let changed { xml.element("lastmod", text: Moments.seconds(changed)) }
                    }
                }
            }
        }
        return xml.text
    }
}
