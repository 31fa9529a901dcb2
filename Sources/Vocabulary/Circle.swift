/// How near help is: the order of looking, nearest first (UNEP/CBD/COP/13/INF/22, paragraphs 8 and 9; M2).
public enum Circle: String, Codable, CaseIterable, Comparable, Labelled, Sendable {
    case home
    /// A common boundary on land or at sea, or the same subregion.
    case neighbours
    /// The same regional group of the Convention.
    case region
    /// Both places are developing: South-South, or triangular with a third partner.
    case southSouth = "south-south"
    case others

    public var labels: Labels { Vocabulary.standard.places.circles[self] }

    /// 0 for home, 4 for others.
    public var rank: Int {
        switch self {
        case .home: 0
        case .neighbours: 1
        case .region: 2
        case .southSouth: 3
        case .others: 4
        }
    }

    public static func < (left: Circle, right: Circle) -> Bool { left.rank < right.rank }
}

extension Vocabulary {
    /// The circle in which `place` lies, seen from `from`: the nearest that fits.
    public func circle(of place: CountryCode, from: CountryCode) -> Circle {
        if place == from { return .home }
        let there = place.country
        let here = from.country
        if here.landNeighbours.contains(place) || here.seaNeighbours.contains(place) { return .neighbours }
        if here.subregion == there.subregion { return .neighbours }
        if here.region == there.region { return .region }
        if here.isDeveloping && there.isDeveloping { return .southSouth }
        return .others
    }

    /// The nearest circle any place of a coverage lies in; nil when it covers no place.
    public func circle(ofCoverage places: some Sequence<CountryCode>, from: CountryCode) -> Circle? {
        places.map { circle(of: $0, from: from) }.min()
    }
}
