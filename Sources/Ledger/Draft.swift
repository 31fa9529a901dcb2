public import Foundation

/// A revision that somebody wants to commit.
public struct Draft: Sendable, Equatable {
    public var paper: PaperID
    /// What sort of paper it is. All revisions of a paper have the same kind.
    public var kind: String
    public var author: String
    /// The revision the author saw when writing this one; 0 for a new paper.
    public var base: Int
    public var body: Data
    /// Claims this paper takes with this revision, over those the commit takes for its first draft.
    public var claims: [Claim]

    public init(paper: PaperID, kind: String, author: String, base: Int, body: Data, claims: [Claim] = []) {
        self.paper = paper
        self.kind = kind
        self.author = author
        self.base = base
        self.body = body
        self.claims = claims
    }
}
