public import Cooperation
public import Foundation

/// The papers of one write-shop on their way from the node it was held on to the node of who held it. It holds all of them as
/// they stand, never a part of the way: whoever has the newest bundle needs no other, and the order in which bundles arrive does
/// not matter.
public struct ShopBundle: Hashable, Sendable {
    /// A draft as it stands there. One that was handed in there comes as the practice it has become.
    public struct Draft: Hashable, Codable, Sendable {
        public var id: PracticeDraftID
        /// How often it was changed there.
        public var version: Int
        public var at: Date
        public var writer: String
        public var practice: Practice
        public var isDropped: Bool

        public init(
            id: PracticeDraftID, version: Int, at: Date, writer: String, practice: Practice, isDropped: Bool
        ) {
            self.id = id
            self.version = version
            self.at = at
            self.writer = writer
            self.practice = practice
            self.isDropped = isDropped
        }
    }

    /// What the facilitator said about a draft.
    public struct Note: Hashable, Codable, Sendable {
        public var id: ID<DraftNote>
        public var at: Date
        public var body: DraftNote

        public init(id: ID<DraftNote>, at: Date, body: DraftNote) {
            self.id = id
            self.at = at
            self.body = body
        }
    }

    /// The node it comes from.
    public var node: NodeKey
    public var shop: WriteShopID
    public var shopVersion: Int
    public var name: String
    public var day: CalendarDay
    public var group: String
    public var drafts: [Draft]
    public var notes: [Note]

    public init(
        node: NodeKey, shop: WriteShopID, shopVersion: Int, name: String, day: CalendarDay, group: String,
        drafts: [Draft] = [], notes: [Note] = []
    ) {
        self.node = node
        self.shop = shop
        self.shopVersion = shopVersion
        self.name = name
        self.day = day
        self.group = group
        self.drafts = drafts
        self.notes = notes
    }
}

/// What comes of a bundle, paper by paper.
public struct BundleReport: Sendable {
    /// What becomes of one draft.
    public enum Fate: String, CaseIterable, Sendable {
        /// It is not here yet.
        case added
        /// It was changed there since it came, and not here.
        case updated
        /// It is here as it is there.
        case same
        /// A newer one is here.
        case older
        /// It was changed here since it came, or handed in: it stays as it is here.
        case changedHere
        /// Its identifier is that of a draft that did not come from that node.
        case foreign
        /// Its writer has put it away.
        case dropped
        /// It is longer than a draft may be, or says what cannot be.
        case faulty
    }

    /// Why nothing at all can be taken in.
    public enum Obstacle: String, CaseIterable, Sendable {
        /// The write-shop was held on this very node.
        case heldHere
        /// Somebody else has taken it in: the papers are hers.
        case ofSomebodyElse
        /// A write-shop of this identifier has come from a node with another key.
        case otherKey
        /// What it says of the write-shop itself cannot be.
        case faulty
    }

    public struct Line: Sendable {
        public var draft: ShopBundle.Draft
        public var fate: Fate
    }

    public var obstacle: Obstacle?
    public var lines: [Line] = []
    /// Notes of the facilitator that are not here yet.
    public var newNotes = 0
    /// Something of that node was taken in before.
    public var isNodeKnown = false

    /// Whether taking it in changes anything.
    public var changesSomething: Bool {
        obstacle == nil && (newNotes > 0 || lines.contains { [.added, .updated].contains($0.fate) })
    }

    public func count(_ fate: Fate) -> Int { lines.count { $0.fate == fate } }
}
