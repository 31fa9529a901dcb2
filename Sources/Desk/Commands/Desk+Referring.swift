public import Cooperation
import Ledger

extension Desk {
    /// A centre hands a request over to the global help desk with its reason, or the global desk hands it back to the centre it
    /// came from. Whoever had the case has it no more; all papers stay with it.
    public func refer(
        _ id: RequestID, because reason: LocalizedText, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        let view = try await dossier(id, for: viewer, step: .refer, once: formKey)
        let dossier = view.dossier
        let last = dossier.referrals.last?.body
        guard let way = dossier.way(ofReferralBy: viewer),
            let hub = way == .toGlobalDesk ? viewer.hub(for: dossier.request.body.country) : last?.hub
        else { throw .refused("refer") }
        let referral = Referral(request: id, hub: hub, way: way, reason: reason)
        try check(referral.problems())
        // Two officers who hand over at the same moment do so once.
        let claim = Claim(space: "turn", key: "\(id.rawValue) referral \(dossier.referrals.count)")
        var sheets = [try Sheet(referral, as: try newID(), by: viewer.author, claims: [claim])]
        if dossier.officer != nil {
            let turn = Claim(space: "turn", key: "\(id.rawValue) charge \(dossier.charges.count)")
            let charge = Charge(request: id, officer: nil)
            sheets.append(try Sheet(charge, as: try newID(), by: viewer.author, claims: [turn]))
        }
        do {
            try await file(sheets, once: formKey)
        } catch .invalid(let problems) where problems.contains(where: { $0.field == "turn" }) {
            throw .conflict(current: dossier.referrals.count + 1)
        }
    }
}
