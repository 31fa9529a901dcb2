public import TextAnalysis
import Cooperation
import Vocabulary

/// A record in the words of schema.org, as JSON-LD for a page. The context is written out, so that no reader has to fetch one.
public struct SchemaOrg: Sendable {
    let record: PublicRecord
    let publisher: Publisher
    let language: Language

    public init(_ record: PublicRecord, _ publisher: Publisher, in language: Language) {
        self.record = record
        self.publisher = publisher
        self.language = language
    }

    /// Safe within a `script` element: `<`, `>` and `&` are escaped.
    public var text: String { value.written }

    private var value: JSONValue {
        var members: [(String, JSONValue)] = [
            ("@context", .object([("@vocab", .text("https://schema.org/"))])), ("@type", .text(type)),
            ("@id", .text(publisher.lasting(record.key))), ("name", texts(record.title)),
            ("url", reference(publisher.address(record.key, in: language))),
        ]
        func add(_ name: String, _ value: JSONValue?) {
            if let value { members.append((name, value)) }
        }
        if !record.summary.isEmpty { add("description", texts(record.summary)) }
        add("identifier", record.doi.map { .text($0.address) })
        let elsewhere = [record.ror?.address].compactMap { $0 } + record.links.map(\.address)
        add("sameAs", .oneOrMore(elsewhere.map(reference)))
        add(partyName, .oneOrMore(record.parties.map(party) + people))
        add("funder", .oneOrMore(record.funders.map(party)))
        if record.kind == .project {
            add("foundingDate", record.starts.map { .text($0.description) })
            add("dissolutionDate", record.ends.map { .text($0.description) })
        }
        add("author", .oneOrMore(record.authors.map { .object([("@type", .text("Thing")), ("name", .text($0))]) }))
        if !record.publisher.isEmpty {
            add("publisher", .object([("@type", .text("Organization")), ("name", .text(record.publisher))]))
        }
        add(aboutName, .oneOrMore(record.subjects.map { .text($0.label(in: language)) }))
        add(placeName, .oneOrMore(record.countries.map(record.kind == .event ? audience : place)))
        add(
            isWork || record.kind == .event ? "inLanguage" : "availableLanguage",
            .oneOrMore(record.languages.map { .text($0.description) }))
        if isWork {
            add("dateModified", .text(Moments.seconds(record.changed)))
            add("datePublished", (record.issued?.description ?? record.year.map(String.init)).map { .text($0) })
            if !record.rights.isEmpty { add("copyrightNotice", .text(record.rights)) }
        }
        if !record.acronym.isEmpty { add("alternateName", .text(record.acronym)) }
        add("validThrough", record.deadline.map { .text($0.description) })
        if let meeting = record.meeting { members += properties(of: meeting) }
        if !record.city.isEmpty, let country = record.countries.first {
            add(
                "address",
                .object([
                    ("@type", .text("PostalAddress")), ("addressLocality", .text(record.city)),
                    ("addressCountry", .text(country.description)),
                ]))
        }
        return .object(members)
    }

    /// An expert who offers help in her own name.
    private var people: [JSONValue] {
        guard record.expert != nil || record.orcid != nil else { return [] }
        var members: [(String, JSONValue)] = [("@type", .text("Person"))]
        if let expert = record.expert { members.append(("name", .text(expert))) }
        if let orcid = record.orcid { members.append(("sameAs", reference(orcid.address))) }
        return [.object(members)]
    }

    private var isWork: Bool { PublicKind.library.contains(record.kind) }

    private var type: String {
        switch record.kind {
        case .organisation:
            switch OrganisationType(rawValue: record.type) {
            case .academic: "EducationalOrganization"
            case .governmentNational, .governmentSubnational: "GovernmentOrganization"
            case .nonGovernmental: "NGO"
            default: "Organization"
            }
        case .hub: "Organization"
        case .partnership, .project: "Project"
        case .event: record.type == Event.Form.training.rawValue ? "EducationEvent" : "Event"
        case .provider: "Service"
        case .opportunity: "Offer"
        case .need, .request: "Demand"
        case .practice: "Article"
        case .resource:
            switch Resource.Form(rawValue: record.type) {
            case .tool: "SoftwareApplication"
            case .course: "Course"
            case .recording: "VideoObject"
            case .dataset: "Dataset"
            case .publication: "Report"
            default: "CreativeWork"
            }
        }
    }

    private var partyName: String {
        switch record.kind {
        case .provider: "provider"
        case .opportunity: "offeredBy"
        case .hub: "parentOrganization"
        case .partnership, .project: "member"
        case .event: "organizer"
        case .practice, .resource: "creator"
        default: "seller"
        }
    }

    private var aboutName: String {
        switch record.kind {
        case .organisation, .partnership, .project: "knowsAbout"
        case .event: "keywords"
        default: isWork ? "keywords" : "category"
        }
    }

    private var placeName: String {
        switch record.kind {
        case .organisation: "location"
        case .opportunity, .need, .request: "eligibleRegion"
        case .practice, .resource: "spatialCoverage"
        // Where it takes place is its location; whose people it is for is its audience.
        case .event: "audience"
        default: "areaServed"
        }
    }

    private func texts(_ text: LocalizedText) -> JSONValue {
        let all: [JSONValue] = text.languages.map { language in
            .object([("@value", .text(text[language] ?? "")), ("@language", .text(language.code))])
        }
        return JSONValue.oneOrMore(all) ?? .text("")
    }

    private func reference(_ address: String) -> JSONValue { .object([("@id", .text(address))]) }

    private func party(_ party: PublicRecord.Party) -> JSONValue {
        .object([
            ("@type", .text("Organization")), ("@id", .text(publisher.lasting(party.key))),
            ("name", .text(PublicRecord.best(party.name, in: language))),
        ])
    }

    private func audience(_ country: CountryCode) -> JSONValue {
        .object([("@type", .text("Audience")), ("geographicArea", place(country))])
    }

    private func place(_ country: CountryCode) -> JSONValue {
        .object([
            ("@type", .text("Country")), ("identifier", .text(country.description)),
            ("name", .text(country.country.name(in: language))),
        ])
    }
}
