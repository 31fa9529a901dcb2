internal import Cooperation
internal import Desk
internal import Exchange
internal import Localisation
internal import WebSupport

/// How to cite a work of the library: the words, its lasting address, and the files for programs.
struct CiteAs {
    let record: PublicRecord
    let visit: Visit

    init?(_ key: String, _ visit: Visit, _ desk: Desk) async throws(DeskError) {
        guard let record = try await Shelf(desk).record(key) else { return nil }
        self.record = record
        self.visit = visit
    }

    func html() -> HTML {
        let words = visit.words
        let lasting = visit.publisher.lasting(record.key)
        let files = ["bib", "ris"].map { ending in
            visit.link(words(MessageKey("data.name-\(ending)")), .file("\(record.key).\(ending)")).html()
        }
        let text = Citation(visit.publisher, in: visit.language).words(record, site: words("common.site-name"))
        return """
            <section aria-labelledby="cite"><h2 id="cite">\(words("library.cite"))</h2>
            <p><bdi>\(text)</bdi> <bdi dir="ltr"><a href="\(lasting)">\(lasting)</a></bdi></p>
            <p class="small quiet">\(words("library.lasting"))</p>
            <ul class="tags">\(files.map { "<li>\($0)</li>" })</ul></section>
            """
    }
}
