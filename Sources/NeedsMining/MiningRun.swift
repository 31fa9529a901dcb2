import Documents
import TextAnalysis
import Vocabulary

/// One document on its way through the miner.
struct MiningRun: Sendable {
    let miner: Miner
    let document: SourceDocument
    let country: CountryCode?
    let language: Language?
    let threshold: Double
    let progress: @Sendable (Miner.Progress) -> Void

    func needs() async throws -> [PotentialNeed] {
        var found: [PotentialNeed] = []
        for page in document.pages {
            try Task.checkCancellation()
            for statement in Statements.of(page, otherwise: language ?? document.language ?? .english) {
                let appraisal = miner.appraiser.appraise(statement)
                guard appraisal.score >= threshold else { continue }
                found.append(miner.describer.describe(statement, appraisal, country: country))
            }
            progress(Miner.Progress(pagesRead: page.number, pages: document.pages.count, found: found.count))
        }
        return Repetitions.joined(found)
    }
}
