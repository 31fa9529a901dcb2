public import Catalogue
public import Cooperation
import Foundation

/// What a provider has to show for itself (R5): help given, what was said of it, who its people are.
public struct Promotion: Sendable {
    public var record: ResponseRecord
    /// From public requests only, the newest first.
    public var feedback: [Filed<Feedback>]
    /// Those who speak for it, by name; empty for who has not signed in.
    public var people: [String]
    /// It is the reader's own record: she sees it before everybody does.
    public var isOwn: Bool

    /// The mean of all points, 1 to 5; nil where nobody has said anything.
    public var averagePoints: Double? {
        feedback.isEmpty ? nil : Double(feedback.map(\.body.points).reduce(0, +)) / Double(feedback.count)
    }
}

extension Desk {
    public func promotion(of id: ProviderID, for viewer: Viewer) async throws(DeskError) -> Promotion {
        let provider = try await record(id, for: viewer)
        let year = now.addingTimeInterval(-365 * 86_400)
        let (records, feedback) = try await asking {
            (try await catalogue.responseRecords(of: [id], since: year), try await catalogue.feedback(on: id))
        }
        var people: [String] = []
        if viewer.isSignedIn {
            people = try await speakers(for: provider.body.organisation).map(\.account.body.name).sorted()
        }
        return Promotion(
            record: records[id] ?? ResponseRecord(), feedback: feedback, people: people,
            isOwn: viewer.isSignedIn && keeps(provider, viewer))
    }

    /// A provider says until when it takes nothing on; nil: it takes on requests again. Matching leaves it out meanwhile.
    public func setFull(
        _ id: ProviderID, until day: CalendarDay?, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        let provider = try await record(id, for: viewer)
        guard viewer.organisations.contains(provider.body.organisation) else {
            throw viewer.isSignedIn ? .refused("writeProvider") : .signInFirst
        }
        if let day, day <= today || day > today.adding(days: 730) {
            throw .invalid([Problem(field: "full-until", code: .outOfBounds, figures: ["least": 1, "most": 730])])
        }
        guard provider.body.fullUntil != day else { return }
        var body = provider.body
        body.fullUntil = day
        try await write(body, as: id, from: provider.revision, by: viewer, once: formKey)
    }
}
