import Foundation
import Ledger
import Testing

@Suite("Names")
struct PaperIDTests {
    @Test("of papers sort in the order of their making, also when the clock stands or goes back")
    func sort() {
        let clock = TestClock()
        let generator = PaperIDGenerator(now: { clock.now })
        var papers: [PaperID] = []
        for step in 0..<300 {
            papers.append(generator.next("request"))
            clock.move(by: [0, 0.001, -0.5, 2][step % 4])
        }
        #expect(papers == papers.sorted())
        #expect(Set(papers).count == 300)
    }

    @Test("of papers are a kind and a ULID")
    func form() {
        // The example of the ULID specification: 1469918176385 ms is 01ARYZ6S41.
        let generator = PaperIDGenerator(now: { Date(timeIntervalSince1970: 1_469_918_176.385) }, random: { 0 })
        #expect(generator.next("request").rawValue == "request-01aryz6s410000000000000000")
        let full = PaperIDGenerator(now: { Date(timeIntervalSince1970: 1_469_918_176.385) }, random: { .max })
        #expect(full.next("x").rawValue == "x-01aryz6s41zzzzzzzzzzzzzzzz")
    }

    @Test("of papers survive odd clocks", arguments: [-1e12, 0, 1e15, .infinity, .nan])
    func oddClocks(seconds: Double) {
        let generator = PaperIDGenerator(now: { Date(timeIntervalSince1970: seconds) })
        #expect(generator.next("request").rawValue.count == 34)
        #expect(generator.next("request") < generator.next("request"))
    }

    @Test("of blobs and digests read back from what they print")
    func hexadecimal() throws {
        // FIPS 180-4 example: SHA-256 of "abc".
        let digest = Digest.of(Data("abc".utf8))
        #expect(digest.description == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(Digest(hexadecimal: digest.hexadecimal) == digest)
        #expect(Digest(digest.bytes) == digest)
        #expect(BlobID(digest.hexadecimal) == BlobID(of: Data("abc".utf8)))
        #expect(BlobID("ba78") == nil)
        #expect(Digest(hexadecimal: String(repeating: "g", count: 64)) == nil)
        #expect(Digest(Data(count: 31)) == nil)
        let coded = try JSONEncoder().encode([digest])
        #expect(try JSONDecoder().decode([Digest].self, from: coded) == [digest])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Digest].self, from: Data("[\"ba\"]".utf8)) }
    }

    @Test("of errors do not change")
    func codes() {
        #expect(LedgerError.conflict(paper: PaperID("a"), base: 1, current: 2).code == "ledger.conflict")
        let claim = Claim(space: "email", key: "ana@example.org")
        #expect(!LedgerError.claimed(claim, by: PaperID("a")).description.contains("ana"))
    }

    @Test("and figures of a benchmark are measured")
    func benchmark() async throws {
        try await withFolder { folder in
            let figures = try await LedgerBenchmark(writers: 8, duration: .milliseconds(120)).run(in: folder)
            #expect(figures.single > 0)
            #expect(figures.grouped > 0)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }
}
