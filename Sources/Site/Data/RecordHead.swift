internal import Desk
internal import Exchange
internal import TextAnalysis
internal import WebSupport

extension Visit {
    /// What the page of a public record tells programs: its lasting address, the other forms it can be had in, Dublin Core
    /// and schema.org. Nothing for what the public cannot read.
    func head(of key: String, _ desk: Desk) async throws(DeskError) -> HTML {
        guard let record = try await Shelf(desk).record(key) else { return HTML() }
        let files = DataFile.endings(ofRecord: record.kind).map { ending -> HTML in
            let address = self.address(.file("\(key).\(ending.rawValue)"))
            return "<link rel=\"alternate\" type=\"\(ending.type)\" href=\"\(address)\">"
        }
        return """
            <link rel="cite-as" href="\(publisher.lasting(key))">
            \(files)
            \(dublinCore(record))
            <script type="application/ld+json">\(HTML(trusted: SchemaOrg(record, publisher, in: language).text))</script>
            """
    }

    private func dublinCore(_ record: PublicRecord) -> HTML {
        let statements = DublinCore(record, publisher, names: [language]).statements
        let all = statements.filter { $0.language == nil || $0.language == language || $0.element == "title" }
        return """
            <link rel="schema.dcterms" href="http://purl.org/dc/terms/">
            \(all.map { statement in
                """
                <meta name="dcterms.\(statement.element)"\(attribute: "lang", statement.language?.code) \
                content="\(statement.value.shortened(to: 500))">

                """ as HTML
            })
            """
    }
}

extension DataFile.Ending {
    /// The media type of a file with this ending.
    var type: String {
        switch self {
        case .csv: TableFormat.csv.type
        case .xlsx: TableFormat.xlsx.type
        case .json: TableFormat.json.type
        case .atom: "application/atom+xml; charset=utf-8"
        case .ics: "text/calendar; charset=utf-8"
        case .bib: CitationFormat.bib.type
        case .ris: CitationFormat.ris.type
        case .jsonld: "application/ld+json"
        }
    }
}
