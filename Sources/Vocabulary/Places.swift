/// The Convention's regional group.
public enum Region: String, Codable, CaseIterable, Comparable, Labelled, Sendable {
    case africa
    case asiaPacific = "asia-pacific"
    case centralAndEasternEurope = "central-and-eastern-europe"
    case latinAmericaAndCaribbean = "latin-america-and-caribbean"
    case westernEuropeAndOthers = "western-europe-and-others"

    public var labels: Labels { Vocabulary.standard.places.regions[self] }

    public var countries: [Country] { Vocabulary.standard.countries.filter { $0.region == self } }

    public static func < (left: Region, right: Region) -> Bool { left.rawValue < right.rawValue }
}

/// A subregion of the UN Statistics Division's M49.
public enum Subregion: String, Codable, CaseIterable, Comparable, Labelled, Sendable {
    case northernAfrica = "northern-africa"
    case easternAfrica = "eastern-africa"
    case middleAfrica = "middle-africa"
    case southernAfrica = "southern-africa"
    case westernAfrica = "western-africa"
    case caribbean
    case centralAmerica = "central-america"
    case southAmerica = "south-america"
    case northernAmerica = "northern-america"
    case centralAsia = "central-asia"
    case easternAsia = "eastern-asia"
    case southEasternAsia = "south-eastern-asia"
    case southernAsia = "southern-asia"
    case westernAsia = "western-asia"
    case easternEurope = "eastern-europe"
    case northernEurope = "northern-europe"
    case southernEurope = "southern-europe"
    case westernEurope = "western-europe"
    case australiaNewZealand = "australia-new-zealand"
    case melanesia
    case micronesia
    case polynesia

    public var labels: Labels { Vocabulary.standard.places.subregions[self] }

    public var countries: [Country] { Vocabulary.standard.countries.filter { $0.subregion == self } }

    public static func < (left: Subregion, right: Subregion) -> Bool { left.rawValue < right.rawValue }
}

/// The labels of `places.json`.
struct PlaceLabels: Sendable {
    let regions: LabelTable<Region>
    let subregions: LabelTable<Subregion>
    let circles: LabelTable<Circle>

    init() throws {
        let file = DataFile.places
        let rows = try file.decode(File.self)
        regions = try LabelTable(rows.regions, of: file)
        subregions = try LabelTable(rows.subregions, of: file)
        circles = try LabelTable(rows.circles, of: file)
    }

    private struct File: Decodable {
        let source: [String]
        let asOf: String
        let regions: [LabelRow]
        let subregions: [LabelRow]
        let circles: [LabelRow]
    }
}
