/// The reading of `countries.json`.
enum CountryList {
    static func read() throws -> [Country] {
        let file = DataFile.countries
        let rows = try file.decode(File.self).countries
        let codes = Set(rows.map(\.code))
        guard codes.count == rows.count else { throw file.damaged("a code stands twice") }
        let countries = try rows.map { row in
            for neighbour in row.land + row.sea where !codes.contains(neighbour) {
                throw file.damaged("\(row.code) has the unknown neighbour \(neighbour)")
            }
            return try row.country(of: file)
        }
        return countries.sorted { $0.code < $1.code }
    }

    private struct File: Decodable {
        let source: [String]
        let asOf: String
        let countries: [Row]
    }

    private struct Row: Decodable {
        let code: String
        let alpha3: String?
        let m49: Int?
        let party: Bool
        let region: Region
        let subregion: Subregion
        let developing: Bool
        let languages: [LanguageCode]
        let land: [String]
        let sea: [String]
        let tile: [Int]

        func country(of file: DataFile) throws -> Country {
            guard tile.count == 2 else { throw file.damaged("\(code) has no tile") }
            return Country(
                code: CountryCode(listed: code), alpha3: alpha3, m49: m49, isParty: party, region: region,
                subregion: subregion, isDeveloping: developing, languages: languages,
                landNeighbours: land.map(CountryCode.init(listed:)), seaNeighbours: sea.map(CountryCode.init(listed:)),
                tile: Country.Tile(column: tile[0], row: tile[1]))
        }
    }
}
