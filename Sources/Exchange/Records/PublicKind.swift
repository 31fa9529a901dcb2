public import Cooperation

/// A kind of record that leaves the house: everything everybody may read here.
public enum PublicKind: String, CaseIterable, Codable, Sendable {
    case organisation, provider, opportunity, practice, hub, need, request, resource, partnership, event, project

    public var paper: PaperKind {
        switch self {
        case .organisation: .organisation
        case .provider: .provider
        case .opportunity: .opportunity
        case .practice: .practice
        case .hub: .hub
        case .need: .need
        case .request: .request
        case .resource: .resource
        case .partnership: .partnership
        case .event: .event
        case .project: .project
        }
    }

    /// As lists and files are called: `practices`.
    public var plural: String {
        switch self {
        case .opportunity: "opportunities"
        default: rawValue + "s"
        }
    }

    public init?(plural: String) {
        guard let kind = PublicKind.allCases.first(where: { $0.plural == plural }) else { return nil }
        self = kind
    }

    public init?(_ paper: PaperKind) {
        guard let kind = PublicKind.allCases.first(where: { $0.paper == paper }) else { return nil }
        self = kind
    }

    /// The kind of a paper by its whole identifier.
    public init?(key: String) {
        guard let kind = PublicKind.allCases.first(where: { key.hasPrefix($0.rawValue + "-") }) else { return nil }
        self = kind
    }

    /// What belongs into a bibliography.
    public static let library: Set<PublicKind> = [.practice, .resource]
}
