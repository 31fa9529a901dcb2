import Cooperation
import Vocabulary

/// In plain English, for the command line.
extension Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .problem(let code, let figures):
            figures.isEmpty
                ? code.rawValue
                : code.rawValue + " ("
                    + figures.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ") + ")"
        case .unknownCountry(let text, let near):
            "no such country: \(text)"
                + (near.isEmpty ? "" : "; near: \(near.map(\.description).joined(separator: ", "))")
        case .otherCountry(let country): "not of your country: \(country)"
        case .unknownChoice(let text, let near):
            "not on the list: \(text)" + (near.isEmpty ? "" : "; near: \(near.joined(separator: ", "))")
        case .wrongCheckDigits(let text): "wrong check digits: \(text)"
        case .notAnIdentifier(let text): "not an identifier: \(text)"
        case .unknownInstitution(let text): "no such institution: \(text)"
        case .sameAsLine(let line, let by): "same as line \(line), by \(by.rawValue)"
        case .alreadyHere(let key, _, let by): "here already, by \(by.rawValue): \(key)"
        case .looksLikeLine(let line, let name): "looks like line \(line), \(name); --alike takes it"
        case .looksLike(let key, let name): "looks like \(key), \(name); --alike takes it"
        case .otherEncoding(let name): "not UTF-8, read as \(name)"
        case .repaired: "letters decoded wrongly before were put right"
        case .tooManyCells(let count): "\(count) cells behind the last column"
        case .unclosedQuote: "a quotation mark is never closed"
        }
    }
}
