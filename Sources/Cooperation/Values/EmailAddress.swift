/// What we demand of an e-mail address: enough to be worth a letter; the letter itself proves the rest.
public enum EmailAddress {
    /// One `@`, something before it, a name with a dot behind it, no blanks or control characters, at most 254 bytes.
    public static func isPlausible(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, !parts[0].isEmpty, parts[0].utf8.count <= 64 else {
            return false
        }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 63 }) else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            scalar.value > 32 && scalar.value != 127 && !scalar.properties.isWhitespace
                && !"<>()[],;:\\\"".unicodeScalars.contains(scalar)
        }
    }

    /// The form in which addresses are compared: without blanks at the sides, in lower case.
    public static func normalised(_ text: String) -> String { text.trimmingBlanks.lowercased() }
}
