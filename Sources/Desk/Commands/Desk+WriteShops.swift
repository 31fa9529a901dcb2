import Catalogue
public import Cooperation
import Foundation
import Ledger

extension Desk {
    /// Opens a write-shop. Its code is made here, and no other has it.
    @discardableResult
    public func open(
        writeShop name: String, on day: CalendarDay, group: String, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) -> WriteShopID {
        guard viewer.may(.openWriteShop), viewer.isSignedIn else {
            throw viewer.isSignedIn ? .refused("openWriteShop") : .signInFirst
        }
        let code = newShopCode()
        let shop = WriteShop(name: name, day: day, group: group, code: code)
        try check(shop.problems())
        let id: WriteShopID = try newID()
        let claim = Claim(space: "writeshop", key: code)
        try await file([Sheet(shop, as: id, by: viewer.author, claims: [claim])], once: formKey)
        return id
    }

    func newShopCode() -> String {
        var random = UInt64.zero
        return String(
            (0..<WriteShop.codeLength).map { place in
                if place % 4 == 0 { random = surroundings.random() }
                defer { random /= UInt64(WriteShop.codeLetters.count) }
                return WriteShop.codeLetters[Int(random % UInt64(WriteShop.codeLetters.count))]
            })
    }

    /// Lets nobody new in, or lets in again.
    public func close(_ id: WriteShopID, isClosed: Bool = true, by viewer: Viewer) async throws(DeskError) {
        let filed = try await writeShop(id, for: viewer)
        guard filed.body.isClosed != isClosed else { return }
        var body = filed.body
        body.isClosed = isClosed
        try await file([Sheet(body, as: id, base: filed.revision, by: viewer.author)])
    }

    /// A write-shop, for who opened it.
    public func writeShop(_ id: WriteShopID, for viewer: Viewer) async throws(DeskError) -> Filed<WriteShop> {
        guard viewer.isSignedIn else { throw .signInFirst }
        guard let filed = try await asking({ try await catalogue.paper(id) }), filed.author == viewer.author else {
            throw .notFound
        }
        return filed
    }

    public func writeShops(of viewer: Viewer) async throws(DeskError) -> [Filed<WriteShop>] {
        guard let account = viewer.account else { throw .signInFirst }
        guard viewer.may(.openWriteShop) else { throw .refused("openWriteShop") }
        return try await asking { try await catalogue.writeShops(of: account) }
    }

    /// Who is where: all drafts of a write-shop, in the order they were begun, for who opened it.
    public func practiceDrafts(
        in id: WriteShopID, for viewer: Viewer
    ) async throws(DeskError) -> [Filed<PracticeDraft>] {
        _ = try await writeShop(id, for: viewer)
        return try await asking { try await catalogue.practiceDrafts(in: id) }
    }

    /// Somebody sits down in a write-shop: her own draft is begun. With an account it is hers; without one she writes by a link.
    /// - Throws: `notFound` where no open write-shop has this code.
    @discardableResult
    public func join(
        code typed: String, writer: String, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) -> PracticeDraftID {
        let code = WriteShop.code(typed: typed)
        guard let shop = try await asking({ try await catalogue.writeShop(code: code) }), !shop.body.isClosed else {
            throw .invalid([Problem(field: "code", code: .unknown)])
        }
        let all = try await asking { try await catalogue.practiceDrafts(in: shop.id) }
        if let account = viewer.account, let mine = all.first(where: { $0.body.owner == account && $0.body.isOpen }) {
            return mine.id
        }
        guard all.count < Self.mostDrafts else {
            throw .invalid([
                Problem(field: "code", code: .tooMany, figures: ["most": Self.mostDrafts, "count": all.count])
            ])
        }
        let draft = PracticeDraft(owner: viewer.account, writer: writer, practice: .empty, shop: shop.id)
        var problems = draft.problems()
        if writer.trimmingBlanks.isEmpty { problems.append(Problem(field: "writer", code: .missing)) }
        try check(problems)
        let id: PracticeDraftID = try newID()
        let author = viewer.isSignedIn ? viewer.author : shop.author
        try await file([Sheet(draft, as: id, by: author)], once: formKey)
        return id
    }

    /// More than a room holds: whoever has found a code cannot fill the ledger.
    public static let mostDrafts = 100

    /// The facilitator says something to the writer of a draft.
    public func comment(
        _ text: LocalizedText, on id: PracticeDraftID, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        let draft = try await practiceDraft(id, for: .person(viewer))
        guard try await isFacilitator(viewer, of: draft) else { throw .refused("comment") }
        let note = DraftNote(draft: id, text: text)
        try check(note.problems())
        try await file([Sheet(note, as: try newID(), by: viewer.author)], once: formKey)
    }
}
