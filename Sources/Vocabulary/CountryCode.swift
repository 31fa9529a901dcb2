/// A place of the list by its ISO 3166-1 alpha-2 code, capital letters; `EU` is the European Union, a Party.
public struct CountryCode: KnownCode {
    public static var listName: String { "countries" }

    public let description: String

    /// Nil for what is not on the list; small letters are taken for capitals.
    public init?(_ text: String) {
        let code = CountryCode(listed: text.uppercased())
        guard Vocabulary.standard.countryByCode[code] != nil else { return nil }
        self = code
    }

    /// For the reading of the lists themselves.
    init(listed code: String) { description = code }

    /// What the list says of it.
    public var country: Country {
        guard let country = Vocabulary.standard.countryByCode[self] else {
            preconditionFailure("only listed codes are made: \(description)")
        }
        return country
    }
}
