import Dispatch
import Documents
import Foundation
import SentenceVectors
import TextAnalysis
import Vocabulary

/// One document on its way through the miner.
struct MiningRun: Sendable {
    /// Pages judged together: enough to keep threads busy, few enough to show progress and to be cancelled.
    private static let portion = 16
    /// Statements judged between two looks whether somebody stopped it: a long text without pages is one page.
    private static let statementsAtOnce = 256
    /// Of another quality than the threads that answer requests: those are as many as there are processors, and a reading
    /// that held them all would let nobody else in.
    private static let queue = DispatchQueue(label: "biobridge.mining", qos: .utility, attributes: .concurrent)

    let miner: Miner
    let document: SourceDocument
    let country: CountryCode?
    let language: Language?
    let threshold: Double
    let progress: @Sendable (Miner.Progress) -> Void

    func needs() async throws -> [PotentialNeed] {
        var heading: String?
        let otherwise = language ?? document.language ?? .english
        var found: [PotentialNeed] = []
        for start in stride(from: 0, to: document.pages.count, by: Self.portion) {
            try Task.checkCancellation()
            let pages = document.pages[start..<min(start + Self.portion, document.pages.count)]
            let statements = pages.flatMap { Statements.of($0, under: &heading, otherwise: otherwise) }
            for first in stride(from: 0, to: statements.count, by: Self.statementsAtOnce) {
                try Task.checkCancellation()
                found += await judged(
                    Array(statements[first..<min(first + Self.statementsAtOnce, statements.count)]))
            }
            let read = min(start + Self.portion, document.pages.count)
            progress(Miner.Progress(pagesRead: read, pages: document.pages.count, found: found.count))
        }
        return Repetitions.joined(found)
    }

    /// Those of the statements that are needs, judged in as many shares as there are processors, each on a thread of its own.
    private func judged(_ statements: [Statement]) async -> [PotentialNeed] {
        let shares = min(statements.count, max(1, ProcessInfo.processInfo.activeProcessorCount))
        guard shares > 1 else { return await onThread(statements) }
        return await withTaskGroup(of: (Int, [PotentialNeed]).self) { group in
            for share in 0..<shares {
                let range = statements.count * share / shares..<statements.count * (share + 1) / shares
                group.addTask { (share, await onThread(Array(statements[range]))) }
            }
            return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
    }

    private func onThread(_ statements: [Statement]) async -> [PotentialNeed] {
        await withCheckedContinuation { continuation in
            Self.queue.async { continuation.resume(returning: needs(among: statements)) }
        }
    }

    private func needs(among statements: [Statement]) -> [PotentialNeed] {
        let worth = statements.indices.filter { miner.appraiser.isWorthVector(statements[$0]) }
        let made = miner.appraiser.encoder?.vectors(for: worth.map { statements[$0].text }) ?? []
        let vectors = Dictionary(uniqueKeysWithValues: zip(worth, made))
        return statements.indices.compactMap { place in
            let statement = statements[place]
            if miner.appraiser.encoder != nil, vectors[place] == nil { return nil }
            let appraisal = miner.appraiser.appraise(statement, vector: vectors[place])
            guard appraisal.score >= threshold else { return nil }
            return miner.describer.describe(statement, appraisal, vector: vectors[place], country: country)
        }
    }
}
