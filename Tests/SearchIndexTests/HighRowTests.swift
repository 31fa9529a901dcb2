import CSearchKernels
import Testing

@testable import SearchIndex

/// The rows that say where a frequent term counts much, against its postings read one by one.
struct HighRowTests {
    @Test func rowsSayWhichImpactsAreHigh() {
        var corpus = Corpus(seed: 41, words: 200)
        let index = SearchIndex.filled(corpus.documents(5_000), batches: 1)
        var rows = 0
        var parted = 0
        for state in index.reader.states {
            let segment = state.segment
            for term in 0..<segment.terms.count {
                guard let bits = segment.bits(of: term) else { continue }
                rows += 1
                let high = segment.highRow(of: bits)
                var expected = Set<Int>()
                for posting in segment.postings(of: term) where segment.postingImpacts[posting] > high.above {
                    expected.insert(Int(segment.postingDocs[posting]))
                }
                let found = Set((0..<segment.count).filter { high.bits[$0 >> 6] >> UInt64($0 & 63) & 1 == 1 })
                #expect(found == expected)
                #expect(high.above <= segment.highestImpacts[term])
                parted += expected.isEmpty ? 0 : 1
            }
        }
        #expect(rows > 20)
        #expect(parted > 10)
    }

    @Test(arguments: [UInt8(0), 100, 254, 255])
    func kernelReadsAsManyImpactsAsThereAre(level: UInt8) {
        var random = SeededRandom(seed: UInt64(level) + 3)
        let row = (0..<9).map { _ in UInt64.random(in: 0 ... .max, using: &random) }
        let members = row.reduce(0) { $0 + $1.nonzeroBitCount }
        for count in [0, 1, members - 1, members] {
            let impacts = (0..<count).map { _ in UInt8.random(in: 1...255, using: &random) }
            // One more, so that even no impacts have an address.
            let memory = impacts + [0]
            var high = [UInt64](repeating: 7, count: row.count)
            bb_high_bits(row, row.count, memory, count, level, &high)
            var expected = [UInt64](repeating: 0, count: row.count)
            var next = 0
            for doc in 0..<row.count * 64 where row[doc >> 6] >> UInt64(doc & 63) & 1 == 1 {
                if next < count, impacts[next] > level { expected[doc >> 6] |= 1 << UInt64(doc & 63) }
                next += 1
            }
            #expect(high == expected)
        }
    }
}
