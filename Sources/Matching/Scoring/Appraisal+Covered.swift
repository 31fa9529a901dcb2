import Cooperation
import SearchIndex
import Vocabulary

extension Appraisal {
    /// Whether a candidate has what is wanted.
    func covers(_ lack: Lack, _ stored: DocumentValues, hasConcept: (ConceptID) -> Bool) -> Bool {
        switch lack {
        case .assistance(let type): assistance.isAnswered(type, stored)
        case .subject(let subject): stored.facets.has(Code.of(subject), Layout.subject)
        case .target(let target): stored.facets.has(Code.of(target), Layout.target)
        case .concept(let concept): hasConcept(concept)
        case .language(let languages): languages.contains { stored.facets.has(Code.of($0), Layout.workingLanguage) }
        }
    }
}
