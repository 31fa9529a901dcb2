import TextAnalysis

/// A form in which records are harvested.
enum OAIFormat: String, CaseIterable {
    case dublinCore = "oai_dc"
    case own = "biobridge"

    var namespace: String {
        switch self {
        case .dublinCore: "http://www.openarchives.org/OAI/2.0/oai_dc/"
        case .own: OwnFormat.namespace
        }
    }

    func schema(_ publisher: Publisher) -> String {
        switch self {
        case .dublinCore: "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
        case .own: publisher.address(path: OwnFormat.schemaPath)
        }
    }

    func write(_ record: PublicRecord, _ publisher: Publisher, _ xml: inout XMLWriter) {
        switch self {
        case .dublinCore: writeDublinCore(record, publisher, &xml)
        case .own: OwnFormat(publisher).write(record, &xml)
        }
    }

    private func writeDublinCore(_ record: PublicRecord, _ publisher: Publisher, _ xml: inout XMLWriter) {
        let names: KeyValuePairs<String, String?> = [
            "xmlns:oai_dc": namespace, "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xmlns:xsi": OAIProvider.schemaInstance, "xsi:schemaLocation": namespace + " " + schema(publisher),
        ]
        xml.element("oai_dc:dc", names) { xml in
            for statement in DublinCore(record, publisher, names: [.english]).statements {
                xml.element("dc:" + statement.element, ["xml:lang": statement.language?.code], text: statement.value)
            }
        }
    }
}
