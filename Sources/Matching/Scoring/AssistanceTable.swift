import SearchIndex
import Vocabulary

/// Which types of assistance answer which, made once for a question.
struct AssistanceTable {
    /// A type that answers one that is asked for: the same, a broader or a narrower one.
    struct Answer {
        var type: AssistanceTypeID
        var code: UInt32
        /// 1 for the same, less for the others.
        var nearness: Double
    }

    private let weights: Weights
    /// The answers to all types asked for, one type after another, in plain numbers.
    private let answers: [(asked: Int, code: UInt32, nearness: Double)]
    private let full: Double
    private let paidShare: Double
    /// The types asked for, ascending, each with what answers it.
    let asked: [(type: AssistanceTypeID, answers: [Answer])]
    /// Set where an offer is asked about needs: what it charges for.
    private let atCost: Set<AssistanceTypeID>
    private let offered: [AssistanceTypeID]
    /// What the offer counts for each type that may be asked for.
    private let values: [UInt32: Double]
    private let isOffer: Bool

    /// For a need: what candidates offer is looked up.
    init(asked: [AssistanceTypeID], _ weights: Weights) {
        self.weights = weights
        let asked = Set(asked).sorted().map { ($0, Self.answers(to: $0, weights)) }
        self.asked = asked
        answers = asked.enumerated().flatMap { number, item in
            item.1.map { (number, $0.code, $0.nearness) }
        }
        full = weights.assistance
        paidShare = weights.assistanceAtCost
        atCost = []
        offered = []
        values = [:]
        isOffer = false
    }

    /// For an offer: what needs ask for is looked up.
    init(_ offer: Offer, _ weights: Weights) {
        self.weights = weights
        asked = []
        answers = []
        full = weights.assistance
        paidShare = weights.assistanceAtCost
        offered = Set(offer.free + offer.atCost).sorted()
        atCost = Set(offer.atCost).subtracting(offer.free)
        isOffer = true
        var values: [UInt32: Double] = [:]
        for type in Vocabulary.standard.assistanceTypes.map(\.id) {
            if let best = Self.best(Self.answers(to: type, weights), offered, atCost, weights) {
                values[Code.of(type)] = best.value
            }
        }
        self.values = values
    }

    private static func answers(to type: AssistanceTypeID, _ weights: Weights) -> [Answer] {
        answering[type, default: []].map {
            Answer(type: $0, code: Code.of($0), nearness: $0 == type ? 1 : weights.assistanceNear)
        }
    }

    /// The types that answer each, ascending.
    private static let answering: [AssistanceTypeID: [AssistanceTypeID]] = {
        let types = Vocabulary.standard.assistanceTypes.map(\.id).sorted()
        return Dictionary(
            uniqueKeysWithValues: types.map { type in (type, types.filter { $0.covers(type) || type.covers($0) }) })
    }()

    private static func best(
        _ answers: [Answer], _ offered: [AssistanceTypeID], _ atCost: Set<AssistanceTypeID>, _ weights: Weights
    ) -> (type: AssistanceTypeID, value: Double)? {
        var best: (type: AssistanceTypeID, value: Double)?
        for answer in answers where offered.contains(answer.type) {
            let value = answer.nearness * (atCost.contains(answer.type) ? weights.assistanceAtCost : 1)
            if value > best?.value ?? 0 { best = (answer.type, value) }
        }
        return best
    }

    /// What it counts, and how many types asked for are missing.
    func tally(_ stored: DocumentValues) -> (value: Double, missing: Int) {
        var sum = 0.0
        var missing = 0
        var count = 0
        let chosen = stored.facets.row(Layout.assistanceChosen)
        if isOffer {
            for code in chosen {
                count += 1
                if let value = values[code] { sum += value } else { missing += 1 }
            }
        } else {
            count = asked.count
            missing = count
            let paid = stored.facets.row(Layout.assistanceAtCost)
            var current = -1
            var best = 0.0
            for answer in answers where chosen.contains(answer.code) {
                if answer.asked != current {
                    sum += best
                    current = answer.asked
                    best = 0
                    missing -= 1
                }
                best = max(best, answer.nearness * (paid.contains(answer.code) ? paidShare : 1))
            }
            sum += best
        }
        return (count == 0 ? 0 : full * sum / Double(count), missing)
    }

