internal import ArgumentParser
internal import Cooperation
internal import Demonstration
internal import Foundation
internal import Matching

extension BenchCommand {
    struct MatchBench: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "match",
            abstract: "Needs of 60 words matched against invented records (goals S1, S2, S7, S8).",
            discussion: """
                The records are invented after the demonstration's and the thesaurus: the same lists, lengths and frequencies \
                of words, with new rare words in the place of those that stand there once. With --with-tantivy the same \
                words are asked of tantivy over the same texts, beside it in the same run.
                """)

        @Option(help: "How many records; may be repeated. 10,000, 100,000 and 1,000,000 without it.")
        var documents: [Int] = []
        @Option(help: "How many needs are asked.") var needs = 200
        @Flag(help: "Records without vectors: less memory.") var withoutVectors = false
        @Flag(help: "Also ask tantivy (PyPI); from the project's folder.") var withTantivy = false
        @Option(help: "A folder for the snapshot and the corpus; a temporary one without it.") var folder: String?
        @Option(help: "A file that keeps the index for the next run, which then need not build it.") var index: String?
        @Flag(help: "The times alone: nothing is held against scoring every record, no snapshot is written.")
        var timesOnly = false
        @Flag(help: "Print JSON.") var json = false

        func validate() throws {
            guard index == nil || (documents.count == 1 && !withTantivy) else {
                throw ValidationError("--index is for one --documents, and without --with-tantivy")
            }
            guard documents.allSatisfy({ (1...5_000_000).contains($0) }) else {
                throw ValidationError("--documents is a number from 1 to 5000000")
            }
            guard (1...100_000).contains(needs) else { throw ValidationError("--needs is a number from 1 to 100000") }
        }

        func run() async throws {
            let place = folder.map { URL(filePath: $0) } ?? FileManager.default.temporaryDirectory
            let own = place.appending(path: "biobridge-bench-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: own) }
            var figures: [MatchFigures] = []
            for count in documents.isEmpty ? [10_000, 100_000, 1_000_000] : documents.sorted() {
                let figure = try measure(count, in: own)
                figures.append(figure)
                if !json { print(figure.lines) }
            }
            if json { return try Output.json(figures) }
            for (before, after) in zip(figures, figures.dropFirst()) { print(after.growth(from: before)) }
        }

        private func measure(_ count: Int, in folder: URL) throws -> MatchFigures {
            let samples = try Samples()
            let real = BenchmarkSamples(
                organisations: samples.organisations, providers: samples.providers,
                opportunities: samples.opportunities, practices: samples.practices, requests: samples.requests)
            let export = MatchBenchmark.Export(
                corpus: folder.appending(path: "corpus.txt"), needs: folder.appending(path: "needs.txt"))
            var benchmark = MatchBenchmark(documents: count, needs: needs, vectors: !withoutVectors)
            benchmark.timesOnly = timesOnly
            benchmark.kept = index.map { URL(filePath: $0) }
            let report = try benchmark.run(
                like: real, on: CalendarDay(Date()), in: folder, export: withTantivy ? export : nil)
            return MatchFigures(report: report, tantivy: withTantivy ? try Tantivy.measure(export) : nil)
        }
    }
}

/// What tantivy needs for the same, as `tools/bench-tantivy` prints it.
struct Tantivy: Codable {
    let version: String
    let documents: Int
    let buildSeconds: Double
    /// Milliseconds.
    let median: Double
    let percentile95: Double
    let processorMedian: Double
    let processorPercentile95: Double

    static func measure(_ export: MatchBenchmark.Export) throws -> Tantivy? {
        let tool = URL(filePath: "tools/bench-tantivy")
        guard FileManager.default.isExecutableFile(atPath: tool.path) else {
            throw Refusal("--with-tantivy works in the project's folder: there is no tools/bench-tantivy here")
        }
        let process = Process()
        process.executableURL = tool
        process.arguments = [export.corpus.path, export.needs.path]
        let answer = Pipe()
        process.standardOutput = answer
        try process.run()
        let printed = answer.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            Output.note("tantivy could not be measured; see above")
            return nil
        }
        return try JSONDecoder().decode(Tantivy.self, from: printed)
    }
}

/// Our figures and tantivy's, side by side.
struct MatchFigures: Encodable {
    let report: MatchBenchmark.Report
    let tantivy: Tantivy?

    var lines: String {
        func time(_ name: String, _ latency: MatchBenchmark.Latency?) -> String? {
            latency.map {
                Self.row(
                    name,
                    String(
                        format: "p50 %.2f ms, p95 %.2f ms; of the processor %.2f and %.2f", $0.median, $0.percentile95,
                        $0.processorMedian, $0.processorPercentile95))
            }
        }
        var lines: [String?] = [
            "\(report.documents) records, \(report.distinctTerms) terms in the richest part",
            time("matching, best 50 explained", report.matching),
            time("with meaning", report.withMeaning),
            time("the words alone, plain best 50", report.wordsAlone),
        ]
        if let tantivy {
            let theirs = String(
                format: "p50 %.2f ms, p95 %.2f ms; of the processor %.2f and %.2f", tantivy.median,
                tantivy.percentile95, tantivy.processorMedian, tantivy.processorPercentile95)
            lines.append(Self.row("tantivy \(tantivy.version), plain best 50", theirs))
            let matching = tantivy.processorMedian / report.matching.processorMedian
            let plain = tantivy.processorMedian / report.wordsAlone.processorMedian
            lines.append(
                Self.row(
                    "tantivy's p50 (processor) is",
                    String(format: "%.2f × matching, %.2f × the words alone", matching, plain))
            )
            lines.append(Self.row("tantivy's index built", String(format: "%.1f s", tantivy.buildSeconds)))
        }
        let recalls = [report.recall, report.recallWithMeaning].compactMap { $0 }.map { String(format: "%.4f", $0) }
        if !recalls.isEmpty {
            lines.append(
                Self.row(
                    "of the best 50 of all scored",
                    recalls.joined(separator: ", with meaning ") + " (\(report.checked) needs)"))
        }
        lines.append(Self.row("built from papers", String(format: "%.1f s", report.buildSeconds)))
        lines.append(Self.row("resident memory", String(format: "%.0f MB", report.residentMegabytes)))
        if let size = report.snapshotMegabytes, let writing = report.snapshotWriteSeconds {
            lines.append(Self.row("snapshot", String(format: "%.0f MB, written in %.2f s", size, writing)))
        }
        lines.append(
            report.startSeconds.map { Self.row("from snapshot to first answer", String(format: "%.2f s", $0)) })
        return lines.compactMap { $0 }.joined(separator: "\n") + "\n"
    }

    func growth(from smaller: MatchFigures) -> String {
        let (old, new) = (smaller.report, report)
        let size = Double(new.documents) / Double(old.documents)
        let matching = new.matching.processorMedian / old.matching.processorMedian
        let build = new.buildSeconds / old.buildSeconds
        return String(
            format: "%.0f × the records: matching %.1f ×, with meaning %.1f ×, building %.1f ×", size, matching,
            (new.withMeaning?.processorMedian ?? 0) / max(0.001, old.withMeaning?.processorMedian ?? 0), build)
    }

    private static func row(_ name: String, _ figures: String) -> String {
        "  " + name.padding(toLength: 34, withPad: " ", startingAt: 0) + figures
    }
}
