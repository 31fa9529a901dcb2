public import Localisation
public import Matching
internal import Cooperation
internal import TextAnalysis
internal import Vocabulary

/// Says the reasons of a match in the reader's language, as a help desk officer would: no internals, no figures without meaning.
public struct ReasonWords: Sendable {
    private let words: Words

    public init(_ words: Words) { self.words = words }

    /// One part of an explanation as a sentence.
    public func sentence(_ part: Part) -> String {
        switch part.reason {
        case .sharedWords(let list):
            words(
                "reason.shared-words", count: min(list.count, 4), ["list": words.list(list.prefix(4).map(quoted))])
        case .sharedConcepts(let list):
            words(
                "reason.shared-concepts",
                ["list": words.list(Thesaurus.standard.narrowest(of: list).prefix(4).map(name))])
        case .widerConcepts(let list): words("reason.wider-concepts", ["list": words.list(list.prefix(3).map(name))])
        case .meansAlike(let likeness): meaning(likeness)
        case .sharedSubjects(let list): words("reason.shared-subjects", count: list.count, ["list": labels(list)])
        case .sharedTargets(let list):
            words(
                "reason.shared-targets", count: list.count, ["list": words.list(list.map { words.number($0.number) })])
        case .offersFree(let list): words("reason.offers-free", ["list": labels(list)])
        case .isOfType(let list): words("handout.is-of-type", ["list": labels(list)])
        case .offersAtCost(let list): words("reason.offers-at-cost", ["list": labels(list)])
        case .offersNear(let list): words("reason.offers-near", ["list": labels(list)])
        case .circle(let circle, let country): place(circle, country)
        case .worksIn(let list): words("reason.works-in", count: list.count, ["list": words.list(list.map(name))])
        case .isIn(let list): words("handout.is-in", ["list": words.list(list.map(name))])
        case .hasHelped(let count): words("reason.has-helped", count: count)
        case .hasWorkedHere(let country, let list):
            words(
                "reason.has-worked-here", ["country": country.country.name(in: words.language), "list": labels(list)])
        case .hasWorkedNearby(let country, let list):
            words(
                "reason.has-worked-nearby", ["country": country.country.name(in: words.language), "list": labels(list)])
        case .answers(let share): words("reason.answers", ["share": words.percent(share)])
        case .hasRoom(let count): words("reason.has-room", count: count)
        case .isFull(let until): words("reason.is-full", ["day": words.date(until.start)])
        case .hasTakenOn(let count): words("reason.has-taken-on", count: count)
        case .unconfirmed(let since): words("reason.unconfirmed", ["day": words.date(since.start)])
        case .updated(let day): words("reason.updated", ["day": words.date(day.start)])
        case .seldomShown: words("reason.seldom-shown")
        case .missing(let lacks): words("reason.missing", ["list": words.list(lacks.map(lack))])
        }
    }

    /// What is lacking, as an item of a list.
    public func lack(_ lack: Lack) -> String {
        switch lack {
        case .assistance(let type): type.label(in: words.language)
        case .subject(let subject): subject.label(in: words.language)
        case .target(let target): words("reason.target", ["number": words.number(target.number)])
        case .concept(let concept): name(concept)
        case .language(let languages): words("reason.work-in", ["list": words.choice(languages.map(name))])
        }
    }

    private func meaning(_ likeness: Double) -> String {
        words(likeness >= 0.6 ? "reason.means-alike-closely" : "reason.means-alike")
    }

    private func place(_ circle: Circle, _ country: CountryCode?) -> String {
        guard let country else { return words("reason.place-anywhere") }
        let name = country.country.name(in: words.language)
        return switch circle {
        case .home: words("reason.place-home", ["country": name])
        case .neighbours: words("reason.place-neighbours", ["country": name])
        case .region: words("reason.place-region", ["country": name])
        case .southSouth: words("reason.place-south-south", ["country": name])
        case .others: words("reason.place-others", ["country": name])
        }
    }

    private func labels(_ list: [some Labelled]) -> String { words.list(list.map { $0.label(in: words.language) }) }

    func name(_ concept: ConceptID) -> String {
        Thesaurus.standard[concept]?.labels[words.language] ?? concept.description
    }

    func name(_ language: LanguageCode) -> String { language.name(in: words.language) }

    func quoted(_ word: String) -> String { words("reason.quoted", ["word": word]) }
}
