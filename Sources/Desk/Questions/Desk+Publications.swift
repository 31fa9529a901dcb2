public import Catalogue
public import Cooperation
public import Foundation

extension Desk {
    /// What everybody may read, and what everybody once could, in the order in which the public saw it change.
    public func publications(
        _ filter: PublicationFilter, after sequence: Int64 = 0, limit: Int
    ) async throws(DeskError) -> [Publication] {
        try await asking { try await catalogue.publications(filter, after: sequence, limit: limit) }
    }

    public func publicationCount(
        _ filter: PublicationFilter, after sequence: Int64 = 0
    ) async throws(DeskError) -> Int {
        try await asking { try await catalogue.publicationCount(filter, after: sequence) }
    }

    /// Nil for what the public never could read: a confidential request does not betray that it exists.
    public func publication(_ key: String) async throws(DeskError) -> Publication? {
        try await asking { try await catalogue.publication(key) }
    }

    public func earliestPublication() async throws(DeskError) -> Date? {
        try await asking { try await catalogue.earliestPublication() }
    }

    /// Public records of a kind in the order of their first writing, behind a place in the ledger. Who goes on behind the
    /// last one it got has each of them once, whatever is revised meanwhile.
    public func records<Body: PublicPaper>(
        _ kind: Body.Type, _ filter: RecordFilter, after first: Int64, limit: Int
    ) async throws(DeskError) -> [(first: Int64, paper: Filed<Body>)] {
        try await asking { try await catalogue.papers(kind, filter, after: first, limit: limit) }
    }
}

extension Resource: PublicPaper {}
