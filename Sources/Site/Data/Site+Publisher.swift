public import Exchange
internal import TextAnalysis

extension Site {
    /// Who publishes and where, for files, feeds and harvesters.
    /// - Parameters:
    ///   - base: as in `https://bio-bridge.example`.
    ///   - contact: where harvesters write to.
    public static func publisher(base: String, contact: String) -> Publisher {
        Publisher(base: base, email: contact) { key, language in
            SitePath.record(key)?.address(in: language)
        }
    }
}
