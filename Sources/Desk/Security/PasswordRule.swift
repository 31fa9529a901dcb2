import AccountFiles
public import Cooperation
import Foundation

/// What a password must be: long enough, and none that everybody thinks of (NIST SP 800-63B, 5.1.1.2). No other rule helps.
public enum PasswordRule {
    public static let shortest = 12
    /// A bound so that nobody makes the hash slow with a novel.
    public static let longest = 200

    /// - Parameter known: what others know of her: her name, her e-mail address.
    public static func problems(_ password: String, known: [String] = []) -> [Problem] {
        let count = password.unicodeScalars.count
        if count < shortest {
            return [Problem(field: "password", code: .tooFew, figures: ["least": shortest, "count": count])]
        }
        if count > longest {
            return [Problem(field: "password", code: .tooLong, figures: ["limit": longest, "count": count])]
        }
        return isCommon(password, known) ? [Problem(field: "password", code: .tooCommon)] : []
    }

    /// Whether it is a word of the list, also several times or with digits and signs around it; a row of keys; or little more
    /// than her own name or address.
    static func isCommon(_ password: String, _ known: [String] = []) -> Bool {
        let whole = folded(password)
        let letters = whole.filter(\.isLetter)
        if Set(whole).count < 5 || common.contains(whole) || common.contains(letters) { return true }
        if rows.contains(where: { $0.contains(whole) }) { return true }
        if let half = repeated(letters), half.count < 4 || common.contains(half) { return true }
        let own = known.flatMap { $0.split { !$0.isLetter && !$0.isNumber }.map { folded(String($0)) } }
        let rest = own.filter { $0.count > 3 }.reduce(letters) { $0.replacing($1, with: "") }
        return rest.count < letters.count && rest.count < 4
    }

    /// Small letters without marks, digits that stand for letters read as those where letters stand around them.
    private static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
            .filter { $0.isLetter || $0.isNumber }
    }

    /// The part a text repeats; nil where it repeats none.
    private static func repeated(_ text: String) -> String? {
        guard text.count > 1 else { return nil }
        return (1...text.count / 2).lazy.filter { text.count % $0 == 0 }.map { String(text.prefix($0)) }
            .first { String(repeating: $0, count: text.count / $0.count) == text }
    }

    /// Rows of keyboards, the alphabet, the digits; twice over and backwards.
    private static let rows: [String] = [
        "qwertyuiopasdfghjklzxcvbnm", "azertyuiopqsdfghjklmwxcvbn", "qwertzuiopasdfghjklyxcvbnm",
        "йцукенгшщзхъфывапролджэячсмитьбю", "abcdefghijklmnopqrstuvwxyz", "1234567890", "0987654321",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    ].flatMap { [$0 + $0, String(($0 + $0).reversed())] }

    private static let common: Set<String> = {
        let bytes = UnsafeRawBufferPointer(start: common_passwords_bytes(), count: Int(common_passwords_size))
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        return Set(lines.filter { !$0.hasPrefix("#") }.flatMap { $0.split(separator: " ") }.map { folded(String($0)) })
    }()
}
