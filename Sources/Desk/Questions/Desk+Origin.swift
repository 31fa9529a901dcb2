import Catalogue
public import Cooperation
public import Foundation

/// Where a record comes from that was not written here, and on what ground it may stand here.
public struct OriginNote: Sendable {
    public var origin: Origin
    /// Nil for what was harvested from a source that is open to all.
    public var consent: Intake.Consent?
    /// When the list was taken in.
    public var at: Date?
}

extension Desk {
    /// Nil for what was written here. Everybody may know it: whose list it was, and with what consent.
    public func note(on origin: Origin?) async throws(DeskError) -> OriginNote? {
        guard let origin else { return nil }
        guard let id = origin.intake, let intake = try await asking({ try await catalogue.paper(id) }) else {
            return OriginNote(origin: origin)
        }
        return OriginNote(origin: origin, consent: intake.body.consent, at: intake.at)
    }
}
