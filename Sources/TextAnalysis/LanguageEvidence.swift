/// How many letters of each script a text has.
struct ScriptEvidence {
    private(set) var latin = 0
    private(set) var cyrillic = 0
    private(set) var arabic = 0
    private(set) var han = 0
    private(set) var kana = 0
    private(set) var other = 0
    /// Letters of other languages' Cyrillic (Ukrainian, Belarusian, Serbian, Kazakh, …).
    private(set) var hasForeignCyrillic = false
    /// Letters of Persian, Urdu, Pashto and others.
    private(set) var hasForeignArabic = false

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        let classes = ScalarClasses.shared
        var offset = 0
        while offset < bytes.count {
            let (scalar, length) = decodeScalar(bytes, at: offset)
            offset += length
            switch classes[scalar] {
            case .latin: latin += 1
            case .cyrillic:
                cyrillic += 1
                if !(0x410...0x44F).contains(scalar.value), scalar.value != 0x401, scalar.value != 0x451 {
                    hasForeignCyrillic = true
                }
            case .arabic:
                arabic += 1
                if (0x671...0x6D3).contains(scalar.value) { hasForeignArabic = true }
            case .han: han += 1
            case .unspaced: kana += 1
            case .letter: other += 1
            default: break
            }
        }
    }

    /// A Chinese character counts as two letters and a half: that is how much of a word it is.
    private var counts: [(script: RawWord.Script, count: Int)] {
        [
            (.latin, latin), (.cyrillic, cyrillic), (.arabic, arabic), (.han, han * 5 / 2), (.unspaced, kana),
            (.letter, other),
        ]
    }

    var leadingCount: Int { counts.map(\.count).max() ?? 0 }

    /// The script of most letters; nil without letters.
    var leading: RawWord.Script? {
        let most = leadingCount
        return most == 0 ? nil : counts.first { $0.count == most }?.script
    }
}

/// What speaks for English, French or Spanish in a few words of Latin letters.
enum LatinEvidence {
    private static let languages: [Language] = [.english, .french, .spanish]

    /// Log-odds by common words, letters and endings; small numbers for small evidence.
    ///
    /// - Parameter looksAtEndings: endings and letter groups too, which takes far longer and decides on a few words.
    static func points(_ sample: String, looksAtEndings: Bool) -> [Language: Double] {
        var points: [Language: Double] = [:]
        let lower = Folding.lowercased(sample)
        for scalar in lower.unicodeScalars {
            for (language, value) in letters[scalar] ?? [:] { points[language, default: 0] += value }
        }
        if elisions.contains(where: lower.contains) { points[.french, default: 0] += 2.5 }
        let words = lower.unicodeScalars.split { !ScalarClasses.shared[$0].isLatinLetter }.prefix(120)
        for word in words {
            read(String(String.UnicodeScalarView(word)), looksAtEndings: looksAtEndings, into: &points)
        }
        return points
    }

    private static func read(_ word: String, looksAtEndings: Bool, into points: inout [Language: Double]) {
        let form = Folding.folded(word)
        let speakers = languages.filter { StopWords.of($0).contains(form) }
        if speakers.count < languages.count {
            for language in speakers { points[language, default: 0] += 1.6 / Double(speakers.count) }
        }
        guard looksAtEndings else { return }
        for (language, endings) in Self.endings {
            if let ending = endings.first(where: { word.utf8.count > $0.ending.utf8.count && word.hasSuffix($0.ending) }
            ) {
                points[language, default: 0] += ending.points
            }
        }
        for (language, groups) in Self.groups {
            let found = groups.filter { word.contains($0) }.count
            points[language, default: 0] += Double(found) * 0.8
        }
        for language in languages where commonWords[language]?.contains(form) == true {
            points[language, default: 0] += 1.5
        }
    }

    /// e to the power of `x` for x ≤ 0, good to the third digit: (1 + x/1024)^1024, so the same on every machine.
    static func exponential(_ x: Double) -> Double {
        var value = max(0, 1 + x / 1024)
        for _ in 0..<10 { value *= value }
        return value
    }

    private static let letters: [Unicode.Scalar: [Language: Double]] = [
        "ñ": [.spanish: 4], "¿": [.spanish: 5], "¡": [.spanish: 4], "á": [.spanish: 2.5], "í": [.spanish: 2.5],
        "ó": [.spanish: 2.5], "ú": [.spanish: 2.5], "é": [.french: 1.6, .spanish: 0.7], "è": [.french: 3],
        "ê": [.french: 3], "ë": [.french: 2], "à": [.french: 2.5], "â": [.french: 2.5], "ç": [.french: 2.5],
        "î": [.french: 3], "ï": [.french: 2], "ô": [.french: 3], "û": [.french: 3], "ù": [.french: 3],
        "œ": [.french: 4],
        "ü": [.spanish: 0.5], "w": [.english: 1.2], "k": [.english: 0.7],
    ]

