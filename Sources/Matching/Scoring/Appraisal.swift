import Cooperation
import SearchIndex
import Vocabulary

/// The score of one candidate for one question, part by part: first in numbers, for thousands; then in reasons, for those
/// that are shown.
struct Appraisal {
    let question: Question
    /// How often each was shown lately; nil where that does not matter.
    let shown: [String: Int]?
    let assistance: AssistanceTable
    let standing: Standing
    let experience: ExperienceTable
    /// Greatest share first; ties by identifier.
    let subjects: [(id: SubjectID, code: UInt32, share: Double)]
    let targets: [(id: FrameworkTarget, code: UInt32, share: Double)]
    /// The same by identifier: sums are made in that order.
    private let subjectShares: [(code: UInt32, share: Double)]
    private let targetShares: [(code: UInt32, share: Double)]
    private let rates: Rates
    /// Those wanted, in their order.
    let languages: [UInt32]
    private let textLanguages: [UInt32]
    private let home: UInt32?

    private var weights: Weights { question.weights }

    /// - Parameter offer: set where needs are appraised for an offer rather than offers for a need.
    init(question: Question, shown: [String: Int]? = nil, offer: Offer? = nil) {
        self.question = question
        self.shown = shown
        let weights = question.weights
        assistance =
            offer.map { AssistanceTable($0, weights) }
            ?? AssistanceTable(asked: question.wanted.assistance, weights)
        standing = Standing(weights: weights, day: question.wanted.day)
        experience = ExperienceTable(
            home: offer == nil ? question.wanted.country : nil, subjects: question.subjects.keys, weights)
        let subjects = question.subjects.sorted { $0.key < $1.key }.map { ($0.key, Code.of($0.key), $0.value) }
        let targets = question.targets.sorted { $0.key < $1.key }.map { ($0.key, Code.of($0.key), $0.value) }
        subjectShares = subjects.map { ($0.1, $0.2) }
        targetShares = targets.map { ($0.1, $0.2) }
        self.subjects = subjects.sorted { ($1.2, $0.0) < ($0.2, $1.0) }
        self.targets = targets.sorted { ($1.2, $0.0) < ($0.2, $1.0) }
        rates = Rates(weights, hasCircles: question.circles != nil)
        languages = question.wanted.languages.map { Code.of($0) }
        textLanguages = question.textLanguages.sorted()
        home = question.wanted.country.map { Code.of($0) }
    }

    // MARK: Numbers

    /// The weights needed for every candidate as bare numbers.
    private struct Rates {
        let words, concepts, conceptsAlone, meaning, meaningFrom, meaningTo, subjects, targets: Double
        let namesCountry, language, missingAssistance, missingLanguage, exposure: Double
        let circles: SIMD8<Double>
        let hasCircles: Bool

        init(_ weights: Weights, hasCircles: Bool) {
            words = weights.words
            concepts = weights.concepts
            conceptsAlone = weights.conceptsAlone
            meaning = weights.meaning
            meaningFrom = weights.meaningFrom
            meaningTo = weights.meaningTo
            subjects = weights.subjects
            targets = weights.targets
            namesCountry = weights.namesCountry
            language = weights.language
            missingAssistance = weights.missingAssistance
            missingLanguage = weights.missingLanguage
            exposure = weights.exposure
            var circles = SIMD8<Double>.zero
            for (place, value) in weights.circles.prefix(8).enumerated() { circles[place] = value }
            self.circles = circles
            self.hasCircles = hasCircles
        }
    }

    /// Nil where nothing is in common.
    func tally(_ candidate: Ranking.Candidate) -> Tally? {
        tally(candidate.sums, candidate.cosine, candidate.class, candidate.stored, key: candidate.key)
    }

