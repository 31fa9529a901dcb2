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
    ///
    /// - Parameters:
    ///   - dossier: what the author saw of the request these papers move. If somebody moved it meanwhile, nothing is filed and
    ///     `conflict` is thrown: two officers cannot introduce the same candidate, silence cannot fall on an endorsement.
    ///   - releasing: claims given back, so that others may have them.
    ///   - formKey: the one-time key of the form; a form sent twice throws `alreadyDone` with the first paper.
    @discardableResult
    func file(
        _ sheets: [Sheet], moving dossier: Dossier? = nil, releasing: [Claim] = [], once formKey: String? = nil
    ) async throws(DeskError) -> [Entry] {
        var claims = formKey.map { [Claim(space: "form", key: $0)] } ?? []
        if let dossier { claims.append(Claim(space: "turn", key: "\(dossier.id.rawValue) \(dossier.turn)")) }
        // A command that has begun goes to its end, also when the browser has gone.
        let task = Task { [ledger, followers] in
            let entries = try await ledger.commit(sheets.map(\.draft), claiming: claims, releasing: releasing)
            try await followers.catchUp()
            return entries
        }
        do {
            return try await task.value
        } catch LedgerError.claimed(let claim, let holder) where claim.space == "form" {
            throw .alreadyDone(paper: holder.rawValue)
        } catch LedgerError.claimed(let claim, _) where claim.space == "turn" {
            throw .conflict(current: (dossier?.turn ?? 0) + 1)
        } catch {
            throw DeskError(error)
        }
    }

    /// Throws `alreadyDone` if this form was taken before.
    func checkNew(_ formKey: String?) async throws(DeskError) {
        guard let formKey else { return }
        let holder = try await asking { try await ledger.holder(of: Claim(space: "form", key: formKey)) }
        if let holder { throw .alreadyDone(paper: holder.rawValue) }
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
