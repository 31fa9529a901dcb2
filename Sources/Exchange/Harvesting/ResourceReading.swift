import Cooperation
import Foundation
import TextAnalysis
import Vocabulary

/// How what other libraries write becomes a resource.
enum ResourceReading {
    /// A record of OAI-PMH in Dublin Core.
    static func resource(dublinCore element: XMLElement, key: String, from source: Source, _ id: SourceID) -> Resource {
        func texts(_ name: String) -> [String] {
            element.all(name).map { plain($0.text) }.filter { !$0.isEmpty }
        }
        var resource = Resource(title: LocalizedText(), form: form(texts("type"), source), links: [])
        resource.title = localized(element.all("title"), upTo: 500)
        resource.summary = localized(element.all("description"), upTo: 8000)
        resource.authors = short(texts("creator"), most: 100)
        resource.publisher = short(texts("publisher"), most: 1).first ?? ""
        setDate(texts("date").first ?? "", on: &resource)
        let names = texts("identifier") + texts("source") + texts("relation")
        resource.doi = names.lazy.compactMap { DOI($0) }.first
        let addresses = names.filter { $0.lowercased().hasPrefix("http") }
        resource.links = links(addresses, or: resource.doi)
        resource.languages = languages(texts("language"))
        resource.subjects = subjects(texts("subject"), source)
        resource.countries = Array(unique(texts("coverage").compactMap { Lookups.countries.value($0) }).prefix(200))
        resource.rights = String(texts("rights").joined(separator: "; ").prefix(1000))
        resource.origin = Origin(
            source: id, key: key, name: source.name, address: resource.links.first?.address ?? source.address)
        return resource
    }

    /// An entry of an Atom feed.
    static func resource(entry: XMLElement, from source: Source, _ id: SourceID) -> (key: String, Resource)? {
        guard let key = entry.first("id").map({ String($0.text.prefix(500)) }), !key.isEmpty else { return nil }
        var resource = Resource(title: LocalizedText(), form: form([], source), links: [])
        resource.title = localized(entry.all("title"), upTo: 500)
        let summary = entry.all("summary")
        resource.summary = localized(summary.isEmpty ? entry.all("content") : summary, upTo: 8000)
        resource.authors = short(entry.all("author").compactMap { $0.first("name")?.text }, most: 100)
        setDate((entry.first("published") ?? entry.first("updated"))?.text ?? "", on: &resource)
        let links = entry.all("link")
        let alternates = links.filter { ($0.attributes["rel"] ?? "alternate") == "alternate" }
        // A name that is an address is the lasting one.
        let addresses = ([key] + alternates.compactMap { $0.attributes["href"] }).filter {
            $0.lowercased().hasPrefix("http")
        }
        resource.doi = (addresses + [key]).lazy.compactMap { DOI($0) }.first
        resource.links = ResourceReading.links(addresses, or: resource.doi)
        let terms = entry.all("category").flatMap { [$0.attributes["label"], $0.attributes["term"]] }.compactMap { $0 }
        resource.subjects = subjects(terms, source)
        resource.rights = String((entry.first("rights")?.text ?? "").prefix(1000))
        resource.origin = Origin(
            source: id, key: key, name: source.name, address: resource.links.first?.address ?? source.address)
        return (key, resource)
    }

    // MARK: Parts

    private static func localized(_ elements: [XMLElement], upTo limit: Int) -> LocalizedText {
        var text = LocalizedText()
        for element in elements {
            let words = String(plain(element.text).unicodeScalars.prefix(limit).map(Character.init))
            guard !words.isEmpty else { continue }
            let said = element.attributes["xml:lang"] ?? element.attributes["lang"] ?? ""
            let named = Language(rawValue: String(said.lowercased().prefix(2)))
            let guess = LanguageGuess(words)
            let language = named ?? (guess.confidence >= 0.6 ? guess.language : nil) ?? .english
            if text[language] == nil { text.set(words, in: language) }
        }
        return text
    }

    /// Without markup and without what a paper may not hold.
    private static func plain(_ text: String) -> String {
        var out = ""
        var isTag = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": isTag = true
            case ">" where isTag:
                isTag = false
                out += " "
            case "\n", "\t": if !isTag { out += " " }
            default:
                let isAllowed =
                    scalar.properties.generalCategory != .control && !(0x202A...0x202E).contains(scalar.value)
                    && !(0xFFF0...0xFFFD).contains(scalar.value)
                if !isTag, isAllowed { out.unicodeScalars.append(scalar) }
            }
        }
        return out.split(separator: " ").joined(separator: " ")
    }

    private static func short(_ names: [String], most: Int) -> [String] {
        Array(unique(names.map { String(plain($0).prefix(250)) }.filter { !$0.isEmpty }).prefix(most))
    }

    private static func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
        var seen: Set<Value> = []
        return values.filter { seen.insert($0).inserted }
    }

    private static func setDate(_ text: String, on resource: inout Resource) {
        if let day = CalendarDay(String(text.prefix(10))) {
            resource.issued = day
            resource.year = day.components.year
        } else if let year = Int(text.prefix(4)), (1500...2200).contains(year) {
            resource.year = year
        }
    }

    private static func links(_ addresses: [String], or doi: DOI?) -> [Link] {
        let all = unique(addresses).map { Link(title: "", address: $0) }
        let whole = all.isEmpty ? [doi].compactMap { $0 }.map { Link(title: "", address: $0.address) } : all
        return Array(whole.prefix(20))
    }

    /// Two or three letters, or a name.
    private static func languages(_ names: [String]) -> [LanguageCode] {
        let codes = names.compactMap { name -> LanguageCode? in
            let tag = String(name.lowercased().prefix { $0.isLetter })
            let short = Locale.LanguageCode(tag).identifier(.alpha2)
            return short.flatMap { LanguageCode($0) } ?? LanguageCode(tag) ?? Lookups.languages.value(name)
        }
        return Array(unique(codes).prefix(20))
    }

    private static func subjects(_ names: [String], _ source: Source) -> [SubjectID] {
        let known = unique(names.compactMap { Lookups.subjects.value($0) })
        return Array((known.isEmpty ? source.subjects : known).prefix(3))
    }

    private static func form(_ types: [String], _ source: Source) -> Resource.Form {
        for type in types.map({ $0.lowercased() }) {
            for (form, words) in wordsOfForms where words.contains(where: { type.contains($0) }) { return form }
        }
        return source.form
    }

    private static let wordsOfForms: [(Resource.Form, [String])] = [
        (.dataset, ["dataset", "data set"]), (.tool, ["software", "tool"]),
        (.recording, ["movingimage", "moving image", "video", "sound", "webinar", "recording"]),
        (.course, ["course", "training", "module", "lesson", "event"]),
        (.guidance, ["guid", "manual", "handbook", "toolkit"]),
        (.publication, ["text", "article", "report", "book", "thesis", "publication", "paper"]),
    ]
}
