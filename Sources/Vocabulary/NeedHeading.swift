/// A general or thematic need under which needs of countries are gathered: the rows of table 2 of
/// UNEP/CBD/COP/13/INF/22, in its order. The raw value stands in papers and addresses: it never changes.
public enum NeedHeading: String, Codable, CaseIterable, Comparable, Labelled, Sendable {
    case speciesTrends = "species-trends"
    case strategyImplementation = "strategy-implementation"
    case technicalExpertise = "technical-expertise"
    case sectorCoordination = "sector-coordination"
    case institutionalArrangements = "institutional-arrangements"
    case sectorEngagement = "sector-engagement"
    case dataAndMonitoring = "data-and-monitoring"
    case legislationAndEnforcement = "legislation-and-enforcement"
    case financialResources = "financial-resources"
    case publicAwareness = "public-awareness"
    case openData = "open-data"
    case informationSharing = "information-sharing"

    case protectedAreas = "protected-areas"
    case climateResearch = "climate-research"
    case cropDiversityResearch = "crop-diversity-research"
    case invasiveSpeciesResearch = "invasive-species-research"
    case accessAndBenefitSharing = "access-and-benefit-sharing"
    case traditionalKnowledge = "traditional-knowledge"
    case bioprospecting
    case repatriation

    /// The two halves of the table.
    public enum Scope: String, Codable, CaseIterable, Labelled, Sendable {
        case general, thematic

        public var labels: Labels { Vocabulary.standard.needHeadings.scopes[self] }

        public var headings: [NeedHeading] { NeedHeading.allCases.filter { $0.scope == self } }
    }

    public var scope: Scope { row.scope }
    public var labels: Labels { row.label }

    /// Subjects that usually go with it, nearest first; none where the clearing-house has no subject for it.
    public var subjects: [SubjectID] { row.subjects.map(SubjectID.init(listed:)) }

    /// How many of the sixteen Parties its row marks in the text of the document. Sixteen means all of them; of the others
    /// the text does not say which.
    public var marks: Int { row.marks }

    private var row: NeedHeadingList.Row { Vocabulary.standard.needHeadings.rows[ordinal] }

    private var ordinal: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// In the order of the table.
    public static func < (left: NeedHeading, right: NeedHeading) -> Bool { left.ordinal < right.ordinal }
}

/// The content of `need-headings.json`.
struct NeedHeadingList: Sendable {
    let scopes: LabelTable<NeedHeading.Scope>
    /// In the order of the cases.
    let rows: [Row]

    struct Row: Decodable, Sendable {
        let id: NeedHeading
        let scope: NeedHeading.Scope
        let marks: Int
        let subjects: [String]
        let label: Labels
    }

    init(known subjects: Set<SubjectID>) throws {
        let file = DataFile.needHeadings
        let content = try file.decode(File.self)
        scopes = try LabelTable(content.scopes, of: file)
        rows = content.headings
        guard rows.map(\.id) == NeedHeading.allCases else { throw file.damaged("headings are missing or out of order") }
        for row in rows {
            guard (1...16).contains(row.marks) else { throw file.damaged("\(row.id) marks \(row.marks) of sixteen") }
            for subject in row.subjects where !subjects.contains(SubjectID(listed: subject)) {
                throw file.damaged("\(subject) is unknown")
            }
        }
    }

    private struct File: Decodable {
        let source: [String]
        let asOf: String
        let scopes: [LabelRow]
        let headings: [Row]
    }
}

extension Vocabulary {
    /// The sixteen Parties whose strategies and reports table 2 was made of (UNEP/CBD/COP/13/INF/22, footnote 11).
    public static let partiesOfNeedTable: [CountryCode] = [
        "AO", "NG", "ZA", "TZ", "IN", "MV", "NP", "WS", "TH", "VN", "BA", "AG", "CO", "CR", "GY", "MX",
    ].map(CountryCode.init(listed:))
}
