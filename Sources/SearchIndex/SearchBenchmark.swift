public import Foundation
import TextAnalysis

/// Measures the index on invented documents with the word frequencies of real text (Zipf–Mandelbrot).
public struct SearchBenchmark: Sendable {
    /// Documents of about 60 words: 8 in the title, the rest in the body.
    public var documents: Int
    public var queries: Int
    /// Words of a query, drawn as those of documents are.
    public var words: Int
    /// Whether documents have vectors of 512 numbers.
    public var vectors: Bool
    public var seed: UInt64

    public init(documents: Int, queries: Int = 200, words: Int = 60, vectors: Bool = false, seed: UInt64 = 1) {
        self.documents = max(1, documents)
        self.queries = max(1, queries)
        self.words = max(1, words)
        self.vectors = vectors
        self.seed = seed
    }

    /// Times in milliseconds.
    public struct Latency: Codable, Hashable, Sendable {
        public var median: Double
        public var percentile95: Double

        init(_ durations: [Duration]) {
            let sorted = durations.map { $0 / .milliseconds(1) }.sorted()
            median = sorted[sorted.count / 2]
            percentile95 = sorted[min(sorted.count - 1, sorted.count * 95 / 100)]
        }
    }

    public struct Report: Codable, Hashable, Sendable {
        public var documents: Int
        public var words: Int
        /// Without the time it takes to invent the documents.
        public var buildSeconds: Double
        public var residentMegabytes: Double
        /// The best 50 by words, explained.
        public var byWords: Latency
        /// The same, in four facet values of two hundred, with a facet that counts.
        public var filtered: Latency
        /// The same with totals and counts of a facet.
        public var counted: Latency
        /// By words and meaning; nil without vectors.
        public var byMeaning: Latency?
        public var snapshotMegabytes: Double
        public var snapshotWriteSeconds: Double
        public var snapshotOpenSeconds: Double
        /// One document replaced and visible.
        public var update: Latency
    }

    static let schema = Schema(
        fields: [
            Schema.Field("title", weight: 3, usualLength: 8), Schema.Field("body", weight: 1, usualLength: 52),
        ], facets: ["place", "theme"], numbers: ["year"], vectorLength: 512)

    /// Builds, asks, saves and reads back; single-threaded, so a figure is that of one thread.
    ///
    /// - Parameter folder: where the snapshot is written, and removed again.
    public func run(in folder: URL = FileManager.default.temporaryDirectory) throws(SearchIndexError) -> Report {
        let clock = ContinuousClock()
        let index = SearchIndex(schema: Self.schema)
        let inventor = Inventor(seed: seed, vectors: vectors)
        let building = clock.measure { index.rebuild(from: Invention(inventor: inventor, count: documents)) }
        let resident = Self.residentMegabytes()

        let reader = index.reader
        let asked = (0..<queries).map { _ in inventor.clauses(words) }
        func latency(_ change: (inout Query) -> Void) -> Latency {
            Latency(
                asked.map { clauses in
                    var query = Query(clauses: clauses)
                    change(&query)
                    return clock.measure { _ = reader.search(query) }
                })
        }
        let place = FacetID(0)
        let byWords = latency { _ in }
        let filtered = latency { query in
            query.filter = .facet(place, anyOf: [3, 17, 60, 150])
            query.clauses.append(Query.Clause(.facet(FacetID(1), 5), weight: 2, group: 1_000))
        }
        let counted = latency { $0.counts = [place] }
        let meaning = vectors ? latency { $0.vector = Query.VectorClause(inventor.vector(), weight: 5) } : nil
        let update = Latency(
            (0..<20).map { number in
                let change = Change.put(inventor.document(number))
                return clock.measure { index.apply([change]) }
            })

        let file = folder.appendingPathComponent("benchmark-\(UUID().uuidString).snapshot")
        defer { try? FileManager.default.removeItem(at: file) }
        let start = clock.now
        try Snapshot.write(reader, to: file)
        let written = clock.now
        _ = try Snapshot.open(file, schema: Self.schema).reader.count
        let opened = clock.now
        let size = (try? file.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0
        return Report(
            documents: documents, words: words, buildSeconds: (building - inventor.spent) / .seconds(1),
            residentMegabytes: resident, byWords: byWords, filtered: filtered, counted: counted, byMeaning: meaning,
            snapshotMegabytes: Double(size) / 1e6, snapshotWriteSeconds: (written - start) / .seconds(1),
            snapshotOpenSeconds: (opened - written) / .seconds(1), update: update)
    }

    static func residentMegabytes() -> Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line.flatMap { Double($0.filter(\.isNumber)) }.map { $0 / 1_000 } ?? 0
    }
}