    /// Longest first.
    private static let endings: [Language: [(ending: String, points: Double)]] = [
        .english: [
            ("ization", 2), ("isation", 0.4), ("ation", 0.4), ("tions", 0.3), ("ment", 0.3), ("ship", 2), ("ness", 2),
            ("ings", 2), ("land", 1.5), ("able", 0.3), ("ical", 1.2), ("ies", 1), ("ity", 2), ("ing", 2.2),
            ("ous", 1.2),
            ("ful", 2), ("ory", 1.6), ("ary", 1.6), ("ist", 0.6), ("ism", 1), ("ure", 0.3), ("ty", 1.2), ("ry", 1.2),
            ("gy", 1.5), ("ly", 1.8), ("my", 1.2), ("cy", 1.5), ("ey", 1), ("al", 0.3), ("ed", 1), ("er", 0.6),
            ("ic", 1),
            ("th", 1.5), ("ck", 1.5), ("sh", 1.2), ("d", 0.6), ("y", 0.8),
        ],
        .french: [
            ("isation", 1.2), ("issement", 2.5), ("ations", 0.3), ("ation", 0.4), ("ements", 1.5), ("ement", 1.5),
            ("ments", 0.5), ("ment", 0.5), ("ières", 2.5), ("ière", 2.5), ("iques", 2.2), ("ique", 2.2), ("euses", 2),
            ("euse", 2), ("eaux", 3), ("elle", 1.2), ("ité", 2.5), ("ités", 2.5), ("eur", 2), ("eurs", 2), ("eau", 2.5),
            ("aux", 2), ("oir", 2), ("ois", 1), ("ides", 0.8), ("ines", 0.8), ("ones", 0.8), ("ées", 2), ("ée", 2),
            ("és", 1.2), ("ère", 1.5), ("aire", 2),
            ("aires", 2),
            ("ance", 0.5), ("ence", 0.3), ("ure", 0.4), ("ome", 0.3), ("gie", 2), ("gies", 1), ("rie", 1.2),
            ("ie", 0.8),
            ("ez", 1), ("eux", 2), ("ir", 0.8), ("er", 0.4), ("que", 1), ("che", 1.2), ("x", 0.6), ("é", 0.8),
            ("e", 0.25),
        ],
        .spanish: [
            ("aciones", 3), ("ciones", 3), ("ación", 3), ("acion", 2.5), ("ción", 3), ("cion", 2.5), ("sión", 3),
            ("mientos", 3), ("miento", 3), ("idades", 3), ("idad", 2.8), ("dades", 2.5), ("dad", 2.5), ("mente", 2),
            ("encia", 2.2), ("ancia", 2), ("encias", 2.2), ("icas", 1.5), ("icos", 1.5), ("ica", 1.2), ("ico", 1.5),
            ("ales", 0.5), ("ares", 0.8), ("ores", 1.2), ("dor", 1.8), ("dora", 2), ("tura", 1.5), ("ar", 0.9),
            ("ario", 2),
            ("aria", 1.2), ("ado", 2), ("ada", 1.8), ("ados", 2), ("adas", 2), ("ido", 1.5), ("ías", 2), ("ía", 2),
            ("ía", 2), ("ivo", 1.8), ("iva", 1.2), ("os", 1), ("as", 0.9), ("es", 0.2), ("o", 1), ("a", 0.7),
            ("d", 0.2),
        ],
    ].mapValues { $0.sorted { $0.0.utf8.count > $1.0.utf8.count } }

    private static let elisions = ["l'", "l’", "d'", "d’", "qu'", "qu’", "n'", "n’"]

    /// Frequent words whose letters say little, folded.
    private static let commonWords: [Language: Set<String>] = [
        .english: [
            "title", "name", "date", "start", "end", "email", "phone", "group", "services", "report",
            "project", "support", "status", "rights", "use",
            "target", "species", "ecosystem", "ecosystems", "resilience", "science",
        ],
        .french: [
            "eau", "eaux", "mer", "sol", "sols", "lac", "bois", "terre", "terres", "zone", "zones", "pays", "projet",
            "projets", "nom", "titre", "rapport", "rapports", "national", "nationaux", "nationale", "groupe", "domaine",
            "domaines", "initiative", "mondial", "mondiale", "objectif", "objectifs", "espece", "especes", "plan",
            "type", "actif", "date", "fin", "courriel", "courriels", "mise", "oeuvre", "coût", "parc", "faune", "flore",
            "centre", "droit", "droits", "union",
        ],
        .spanish: [
            "agua", "aguas", "mar", "suelo", "suelos", "bosque", "bosques", "tierra", "pais", "paises", "proyecto",
            "nombre", "titulo", "informe", "informes", "nacional", "grupo", "mundial", "objetivo", "objetivos",
            "especies",
            "plan", "uso", "apoyo", "sector", "global", "marco", "enfoque", "ecosistemas", "parque", "fauna", "flora",
            "derechos", "centro", "union", "red",
        ],
    ]

    /// Letter groups that one language has and the other two hardly.
    private static let groups: [Language: [String]] = [
        .english: ["sh", "wh", "ee", "oo", "ck", "ght", "ow", "dg"],
        .french: ["eau", "eau", "aux", "oux", "qu'", "ouv", "eui", "ieu", "oi", "gn", "ai"],
        .spanish: ["ñ", "rr", "ue", "cio", "jo", "ja", "je", "ie", "eci", "ll"],
    ]
}

extension ScalarClass {
    fileprivate var isLatinLetter: Bool { self == .latin || self == .mark }
}
