public import Cooperation
public import Foundation
import TextAnalysis
public import Vocabulary

/// When and where people meet, as calendars and catalogues ask for it.
public struct Meeting: Sendable {
    public var starts: CalendarDay
    public var ends: CalendarDay
    public var begins: Date
    public var isOverAt: Date
    /// Whether the hour at which it begins is known; else it is told by its days.
    public var hasHour: Bool
    public var registerBy: CalendarDay?
    public var registration: String
    public var way: Event.Way
    public var country: CountryCode?
    public var city: String
    public var venue: LocalizedText
    public var online: String
    public var fee: Event.Fee
    public var cost: Money?
    public var outlook: Event.Outlook

    init(_ event: Event) {
        starts = event.starts
        ends = event.ends
        begins = event.begins
        isOverAt = event.isOverAt
        hasHour = event.startTime != nil
        registerBy = event.registerBy
        registration = event.registration
        way = event.way
        country = event.country
        city = event.city
        venue = event.venue
        online = event.online
        fee = event.fee
        cost = event.cost
        outlook = event.outlook
    }

    /// The place in one line; empty where it is online alone.
    func place(in language: Language) -> String {
        let parts = [PublicRecord.best(venue, in: language), city, country?.country.name(in: language) ?? ""]
        return way == .online ? "" : parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
