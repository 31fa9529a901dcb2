public import Foundation

/// An invitation to the roster with all that came of it.
public struct Prospect: Sendable {
    public var invitation: Filed<Invitation>
    public var engagement: Engagement
    /// Oldest first.
    public var steps: [Filed<Outreach>]
    /// When it was accepted, and by whom.
    public var appointment: Filed<Appointment>?
    /// What the institution has put down since: what it offers, and whether that is listed.
    public var offers: [(id: ProviderID, isListed: Bool)]
    /// The last letter was refused by the mail server for good.
    public var isUndelivered: Bool

    public init(
        invitation: Filed<Invitation>, engagement: Engagement, steps: [Filed<Outreach>] = [],
        appointment: Filed<Appointment>? = nil, offers: [(id: ProviderID, isListed: Bool)] = [],
        isUndelivered: Bool = false
    ) {
        self.invitation = invitation
        self.engagement = engagement
        self.steps = steps
        self.appointment = appointment
        self.offers = offers
        self.isUndelivered = isUndelivered
    }

    /// The clock asks once more after so many days.
    public static let reminderAfter = 14
    /// So many days after the last letter without a word it counts as not answered: the link has run out.
    public static let silentAfter = 30

    public enum Standing: String, CaseIterable, Sendable {
        case waiting, undelivered, noAnswer, declined, accepted, offered, member, withdrawn
    }

    /// Computed from the papers and the clock.
    public func standing(at now: Date) -> Standing {
        if offers.contains(where: \.isListed) { return .member }
        if !offers.isEmpty { return .offered }
        if appointment != nil { return .accepted }
        if invitation.body.isWithdrawn { return .withdrawn }
        if declined != nil { return .declined }
        if isUndelivered { return .undelivered }
        return now >= lastLetter.addingTimeInterval(Double(Self.silentAfter) * 86_400) ? .noAnswer : .waiting
    }

    public var declined: Filed<Outreach>? { steps.last { $0.body.event == .declined } }

    public var reminders: Int { steps.count { $0.body.event == .reminded } }

    /// When the last letter was called for.
    public var lastLetter: Date { steps.last { $0.body.event != .declined }?.at ?? invitation.at }

    /// Whether the clock owes the one reminder.
    public func isReminderDue(at now: Date) -> Bool {
        standing(at: now) == .waiting && reminders == 0
            && now >= invitation.at.addingTimeInterval(Double(Self.reminderAfter) * 86_400)
    }
}
