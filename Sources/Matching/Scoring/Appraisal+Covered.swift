import Cooperation
import SearchIndex
import Vocabulary

extension Appraisal {
    /// Which of the wanted things a candidate has.
    func covered(_ lacks: [Lack], _ stored: StoredDocument, hasConcept: (ConceptID) -> Bool) -> Set<Lack> {
        var covered: Set<Lack> = []
        var missing: [AssistanceTypeID]?
        for lack in lacks {
            let has: Bool
            switch lack {
            case .assistance(let type):
                let known = missing ?? assistance.reason(stored).missing
                missing = known
                has = !known.contains(type)
            case .subject(let subject): has = stored.has(subject, Layout.subject)
            case .target(let target): has = stored.has(target, Layout.target)
            case .concept(let concept): has = hasConcept(concept)
            case .language(let languages): has = languages.contains { stored.has($0, Layout.workingLanguage) }
            }
            if has { covered.insert(lack) }
        }
        return covered
    }
}
