import Catalogue
public import Cooperation
import Foundation

extension Desk {
    /// The browsers in which this person is signed in, the one last used first.
    public func sessions(of viewer: Viewer) async throws(DeskError) -> [Filed<Session>] {
        let account = try own(viewer)
        let all = try await asking { try await catalogue.sessions(of: account) }
        return all.filter { $0.body.isOpen(at: now, idle: Desk.idleLength) }
            .sorted { ($0.body.seen ?? $0.at, $0.id) > ($1.body.seen ?? $1.at, $1.id) }
    }

    /// Ends one of her sessions.
    /// - Throws: `notFound` for somebody else's.
    public func end(_ session: ID<Session>, by viewer: Viewer, once formKey: String? = nil) async throws(DeskError) {
        let account = try own(viewer)
        guard let filed = try await asking({ try await catalogue.paper(session) }), filed.body.account == account else {
            throw .notFound
        }
        if filed.body.ended == nil { try await file([try ended(filed)], once: formKey) }
    }

    /// Ends all of her sessions, or all but the one she reads in.
    public func endSessions(
        except kept: ID<Session>? = nil, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        let sheets = try await endings(of: try own(viewer), except: kept)
        if !sheets.isEmpty { try await file(sheets, once: formKey) }
    }

    /// Sheets that end the open sessions of an account, half-open ones too.
    func endings(of account: AccountID, except kept: ID<Session>? = nil) async throws(DeskError) -> [Sheet] {
        var sheets: [Sheet] = []
        for session in try await asking({ try await catalogue.sessions(of: account) })
        where session.body.ended == nil && session.body.expires > now && session.id != kept {
            sheets.append(try ended(session))
        }
        return sheets
    }

    /// The account of who acts for herself.
    func own(_ viewer: Viewer) throws(DeskError) -> AccountID {
        guard let account = viewer.account, viewer.may(.keepOwnAccount) else { throw .signInFirst }
        return account
    }
}
