/// What a check of the whole ledger found.
public struct Verification: Sendable, Equatable {
    /// One place that is not as it was written.
    public struct Breakage: Sendable, Hashable {
        public let sequence: Int64
        public let fault: Fault

        public init(sequence: Int64, fault: Fault) {
            self.sequence = sequence
            self.fault = fault
        }
    }

    public enum Fault: Sendable, Hashable {
        /// The entry cannot be read at all.
        case unreadable
        /// Paper, kind, author, time or another value does not give the entry's digest.
        case content
        /// The body does not give its digest.
        case body
        /// The body is gone, but neither redacted nor replaced.
        case missingBody
        /// The entry does not name the one before it.
        case link
        /// This entry and all up to this place are gone.
        case missing(through: Int64)
        /// The time is before that of the entry in front.
        case time
        /// The claims do not give their digest, or belong to no entry.
        case claims
        /// The paper's revisions do not count 1, 2, 3 …
        case revision
        /// The entry the head names is not the last one.
        case head
    }

    /// Breakages listed; `brokenPlaces` counts on.
    public static let longestList = 1000

    /// Entries read.
    public internal(set) var entries = 0
    /// Where the chain ended.
    public internal(set) var head = Head.empty
    /// Broken places in the order of the ledger, at most `longestList`.
    public internal(set) var broken: [Breakage] = []
    public internal(set) var brokenPlaces = 0
    /// What the engine says of its file and what blobs are not as they were stored.
    public internal(set) var damage: [String] = []
    /// Bodies emptied because the paper was redacted. They do not make a ledger unclean.
    public internal(set) var redactedBodies = 0
    /// Bodies emptied because their kind keeps no old ones. They do not make a ledger unclean.
    public internal(set) var replacedBodies = 0
    /// Blobs read.
    public internal(set) var blobs = 0

    public var isClean: Bool { brokenPlaces == 0 && damage.isEmpty }

    /// One line in English for logs and the command line.
    public var summary: String {
        let counts = "\(entries) entries, \(redactedBodies) redacted bodies, \(replacedBodies) replaced, \(blobs) blobs"
        guard !isClean else { return "clean: \(counts)" }
        let places = broken.prefix(5).map { "\($0.sequence) (\($0.fault))" } + damage.prefix(3)
        return "broken in \(brokenPlaces) places, \(damage.count) damages: \(places.joined(separator: ", ")); \(counts)"
    }

    mutating func report(_ fault: Fault, at sequence: Int64) {
        brokenPlaces += 1
        if broken.count < Self.longestList { broken.append(Breakage(sequence: sequence, fault: fault)) }
    }
}
