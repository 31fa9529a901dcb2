internal import Cooperation
internal import Localisation
internal import Matching
internal import Vocabulary
internal import WebSupport

/// Why a need fits an offer, said to who offers. What reads the same from both sides is said as `ReasonWords` says it.
struct NeedReasons {
    let words: Words
    let parts: [Part]

    private var both: ReasonWords { ReasonWords(words) }

    func bar() -> HTML {
        ReasonBar(
            words: words, parts: parts.map { ReasonBar.Part(reason: sentence($0), points: $0.value) },
            missing: parts.lacks.map(both.lack)
        ).html()
    }

    func sentence(_ part: Part) -> String {
        switch part.reason {
        case .sharedWords(let list): said("fit.shared-words", list.prefix(4).map(both.quoted))
        case .sharedConcepts(let list):
            said("fit.shared-concepts", Thesaurus.standard.narrowest(of: list).prefix(4).map(both.name))
        case .widerConcepts(let list): said("fit.wider-concepts", list.prefix(3).map(both.name))
        case .sharedSubjects(let list): said("fit.shared-subjects", list.map { $0.label(in: words.language) })
        case .sharedTargets(let list): said("fit.shared-targets", list.map { words.number($0.number) })
        case .offersFree(let list): said("fit.offers-free", list.map { $0.label(in: words.language) })
        case .offersAtCost(let list): said("fit.offers-at-cost", list.map { $0.label(in: words.language) })
        case .offersNear(let list): said("fit.offers-near", list.map { $0.label(in: words.language) })
        case .worksIn(let list): said("fit.works-in", list.map(both.name))
        case .updated(let day): words("fit.updated", ["day": words.date(day.start)])
        case .missing(let lacks): said("fit.missing", lacks.map(both.lack))
        case .circle(let circle, let country?): place(circle, country.country.name(in: words.language))
        default: both.sentence(part)
        }
    }

    private func place(_ circle: Circle, _ country: String) -> String {
        switch circle {
        case .home: words("fit.place-home", ["country": country])
        case .neighbours: words("fit.place-neighbours", ["country": country])
        case .region: words("fit.place-region", ["country": country])
        case .southSouth: words("reason.place-south-south", ["country": country])
        case .others: words("reason.place-others", ["country": country])
        }
    }

    private func said(_ key: MessageKey, _ list: [String]) -> String { words(key, ["list": words.list(list)]) }
}

extension [Part] {
    /// What is lacking, from the part that says so.
    var lacks: [Lack] {
        flatMap { part -> [Lack] in
            if case .missing(let lacks) = part.reason { lacks } else { [] }
        }
    }
}
