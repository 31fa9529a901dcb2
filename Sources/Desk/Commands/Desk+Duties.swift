import Catalogue
public import Cooperation
public import Foundation
import Ledger

/// What the clock did in one round.
public struct DutyDone: Hashable, Sendable {
    public var request: RequestID
    public var duty: Duty
}

extension Desk {
    /// Does everything the clock owes by that moment: reminders, silence, lapses. Each is done once, however often and from
    /// however many servers this is called: the ledger refuses the second claim.
    @discardableResult
    public func doDuties(at moment: Date) async throws(DeskError) -> [DutyDone] {
        var done: [DutyDone] = []
        for request in try await asking({ try await catalogue.requestsOwedByTheClock(at: moment) }) {
            guard let dossier = try await asking({ try await catalogue.dossier(request) }) else { continue }
            for duty in dossier.duties(at: moment) where try await fulfil(duty, of: dossier) {
                done.append(DutyDone(request: request, duty: duty))
            }
        }
        return done
    }

    /// False if it was done already.
    private func fulfil(_ duty: Duty, of dossier: Dossier) async throws(DeskError) -> Bool {
        let id = dossier.id
        // A lapse may come again after a request was revised and submitted anew: its key carries the submission.
        let claim = Claim(space: "duty", key: "\(id.rawValue) \(duty.key) \(dossier.submissions.count)")
        let sheet: Sheet
        switch duty {
        case .remind(let submission, let number):
            let reminder = Reminder(request: id, submission: submission, number: number)
            sheet = try Sheet(reminder, as: try newID(), by: .clock, claims: [claim])
        case .passInSilence(let submission):
            let position = Position(request: id, submission: submission, stance: .silence)
            sheet = try Sheet(position, as: try newID(), by: .clock, claims: [claim])
        case .lapse:
            sheet = try Sheet(Closing(request: id, outcome: .lapsed), as: try newID(), by: .clock, claims: [claim])
        }
        do {
            // A reminder moves nothing.
            let moved: Dossier? = if case .remind = duty { nil } else { dossier }
            try await file([sheet], moving: moved)
            return true
        } catch .invalid(let problems) where problems.contains(where: { $0.field == "duty" && $0.code == .taken }) {
            return false
        } catch .conflict {
            // Somebody acted at this very moment: what is owed now is seen in the next round.
            return false
        }
    }
}
