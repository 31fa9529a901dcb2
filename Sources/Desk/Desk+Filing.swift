import Catalogue
import Cooperation
import Foundation
import Ledger

/// A paper on its way into the ledger.
struct Sheet: Sendable {
    var draft: Draft

    init<Body: Paper>(_ body: Body, as id: ID<Body>, base: Int = 0, by author: Author, claims: [Claim] = [])
        throws(DeskError)
    {
        do {
            draft = Draft(
                paper: PaperID(id.rawValue), kind: Body.kind.rawValue, author: author.name, base: base,
                body: try body.encoded(), claims: claims)
        } catch {
            throw .unavailable("desk.encoding")
        }
    }
}

extension Desk {
    /// A new identifier for a paper of this kind.
    func newID<Body: Paper>(_: Body.Type = Body.self) throws(DeskError) -> ID<Body> {
        guard let id = ID<Body>(rawValue: ids.next(Body.kind.rawValue).rawValue) else {
            throw .unavailable("desk.identifier")
        }
        return id
    }

    /// Files all sheets or none, and returns when everything that follows this node's ledger has seen them.
    /// - Parameter formKey: the one-time key of the form; a form sent twice throws `alreadyDone` with the first paper.
    @discardableResult
    func file(_ sheets: [Sheet], once formKey: String? = nil) async throws(DeskError) -> [Entry] {
        let claims = formKey.map { [Claim(space: "form", key: $0)] } ?? []
        // A command that has begun goes to its end, also when the browser has gone.
        let task = Task { [ledger, followers] in
            let entries = try await ledger.commit(sheets.map(\.draft), claiming: claims)
            try await followers.catchUp()
            return entries
        }
        do {
            return try await task.value
        } catch LedgerError.claimed(let claim, let holder) where claim.space == "form" {
            throw .alreadyDone(paper: holder.rawValue)
        } catch {
            throw DeskError(error)
        }
    }

    /// Throws all problems at once.
    func check(_ problems: [Problem]) throws(DeskError) {
        if !problems.isEmpty { throw .invalid(problems) }
    }
}

extension DeskError {
    /// What the modules below say, in the words of the desk.
    init(_ error: any Error) {
        switch error {
        case let error as DeskError: self = error
        case LedgerError.conflict(_, _, let current): self = .conflict(current: current)
        case LedgerError.claimed(let claim, _):
            self = .invalid([Problem(field: claim.space, code: .taken)])
        case LedgerError.tooLarge(_, let limit):
            self = .invalid([Problem(field: "", code: .tooLong, figures: ["limit": limit])])
        case let error as LedgerError: self = .unavailable(error.code)
        case let error as CatalogueError: self = .unavailable(error.code)
        default: self = .unavailable("desk.unexpected")
        }
    }
}

/// Runs a question to the modules below and speaks their errors in the desk's words.
func asking<Value>(_ question: () async throws -> Value) async throws(DeskError) -> Value {
    do {
        return try await question()
    } catch {
        throw DeskError(error)
    }
}
