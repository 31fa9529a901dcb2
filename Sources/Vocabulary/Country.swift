/// A Party to the Convention, or one of the two States that are not.
public struct Country: Sendable, Identifiable {
    public let code: CountryCode
    /// ISO 3166-1 alpha-3; the European Union has none.
    public let alpha3: String?
    /// The number of the UN Statistics Division; the European Union has none.
    public let m49: Int?
    /// A Party to the Convention on Biological Diversity.
    public let isParty: Bool
    public let region: Region
    public let subregion: Subregion
    /// Developing by the UN Statistics Division's last list (December 2021); decides what is South-South.
    public let isDeveloping: Bool
    /// Official languages, main ones first.
    public let languages: [LanguageCode]
    public let landNeighbours: [CountryCode]
    /// Places with adjacent or opposite maritime zones.
    public let seaNeighbours: [CountryCode]
    /// Its square on the tile map of the world.
    public let tile: Tile

    public var id: CountryCode { code }

    public var neighbours: Set<CountryCode> { Set(landNeighbours).union(seaNeighbours) }

    /// A square of the tile map, counted from 0 at the top left (north-west).
    public struct Tile: Hashable, Sendable {
        public let column: Int
        public let row: Int
    }
}

extension Vocabulary {
    /// The 196 Parties to the Convention: 195 States and the European Union.
    public var parties: [Country] { countries.filter(\.isParty) }

    /// Columns and rows that the tile map needs.
    public var tileMapSize: (columns: Int, rows: Int) {
        let columns = countries.map(\.tile.column).max() ?? 0
        let rows = countries.map(\.tile.row).max() ?? 0
        return (columns + 1, rows + 1)
    }
}