    private static let library = Record.library.map { Code.of($0) }

    /// The same in words: what is offered, and what is missing.
    func reason(_ stored: DocumentValues) -> (reason: Reason?, missing: [AssistanceTypeID]) {
        let found = isOffer ? offered(to: stored) : offered(by: stored)
        if !found.free.isEmpty {
            let isOfLibrary = Self.library.contains { stored.facets.has($0, Layout.kind) }
            return (isOfLibrary ? .isOfType(found.free) : .offersFree(found.free), found.missing)
        }
        if !found.paid.isEmpty { return (.offersAtCost(found.paid), found.missing) }
        return (found.near.isEmpty ? nil : .offersNear(found.near), found.missing)
    }

    /// Whether a candidate has a type that is asked for, or one that answers it.
    func isAnswered(_ type: AssistanceTypeID, _ stored: DocumentValues) -> Bool {
        let chosen = stored.facets.row(Layout.assistanceChosen)
        guard let answers = asked.first(where: { $0.type == type })?.answers else { return true }
        return answers.contains { chosen.contains($0.code) }
    }

    /// What is offered of what is asked, in the order of that.
    private struct Offered {
        var free: [AssistanceTypeID] = []
        var paid: [AssistanceTypeID] = []
        var near: [AssistanceTypeID] = []
        var missing: [AssistanceTypeID] = []

        mutating func add(_ type: AssistanceTypeID, answeredBy best: AssistanceTypeID?, isPaid: Bool) {
            guard let best else { return missing.append(type) }
            if best != type {
                if !near.contains(best) { near.append(best) }
            } else if isPaid {
                paid.append(type)
            } else {
                free.append(type)
            }
        }
    }

    /// What a candidate has for the need.
    private func offered(by stored: DocumentValues) -> Offered {
        let chosen = stored.facets.row(Layout.assistanceChosen)
        let paid = stored.facets.row(Layout.assistanceAtCost)
        var offered = Offered()
        for (type, answers) in asked {
            var best: Answer?
            var most = 0.0
            for answer in answers where chosen.contains(answer.code) {
                let value = answer.nearness * (paid.contains(answer.code) ? paidShare : 1)
                if value > most { (best, most) = (answer, value) }
            }
            offered.add(type, answeredBy: best?.type, isPaid: best.map { paid.contains($0.code) } ?? false)
        }
        return offered
    }

    /// What the offer has for a need that is looked at.
    private func offered(to stored: DocumentValues) -> Offered {
        var found = Offered()
        for type in CodeTables.assistance.values(of: stored.facets[Layout.assistanceChosen]).sorted() {
            let best = Self.best(Self.answers(to: type, weights), offered, atCost, weights)?.type
            found.add(type, answeredBy: best, isPaid: atCost.contains(type))
        }
        return found
    }

    /// What can be had at most, as bonuses of a ranking, and what every document begins with.
    var bonuses: (bonuses: [Ranking.Bonus], base: Double) {
        let most = max(1, weights.assistanceAtCost)
        if isOffer {
            let codes = values.keys.sorted()
            let filter = Filter.facet(Layout.assistanceChosen, anyOf: codes)
            return ([Ranking.Bonus(filter, value: weights.assistance * most)], 0)
        }
        let share = weights.assistance / Double(max(1, asked.count))
        let near = min(1, max(0, weights.assistanceNear)) * most
        var bonuses: [Ranking.Bonus] = []
        for (type, answers) in asked {
            let any = Filter.facet(Layout.assistanceChosen, anyOf: answers.map(\.code).sorted())
            bonuses.append(.init(any, value: share * near + max(0, weights.missingAssistance)))
            let same = Filter.facet(Layout.assistanceChosen, anyOf: [Code.of(type)])
            bonuses.append(.init(same, value: share * (most - near)))
        }
        return (bonuses, -max(0, weights.missingAssistance) * Double(asked.count))
    }
}
