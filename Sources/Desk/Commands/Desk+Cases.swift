import Catalogue
public import Cooperation
import Foundation
import Ledger
public import Vocabulary

extension Desk {
    /// An officer takes a case, hands it over to another who serves its country, or gives it back to all.
    public func charge(
        _ officer: AccountID?, with id: RequestID, saying note: LocalizedText = LocalizedText(), by viewer: Viewer,
        once formKey: String? = nil
    ) async throws(DeskError) {
        let view = try await dossier(id, for: viewer, step: .charge, once: formKey)
        if let officer {
            let serves = try await officers(for: view.dossier.request.body.country).contains { $0.id == officer }
            if !serves { throw .invalid([Problem(field: "officer", code: .notAChoice)]) }
        }
        let country = view.dossier.request.body.country
        var hub: HubID?
        if let officer { hub = try await asking { try await self.viewer(officer) }.hub(for: country) }
        let charge = Charge(request: id, officer: officer, note: note, hub: hub)
        try check(charge.problems())
        // Two officers who take a case at the same moment do not both get it.
        let claim = Claim(space: "turn", key: "\(id.rawValue) charge \(view.dossier.charges.count)")
        do {
            try await file([Sheet(charge, as: try newID(), by: viewer.author, claims: [claim])], once: formKey)
        } catch .invalid(let problems) where problems.contains(where: { $0.field == "turn" }) {
            throw .conflict(current: view.dossier.charges.count + 1)
        }
    }

    /// The help desk waits for somebody; its clock stands still until it hears, or until it says so.
    public func hold(_ hold: Hold, by viewer: Viewer, once formKey: String? = nil) async throws(DeskError) {
        let view = try await dossier(hold.request, for: viewer, step: .hold, once: formKey)
        var problems = hold.problems()
        // Waiting without an end is forgetting: sixty days are the longest.
        if hold.until <= today || hold.until > today.adding(days: 60) {
            problems.append(
                Problem(field: "until", code: .outOfBounds, figures: ["least": 1, "most": 60]))
        }
        try check(problems)
        guard view.dossier.openHold == nil else { throw .illegal(.hold, view.state) }
        try await file([Sheet(hold, as: try newID(), by: viewer.author)], once: formKey)
    }

    /// The help desk goes on.
    public func resume(_ id: RequestID, by viewer: Viewer, once formKey: String? = nil) async throws(DeskError) {
        let view = try await dossier(id, for: viewer, step: .hold, once: formKey)
        guard let open = view.dossier.openHold else { return }
        var hold = open.body
        hold.ended = now
        try await file([Sheet(hold, as: open.id, base: open.revision, by: viewer.author)], once: formKey)
    }

    public func add(_ task: DeskTask, by viewer: Viewer, once formKey: String? = nil) async throws(DeskError) {
        _ = try await dossier(task.request, for: viewer, step: .task, once: formKey)
        try check(task.problems())
        try await file([Sheet(task, as: try newID(), by: viewer.author)], once: formKey)
    }

    /// Says that a task is done, or that it is not done after all. What it says already is not filed again.
    public func mark(
        _ task: TaskID, on id: RequestID, done: Bool, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        let view = try await dossier(id, for: viewer, step: .task, once: formKey)
        guard let filed = view.dossier.tasks.first(where: { $0.id == task }) else { throw .notFound }
        guard (filed.body.done != nil) != done else { return }
        var body = filed.body
        body.done = done ? now : nil
        try await file([Sheet(body, as: task, base: filed.revision, by: viewer.author)], once: formKey)
    }

    /// Asks somebody who has not answered to do so; a letter follows.
    /// - Throws: `illegal` where nobody waits for her, `invalid` with `outOfBounds` where she was asked less than three days
    ///   ago.
    public func nudge(_ nudge: Nudge, by viewer: Viewer, once formKey: String? = nil) async throws(DeskError) {
        let view = try await dossier(nudge.request, for: viewer, step: .nudge, once: formKey)
        let silent = view.dossier.silent(at: now)
        guard let party = silent.first(where: { $0.asked == nudge.asked && $0.introduction == nudge.introduction })
        else { throw .illegal(.nudge, view.state) }
        if let last = view.dossier.lastNudge(of: party),
            now.timeIntervalSince(last) < Double(Nudge.pause) * 86_400
        {
            throw .invalid([Problem(field: "nudge", code: .outOfBounds, figures: ["least": Nudge.pause, "most": 365])])
        }
        try await file([Sheet(nudge, as: try newID(), by: viewer.author)], once: formKey)
    }
}

/// Somebody who serves at a help desk.
public struct Officer: Hashable, Sendable {
    public var id: AccountID
    public var name: String
}

extension Desk {
    /// Who serves at the help desk for a country today, by name.
    func officers(for country: CountryCode) async throws(DeskError) -> [Officer] {
        try await asking {
            var officers: [Officer] = []
            for account in try await catalogue.papers(try await catalogue.peopleAtTheDesk()) {
                guard try await viewer(account.id).servesAtDesk(for: country) else { continue }
                officers.append(Officer(id: account.id, name: account.body.name))
            }
            return officers.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        }
    }

    /// To whom an officer may hand over a case of this country.
    public func officers(for country: CountryCode, viewer: Viewer) async throws(DeskError) -> [Officer] {
        guard viewer.servesAtDesk(for: country) else {
            throw viewer.isSignedIn ? .refused("seeQueue") : .signInFirst
        }
        return try await officers(for: country)
    }
}
