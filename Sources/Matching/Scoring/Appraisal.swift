import Cooperation
import Foundation
import SearchIndex
import Vocabulary

/// The score of one candidate for one question, part by part.
struct Appraisal {
    let question: Question
    /// How often each was shown lately; nil where that does not matter.
    var shown: [String: Int]?
    /// Set where needs are appraised for an offer rather than offers for a need.
    var offer: Offer?

    private var weights: Weights { question.weights }
    private var wanted: Wanted { question.wanted }

    struct Verdict {
        var circle: Circle?
        var parts: [Part]
        var score: Double
        var covered: Set<Lack>
    }

    /// Nil where nothing is in common.
    func verdict(on hit: Hit, _ stored: StoredDocument) -> Verdict? {
        var parts = relevance(hit, stored)
        parts += themes(stored)
        guard parts.contains(where: { $0.value > 0 }) else { return nil }
        var lacks: [Lack] = []
        parts += offer.map { assistance(of: $0, stored, &lacks) } ?? assistance(stored, &lacks)
        let nearest = question.circles?.nearest(stored.facets[Layout.place])
        if let nearest { parts.append(geography(nearest.circle, nearest.country, stored)) }
        parts += language(stored, &lacks)
        parts += standing(stored)
        if let shown {
            let times = shown[hit.key] ?? 0
            parts.append(part(.exposure, weights.exposure / Double(1 + times), .seldomShown(times)))
        }
        if !lacks.isEmpty {
            let assistance = lacks.count { if case .assistance = $0 { true } else { false } }
            let other = lacks.count - assistance
            let value = -weights.missingAssistance * Double(assistance) - weights.missingLanguage * Double(other)
            parts.append(part(.missing, value, .missing(lacks)))
        }
        parts.removeAll { $0.value == 0 }
        parts.sort { left, right in
            left.value == right.value ? left.part.rawValue < right.part.rawValue : left.value > right.value
        }
        return Verdict(
            circle: nearest?.circle, parts: parts, score: parts.reduce(0) { $0 + $1.value },
            covered: covered(parts, lacks))
    }

    private func part(_ name: PartName, _ value: Double, _ reason: Reason) -> Part {
        Part(part: name, value: Part.rounded(value), reason: reason)
    }

    // MARK: Words, concepts, meaning

    private func relevance(_ hit: Hit, _ stored: StoredDocument) -> [Part] {
        var words: [String: Double] = [:]
        var concepts: [ConceptID: Double] = [:]
        var broader: [ConceptID: Double] = [:]
        var cosine: Double?
        for part in hit.parts {
            switch part.source {
            case .term:
                guard question.groups.indices.contains(part.group) else { continue }
                switch question.groups[part.group] {
                case .word(let word): words[word, default: 0] += part.value
                case .concept(let concept): concepts[concept, default: 0] += part.value
                case .broader(let concept): broader[concept, default: 0] += part.value
                }
            case .vector(let angle): cosine = angle
            case .facet: break
            }
        }
        var parts: [Part] = []
        if !words.isEmpty {
            let value = min(weights.words, words.values.sorted().reduce(0, +))
            parts.append(part(.words, value, .sharedWords(Self.weightiest(words, 8))))
        }
        if !concepts.isEmpty || !broader.isEmpty {
            let languages = stored.facets[Layout.textLanguage] ?? []
            let alone = question.textLanguages.isDisjoint(with: languages)
            let sum = (concepts.values.sorted() + broader.values.sorted()).reduce(0, +)
            let value = min(weights.concepts, sum) * (alone ? weights.conceptsAlone : 1)
            let reason: Reason =
                concepts.isEmpty
                ? .widerConcepts(Self.weightiest(broader, 4)) : .sharedConcepts(Self.weightiest(concepts, 6))
            parts.append(part(.concepts, value, reason))
        }
        if let cosine {
            let share = (cosine - weights.meaningFrom) / (weights.meaningTo - weights.meaningFrom)
            parts.append(part(.meaning, weights.meaning * min(1, max(0, share)), .meansAlike(cosine)))
        }
        return parts
    }

    private static func weightiest<Key: Comparable & Hashable>(_ sums: [Key: Double], _ limit: Int) -> [Key] {
        sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map(\.key)
    }

    // MARK: Themes and targets

    private func themes(_ stored: StoredDocument) -> [Part] {
        let subjects = question.subjects.filter { stored.has($0.key, Layout.subject) }
        let targets = question.targets.filter { stored.has($0.key, Layout.target) }
        var parts: [Part] = []
        if !subjects.isEmpty {
            let share = subjects.values.sorted().reduce(0, +)
            parts.append(part(.subjects, weights.subjects * share, .sharedSubjects(Self.weightiest(subjects, 9))))
        }
        if !targets.isEmpty {
            let share = targets.values.sorted().reduce(0, +)
            parts.append(part(.targets, weights.targets * share, .sharedTargets(Self.weightiest(targets, 9))))
        }
        return parts
    }

    // MARK: Assistance

    private func assistance(_ stored: StoredDocument, _ lacks: inout [Lack]) -> [Part] {
        let atCost = CodeTables.assistance.values(of: stored.facets[Layout.assistanceAtCost])
        let all = CodeTables.assistance.values(of: stored.facets[Layout.assistanceChosen])
        return assistance(asked: Set(wanted.assistance), offered: Set(all), atCost: Set(atCost), &lacks)
    }

