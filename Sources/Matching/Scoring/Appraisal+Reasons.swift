import Cooperation
import SearchIndex
import Vocabulary

extension Appraisal {
    /// What is known of a candidate that is shown.
    struct Evidence {
        var key: String
        var stored: StoredDocument
        /// What each group of the question counts for it.
        var groups: [Double]
        var cosine: Double?
    }

    private static let resource = Code.of(.resource)
    private static let partNames = PartName.allCases

    /// The parts with their reasons, greatest first, those that count nothing left out.
    func parts(_ tally: Tally, _ evidence: Evidence) -> [Part] {
        let stored = evidence.stored.values
        let help = assistance.reason(stored)
        var order: [PartName] = []
        order.reserveCapacity(Self.partNames.count)
        for name in Self.partNames where tally.values[name] != 0 {
            var place = order.count
            order.append(name)
            while place > 0, Self.precedes(name, order[place - 1], tally) {
                order[place] = order[place - 1]
                place -= 1
            }
            order[place] = name
        }
        var parts: [Part] = []
        parts.reserveCapacity(order.count)
        for name in order {
            let reason: Reason? =
                switch name {
                case .assistance: help.reason
                case .missing: .missing(lacks(tally, stored, help.missing))
                default: self.reason(name, stored, evidence)
                }
            if let reason { parts.append(Part(part: name, value: tally.values[name], reason: reason)) }
        }
        return parts
    }

    private static func precedes(_ left: PartName, _ right: PartName, _ tally: Tally) -> Bool {
        let values = (tally.values[left], tally.values[right])
        return values.0 == values.1 ? left.rawValue < right.rawValue : values.0 > values.1
    }

    private func lacks(_ tally: Tally, _ stored: DocumentValues, _ types: [AssistanceTypeID]) -> [Lack] {
        var lacks = types.map(Lack.assistance)
        let spoken = stored.facets.row(Layout.workingLanguage)
        if !languages.isEmpty, tally.values[.language] == 0, !spoken.isEmpty,
            !languages.contains(where: spoken.contains)
        {
            lacks.append(.language(question.wanted.languages))
        }
        return lacks
    }

    private func reason(_ name: PartName, _ stored: DocumentValues, _ evidence: Evidence) -> Reason? {
        switch name {
        case .words: return .sharedWords(weightiest(evidence.groups, 8, question.wordGroups, \.word))
        case .concepts:
            let shared = weightiest(evidence.groups, 6, question.conceptGroups, \.concept)
            if !shared.isEmpty { return .sharedConcepts(shared) }
            return .widerConcepts(weightiest(evidence.groups, 4, question.broaderGroups, \.above))
        case .meaning: return evidence.cosine.map { .meansAlike($0) }
        case .subjects:
            let row = stored.facets.row(Layout.subject)
            return .sharedSubjects(subjects.lazy.filter { row.contains($0.code) }.prefix(9).map(\.id))
        case .targets:
            let row = stored.facets.row(Layout.target)
            return .sharedTargets(targets.lazy.filter { row.contains($0.code) }.prefix(9).map(\.id))
        case .geography:
            let nearest = question.circles?.nearest(stored.facets.row(Layout.place))
            return nearest.map { .circle($0.circle, $0.country) }
        case .language:
            let row = stored.facets.row(Layout.workingLanguage)
            let shared = zip(question.wanted.languages, languages).lazy.filter { row.contains($0.1) }.map(\.0)
            return stored.facets.has(Self.resource, Layout.kind) ? .isIn(Array(shared)) : .worksIn(Array(shared))
        case .exposure: return .seldomShown(shown?[evidence.key] ?? 0)
        case .experience: return experience.reason(stored)
        case .assistance, .missing: return nil
        case .trackRecord, .responsiveness, .capacity, .freshness: return standing.reason(name, stored)
        }
    }

    /// The weightiest of what groups of one kind stand for; ties by name.
    private func weightiest<Name: Comparable>(
        _ values: [Double], _ limit: Int, _ groups: Range<Int>, _ name: (Question.Group) -> Name?
    ) -> [Name] {
        withUnsafeTemporaryAllocation(of: (group: Int, value: Double).self, capacity: groups.count) { sums in
            var count = 0
            for group in groups where values[group] > 0 {
                let same = question.firstGroup[group]
                if same < group, let known = sums.prefix(count).firstIndex(where: { $0.group == same }) {
                    sums[known].value += values[group]
                } else {
                    sums.initializeElement(at: count, to: (same, values[group]))
                    count += 1
                }
            }
            var names: [Name] = []
            names.reserveCapacity(min(limit, count))
            for place in 0..<min(limit, count) {
                var best = place
                for other in place + 1..<count where sums[other].value >= sums[best].value {
                    if sums[other].value == sums[best].value,
                        let (left, right) = Self.both(
                            name(question.groups[sums[other].group]), name(question.groups[sums[best].group])),
                        left >= right
                    {
                        continue
                    }
                    best = other
                }
                sums.swapAt(place, best)
                if let name = name(question.groups[sums[place].group]) { names.append(name) }
            }
            return names
        }
    }

    private static func both<Name>(_ left: Name?, _ right: Name?) -> (Name, Name)? {
        if let left, let right { (left, right) } else { nil }
    }
}
