public import Cooperation
public import Foundation
import SearchIndex
import TextAnalysis

/// Measures matching on invented records, one need of 60 words after another, on one thread (goals S1, S2, S7, S8).
public struct MatchBenchmark: Sendable {
    public var documents: Int
    public var needs: Int
    /// Whether records have vectors. They are invented: to encode a million texts takes more than an hour.
    public var vectors: Bool
    /// A file in which the index is kept for the next run, which then need not build it; made where there is none.
    public var kept: URL?
    /// The times alone: nothing is held against scoring every record, and no snapshot is written.
    public var timesOnly = false

    public init(documents: Int, needs: Int = 200, vectors: Bool = true) {
        self.documents = max(1, documents)
        self.needs = max(1, needs)
        self.vectors = vectors
    }

    /// Times in milliseconds: by the clock on the wall, and what the thread had of a processor, which other programs on a
    /// busy machine lengthen far less.
    public struct Latency: Codable, Hashable, Sendable {
        public var median: Double
        public var percentile95: Double
        public var processorMedian: Double
        public var processorPercentile95: Double

        init(_ count: Int, _ work: (Int) -> Void) {
            let clock = ContinuousClock()
            var wall: [Double] = []
            var processor: [Double] = []
            for number in 0..<count {
                let before = Self.processorTime()
                wall.append(clock.measure { work(number) } / .milliseconds(1))
                processor.append(Self.processorTime() - before)
            }
            (median, percentile95) = Self.percentiles(wall)
            (processorMedian, processorPercentile95) = Self.percentiles(processor)
        }

        private static func percentiles(_ times: [Double]) -> (Double, Double) {
            let sorted = times.sorted()
            return (sorted[sorted.count / 2], sorted[min(sorted.count - 1, sorted.count * 95 / 100)])
        }

        /// Of this thread, in milliseconds.
        private static func processorTime() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
        }
    }

    public struct Report: Codable, Hashable, Sendable {
        public var documents: Int
        public var distinctTerms: Int
        /// From papers to the index, without the time it takes to invent the papers.
        public var buildSeconds: Double
        public var residentMegabytes: Double
        /// Text, concepts, facets and circles; the best 50, explained.
        public var matching: Latency
        /// The same with meaning; the need's vector is given. Nil without vectors.
        public var withMeaning: Latency?
        /// The plain best 50 by the words alone: what other engines are held against.
        public var wordsAlone: Latency
        /// Of the best 50 that scoring every record finds, the share the quick way finds; over `checked` needs. Nil, as what
        /// follows, where times alone were asked for.
        public var recall: Double?
        /// The same with meaning; nil without vectors.
        public var recallWithMeaning: Double?
        public var checked: Int
        public var snapshotMegabytes: Double?
        public var snapshotWriteSeconds: Double?
        /// From the file to the first need answered.
        public var startSeconds: Double?
    }

    /// Where the corpus and the needs are written for other engines: a line each, terms with blanks between them.
    public struct Export: Sendable {
        public var corpus: URL
        public var needs: URL

        public init(corpus: URL, needs: URL) {
            self.corpus = corpus
            self.needs = needs
        }

        /// Names of two words are one term with us: others must not part them.
        static func word(_ term: String) -> String { term.replacing(" ", with: "_") }
    }

    /// - Parameter folder: where the snapshot is written, and removed again.
    public func run(
        like samples: BenchmarkSamples, on day: CalendarDay, in folder: URL, export: Export? = nil
    ) throws -> Report {
        let clock = ContinuousClock()
        var match = MatchIndex()
        var inventor = RecordInventor(samples, day: day, seed: 1)
        let asked = (0..<needs).compactMap { _ in inventor.need() }
        let meanings = asked.map { _ in inventor.vector() }

        var building = Duration.zero
        if let kept, FileManager.default.fileExists(atPath: kept.path) {
            match = try MatchIndex.open(kept, weights: match.weights)
        } else {
            let source = try InventedDocuments(
                self, inventor, writer: DocumentWriter(tools: match.tools), export?.corpus)
            building = clock.measure { match.index.rebuild(from: source) } - source.spent
            try source.finish()
            if let kept { try match.save(to: kept) }
        }
        let resident = Self.residentMegabytes()
        let reader = match.index.reader

        func latency(_ ask: (Int) -> Void) -> Latency {
            // Once through without a clock: memory is mapped, caches are as they are in use.
            for number in asked.indices.prefix(20) { ask(number) }
            return Latency(asked.count, ask)
        }
        func question(_ number: Int, meaning: IndexVector? = nil) -> Question {
            // A node without a model gives what meaning counts to words and concepts.
            let weights = meaning == nil ? Weights.standard.withoutMeaning : .standard
            return Question(asked[number], weights, match.tools, reader, meaning: meaning)
        }
        let matching = latency { _ = match.candidates(question($0), on: reader, limit: 50, perCircle: 5) }
        let withMeaning =
            vectors
            ? latency { _ = match.candidates(question($0, meaning: meanings[$0]), on: reader, limit: 50, perCircle: 5) }
            : nil
        let checked = Array(asked.indices.prefix(timesOnly ? 0 : 5))
        let recall = timesOnly ? nil : Self.recall(checked.map { question($0) }, reader)
        let recallWithMeaning =
            vectors && !timesOnly ? Self.recall(checked.map { question($0, meaning: meanings[$0]) }, reader) : nil
        let plain = asked.indices.map { question($0).plainWords }
        let wordsAlone = latency { number in
            let clauses = plain[number].enumerated().map { Query.Clause(.term($0.element), group: $0.offset) }
            _ = reader.search(Query(clauses: clauses, limit: 50, wantsParts: false))
        }
        if let export {
            try Data(plain.map { $0.map(Export.word).joined(separator: " ") }.joined(separator: "\n").utf8).write(
                to: export.needs)
        }

        var report = Report(
            documents: reader.count, distinctTerms: reader.mostTermsOfASegment,
            buildSeconds: building / .seconds(1), residentMegabytes: resident, matching: matching,
            withMeaning: withMeaning, wordsAlone: wordsAlone, recall: recall, recallWithMeaning: recallWithMeaning,
            checked: checked.count)
        if !timesOnly { try measureSnapshot(of: match, asked[0], in: folder, &report) }
        return report
    }

    /// Writes it, opens it and asks it once.
    private func measureSnapshot(of match: MatchIndex, _ asked: Wanted, in folder: URL, _ report: inout Report) throws {
        let clock = ContinuousClock()
        let file = folder.appendingPathComponent("benchmark-\(UUID().uuidString).snapshot")
        defer { try? FileManager.default.removeItem(at: file) }
        report.snapshotWriteSeconds = try clock.measure { try match.save(to: file) } / .seconds(1)
        report.startSeconds =
            try clock.measure {
                let opened = try MatchIndex.open(file)
                _ = opened.candidates(for: asked, limit: 50)
            } / .seconds(1)
        let size = (try? file.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0
        report.snapshotMegabytes = Double(size) / 1e6
    }

    /// Held against scoring every record that has something in common: asked for all of them, nothing is passed over.
    private static func recall(_ questions: [Question], _ reader: Reader) -> Double {
        var wanted = 0
        var found = 0
        for question in questions {
            let appraisal = Appraisal(question: question)
            let filter = Eligibility(question.wanted, Record.candidates).filter
            func best(_ limit: Int) -> ArraySlice<String> {
                reader.best(appraisal.ranking(filter, limit: limit, perCircle: min(limit, 10))) {
                    appraisal.tally($0)?.score
                }.best.map(\.key).prefix(50)
            }
            let all = best(reader.count)
            wanted += all.count
            found += Set(all).intersection(best(60)).count
        }
        return wanted == 0 ? 1 : Double(found) / Double(wanted)
    }

    private static func residentMegabytes() -> Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line.flatMap { Double($0.filter(\.isNumber)) }.map { $0 / 1_000 } ?? 0
    }
}

