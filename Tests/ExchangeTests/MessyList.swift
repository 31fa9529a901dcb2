import Foundation
import Testing

/// Invents a list of institutions as people keep them: wrong encodings, doubles under other spellings, countries that do not
/// exist, cells without end, identifiers with a wrong digit. It knows what is in it, so that a report can be held against it.
struct MessyList {
    private(set) var data = Data()
    /// Lines behind the head.
    private(set) var lines = 0
    /// Institutions that are each new.
    private(set) var distinct = 0
    /// Lines that repeat another.
    private(set) var doubled = 0
    /// Lines by the code for which they must be refused.
    private(set) var refused: [String: Int] = [:]

    private static let countries = [
        "BJ", "Togo", "Sénégal", "Kenya", "Brasil", "Perú", "Китай", "Индия", "مصر", "日本", "FRA", "Viet Nam",
        "Ivory Coast",
        "Bolivia", "UK",
    ]
    private static let kinds = [
        "University", "Institute", "Ministry", "Botanic Garden", "Museum", "Park Agency", "Forest Service", "Herbarium",
    ]
    private static let places = [
        "Água Verde", "Montagne Noire", "Río Claro", "Savane Sèche", "Karst", "Delta", "Córdoba", "Île Haute",
        "Lac Salé",
        "Sierra Nueva",
    ]

    init(_ wanted: Int, seed: UInt64) throws {
        var random = Dice(seed: seed)
        append("Institution name;Pays;Type;Website;ROR;Sigle;About;Favourite colour\r\n")
        var known: [(name: String, country: Int, web: String)] = []
        while lines < wanted {
            let chance = random.below(100)
            if chance < 10, !known.isEmpty {
                // The same again, written otherwise.
                let (name, country, web) = known[random.below(known.count)]
                let spelled =
                    switch random.below(4) {
                    case 0: name.uppercased()
                    case 1: "The " + name
                    case 2: name + " (" + name.split(separator: " ").compactMap(\.first).map(String.init).joined() + ")"
                    default: " " + name.replacing(" ", with: "  ") + "."
                    }
                line(spelled, Self.countries[country], web, random.below(3) == 0 ? "" : "x")
                doubled += 1
            } else if chance < 13 {
                line("Lost \(lines) Institute", ["Atlantis", "Wakanda", "Benni"][random.below(3)], "", "")
                refused["unknown-country", default: 0] += 1
            } else if chance < 14 {
                line(String(repeating: "Long name ", count: 5000), "BJ", "", "")
                refused["tooLong", default: 0] += 1
            } else if chance < 15 {
                line("", "BJ", "", "no name")
                refused["missing", default: 0] += 1
            } else if chance < 16 {
                line("Digit \(lines) Institute", "BJ", "", "", ror: "https://ror.org/05gq02988")
                refused["wrong-check-digits", default: 0] += 1
            } else {
                let number = distinct
                let kind = Self.kinds[number % Self.kinds.count]
                let name = "\(kind) of \(Self.places[number / Self.kinds.count % Self.places.count]) \(number)"
                let country = number % Self.countries.count
                let web = number % 3 == 0 ? "www.inst\(number).example.org" : ""
                known.append((name, country, web))
                distinct += 1
                // Every seventh line comes from an old program, every eleventh went through one twice.
                let text = Self.text(name, Self.countries[country], web, "About \(number); \"quoted\"\nand more")
                if number % 7 == 0, let old = text.data(using: .windowsCP1252) {
                    data.append(old)
                    lines += 1
                } else if number % 11 == 0, let twice = Self.mojibake(text) {
                    append(twice)
                    lines += 1
                } else {
                    append(text)
                    lines += 1
                }
            }
        }
    }

    private mutating func line(_ name: String, _ country: String, _ web: String, _ about: String, ror: String = "") {
        append(Self.text(name, country, web, about, ror: ror))
        lines += 1
    }

    private static func text(_ name: String, _ country: String, _ web: String, _ about: String, ror: String = "")
        -> String
    {
        let cells = [name, country, "NGO", web, ror, "", about, "=HYPERLINK(1)"]
        return cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ";") + "\r\n"
    }

    /// UTF-8 taken for Windows-1252.
    private static func mojibake(_ text: String) -> String? {
        String(data: Data(text.utf8), encoding: .windowsCP1252)
    }

    private mutating func append(_ text: String) { data.append(Data(text.utf8)) }
}
