/// What kind of body an organisation is.
public enum OrganisationType: String, Codable, CaseIterable, Comparable, Labelled, Sendable {
    case academic
    case governmentNational = "government-national"
    case governmentSubnational = "government-subnational"
    case indigenousAndLocal = "indigenous-and-local"
    case intergovernmental
    case nonGovernmental = "non-governmental"
    case privateSector = "private-sector"
    case regionalIntegration = "regional-integration"
    case unitedNations = "united-nations"
    case other

    public var labels: Labels { Vocabulary.standard.forms.organisationTypes[self] }

    public static func < (left: OrganisationType, right: OrganisationType) -> Bool { left.rawValue < right.rawValue }
}

/// At which level the help is to work.
public enum ApplicationLevel: String, Codable, CaseIterable, Comparable, Labelled, Sendable {
    case regional
    case national
    case subnational

    public var labels: Labels { Vocabulary.standard.forms.applicationLevels[self] }

    public static func < (left: ApplicationLevel, right: ApplicationLevel) -> Bool { left.rawValue < right.rawValue }
}

/// Who is to benefit.
public enum BeneficiaryType: String, Codable, CaseIterable, Comparable, Labelled, Sendable {
    case nationalGovernment = "national-government"
    case subnationalGovernment = "subnational-government"
    case indigenousPeoples = "indigenous-peoples"
    case localCommunities = "local-communities"
    case women
    case youth
    case researchers
    case civilSociety = "civil-society"
    case producers
    case business
    case educators
    case generalPublic = "general-public"

    public var labels: Labels { Vocabulary.standard.forms.beneficiaryTypes[self] }

    public static func < (left: BeneficiaryType, right: BeneficiaryType) -> Bool { left.rawValue < right.rawValue }
}

/// The labels of `forms.json`.
struct FormLabels: Sendable {
    let organisationTypes: LabelTable<OrganisationType>
    let applicationLevels: LabelTable<ApplicationLevel>
    let beneficiaryTypes: LabelTable<BeneficiaryType>

    init() throws {
        let file = DataFile.forms
        let rows = try file.decode(File.self)
        organisationTypes = try LabelTable(rows.organisationTypes, of: file)
        applicationLevels = try LabelTable(rows.applicationLevels, of: file)
        beneficiaryTypes = try LabelTable(rows.beneficiaryTypes, of: file)
    }

    private struct File: Decodable {
        let source: [String]
        let asOf: String
        let organisationTypes: [LabelRow]
        let applicationLevels: [LabelRow]
        let beneficiaryTypes: [LabelRow]
    }
}
