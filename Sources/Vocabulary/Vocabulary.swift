/// The lists of the field, as they are compiled in: constant data, read once.
///
/// Each list is a file of `Sources/Files/VocabularyFiles/data` that names its source and date.
public struct Vocabulary: Sendable {
    /// Parties and the two States that are not, by code.
    public let countries: [Country]

    let countryByCode: [CountryCode: Country]
    let groups: [CountryGroup: GroupList]
    let places: PlaceLabels
    let forms: FormLabels

    /// The one vocabulary. It is built when it is first asked for; damaged compiled-in data end the program with their
    /// reason, which no input can bring about.
    public static let standard: Vocabulary = {
        do {
            return try Vocabulary()
        } catch {
            preconditionFailure("compiled-in vocabulary: \(error)")
        }
    }()

    /// Reads and checks all lists. Throws `VocabularyError.damagedList` with the list and the reason.
    init() throws {
        countries = try CountryList.read()
        countryByCode = Dictionary(uniqueKeysWithValues: countries.map { ($0.code, $0) })
        groups = try GroupList.readAll(known: Set(countryByCode.keys))
        places = try PlaceLabels()
        forms = try FormLabels()
    }
}