extension Question {
    /// The first reading of each word it asks for, without weights.
    var plainWords: [String] {
        var words: [String] = []
        var last = -1
        for clause in clauses where clause.group != last && groups.indices.contains(clause.group) {
            guard case .word = groups[clause.group], case .term(let term) = clause.kind else { continue }
            words.append(term)
            last = clause.group
        }
        return words
    }
}

/// The documents one after another, written out for other engines on the way; what does not belong to building an index
/// is timed and taken off.
final class InventedDocuments: Sequence, IteratorProtocol {
    private let benchmark: MatchBenchmark
    private var inventor: RecordInventor
    private let writer: DocumentWriter
    private var output: FileHandle?
    private var buffer = Data()
    private var number = 0
    private(set) var spent = Duration.zero

    init(_ benchmark: MatchBenchmark, _ inventor: RecordInventor, writer: DocumentWriter, _ corpus: URL?) throws {
        self.benchmark = benchmark
        self.inventor = inventor
        self.writer = writer
        if let corpus {
            try Data().write(to: corpus)
            output = try FileHandle(forWritingTo: corpus)
        }
    }

    func next() -> Document? {
        let clock = ContinuousClock()
        while number < benchmark.documents {
            let start = clock.now
            let record = inventor.record(number)
            let vector = benchmark.vectors ? inventor.vector() : nil
            spent += clock.now - start
            number += 1
            guard let record else { continue }
            var document = writer.document(of: record)
            document.vector = vector
            if output != nil { spent += clock.measure { write(document) } }
            return document
        }
        return nil
    }

    /// Title, names and body: the first reading of each word.
    private func write(_ document: Document) {
        for field in document.fields where field.field.place <= Layout.body.place {
            var position = -1
            for term in field.terms where term.kind != .word && term.position != position {
                position = term.position
                buffer.append(contentsOf: MatchBenchmark.Export.word(term.text).utf8)
                buffer.append(UInt8(ascii: " "))
            }
        }
        buffer.append(UInt8(ascii: "\n"))
        if buffer.count > 1 << 20 {
            output?.write(buffer)
            buffer.removeAll(keepingCapacity: true)
        }
    }

    func finish() throws {
        try output?.write(contentsOf: buffer)
        try output?.close()
        output = nil
    }
}