    private func assistance(of offer: Offer, _ stored: StoredDocument, _ lacks: inout [Lack]) -> [Part] {
        let asked = CodeTables.assistance.values(of: stored.facets[Layout.assistanceChosen])
        return assistance(
            asked: Set(asked), offered: Set(offer.free + offer.atCost),
            atCost: Set(offer.atCost).subtracting(offer.free), &lacks)
    }

    private func assistance(
        asked: Set<AssistanceTypeID>, offered: Set<AssistanceTypeID>, atCost: Set<AssistanceTypeID>,
        _ lacks: inout [Lack]
    ) -> [Part] {
        var free: [AssistanceTypeID] = []
        var paid: [AssistanceTypeID] = []
        var near: [AssistanceTypeID] = []
        var sum = 0.0
        for type in asked.sorted() {
            guard let best = bestOffer(for: type, offered, atCost) else {
                lacks.append(.assistance(type))
                continue
            }
            sum += best.value
            if best.type != type {
                if !near.contains(best.type) { near.append(best.type) }
            } else if atCost.contains(type) {
                paid.append(type)
            } else {
                free.append(type)
            }
        }
        guard sum > 0 else { return [] }
        let reason: Reason = !free.isEmpty ? .offersFree(free) : !paid.isEmpty ? .offersAtCost(paid) : .offersNear(near)
        return [part(.assistance, weights.assistance * sum / Double(asked.count), reason)]
    }

    /// The offer nearest to a type of assistance, with its share of full points.
    private func bestOffer(
        for type: AssistanceTypeID, _ offered: Set<AssistanceTypeID>, _ atCost: Set<AssistanceTypeID>
    ) -> (type: AssistanceTypeID, value: Double)? {
        var best: (type: AssistanceTypeID, value: Double)?
        for offer in offered.sorted() where offer.covers(type) || type.covers(offer) {
            let nearness = offer == type ? 1 : weights.assistanceNear
            let value = nearness * (atCost.contains(offer) ? weights.assistanceAtCost : 1)
            if value > best?.value ?? 0 { best = (offer, value) }
        }
        return best
    }

    // MARK: Place and language

    private func geography(_ circle: Circle, _ country: CountryCode?, _ stored: StoredDocument) -> Part {
        var value = weights.circles.indices.contains(circle.rank) ? weights.circles[circle.rank] : 0
        if let home = wanted.country, stored.has(home, Layout.covers) { value += weights.namesCountry }
        return part(.geography, value, .circle(circle, country))
    }

    private func language(_ stored: StoredDocument, _ lacks: inout [Lack]) -> [Part] {
        guard !wanted.languages.isEmpty, let spoken = stored.facets[Layout.workingLanguage] else { return [] }
        let shared = wanted.languages.filter { spoken.contains(Code.of($0)) }
        if shared.isEmpty {
            lacks.append(.language(wanted.languages))
            return []
        }
        return [part(.language, weights.language, .worksIn(shared))]
    }

    // MARK: Track record, capacity, freshness

    private func standing(_ stored: StoredDocument) -> [Part] {
        var parts: [Part] = []
        let helped = Int(stored.numbers[Layout.helped] ?? 0)
        if helped > 0 {
            // Each further case says less than the one before; sixteen say all.
            let share = min(1, log2(Double(1 + helped)) / 4)
            parts.append(part(.trackRecord, weights.trackRecord * share, .hasHelped(helped)))
        }
        if let answered = stored.numbers[Layout.answered] {
            parts.append(part(.responsiveness, weights.responsiveness * (2 * answered - 1), .answers(answered)))
        }
        let takenOn = Int(stored.numbers[Layout.takenOn] ?? 0)
        if let until = stored.numbers[Layout.fullUntil].map({ CalendarDay(ordinal: Int($0)) }), until > wanted.day {
            parts.append(part(.capacity, -weights.full, .isFull(until: until)))
        } else if let perYear = stored.numbers[Layout.perYear].map({ Int($0) }) {
            parts.append(
                takenOn < perYear
                    ? part(.capacity, weights.capacity, .hasRoom(perYear - takenOn))
                    : part(.capacity, -weights.full / 2, .hasTakenOn(takenOn)))
        }
        if let updated = stored.numbers[Layout.updated] {
            let age = max(0, Double(wanted.day.ordinal) - updated)
            let value = weights.freshness * exp2(-age / weights.freshnessHalf)
            parts.append(part(.freshness, value, .updated(CalendarDay(ordinal: Int(updated)))))
        }
        return parts
    }

    // MARK: What is covered

    private func covered(_ parts: [Part], _ lacks: [Lack]) -> Set<Lack> {
        var covered: Set<Lack> = []
        for part in parts {
            switch part.reason {
            case .sharedConcepts(let concepts): covered.formUnion(concepts.map(Lack.concept))
            case .sharedSubjects(let subjects): covered.formUnion(subjects.map(Lack.subject))
            case .sharedTargets(let targets): covered.formUnion(targets.map(Lack.target))
            case .worksIn: covered.insert(.language(wanted.languages))
            default: break
            }
        }
        covered.formUnion(wanted.assistance.map(Lack.assistance).filter { !lacks.contains($0) })
        return covered
    }
}

extension StoredDocument {
    func has(_ value: some KnownCode, _ facet: FacetID) -> Bool { facets.has(Code.of(value), facet) }
}