/// Invents documents; always the same for a seed.
final class Inventor {
    private static let vocabulary = 200_000
    private var state: UInt64
    private let vectors: Bool
    private let forms: [String]
    private let stems: [String]
    /// Walker's alias table: a word in constant time.
    private var chance: [Double]
    private var alias: [Int]
    fileprivate(set) var spent = Duration.zero

    init(seed: UInt64, vectors: Bool) {
        state = seed
        self.vectors = vectors
        forms = (0..<Self.vocabulary).map { "f\(String($0, radix: 36))s" }
        stems = (0..<Self.vocabulary).map { "f\(String($0, radix: 36))" }
        // Without stop words the most frequent word stands in about every tenth text.
        chance = (0..<Self.vocabulary).map { 1 / (Double($0) + 25) }
        alias = Array(repeating: 0, count: Self.vocabulary)
        let mean = chance.reduce(0, +) / Double(Self.vocabulary)
        for index in chance.indices { chance[index] /= mean }
        var small = chance.indices.filter { chance[$0] < 1 }
        var large = chance.indices.filter { chance[$0] >= 1 }
        while let low = small.popLast(), let high = large.popLast() {
            alias[low] = high
            chance[high] -= 1 - chance[low]
            if chance[high] < 1 { small.append(high) } else { large.append(high) }
        }
    }

    private func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    private func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    private func word() -> Int {
        let place = below(Self.vocabulary)
        return Double(next() >> 11) / Double(1 << 53) < chance[place] ? place : alias[place]
    }

    private func terms(_ count: Int) -> [Term] {
        var terms: [Term] = []
        terms.reserveCapacity(count * 2)
        for position in 0..<count {
            let word = word()
            terms.append(Term(text: forms[word], position: position, range: 0..<1, kind: .word))
            terms.append(Term(text: stems[word], position: position, range: 0..<1, kind: .stem))
        }
        return terms
    }

    func vector() -> Vector {
        Vector(
            values: (0..<64).flatMap { _ in withUnsafeBytes(of: next()) { $0.map { Int8(bitPattern: $0) } } }, scale: 1)
    }

    func clauses(_ count: Int) -> [Query.Clause] {
        (0..<count).map { Query.Clause(.term(stems[word()]), group: $0) }
    }

    func document(_ number: Int) -> Document {
        Document(
            key: "document-\(number)",
            fields: [
                FieldText(field: FieldID(0), terms: terms(4 + below(9))),
                FieldText(field: FieldID(1), terms: terms(20 + below(65))),
            ],
            facets: [FacetID(0): [UInt32(below(200))], FacetID(1): [UInt32(below(23)), UInt32(below(23))]],
            numbers: [NumberID(0): Double(1990 + below(40))], vector: vectors ? vector() : nil)
    }
}

/// The documents one after another, timing how long inventing them takes.
private struct Invention: Sequence, IteratorProtocol {
    let inventor: Inventor
    let count: Int
    var number = 0

    mutating func next() -> Document? {
        guard number < count else { return nil }
        defer { number += 1 }
        let start = ContinuousClock().now
        let document = inventor.document(number)
        inventor.spent += ContinuousClock().now - start
        return document
    }
}
