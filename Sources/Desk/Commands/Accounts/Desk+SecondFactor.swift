import Catalogue
public import Cooperation
public import Foundation
import Ledger

/// How the second factor of an account stands.
public struct FactorView: Sendable {
    public var isOn: Bool
    public var since: Date?
    /// How many recovery codes are left.
    public var recoveryLeft: Int
    /// While she sets it up: what her telephone is told.
    public var key: FactorKey?
}

/// What a typed code was.
enum FactorProof { case telephone, recovery }

extension Desk {
    public func factor(of viewer: Viewer) async throws(DeskError) -> FactorView {
        let account = try own(viewer)
        let factor = try await asking { try await catalogue.factor(of: account) }
        guard let factor, factor.body.ended == nil else { return FactorView(isOn: false, recoveryLeft: 0) }
        return FactorView(
            isOn: factor.body.isOn, since: factor.body.confirmed, recoveryLeft: factor.body.recovery.count,
            key: factor.body.isOn ? nil : key(of: factor.id))
    }

    /// Begins to set it up: from now on `factor(of:)` shows the key. Nothing is asked for until a first code confirmed it.
    public func beginFactor(
        password: String, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        let account = try own(viewer)
        try await demand(password, of: account)
        if let known = try await asking({ try await catalogue.factor(of: account) }), known.body.ended == nil { return }
        try await file([Sheet(Factor(account: account), as: try newID(), by: viewer.author)], once: formKey)
    }

    /// Turns it on with a first code. Other browsers are signed out.
    /// - Returns: the recovery codes, which are shown this once.
    public func confirmFactor(
        code: String, keeping session: ID<Session>?, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) -> [String] {
        let account = try own(viewer)
        guard let factor = try await asking({ try await catalogue.factor(of: account) }), factor.body.ended == nil,
            !factor.body.isOn
        else { throw .notFound }
        var body = factor.body
        guard take(code, from: &body, factor.id) == .telephone else { throw .wrongCode }
        body.confirmed = now
        let codes = newRecoveryCodes()
        body.recovery = codes.map { recoveryHash($0, factor.id) }
        var sheets = [try Sheet(body, as: factor.id, base: factor.revision, by: viewer.author)]
        sheets.append(try Sheet(Tidings(account: account, matter: .factorOn), as: try newID(), by: viewer.author))
        sheets += try await endings(of: account, except: session)
        try await file(sheets, once: formKey)
        return codes
    }

    /// New recovery codes; the old ones are worth nothing any more.
    public func renewRecovery(
        password: String, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) -> [String] {
        let account = try own(viewer)
        try await demand(password, of: account)
        guard let factor = try await asking({ try await catalogue.factor(of: account) }), factor.body.isOn else {
            throw .notFound
        }
        let codes = newRecoveryCodes()
        var body = factor.body
        body.recovery = codes.map { recoveryHash($0, factor.id) }
        try await file([Sheet(body, as: factor.id, base: factor.revision, by: viewer.author)], once: formKey)
        return codes
    }

    /// Turns it off, or stops setting it up.
    public func endFactor(password: String, by viewer: Viewer, once formKey: String? = nil) async throws(DeskError) {
        let account = try own(viewer)
        try await demand(password, of: account)
        guard let factor = try await asking({ try await catalogue.factor(of: account) }), factor.body.ended == nil
        else {
            return
        }
        var sheets = [try ended(factor, by: viewer.author)]
        if factor.body.isOn {
            sheets.append(try Sheet(Tidings(account: account, matter: .factorOff), as: try newID(), by: viewer.author))
        }
        try await file(sheets, once: formKey)
    }

    func ended(_ factor: Filed<Factor>, by author: Author) throws(DeskError) -> Sheet {
        var body = factor.body
        body.ended = now
        body.recovery = []
        return try Sheet(body, as: factor.id, base: factor.revision, by: author)
    }

    /// Takes a code, so that it cannot be taken again; nil where it is none.
    func take(_ code: String, from factor: inout Factor, _ id: ID<Factor>) -> FactorProof? {
        if let step = OneTimeCode.matching(code, key: key(of: id).bytes, at: now, after: factor.lastStep) {
            factor.lastStep = step
            return .telephone
        }
        let hash = recoveryHash(code, id)
        guard let place = factor.recovery.firstIndex(of: hash) else { return nil }
        factor.recovery.remove(at: place)
        return .recovery
    }

    private func key(of factor: ID<Factor>) -> FactorKey {
        FactorKey(bytes: Array(surroundings.secret.derived("factor", factor.rawValue).prefix(20)))
    }

    private func recoveryHash(_ code: String, _ factor: ID<Factor>) -> String {
        let plain = code.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        let bytes = surroundings.secret.derived("recovery", factor.rawValue + " " + plain)
        return bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// Ten characters each, of 31 that are not taken for one another: 49 bits.
    private func newRecoveryCodes() -> [String] {
        let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789")
        return (0..<Factor.recoveryCount).map { _ in
            let letters = (0..<10).map { _ in alphabet[Int(surroundings.random() % UInt64(alphabet.count))] }
            return String(letters.prefix(5)) + "-" + String(letters.suffix(5))
        }
    }
}
