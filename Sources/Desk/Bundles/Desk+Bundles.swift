import Catalogue
public import Cooperation
import Foundation
import Ledger

extension Desk {
    /// All papers of a write-shop to take home, for who opened it. What points to other papers of this node is left out.
    public func bundle(of id: WriteShopID, for viewer: Viewer) async throws(DeskError) -> ShopBundle {
        let shop = try await writeShop(id, for: viewer)
        var bundle = ShopBundle(
            node: nodeKey, shop: id, shopVersion: shop.revision, name: shop.body.name, day: shop.body.day,
            group: shop.body.group)
        for draft in try await asking({ try await catalogue.practiceDrafts(in: id, withDropped: true) }) {
            var practice = draft.body.practice
            var version = draft.revision
            if let became = draft.body.became, let made = try await asking({ try await catalogue.paper(became) }) {
                practice = made.body
                version += made.revision
            }
            practice.request = nil
            practice.begunFrom = nil
            bundle.drafts.append(
                ShopBundle.Draft(
                    id: draft.id, version: version, at: draft.at, writer: draft.body.writer, practice: practice,
                    isDropped: draft.body.isDropped))
            for note in try await asking({ try await catalogue.notes(on: draft.id) }) {
                bundle.notes.append(ShopBundle.Note(id: note.id, at: note.at, body: note.body))
            }
        }
        return bundle
    }

    /// Signs what a bundle comes to: the digest over all its lines.
    public func seal(bundleEnding digest: [UInt8]) -> Seal { sign(digest, for: .bundle) }

    /// What would come of a bundle whose seal was found right. Files nothing.
    public func rehearse(_ bundle: ShopBundle, by viewer: Viewer) async throws(DeskError) -> BundleReport {
        try await plan(bundle, by: viewer).report
    }

    /// Takes in what is new of a bundle whose seal was found right, in one commit: its drafts become those of a closed write-shop
    /// of this person, who goes on writing them and hands them in. The same bundle a second time files nothing.
    @discardableResult
    public func takeIn(
        _ bundle: ShopBundle, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) -> BundleReport {
        try await checkNew(formKey)
        let (report, sheets) = try await plan(bundle, by: viewer)
        if report.obstacle == nil, !sheets.isEmpty { try await file(sheets, once: formKey) }
        return report
    }

    private func plan(
        _ bundle: ShopBundle, by viewer: Viewer
    ) async throws(DeskError) -> (report: BundleReport, sheets: [Sheet]) {
        guard viewer.isSignedIn else { throw .signInFirst }
        guard viewer.may(.openWriteShop) else { throw .refused("openWriteShop") }
        var report = BundleReport()
        let key = bundle.node.description
        report.isNodeKnown = try await asking { try await catalogue.hasWriteShop(fromNode: key) }
        let here = try await asking { try await catalogue.paper(bundle.shop) }
        report.obstacle = obstacle(bundle, here, viewer)
        guard report.obstacle == nil else { return (report, []) }
        var sheets: [Sheet] = []
        var known: Set<PracticeDraftID> = []
        for draft in bundle.drafts {
            let (fate, sheet) = try await plan(draft, of: bundle, by: viewer)
            report.lines.append(BundleReport.Line(draft: draft, fate: fate))
            if ![.foreign, .faulty, .dropped].contains(fate) { known.insert(draft.id) }
            if let sheet { sheets.append(sheet) }
        }
        for note in bundle.notes where known.contains(note.body.draft) && note.body.problems().isEmpty {
            guard try await asking({ try await catalogue.paper(note.id) }) == nil else { continue }
            sheets.append(try Sheet(note.body, as: note.id, by: viewer.author))
            report.newNotes += 1
        }
        if let first = try plan(bundle, here, viewer, hasPapers: !sheets.isEmpty) { sheets.insert(first, at: 0) }
        return (report, sheets)
    }

    private func obstacle(
        _ bundle: ShopBundle, _ here: Filed<WriteShop>?, _ viewer: Viewer
    ) -> BundleReport.Obstacle? {
        if bundle.node == nodeKey { return .heldHere }
        if let here {
            guard let origin = here.body.origin else { return .heldHere }
            guard origin.key == bundle.node.description else { return .otherKey }
            guard here.author == viewer.author else { return .ofSomebodyElse }
        }
        let isTooMuch = bundle.drafts.count > 2 * Desk.mostDrafts || bundle.notes.count > 20 * Desk.mostDrafts
        let ids = Set(bundle.drafts.map(\.id.rawValue) + bundle.notes.map(\.id.rawValue))
        let isTwice = ids.count < bundle.drafts.count + bundle.notes.count
        let sketch = WriteShop(name: bundle.name, day: bundle.day, group: bundle.group, code: newShopCode())
        return isTooMuch || isTwice || !sketch.problems().isEmpty ? .faulty : nil
    }

    /// The write-shop itself, where it is not here yet, or is called otherwise by now.
    private func plan(
        _ bundle: ShopBundle, _ here: Filed<WriteShop>?, _ viewer: Viewer, hasPapers: Bool
    ) throws(DeskError) -> Sheet? {
        let key = bundle.node.description
        guard let here else {
            guard hasPapers else { return nil }
            let code = newShopCode()
            let shop = WriteShop(
                name: bundle.name, day: bundle.day, group: bundle.group, code: code, isClosed: true,
                origin: Provenance(key: key, version: bundle.shopVersion, revision: 1))
            return try Sheet(
                shop, as: bundle.shop, by: viewer.author, claims: [Claim(space: "writeshop", key: code)])
        }
        var body = here.body
        guard let origin = body.origin, bundle.shopVersion > origin.version else { return nil }
        (body.name, body.day, body.group) = (bundle.name, bundle.day, bundle.group)
        guard body != here.body else { return nil }
        body.origin = Provenance(key: key, version: bundle.shopVersion, revision: here.revision + 1)
        return try Sheet(body, as: here.id, base: here.revision, by: viewer.author)
    }

    private func plan(
        _ draft: ShopBundle.Draft, of bundle: ShopBundle, by viewer: Viewer
    ) async throws(DeskError) -> (BundleReport.Fate, Sheet?) {
        let here = try await asking { try await catalogue.paper(draft.id) }
        var practice = draft.practice
        // Institutions that stand here under the same identifier; others mean nothing here.
        let institutions = Set(try await records(practice.organisations).map(\.id))
        practice.organisations.removeAll { !institutions.contains($0) }
        var body = PracticeDraft(owner: nil, writer: draft.writer, practice: practice, shop: bundle.shop)
        body.isDropped = draft.isDropped
        let key = bundle.node.description
        guard draft.version > 0, body.problems().isEmpty else { return (.faulty, nil) }
        guard let here else {
            if draft.isDropped { return (.dropped, nil) }
            body.origin = Provenance(key: key, version: draft.version, revision: 1)
            return (.added, try Sheet(body, as: draft.id, by: viewer.author))
        }
        guard let origin = here.body.origin, origin.key == key, here.body.shop == bundle.shop else {
            return (.foreign, nil)
        }
        if draft.version == origin.version { return (here.body.isDropped ? .dropped : .same, nil) }
        if draft.version < origin.version { return (.older, nil) }
        guard here.revision == origin.revision, here.body.became == nil else { return (.changedHere, nil) }
        body.origin = Provenance(key: key, version: draft.version, revision: here.revision + 1)
        return (
            draft.isDropped ? .dropped : .updated,
            try Sheet(body, as: draft.id, base: here.revision, by: viewer.author)
        )
    }
}
