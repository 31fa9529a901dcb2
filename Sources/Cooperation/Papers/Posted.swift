public import Foundation

/// A paper about one letter on its way: filed before the letter leaves, so that it leaves once, and revised when it is known
/// what came of it. It holds no address and no words.
public protocol Posted: Paper {
    var outcome: Dispatch.Outcome { get set }
    /// 1 for the first.
    var attempt: Int { get set }
    var firstTried: Date { get }
    /// When it is tried again; only while postponed.
    var next: Date? { get set }
    /// What was in the way, as a code such as `smtp.550`; empty where nothing was.
    var trouble: String { get set }
    /// What it is about, as logs name it.
    var subject: String { get }
}

extension Dispatch: Posted {}

extension Bulletin: Posted {
    public var subject: String { "news" }
}

extension Prompt: Posted {
    public var subject: String { "upkeep" }
}

extension Relay: Posted {
    public var subject: String { "enquiry" }
}
