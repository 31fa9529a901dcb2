import SearchIndex
import Testing

struct BenchmarkTests {
    /// The benchmark runs; what it prints is judged by people, never here.
    @Test func aSmallRunGivesEveryFigure() throws {
        let report = try SearchBenchmark(documents: 300, queries: 3, words: 10, vectors: true).run()
        #expect(report.documents == 300)
        #expect(report.byMeaning != nil)
        #expect(report.byWords.median > 0 && report.byWords.median <= report.byWords.percentile95)
        #expect(report.snapshotMegabytes > 0.15)
    }
}
