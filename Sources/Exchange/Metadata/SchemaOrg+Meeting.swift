import Cooperation
import TextAnalysis
import Vocabulary

extension SchemaOrg {
    /// When and where, whether it will be, and what it costs: the properties of `Event`.
    func properties(of meeting: Meeting) -> [(String, JSONValue)] {
        let isExact = meeting.hasHour
        var members: [(String, JSONValue)] = [
            ("startDate", .text(isExact ? Moments.seconds(meeting.begins) : meeting.starts.description)),
            ("endDate", .text(isExact ? Moments.seconds(meeting.isOverAt) : meeting.ends.description)),
            ("eventAttendanceMode", named(mode(meeting.way))), ("eventStatus", named(status(meeting.outlook))),
            ("location", .oneOrMore(places(of: meeting)) ?? .list([])),
        ]
        if meeting.fee == .free { members.append(("isAccessibleForFree", .text("true"))) }
        if let offer = offer(meeting) { members.append(("offers", offer)) }
        return members
    }

    private func mode(_ way: Event.Way) -> String {
        switch way {
        case .inPlace: "OfflineEventAttendanceMode"
        case .online: "OnlineEventAttendanceMode"
        case .both: "MixedEventAttendanceMode"
        }
    }

    private func status(_ outlook: Event.Outlook) -> String {
        switch outlook {
        case .planned: "EventScheduled"
        case .postponed: "EventPostponed"
        case .cancelled: "EventCancelled"
        }
    }

    private func named(_ word: String) -> JSONValue { .object([("@id", .text("https://schema.org/" + word))]) }

    private func places(of meeting: Meeting) -> [JSONValue] {
        var places: [JSONValue] = []
        if meeting.way != .online {
            var address: [(String, JSONValue)] = [("@type", .text("PostalAddress"))]
            if !meeting.city.isEmpty { address.append(("addressLocality", .text(meeting.city))) }
            if let country = meeting.country { address.append(("addressCountry", .text(country.description))) }
            let name = PublicRecord.best(meeting.venue, in: language)
            places.append(
                .object([
                    ("@type", .text("Place")), ("name", .text(name.isEmpty ? meeting.city : name)),
                    ("address", .object(address)),
                ]))
        }
        if meeting.way != .inPlace {
            // Where the room is told after registration, the event's page is the way to it.
            let address = meeting.online.isEmpty ? publisher.lasting(record.key) : meeting.online
            places.append(
                .object([("@type", .text("VirtualLocation")), ("url", .object([("@id", .text(address))]))]))
        }
        return places
    }

    private func offer(_ meeting: Meeting) -> JSONValue? {
        var members: [(String, JSONValue)] = [("@type", .text("Offer"))]
        if meeting.fee == .free { members.append(("price", .text("0"))) }
        if let cost = meeting.cost {
            if meeting.fee != .free { members.append(("price", .text(String(cost.amount)))) }
            members.append(("priceCurrency", .text(cost.currency)))
        }
        if !meeting.registration.isEmpty {
            members.append(("url", .object([("@id", .text(meeting.registration))])))
        }
        if let day = meeting.registerBy { members.append(("validThrough", .text(day.description))) }
        return members.count > 1 ? .object(members) : nil
    }
}
