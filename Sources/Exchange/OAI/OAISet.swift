import Catalogue
import Cooperation
import TextAnalysis
import Vocabulary

/// A set of OAI-PMH: all records of a kind, or all about a theme.
enum OAISet: Hashable {
    case kinds
    case themes
    case kind(PublicKind)
    case theme(SubjectID)

    init?(_ spec: String) {
        switch spec {
        case "kind": self = .kinds
        case "theme": self = .themes
        default:
            if spec.hasPrefix("kind:"), let kind = PublicKind(rawValue: String(spec.dropFirst(5))) {
                self = .kind(kind)
            } else if spec.hasPrefix("theme:"), let subject = SubjectID(String(spec.dropFirst(6))) {
                self = .theme(subject)
            } else {
                return nil
            }
        }
    }

    var spec: String {
        switch self {
        case .kinds: "kind"
        case .themes: "theme"
        case .kind(let kind): "kind:" + kind.rawValue
        case .theme(let subject): "theme:" + subject.description
        }
    }

    /// Names are for those who set up a harvest, in English as the protocol's own words.
    var name: String {
        switch self {
        case .kinds: "Records by kind"
        case .themes: "Records by theme"
        case .kind(let kind): kind.plural
        case .theme(let subject): subject.label(in: .english)
        }
    }

    static var all: [OAISet] {
        [.kinds] + PublicKind.allCases.map { .kind($0) } + [.themes]
            + Vocabulary.standard.subjects.map { .theme($0.id) }
    }

    static func narrow(_ filter: inout PublicationFilter, to set: OAISet?) {
        filter.kinds = Set(PublicKind.allCases.map(\.paper))
        switch set {
        case .kind(let kind): filter.kinds = [kind.paper]
        case .theme(let subject): filter.subject = subject
        case .kinds, .themes, nil: break
        }
    }
}
