import Cooperation
public import Foundation
public import TextAnalysis
import Vocabulary

/// A list as an Atom feed (RFC 4287), the newest first.
public struct AtomFeed: Sendable {
    public var title: String
    public var subtitle: String
    /// The list's own page, whole.
    public var page: String
    /// The feed's own address, whole: it names the feed.
    public var own: String
    public var author: String
    public var language: Language
    /// For a feed without entries.
    public var now: Date

    public init(
        title: String, subtitle: String, page: String, own: String, author: String, language: Language, now: Date
    ) {
        self.title = title
        self.subtitle = subtitle
        self.page = page
        self.own = own
        self.author = author
        self.language = language
        self.now = now
    }

    public func text(_ records: [PublicRecord], _ publisher: Publisher) -> String {
        var xml = XMLWriter()
        let feed: KeyValuePairs<String, String?> = ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": language.code]
        xml.element("feed", feed) { xml in
            xml.element("id", text: own)
            xml.element("title", text: title)
            xml.element("subtitle", text: subtitle)
            xml.element("updated", text: Moments.seconds(records.map(\.changed).max() ?? now))
            xml.empty("link", ["rel": "self", "type": "application/atom+xml", "href": own])
            xml.empty("link", ["rel": "alternate", "type": "text/html", "href": page])
            xml.element("author") { $0.element("name", text: author) }
            for record in records { entry(record, publisher, &xml) }
        }
        return xml.text
    }

    private func entry(_ record: PublicRecord, _ publisher: Publisher, _ xml: inout XMLWriter) {
        xml.element("entry") { xml in
            xml.element("id", text: publisher.lasting(record.key))
            if let (found, version) = record.title.best(for: [language]) {
                xml.element("title", ["xml:lang": found.code], text: version.text)
            } else {
                xml.element("title", text: record.key)
            }
            xml.element("updated", text: Moments.seconds(record.changed))
            for language in Language.allCases {
                xml.empty(
                    "link",
                    [
                        "rel": "alternate", "type": "text/html", "hreflang": language.code,
                        "href": publisher.address(record.key, in: language),
                    ])
            }
            if let link = record.links.first { xml.empty("link", ["rel": "related", "href": link.address]) }
            for party in record.parties {
                xml.element("author") { $0.element("name", text: PublicRecord.best(party.name, in: language)) }
            }
            for author in record.authors { xml.element("author") { $0.element("name", text: author) } }
            for subject in record.subjects {
                xml.empty("category", ["term": subject.description, "label": subject.label(in: language)])
            }
            if let (found, version) = record.summary.best(for: [language]) {
                xml.element("summary", ["xml:lang": found.code], text: version.text)
            }
        }
    }
}
