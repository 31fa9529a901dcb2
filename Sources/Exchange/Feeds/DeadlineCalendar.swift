import Cooperation
public import Foundation
public import TextAnalysis

/// Deadlines of opportunities as a calendar (RFC 5545).
///
/// A deadline is a day and not a moment: it is written as an event of the whole day without a zone, so that it stands on the
/// same date in every calendar of the world. It has ended when the day has ended everywhere; the note says when that is.
public struct DeadlineCalendar: Sendable {
    /// What people read in it.
    public struct Wording: Sendable {
        public var name: String
        /// `{title}` is the opportunity's.
        public var deadline: @Sendable (_ title: String) -> String
        public var period: @Sendable (_ title: String) -> String
        /// The last day to register for an event.
        public var registration: @Sendable (_ title: String) -> String
        /// Until when exactly.
        public var note: @Sendable (_ until: Date) -> String

        public init(
            name: String, deadline: @escaping @Sendable (_ title: String) -> String,
            period: @escaping @Sendable (_ title: String) -> String,
            registration: @escaping @Sendable (_ title: String) -> String,
            note: @escaping @Sendable (_ until: Date) -> String
        ) {
            self.name = name
            self.deadline = deadline
            self.period = period
            self.registration = registration
            self.note = note
        }
    }

    private let publisher: Publisher
    private let language: Language
    private let wording: Wording

    public init(_ publisher: Publisher, in language: Language, _ wording: Wording) {
        self.publisher = publisher
        self.language = language
        self.wording = wording
    }

    public func text(_ records: [PublicRecord]) -> String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Bio-Bridge//Deadlines//EN", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "NAME:" + escaped(wording.name), "X-WR-CALNAME:" + escaped(wording.name),
            "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H",
        ]
        for record in records { lines += events(of: record) }
        lines.append("END:VCALENDAR")
        return lines.map(DeadlineCalendar.folded).joined()
    }

    private func events(of record: PublicRecord) -> [String] {
        let title = PublicRecord.best(record.title, in: language)
        if let meeting = record.meeting { return events(of: record, meeting, title) }
        var lines: [String] = []
        if let deadline = record.deadline {
            lines += event(
                record, "deadline", wording.deadline(title), from: deadline, through: deadline,
                note: wording.note(deadline.endEverywhere))
        }
        if let starts = record.starts {
            lines += event(record, "period", wording.period(title), from: starts, through: record.ends ?? starts)
        }
        return lines
    }

    /// An event itself, at its hour where that is known, and its last day to register.
    private func events(of record: PublicRecord, _ meeting: Meeting, _ title: String) -> [String] {
        var times = ["DTSTART;VALUE=DATE:" + compact(meeting.starts)]
        times.append("DTEND;VALUE=DATE:" + compact(meeting.ends.adding(days: 1)))
        if meeting.hasHour {
            times = ["DTSTART:" + Moments.compact(meeting.begins), "DTEND:" + Moments.compact(meeting.isOverAt)]
        }
        let place = meeting.place(in: language)
        let location = place.isEmpty ? meeting.online : place
        if !location.isEmpty { times.append("LOCATION;LANGUAGE=\(language.code):" + escaped(location)) }
        if meeting.way != .inPlace, !meeting.online.isEmpty {
            times.append("CONFERENCE;VALUE=URI;FEATURE=VIDEO:" + meeting.online)
        }
        let isOff = meeting.outlook == .cancelled
        let status = isOff ? "CANCELLED" : meeting.outlook == .postponed ? "TENTATIVE" : "CONFIRMED"
        var lines = event(record, "event", title, times: times, status: status)
        if let day = meeting.registerBy, !isOff {
            lines += event(record, "registration", wording.registration(title), from: day, through: day)
        }
        return lines
    }

    private func event(
        _ record: PublicRecord, _ part: String, _ summary: String, from: CalendarDay, through: CalendarDay,
        note: String? = nil
    ) -> [String] {
        let times = [
            "DTSTART;VALUE=DATE:" + compact(from), "DTEND;VALUE=DATE:" + compact(through.adding(days: 1)),
        ]
        return event(record, part, summary, times: times, status: "CONFIRMED", isFree: true, note: note)
    }

    /// - Parameter isFree: it takes nobody's time.
    private func event(
        _ record: PublicRecord, _ part: String, _ summary: String, times: [String], status: String,
        isFree: Bool = false, note: String? = nil
    ) -> [String] {
        let text = [note, PublicRecord.best(record.summary, in: language)].compactMap { $0 }.filter { !$0.isEmpty }
        return [
            "BEGIN:VEVENT", "UID:\(part)-\(record.key)@\(publisher.host)",
            "DTSTAMP:" + Moments.compact(record.changed), "LAST-MODIFIED:" + Moments.compact(record.changed),
            "SEQUENCE:\(max(0, record.revision - 1))",
        ] + times + [
            "SUMMARY;LANGUAGE=\(language.code):" + escaped(summary),
            "DESCRIPTION;LANGUAGE=\(language.code):" + escaped(text.joined(separator: "\n\n")),
            "URL:" + publisher.address(record.key, in: language), "TRANSP:" + (isFree ? "TRANSPARENT" : "OPAQUE"),
            "STATUS:" + status, "END:VEVENT",
        ]
    }

    private func compact(_ day: CalendarDay) -> String { day.description.replacing("-", with: "") }

    private func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": out += "\\" + String(scalar)
            case "\n": out += "\\n"
            case "\r": continue
            default: if scalar.value >= 0x20 && scalar.value != 0x7F { out.unicodeScalars.append(scalar) }
            }
        }
        return out
    }

    /// Lines of at most 75 bytes, never cut within a sign; what follows begins with a blank.
    static func folded(_ line: String) -> String {
        var out = ""
        var length = 0
        for scalar in line.unicodeScalars {
            let size = String(scalar).utf8.count
            if length + size > 75 {
                out += "\r\n "
                length = 1
            }
            out.unicodeScalars.append(scalar)
            length += size
        }
        return out + "\r\n"
    }
}
