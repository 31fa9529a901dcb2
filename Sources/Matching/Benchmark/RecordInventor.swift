public import Cooperation
import Foundation
import SearchIndex
import TextAnalysis
import Vocabulary

/// Real papers after which a benchmark invents others.
public struct BenchmarkSamples: Sendable {
    public var organisations: [Organisation]
    public var providers: [ProviderProfile]
    public var opportunities: [Opportunity]
    public var practices: [Practice]
    public var requests: [Request]

    public init(
        organisations: [Organisation], providers: [ProviderProfile], opportunities: [Opportunity],
        practices: [Practice], requests: [Request]
    ) {
        self.organisations = organisations
        self.providers = providers
        self.opportunities = opportunities
        self.practices = practices
        self.requests = requests
    }

    /// All that is said in them, and the definitions of the thesaurus.
    var texts: [(language: Language, text: String)] {
        var all: [LocalizedText] = organisations.flatMap { [$0.name, $0.about] }
        all += providers.flatMap { [$0.title, $0.expertise, $0.pastCollaborations] }
        all += opportunities.flatMap { [$0.title, $0.description, $0.eligibility.words, $0.howToApply] }
        all += practices.flatMap { [$0.title, $0.summary, $0.problem, $0.whatWasDone, $0.results, $0.whatDidNotWork] }
        all += requests.flatMap { [$0.title, $0.problem, $0.objectives, $0.results, $0.priorities] }
        var texts = all.flatMap { text in text.languages.map { ($0, text[$0] ?? "") } }
        for concept in Thesaurus.standard.concepts {
            for language in Language.allCases {
                texts.append((language, concept.labels[language]))
                if let definition = concept.definitions[language] { texts.append((language, definition)) }
            }
        }
        return texts.map { (language: $0.0, text: $0.1) }
    }
}

/// Invented records one after another, always the same for the same samples.
public struct InventedRecords: Sequence, IteratorProtocol {
    private var inventor: RecordInventor
    private let count: Int
    private var number = 0

    public init(like samples: BenchmarkSamples, on day: CalendarDay, count: Int) {
        inventor = RecordInventor(samples, day: day, seed: 1)
        self.count = count
    }

    public mutating func next() -> Record? {
        while number < count {
            defer { number += 1 }
            if let record = inventor.record(number) { return record }
        }
        return nil
    }
}

/// Invents papers after real ones: lists, coverage and lengths are those of a real paper, the words those of many.
struct RecordInventor {
    private let samples: BenchmarkSamples
    private let texts: TextInventor
    private(set) var numbers: RepeatableNumbers
    private let day: CalendarDay

    init(_ samples: BenchmarkSamples, day: CalendarDay, seed: UInt64) {
        self.samples = samples
        self.day = day
        texts = TextInventor(samples.texts)
        numbers = RepeatableNumbers(seed: seed)
    }

    /// Five of ten are providers, three practices, two opportunities.
    mutating func record(_ number: Int) -> Record? {
        let kind = numbers.below(10)
        if kind < 5, let sample = numbers.pick(samples.providers) { return provider(like: sample, number) }
        if kind < 8, let sample = numbers.pick(samples.practices) { return practice(like: sample, number) }
        return numbers.pick(samples.opportunities).flatMap { opportunity(like: $0, number) }
    }

    private mutating func provider(like sample: ProviderProfile, _ number: Int) -> Record? {
        var body = sample
        body.title = texts.text(like: sample.title, &numbers)
        body.expertise = texts.text(like: sample.expertise, &numbers)
        body.pastCollaborations = texts.text(like: sample.pastCollaborations, &numbers)
        let introduced = numbers.below(12)
        let standing = ProviderStanding(
            helped: numbers.below(4), takenOn: numbers.below(4), introduced: introduced,
            answered: numbers.below(introduced + 1))
        return filed(body, number).map { .provider($0, of: numbers.pick(samples.organisations), standing: standing) }
    }

    private mutating func practice(like sample: Practice, _ number: Int) -> Record? {
        var body = sample
        body.title = texts.text(like: sample.title, &numbers)
        body.summary = texts.text(like: sample.summary, &numbers)
        body.problem = texts.text(like: sample.problem, &numbers)
        body.whatWasDone = texts.text(like: sample.whatWasDone, &numbers)
        body.results = texts.text(like: sample.results, &numbers)
        body.whatDidNotWork = texts.text(like: sample.whatDidNotWork, &numbers)
        body.conditions = LocalizedText()
        return filed(body, number).map { .practice($0) }
    }

    private mutating func opportunity(like sample: Opportunity, _ number: Int) -> Record? {
        var body = sample
        body.title = texts.text(like: sample.title, &numbers)
        body.description = texts.text(like: sample.description, &numbers)
        body.eligibility.words = texts.text(like: sample.eligibility.words, &numbers)
        body.howToApply = texts.text(like: sample.howToApply, &numbers)
        // Half have no last day, a quarter are over.
        body.deadline = numbers.below(2) == 0 ? nil : day.adding(days: numbers.below(400) - 200)
        return filed(body, number).map { .opportunity($0, of: numbers.pick(samples.organisations)) }
    }

    private mutating func filed<Body: Paper>(_ body: Body, _ number: Int) -> Filed<Body>? {
        let at = day.adding(days: -numbers.below(1500)).start
        return ID<Body>(own: "invented-\(number)").map {
            Filed(id: $0, revision: 1, author: Author.office, at: at, body: body)
        }
    }

    /// A need of 60 words: eight in the title, the rest in the problem; everything else as in a real request.
    mutating func need() -> Wanted? {
        guard let sample = numbers.pick(samples.requests) else { return nil }
        let language = sample.title.languages.first ?? .english
        let title = texts.text(words: 8, in: language, &numbers)
        let problem = texts.text(words: 52, in: language, &numbers)
        var request = sample
        request.title = LocalizedText(title, in: language)
        request.problem = LocalizedText(problem, in: language)
        request.objectives = LocalizedText()
        request.results = LocalizedText()
        request.priorities = LocalizedText()
        for index in request.assistance.indices { request.assistance[index].how = LocalizedText() }
        return Wanted(request, on: day)
    }

    /// A vector near one of 400 others: the angles between meanings are not those of pure chance.
    mutating func vector() -> Vector {
        var centre = RepeatableNumbers(seed: UInt64(1_000_000 + numbers.below(400)))
        var values = [Int8](repeating: 0, count: Layout.schema.vectorLength)
        for place in stride(from: 0, to: values.count, by: 8) {
            let topic = centre.next()
            let own = numbers.next()
            for byte in 0..<8 where place + byte < values.count {
                let near = Int(Int8(truncatingIfNeeded: topic >> UInt64(8 * byte)))
                let far = Int(Int8(truncatingIfNeeded: own >> UInt64(8 * byte)))
                values[place + byte] = Int8((near + far) / 2)
            }
        }
        return Vector(values: values, scale: 1.0 / 2048)
    }
}
