import Cooperation
import Foundation
import TextAnalysis
import Vocabulary

/// A closed list, found by code or by what people call its entries in the six languages.
struct Lookup<Value: Hashable & Sendable>: Sendable {
    private var byName: [String: Value] = [:]
    private var names: [(key: [Unicode.Scalar], value: Value)] = []
    /// As files write it.
    let code: @Sendable (Value) -> String

    init(_ entries: [(Value, [String])], code: @escaping @Sendable (Value) -> String) {
        self.code = code
        for (value, labels) in entries {
            for label in labels {
                let key = Self.key(label)
                guard !key.isEmpty, byName[key] == nil else { continue }
                byName[key] = value
                names.append((Array(key.unicodeScalars), value))
            }
        }
    }

    func value(_ text: String) -> Value? { byName[Self.key(text)] }

    /// The nearest entries, at most three: for who mistyped.
    func nearest(_ text: String) -> [Value] {
        let key = Array(Self.key(text).unicodeScalars.prefix(60))
        guard key.count >= 3 else { return [] }
        let limit = max(1, key.count / 3)
        var best: [Value: Int] = [:]
        for (name, value) in names {
            let isBeginning = name.count > key.count && name.starts(with: key)
            guard let distance = isBeginning ? 1 : EditDistance.between(key, name, limit: limit) else { continue }
            best[value] = min(best[value] ?? .max, distance)
        }
        return best.sorted { ($0.value, code($0.key)) < ($1.value, code($1.key)) }.prefix(3).map(\.key)
    }

    /// Folded, letters and digits only, without words that come and go.
    private static func key(_ text: String) -> String {
        let words = Folding.fold(text).split { !$0.isLetter && !$0.isNumber }
        let kept = words.filter { !passing.contains(String($0)) }
        return (kept.isEmpty ? words : kept).joined()
    }

    private static var passing: Set<String> {
        ["the", "of", "and", "de", "du", "des", "la", "le", "les", "et", "del", "el", "los", "las", "y", "l", "d"]
    }
}

/// The lists an import reads.
enum Lookups {
    static let countries = Lookup<CountryCode>(
        Vocabulary.standard.countries.map { country in
            let names = Language.allCases.map { country.name(in: $0) }
            let common = Language.allCases.compactMap {
                Locale(identifier: $0.code).localizedString(forRegionCode: country.code.description)
            }
            return (
                country.code,
                [country.code.description, country.alpha3].compactMap { $0 } + names + common
                    + otherNames[country.code.description, default: []]
            )
        }, code: \.description)

    /// Names that are in use beside the official ones, and former ones.
    private static let otherNames: [String: [String]] = [
        "BO": ["Bolivia"], "BN": ["Brunei"], "CD": ["DR Congo", "DRC", "Congo Kinshasa", "RDC"],
        "CG": ["Congo Brazzaville", "Republic of Congo"], "CI": ["Ivory Coast", "Cote d'Ivoire"],
        "CV": ["Cape Verde"], "CZ": ["Czech Republic"], "FM": ["Micronesia"], "GB": ["UK", "Great Britain", "England"],
        "GM": ["The Gambia"], "IR": ["Iran"], "KP": ["North Korea"], "KR": ["South Korea", "Korea"],
        "LA": ["Laos"], "MD": ["Moldova"], "MK": ["Macedonia"], "MM": ["Burma"], "NL": ["Holland"], "PS": ["Palestine"],
        "RU": ["Russia"], "ST": ["Sao Tome"], "SY": ["Syria"], "SZ": ["Swaziland"], "TL": ["East Timor"],
        "TR": ["Turkey"], "TZ": ["Tanzania"], "US": ["USA", "United States", "America"], "VE": ["Venezuela"],
        "VN": ["Vietnam"], "EU": ["European Union", "UE"],
    ]

    static let subjects = Lookup<SubjectID>(
        Vocabulary.standard.subjects.map { subject in
            (subject.id, [subject.id.description] + Language.allCases.map { subject.label(in: $0) })
        }, code: \.description)

    static let targets = Lookup<FrameworkTarget>(
        FrameworkTarget.allCases.map { target in
            let number = "\(target.number)"
            let spoken = [number, "Target \(number)", "T\(number)", "KMGBF \(number)", "GBF target \(number)"]
            return (target, [target.description] + spoken + Language.allCases.map { target.label(in: $0) })
        }, code: \.description)

    static let assistance = Lookup<AssistanceTypeID>(
        Vocabulary.standard.assistanceTypes.map { type in
            (type.id, [type.id.description] + Language.allCases.map { type.labels[$0] })
        }, code: \.description)

    static let organisationTypes = Lookup<OrganisationType>(
        OrganisationType.allCases.map { type in
            (type, [type.rawValue] + Language.allCases.map { type.label(in: $0) } + otherTypes[type, default: []])
        }, code: \.rawValue)

    static let levels = Lookup<ApplicationLevel>(
        ApplicationLevel.allCases.map { level in
            (level, [level.rawValue] + Language.allCases.map { level.label(in: $0) })
        }, code: \.rawValue)

    static let beneficiaries = Lookup<BeneficiaryType>(
        BeneficiaryType.allCases.map { type in
            (type, [type.rawValue] + Language.allCases.map { type.label(in: $0) })
        }, code: \.rawValue)

    private static let otherTypes: [OrganisationType: [String]] = [
        .academic: ["University", "Research institute", "Academia", "Université", "Universidad", "Университет"],
        .governmentNational: ["Government", "Ministry", "Gouvernement", "Gobierno", "Agency"],
        .nonGovernmental: ["NGO", "ONG", "НПО", "Civil society"], .privateSector: ["Company", "Business", "Private"],
        .intergovernmental: ["IGO", "Intergovernmental organization"], .unitedNations: ["UN", "UN agency"],
        .indigenousAndLocal: ["IPLC", "Indigenous peoples"],
    ]

    static let languages = Lookup<LanguageCode>(
        Locale.LanguageCode.isoLanguageCodes.compactMap { LanguageCode($0.identifier) }
            .filter { $0.description.count == 2 || $0.name(in: .english) != $0.description }
            .map { code in
                (code, [code.description] + Language.allCases.map { code.name(in: $0) })
            }, code: \.description)
}
