import Catalogue
import Cooperation
public import Desk
import Foundation

/// Answers harvesters by the Open Archives Initiative's protocol for metadata harvesting, version 2.0.
public struct OAIProvider: Sendable {
    static let schemaInstance = "http://www.w3.org/2001/XMLSchema-instance"
    /// Records in one answer.
    static let pageLength = 100
    private static let namespace = "http://www.openarchives.org/OAI/2.0/"

    private let shelf: Shelf
    private let publisher: Publisher
    private let name: String
    /// Where harvesters ask, whole.
    private let base: String

    /// - Parameters:
    ///   - name: of the repository, for people.
    ///   - base: the address asked, whole.
    public init(_ shelf: Shelf, _ publisher: Publisher, name: String, base: String) {
        self.shelf = shelf
        self.publisher = publisher
        self.name = name
        self.base = base
    }

    /// The answer, as XML; what is wrong with the request is part of it.
    public func answer(_ pairs: [(name: String, value: String)]) async throws(DeskError) -> String {
        let arguments = OAIArguments(pairs: pairs)
        do {
            guard pairs.count(where: { $0.name == "verb" }) == 1, let name = arguments["verb"],
                let verb = Verb(rawValue: name)
            else { throw OAIError(.badVerb, "the verb is missing, repeated or unknown") }
            return try await answer(verb, arguments)
        } catch let error as OAIError {
            let isEchoed = error.code != .badVerb && error.code != .badArgument
            return envelope(isEchoed ? arguments : nil) { xml in
                xml.element("error", ["code": error.code.rawValue], text: error.reason)
            }
        } catch {
            throw DeskError(unexpected: error)
        }
    }

    private enum Verb: String {
        case identify = "Identify"
        case listMetadataFormats = "ListMetadataFormats"
        case listSets = "ListSets"
        case listIdentifiers = "ListIdentifiers"
        case listRecords = "ListRecords"
        case getRecord = "GetRecord"
    }

    private func answer(_ verb: Verb, _ arguments: OAIArguments) async throws -> String {
        switch verb {
        case .identify: try await identify(arguments)
        case .listMetadataFormats: try await formats(arguments)
        case .listSets: try sets(arguments)
        case .listIdentifiers: try await list(arguments, headersOnly: true)
        case .listRecords: try await list(arguments, headersOnly: false)
        case .getRecord: try await record(arguments)
        }
    }

    private func envelope(_ arguments: OAIArguments?, _ content: (inout XMLWriter) -> Void) -> String {
        var xml = XMLWriter()
        let names: KeyValuePairs<String, String?> = [
            "xmlns": Self.namespace, "xmlns:xsi": Self.schemaInstance,
            "xsi:schemaLocation": Self.namespace + " http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd",
        ]
        xml.element("OAI-PMH", names) { xml in
            xml.element("responseDate", text: Moments.seconds(shelf.desk.now))
            let echoed: KeyValuePairs<String, String?> = [
                "verb": arguments?["verb"], "identifier": arguments?["identifier"],
                "metadataPrefix": arguments?["metadataPrefix"], "from": arguments?["from"],
                "until": arguments?["until"], "set": arguments?["set"],
                "resumptionToken": arguments?["resumptionToken"],
            ]
            xml.element("request", echoed, text: base)
            content(&xml)
        }
        return xml.text
    }

    // MARK: What there is

