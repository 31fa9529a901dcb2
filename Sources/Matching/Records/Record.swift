public import Cooperation
public import Foundation

/// What the match index is told of a paper: the paper, and what else the score needs to know.
///
/// The caller gives only what everybody may see; whatever is in the index may be found by anybody.
public enum Record: Sendable {
    case provider(Filed<ProviderProfile>, of: Organisation?, standing: ProviderStanding = ProviderStanding())
    case opportunity(Filed<Opportunity>, of: Organisation?)
    case event(Filed<Event>, of: Organisation?)
    case project(Filed<Project>)
    case practice(Filed<Practice>, confirmed: Freshness? = nil)
    case resource(Filed<Resource>, confirmed: Freshness? = nil)
    /// One that is no longer open is found by the search, but fits no offer.
    case request(Filed<Request>, of: Organisation?, isOpen: Bool = true)
    case need(Filed<Need>)
    case hub(Filed<Hub>)
    case organisation(Filed<Organisation>)

    /// The paper's identifier.
    public var key: String {
        switch self {
        case .provider(let paper, _, _): paper.id.rawValue
        case .opportunity(let paper, _): paper.id.rawValue
        case .event(let paper, _): paper.id.rawValue
        case .project(let paper): paper.id.rawValue
        case .practice(let paper, _): paper.id.rawValue
        case .resource(let paper, _): paper.id.rawValue
        case .request(let paper, _, _): paper.id.rawValue
        case .need(let paper): paper.id.rawValue
        case .hub(let paper): paper.id.rawValue
        case .organisation(let paper): paper.id.rawValue
        }
    }

    public var kind: PaperKind {
        switch self {
        case .provider: .provider
        case .opportunity: .opportunity
        case .event: .event
        case .project: .project
        case .practice: .practice
        case .resource: .resource
        case .request: .request
        case .need: .need
        case .hub: .hub
        case .organisation: .organisation
        }
    }

    /// The kinds that may answer a need.
    public static let candidates: Set<PaperKind> = [.provider, .opportunity, .practice, .resource]
    /// Those of them that can be handed out at once.
    public static let library: Set<PaperKind> = [.practice, .resource]
    /// The kinds that ask for something.
    public static let asking: Set<PaperKind> = [.request, .need]
}

/// How far the keeper of a record stands by it.
public struct Freshness: Hashable, Sendable {
    /// When somebody last stood up for it: wrote, confirmed or admitted it.
    public var lastWord: Date
    /// Its term is over and nobody has said that it still holds.
    public var isLapsed: Bool

    public init(lastWord: Date, isLapsed: Bool = false) {
        self.lastWord = lastWord
        self.isLapsed = isLapsed
    }
}

/// How a provider has done so far, as the papers of the dossiers tell it.
public struct ProviderStanding: Hashable, Sendable {
    /// Cases in which its help came to an end with results.
    public var helped: Int
    /// Cases it has accepted in the year running.
    public var takenOn: Int
    /// Introductions it was sent, and those of them it answered.
    public var introduced: Int
    public var answered: Int
    /// With whom it has worked, on what.
    public var worked: Set<Experience>

    public init(
        helped: Int = 0, takenOn: Int = 0, introduced: Int = 0, answered: Int = 0, worked: Set<Experience> = []
    ) {
        self.helped = helped
        self.takenOn = takenOn
        self.introduced = introduced
        self.answered = answered
        self.worked = worked
    }
}

/// One step of keeping the match index current.
public enum RecordChange: Sendable {
    case put(Record)
    case remove(key: String)
}
