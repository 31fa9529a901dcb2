import CStemmer

/// A Snowball stemmer (libstemmer). Not for two threads at once.
final class Stemmer {
    private let stemmer: OpaquePointer?

    /// - Parameter algorithm: Snowball's name, such as "english". An unknown name gives a stemmer that changes nothing.
    init(_ algorithm: String) { stemmer = sb_stemmer_new(algorithm, "UTF_8") }

    deinit {
        if let stemmer { sb_stemmer_delete(stemmer) }
    }

    /// The stem of a lower-case word.
    func stem(_ word: String) -> String {
        guard let stemmer else { return word }
        var word = word
        return word.withUTF8 { bytes in
            guard let stem = sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count)) else { return nil }
            let count = Int(sb_stemmer_length(stemmer))
            return String(decoding: UnsafeBufferPointer(start: stem, count: count), as: UTF8.self)
        } ?? word
    }
}
