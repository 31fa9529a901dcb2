internal import Foundation
internal import TextAnalysis

extension Vocabulary {
    /// The country of this name in any of the six languages, whatever its case; nil for names that are none's.
    public func country(named name: String) -> CountryCode? {
        let wanted = name.lowercased()
        return countries.first { country in
            Language.allCases.contains { country.name(in: $0).lowercased() == wanted }
        }?.code
    }
}