    private func identify(_ arguments: OAIArguments) async throws -> String {
        try arguments.check(required: [], optional: [])
        let earliest = try await shelf.desk.earliestPublication() ?? shelf.desk.now
        return envelope(arguments) { xml in
            xml.element("Identify") { xml in
                xml.element("repositoryName", text: name)
                xml.element("baseURL", text: base)
                xml.element("protocolVersion", text: "2.0")
                xml.element("adminEmail", text: publisher.email)
                xml.element("earliestDatestamp", text: Moments.seconds(earliest))
                // Kept for ever, but for requests that were erased: see the decision record.
                xml.element("deletedRecord", text: "transient")
                xml.element("granularity", text: "YYYY-MM-DDThh:mm:ssZ")
                xml.element("compression", text: "gzip")
                xml.element("description") { xml in
                    let space = "http://www.openarchives.org/OAI/2.0/oai-identifier"
                    let names: KeyValuePairs<String, String?> = [
                        "xmlns": space, "xmlns:xsi": Self.schemaInstance,
                        "xsi:schemaLocation": space + " http://www.openarchives.org/OAI/2.0/oai-identifier.xsd",
                    ]
                    xml.element("oai-identifier", names) { xml in
                        xml.element("scheme", text: "oai")
                        xml.element("repositoryIdentifier", text: publisher.host)
                        xml.element("delimiter", text: ":")
                        xml.element("sampleIdentifier", text: identifier("practice-01"))
                    }
                }
            }
        }
    }

    private func formats(_ arguments: OAIArguments) async throws -> String {
        try arguments.check(required: [], optional: ["identifier"])
        if let identifier = arguments["identifier"] { _ = try await publication(identifier) }
        return envelope(arguments) { xml in
            xml.element("ListMetadataFormats") { xml in
                for format in OAIFormat.allCases {
                    xml.element("metadataFormat") { xml in
                        xml.element("metadataPrefix", text: format.rawValue)
                        xml.element("schema", text: format.schema(publisher))
                        xml.element("metadataNamespace", text: format.namespace)
                    }
                }
            }
        }
    }

    private func sets(_ arguments: OAIArguments) throws -> String {
        if arguments["resumptionToken"] != nil {
            try arguments.check(required: ["resumptionToken"], optional: [])
            throw OAIError(.badResumptionToken, "the list of sets comes whole")
        }
        try arguments.check(required: [], optional: [])
        return envelope(arguments) { xml in
            xml.element("ListSets") { xml in
                for set in OAISet.all {
                    xml.element("set") { xml in
                        xml.element("setSpec", text: set.spec)
                        xml.element("setName", text: set.name)
                    }
                }
            }
        }
    }

    // MARK: Records

    private func record(_ arguments: OAIArguments) async throws -> String {
        try arguments.check(required: ["identifier", "metadataPrefix"], optional: [])
        let found = try await publication(arguments["identifier"] ?? "")
        let format = try format(arguments["metadataPrefix"] ?? "")
        let records = try await records([found])
        return envelope(arguments) { xml in
            xml.element("GetRecord") { write(found, records[found.key], format, &$0) }
        }
    }

    private func list(_ arguments: OAIArguments, headersOnly: Bool) async throws -> String {
        var query = try Query(arguments)
        let format = try format(query.prefix)
        let filter = try query.filter()
        let found = try await shelf.desk.publications(filter, after: query.after, limit: Self.pageLength + 1)
        let page = Array(found.prefix(Self.pageLength))
        guard let last = page.last else { throw OAIError(.noRecordsMatch, "nothing fits what was asked for") }
        let before = query.cursor
        let left = try await shelf.desk.publicationCount(filter, after: query.after)
        let records = headersOnly ? [:] : try await records(page)
        query.move(to: last.sequence, past: page.count)
        let token = found.count > page.count ? query.token : nil
        return envelope(arguments) { xml in
            xml.element(headersOnly ? "ListIdentifiers" : "ListRecords") { xml in
                for publication in page {
                    if headersOnly {
                        header(publication, isGone: publication.isGone, &xml)
                    } else {
                        write(publication, records[publication.key], format, &xml)
                    }
                }
                guard token != nil || before > 0 else { return }
                let attributes: KeyValuePairs<String, String?> = [
                    "completeListSize": String(before + left), "cursor": String(before),
                ]
                xml.element("resumptionToken", attributes, text: token ?? "")
            }
        }
    }

