package import Foundation

/// What is asked of a stranger's XML before Foundation's parser sees it: the parser ends the whole process where the name of an
/// element or attribute is not UTF-8 (swift-corelibs-foundation of Swift 6.3).
package enum StrangersXML {
    /// Beginnings of the names of encodings that the parser turns into UTF-8 itself, and refuses where they are broken.
    private static let converted = ["iso-8859-", "windows-125", "koi8-", "gb", "big5", "shift_jis", "euc-"]

    /// Whether it is UTF-8 throughout, or says that it is in an encoding of one or more bytes a letter that the parser converts.
    package static func isReadable(_ content: Data) -> Bool {
        // A zero byte would mean UTF-16, where a search for forbidden words would see nothing.
        guard !content.prefix(64).contains(0) else { return false }
        if String(validating: content, as: UTF8.self) != nil { return true }
        guard let name = declaredEncoding(content) else { return false }
        return converted.contains(where: name.hasPrefix)
    }

    /// In small letters; nil where the XML names none.
    private static func declaredEncoding(_ content: Data) -> String? {
        let head = String(decoding: content.prefix(256), as: UTF8.self)
        guard head.hasPrefix("<?xml"), let end = head.range(of: "?>") else { return nil }
        guard let found = head[..<end.lowerBound].firstMatch(of: /encoding\s*=\s*["']([A-Za-z0-9._\-]+)["']/) else {
            return nil
        }
        return found.1.lowercased()
    }
}
