import Cooperation
import Documents
import NeedsMining
import Vocabulary

extension Cooperation.PotentialNeed {
    /// What the miner found, as a paper.
    init(
        _ mined: NeedsMining.PotentialNeed, number: Int, of document: Filed<NationalDocument>, title: String
    ) {
        self.init(
            document: document.id, country: document.body.country, number: number, text: mined.text.upTo(4000),
            language: mined.language,
            passages: mined.passages.prefix(100).map { passage in
                Cooperation.Passage(
                    document: document.id, title: title, page: passage.place.page, block: passage.place.block,
                    bytes: passage.range, text: passage.text.upTo(4000), language: passage.language)
            },
            lack: Need.Lack(mined.kind), heading: mined.heading, subjects: mined.themes, targets: mined.targets,
            assistance: mined.assistance, holders: mined.holders, isUrgent: mined.urgency != nil,
            dueYear: mined.deadline?.year, score: mined.score,
            why: mined.why.map { Reason(part: $0.part.rawValue, value: $0.value, words: $0.words) },
            fingerprint: mined.id.description)
    }
}

extension Need.Lack {
    init(_ kind: NeedKind) {
        self =
            switch kind {
            case .technology: .technology
            case .capacity: .capacity
            case .barrier: .barrier
            case .finance: .finance
            case .information: .information
            case .institutional: .institution
            case .research: .research
            }
    }
}

extension String {
    fileprivate func upTo(_ limit: Int) -> String {
        unicodeScalars.count > limit ? String(String.UnicodeScalarView(unicodeScalars.prefix(limit))) : self
    }
}
