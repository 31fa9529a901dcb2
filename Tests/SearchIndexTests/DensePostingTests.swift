import CSearchKernels
import Testing

@testable import SearchIndex

/// Where the postings of frequent words lie, as the kernels find them, against counting from the start of the block.
struct DensePostingTests {
    private static let documents = 3 * Segment.blockSize + 700

    /// Some terms over the documents, from chance.
    private struct Terms {
        let bits: Column<UInt64>
        let stride = Segment.rowStride(documents: DensePostingTests.documents)
        let ranks: BitRanks
        let starts: [Column<UInt32>]
        let impacts: Column<UInt8>
        let count: Int

        init(_ random: inout SeededRandom, count: Int) {
            self.count = count
            var words = [UInt64](repeating: 0, count: max(1, count) * stride)
            var starts: [Column<UInt32>] = []
            var posting = 0
            for term in 0..<count {
                var begins: [UInt32] = []
                for doc in 0..<documents {
                    if doc % Segment.blockSize == 0 { begins.append(UInt32(posting)) }
                    guard Int.random(in: 0..<(2 + term % 5), using: &random) == 0 else { continue }
                    words[term * stride + doc >> 6] |= 1 << UInt64(doc & 63)
                    posting += 1
                }
                begins.append(UInt32(posting))
                starts.append(Column(begins))
            }
            bits = Column(words)
            ranks = BitRanks(bits, documents: documents)
            self.starts = starts
            impacts = Column((0..<posting + 1).map { _ in UInt8.random(in: 1...255, using: &random) })
        }

        func has(_ term: Int, _ doc: Int) -> Bool { bits[term * stride + doc >> 6] >> UInt64(doc & 63) & 1 == 1 }

        func kernel(_ term: Int) -> bb_dense_term {
            bb_dense_term(
                row: bits.base + term * stride, ranks: ranks.ranks(ofRowAt: term * stride), starts: starts[term].base,
                weight: UInt32(term * 7 + 1), sum: UInt32(term % 2))
        }

        /// Counted one by one.
        func place(_ term: Int, _ doc: Int) -> Int {
            let block = doc / Segment.blockSize
            return Int(starts[term][block]) + (block * Segment.blockSize..<doc).count { has(term, $0) }
        }
    }

    @Test(arguments: [0, 1, 63, 64, 65, 130])
    func postingsAreFoundAndAddedUp(count: Int) {
        var random = SeededRandom(seed: UInt64(count) + 9)
        let terms = Terms(&random, count: count)
        let kernels = (0..<count).map { terms.kernel($0) }
        for _ in 0..<30 {
            let doc = Int.random(in: 0..<Self.documents, using: &random)
            let having = (0..<count).filter { terms.has($0, doc) }
            var sums: [UInt64] = [3, 5]
            let found = Self.ask(kernels, terms, doc, &sums)
            #expect(found.map { Int($0.term) } == having)
            #expect(found.map { Int($0.place) } == having.map { terms.place($0, doc) })
            var expected: [UInt64] = [3, 5]
            for term in having {
                expected[term % 2] += UInt64(term * 7 + 1) * UInt64(terms.impacts[terms.place(term, doc)])
            }
            #expect(sums == expected)
        }
    }

    private static func ask(
        _ kernels: [bb_dense_term], _ terms: Terms, _ doc: Int, _ sums: inout [UInt64]
    ) -> [bb_dense_posting] {
        var members = [UInt64](repeating: 0, count: kernels.count / 64 + 1)
        var postings = [bb_dense_posting](repeating: bb_dense_posting(), count: kernels.count + 1)
        let count = kernels.withUnsafeBufferPointer { kernels -> Int in
            // Asked about no term, the kernels read nothing.
            guard let base = kernels.baseAddress, !kernels.isEmpty else { return 0 }
            let block = doc >> Segment.blockBits
            bb_find_members(base, kernels.count, doc, block, &members)
            let count = bb_find_postings(base, kernels.count, doc, block, members, terms.impacts.base, &postings)
            bb_add_postings(base, postings, count, terms.impacts.base, &sums)
            return count
        }
        return Array(postings.prefix(count))
    }
}
