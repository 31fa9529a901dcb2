internal import Cooperation
internal import Foundation
internal import Localisation
internal import WebSupport

/// Events in words.
extension Visit {
    func row(_ event: Filed<Event>, _ institutions: Institutions, kind: String? = nil) -> RegisterRow {
        let body = event.body
        let register = body.takesRegistrations(at: now) ? registerBy(body) : nil
        return RegisterRow(
            kind: kind, title: text(body.title), address: address(.event(event.id)),
            summary: text(body.summary.shortened(to: 240)),
            facts: [
                days(of: body), place(of: body), institutions[body.organisation].map { plain($0) } ?? "",
                languages(body.languages), register ?? "",
            ].filter { !$0.isEmpty },
            tags: tags(of: body))
    }

    /// What kind it is, and what must be known before anything else.
    func tags(of event: Event) -> [Tag] {
        var tags = [Tag(text: words(event.form.message), tone: .strong)]
        if event.isOver(at: now), event.outlook == .planned { tags.append(Tag(text: words("event.over"))) }
        if event.outlook != .planned {
            tags.append(Tag(text: words(event.outlook.message), tone: .act))
        } else if closesSoon(event) {
            tags.append(Tag(text: words("event.closing-soon"), tone: .act))
        }
        if event.way != .inPlace { tags.append(Tag(text: words("event.online"))) }
        if event.fee == .free { tags.append(Tag(text: words(event.fee.message))) }
        return tags
    }

    private func closesSoon(_ event: Event) -> Bool {
        guard event.takesRegistrations(at: now), let closes = event.registrationCloses else { return false }
        return closes <= now.addingTimeInterval(Double(Self.soon) * 86_400)
    }

    /// `12 March 2026`, or from one day to another.
    func days(of event: Event) -> String {
        guard event.ends != event.starts else { return day(event.starts) }
        return words("event.from-to", ["from": day(event.starts), "to": day(event.ends)])
    }

    /// City and country; for what is online alone nothing: a tag says so.
    func place(of event: Event) -> String {
        guard event.way != .online else { return "" }
        guard let country = event.country else { return event.city }
        return words("event.city-country", ["city": event.city, "country": name(country)])
    }

    /// The last day to register, and how far off it is; nil where none is named.
    func registerBy(_ event: Event) -> String? {
        event.registerBy.map { last in
            words(
                "event.register-by", ["date": day(last), "days": words.relativeDay(last.ordinal - today.ordinal)])
        }
    }

    /// The hours by the clock of the place, and by the world's where that has another name; nil where they are not said.
    func hours(of event: Event) -> String? {
        guard let start = event.startTime else { return nil }
        let place = event.zone.split(separator: "/").last.map { String($0).replacing("_", with: " ") } ?? event.zone
        if place == "UTC" {
            guard let end = event.endTime else { return words("event.hour-utc", ["start": start.text]) }
            return words("event.hours-utc", ["start": start.text, "end": end.text])
        }
        let moment = words.dateAndTime(event.begins)
        guard let end = event.endTime else {
            return words("event.hour", ["start": start.text, "place": place, "moment": moment])
        }
        return words(
            "event.hours", ["start": start.text, "end": end.text, "place": place, "moment": moment])
    }
}

extension Event.Form {
    var message: MessageKey { MessageKey("event.form-\(rawValue)") }
}

extension Event.Fee {
    var message: MessageKey { MessageKey("event.fee-\(rawValue)") }
}

extension Event.Way {
    var message: MessageKey { MessageKey("event.way-\(rawValue)") }
}

extension Event.Outlook {
    var message: MessageKey { MessageKey("event.outlook-\(rawValue)") }
}
