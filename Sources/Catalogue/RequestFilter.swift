public import Cooperation
public import Foundation
public import Vocabulary

/// Which requests a list shows. Empty sets and nils mean all.
public struct RequestFilter: Hashable, Sendable {
    public enum Order: String, CaseIterable, Sendable {
        /// The one that moved last comes first.
        case newest
        /// The one due first comes first; those without a day last.
        case due
        case oldest
    }

    public var states: Set<State>
    public var countries: Set<CountryCode>
    public var subject: SubjectID?
    /// Any of these; empty means all.
    public var targets: Set<FrameworkTarget>
    public var organisations: Set<OrganisationID>
    /// Written by this account.
    public var author: AccountID?
    /// In which one of these institutions was introduced.
    public var introducedTo: Set<OrganisationID>
    /// Where both sides said yes to one of these institutions.
    public var helpedBy: Set<OrganisationID>
    /// Where both sides said yes to this offer, call or practice.
    public var helpedWith: Introduction.Candidate?
    /// In which this practice or resource was used: matched with it, answered with it, or named in its plan, reports or end.
    public var using: String?
    /// Only those whose country has let them pass.
    public var passedOnly: Bool
    /// Only these, so far as they may be read.
    public var among: Set<RequestID>
    public var order: Order
    /// For which one of these institutions has promised something.
    public var pledgedBy: Set<OrganisationID> = []
    /// Of this officer of the help desk.
    public var officer: AccountID?
    /// Of no officer.
    public var isUnassigned = false
    /// Whether the help desk waits for somebody; nil for both.
    public var isHeld: Bool?
    /// The help desk waits for somebody: by its own word, or because the request is with others now.
    public var isWaiting = false
    /// Whether a centre has handed it over to the global help desk; nil for both.
    public var isReferred: Bool?
    /// Whoever has it has it until a moment in here.
    public var due: Range<Date>?

    public init(
        states: Set<State> = [], countries: Set<CountryCode> = [], subject: SubjectID? = nil,
        targets: Set<FrameworkTarget> = [], organisations: Set<OrganisationID> = [],
        author: AccountID? = nil, introducedTo: Set<OrganisationID> = [], helpedBy: Set<OrganisationID> = [],
        helpedWith: Introduction.Candidate? = nil, using: String? = nil, passedOnly: Bool = false,
        among: Set<RequestID> = [],
        order: Order = .newest
    ) {
        self.states = states
        self.countries = countries
        self.subject = subject
        self.targets = targets
        self.organisations = organisations
        self.author = author
        self.introducedTo = introducedTo
        self.helpedBy = helpedBy
        self.helpedWith = helpedWith
        self.using = using
        self.passedOnly = passedOnly
        self.among = among
        self.order = order
    }
}

/// A part of a long list, and how long it is.
public struct Page<Item: Sendable>: Sendable {
    public var items: [Item]
    public var total: Int
    /// How many items come before this part.
    public var offset: Int

    public init(items: [Item], total: Int, offset: Int) {
        self.items = items
        self.total = total
        self.offset = offset
    }

    public func map<Other: Sendable>(_ change: (Item) throws -> Other) rethrows -> Page<Other> {
        Page<Other>(items: try items.map(change), total: total, offset: offset)
    }
}
