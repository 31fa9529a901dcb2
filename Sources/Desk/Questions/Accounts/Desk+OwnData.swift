import Catalogue
public import Cooperation
public import Foundation
import Ledger

extension Desk {
    /// Everything the house has of a person, as one JSON file: her account and what belongs to it, and every paper she signed,
    /// with all revisions that are kept. Left out is what opens something: hashes of passwords, links and codes.
    public func ownData(for viewer: Viewer) async throws(DeskError) -> Data {
        let account = try own(viewer)
        let kinds: Set<PaperKind> = [
            .account, .credential, .session, .factor, .pass, .tidings, .alert, .appointment, .suspension, .dispatch,
            .bulletin, .prompt, .relay, .release,
        ]
        let email = try await self.account(of: viewer).body.email
        let names = try await asking {
            let about = try await catalogue.papers(about: account, kinds: kinds)
            let signed = try await catalogue.papers(signedBy: account)
            let invited = try await catalogue.invitations(to: email).map(\.id.rawValue)
            return [account.rawValue] + Set(about + signed + invited).subtracting([account.rawValue]).sorted()
        }
        var papers: [[String: Any]] = []
        for name in names {
            let entries = try await asking { try await ledger.history(of: PaperID(name)) }
            let revisions: [[String: Any]] = entries.map { entry in
                var revision: [String: Any] = [
                    "revision": entry.revision, "at": entry.at.ISO8601Format(), "author": entry.author,
                ]
                if let body = entry.body.flatMap({ try? JSONSerialization.jsonObject(with: $0) as? [String: Any] }) {
                    revision["body"] = body.filter { !Desk.secretFields.contains($0.key) }
                }
                return revision
            }
            papers.append(["id": name, "kind": entries.first?.kind ?? "", "revisions": revisions])
        }
        let all: [String: Any] = [
            "account": account.rawValue, "made": now.ISO8601Format(), "papers": papers,
        ]
        do {
            return try JSONSerialization.data(
                withJSONObject: all, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        } catch {
            throw .unavailable("desk.encoding")
        }
    }

    private static let secretFields: Set<String> = ["passwordHash", "tokenHash", "recovery"]
}