    /// - Parameters:
    ///   - sums: of words and of concepts.
    ///   - place: that of its circle in `Circle.byRank`.
    func tally(
        _ sums: SIMD2<Double>, _ cosine: Double?, _ place: Int, _ stored: DocumentValues, key: @autoclosure () -> String
    ) -> Tally? {
        var tally = Tally()
        relevance(sums, cosine, stored, &tally)
        var share = 0.0
        let itsSubjects = stored.facets.row(Layout.subject)
        for subject in subjectShares where itsSubjects.contains(subject.code) { share += subject.share }
        tally.set(.subjects, rates.subjects * share)
        share = 0
        let itsTargets = stored.facets.row(Layout.target)
        for target in targetShares where itsTargets.contains(target.code) { share += target.share }
        tally.set(.targets, rates.targets * share)
        guard tally.hasSomethingInCommon else { return nil }
        let help = assistance.tally(stored)
        tally.set(.assistance, help.value)
        var missing = -rates.missingAssistance * Double(help.missing)
        if rates.hasCircles {
            tally.circle = Circle.byRank[place]
            var value = rates.circles[place]
            if let home, stored.facets.has(home, Layout.covers) { value += rates.namesCountry }
            tally.set(.geography, value)
        }
        let spoken = stored.facets.row(Layout.workingLanguage)
        if !languages.isEmpty, !spoken.isEmpty {
            if languages.contains(where: { spoken.contains($0) }) {
                tally.set(.language, rates.language)
            } else {
                missing -= rates.missingLanguage
            }
        }
        tally.set(.missing, missing)
        tally.set(.experience, experience.value(stored))
        standing.add(to: &tally, stored)
        if let shown { tally.set(.exposure, rates.exposure / Double(1 + (shown[key()] ?? 0))) }
        return tally
    }

    private func relevance(
        _ sums: SIMD2<Double>, _ cosine: Double?, _ stored: DocumentValues, _ tally: inout Tally
    ) {
        tally.set(.words, min(rates.words, sums[Question.wordSum]))
        let concepts = sums[Question.conceptSum]
        if concepts > 0 {
            let written = stored.facets.row(Layout.textLanguage)
            let alone = !textLanguages.contains { written.contains($0) }
            tally.set(.concepts, min(rates.concepts, concepts) * (alone ? rates.conceptsAlone : 1))
        }
        if let cosine {
            let share = (cosine - rates.meaningFrom) / (rates.meaningTo - rates.meaningFrom)
            tally.set(.meaning, rates.meaning * min(1, max(0, share)))
        }
    }

    /// The same for the index: what each part counts at most, so that it finds the best without scoring all.
    func ranking(_ filter: Filter, limit: Int, perCircle: Int) -> Ranking {
        var ranking = Ranking(
            clauses: question.clauses, sumOfGroup: question.groups.map(Question.sum(of:)),
            sums: [
                Ranking.Sum(cap: weights.words),
                Ranking.Sum(
                    cap: weights.concepts, raised: .not(.facet(Layout.textLanguage, anyOf: textLanguages)),
                    raise: max(0, weights.conceptsAlone - 1)),
            ], limit: limit, limitPerClass: perCircle)
        ranking.filter = filter
        for subject in subjects {
            ranking.bonuses.append(
                .init(
                    .facet(Layout.subject, anyOf: [subject.code]), value: weights.subjects * subject.share,
                    isCommon: true))
        }
        for target in targets {
            ranking.bonuses.append(
                .init(
                    .facet(Layout.target, anyOf: [target.code]), value: weights.targets * target.share, isCommon: true))
        }
        let help = assistance.bonuses
        ranking.bonuses += help.bonuses
        ranking.base += help.base
        ranking.bonuses += experience.bonuses
        if !languages.isEmpty {
            let missing = max(0, weights.missingLanguage)
            let shared = Filter.facet(Layout.workingLanguage, anyOf: languages.sorted())
            ranking.bonuses.append(.init(shared, value: max(0, weights.language) + missing))
            ranking.bonuses.append(.init(.facetCount(Layout.workingLanguage, 0...0), value: missing))
            ranking.base -= missing
        }
        if let circles = question.circles {
            let value = { (circle: Circle) in
                weights.circles.indices.contains(circle.rank) ? weights.circles[circle.rank] : 0
            }
            ranking.classes = Circle.byRank.dropLast().map { .init(circles.filter(circle: $0), value: value($0)) }
            ranking.restValue = value(Circle.byRank[Circle.byRank.count - 1])
            if let home {
                ranking.bonuses.append(
                    .init(.facet(Layout.covers, anyOf: [home]), value: max(0, weights.namesCountry)))
            }
        }
        if shown != nil { ranking.base += max(0, weights.exposure) }
        ranking.column = standing.column
        ranking.meaning = question.vector.map {
            .init($0, most: weights.meaning, from: weights.meaningFrom, to: weights.meaningTo)
        }
        // Each part may be rounded up by half of a 64th.
        ranking.rounding = Double(PartName.allCases.count) / (2 * Part.unit)
        return ranking
    }
}

extension Circle {
    /// Nearest first; a class of the ranking is the place in this list.
    static let byRank: [Circle] = allCases.sorted()
}