    /// What a list is asked for, anew or by a token.
    private struct Query {
        var prefix: String
        private var set: String
        private var from: String
        private var until: String
        private(set) var after: Int64 = 0
        private(set) var cursor = 0

        init(_ arguments: OAIArguments) throws(OAIError) {
            if let text = arguments["resumptionToken"] {
                try arguments.check(required: ["resumptionToken"], optional: [])
                guard let token = ResumptionToken(text) else {
                    throw OAIError(.badResumptionToken, "this token was not given here")
                }
                (prefix, set, from, until) = (token.prefix, token.set, token.from, token.until)
                (after, cursor) = (token.after, token.cursor)
            } else {
                try arguments.check(required: ["metadataPrefix"], optional: ["from", "until", "set"])
                prefix = arguments["metadataPrefix"] ?? ""
                (set, from, until) = (arguments["set"] ?? "", arguments["from"] ?? "", arguments["until"] ?? "")
                // An argument that is there must say something.
                for name in ["set", "from", "until"] where arguments[name] == "" {
                    throw OAIError(.badArgument, "the argument \(name) is empty")
                }
            }
        }

        func filter() throws(OAIError) -> PublicationFilter {
            let pairs = [("from", from), ("until", until)].filter { !$0.1.isEmpty }
            let range = try OAIArguments(pairs: pairs.map { (name: $0.0, value: $0.1) }).range()
            var filter = PublicationFilter(from: range.from, before: range.before)
            guard set.isEmpty || OAISet(set) != nil else {
                throw OAIError(.noRecordsMatch, "there is no such set")
            }
            OAISet.narrow(&filter, to: OAISet(set))
            return filter
        }

        mutating func move(to sequence: Int64, past count: Int) {
            after = sequence
            cursor += count
        }

        var token: String {
            ResumptionToken(prefix: prefix, set: set, from: from, until: until, after: after, cursor: cursor).text
        }
    }

    private func format(_ prefix: String) throws(OAIError) -> OAIFormat {
        guard let format = OAIFormat(rawValue: prefix) else {
            throw OAIError(.cannotDisseminateFormat, "ListMetadataFormats tells which there are")
        }
        return format
    }

    private func publication(_ identifier: String) async throws -> Publication {
        let prefix = "oai:\(publisher.host):"
        guard identifier.hasPrefix(prefix),
            let found = try await shelf.desk.publication(String(identifier.dropFirst(prefix.count)))
        else { throw OAIError(.idDoesNotExist, "no record has this identifier") }
        return found
    }

    private func identifier(_ key: String) -> String { "oai:\(publisher.host):\(key)" }

    private func records(_ page: [Publication]) async throws -> [String: PublicRecord] {
        let found = try await shelf.records(page.filter { !$0.isGone }.map(\.key))
        return Dictionary(found.map { ($0.key, $0) }) { first, _ in first }
    }

    /// A record that went between the list and its reading is told as gone.
    private func write(
        _ publication: Publication, _ record: PublicRecord?, _ format: OAIFormat, _ xml: inout XMLWriter
    ) {
        xml.element("record") { xml in
            header(publication, isGone: record == nil, &xml)
            if let record { xml.element("metadata") { format.write(record, publisher, &$0) } }
        }
    }

    private func header(_ publication: Publication, isGone: Bool, _ xml: inout XMLWriter) {
        xml.element("header", ["status": isGone ? "deleted" : nil]) { xml in
            xml.element("identifier", text: identifier(publication.key))
            xml.element("datestamp", text: Moments.seconds(publication.at))
            if let kind = PublicKind(publication.kind) { xml.element("setSpec", text: OAISet.kind(kind).spec) }
            for subject in publication.subjects { xml.element("setSpec", text: OAISet.theme(subject).spec) }
        }
    }
}

extension DeskError {
    /// Anything else that may be thrown among calls of the desk.
    init(unexpected error: any Error) { self = error as? DeskError ?? .unavailable("exchange.unexpected") }
}
