internal import Cooperation
public import Foundation
public import TextAnalysis

/// A mail with its words in plain text and in HTML (RFC 5322, RFC 2046 `multipart/alternative`).
public struct MailMessage: Sendable {
    public var from: Mailbox
    public var to: Mailbox
    public var subject: String
    public var date: Date
    /// Unique in the sender's domain for ever, and the same at every attempt: only letters, digits and hyphens.
    public var number: String
    /// What the letter is about; letters about one thing hang together in the reader's mailbox.
    public var thread: String
    public var language: Language
    public var plain: String
    public var html: String
    /// Where who wants no more such letters says so with one step and without signing in (RFC 8058); nil for letters that
    /// belong to what somebody does here.
    public var unsubscribe: String?

    /// The whole mail as it is handed to the server.
    public var content: Data {
        let boundary = "=_\(number)"
        let stop =
            unsubscribe.map {
                ["List-Unsubscribe: <\($0)>", "List-Unsubscribe-Post: List-Unsubscribe=One-Click"]
            } ?? []
        let lines =
            [
                "From: \(from.header)",
                "To: \(to.header)",
                "Subject: \(HeaderText.unstructured(subject, taken: 9))",
                "Date: \(MailMessage.text(of: date))",
                "Message-ID: <\(number)@\(from.domain)>",
                "References: <\(thread)@\(from.domain)>",
                // Holiday notices and other machines do not answer a letter that says so (RFC 3834, 5).
                "Auto-Submitted: auto-generated",
                "Content-Language: \(language.code)",
            ] + stop + [
                "MIME-Version: 1.0",
                "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"",
                "",
                part("plain", plain, boundary),
                part("html", html, boundary),
                "--\(boundary)--",
                "",
            ]
        return Data(lines.joined(separator: "\r\n").utf8)
    }

    private func part(_ type: String, _ text: String, _ boundary: String) -> String {
        let body = BodyText(text)
        return [
            "--\(boundary)", "Content-Type: text/\(type); charset=utf-8", "Content-Transfer-Encoding: \(body.encoding)",
            "", body.content,
        ].joined(separator: "\r\n")
    }

    /// `Mon, 23 Nov 2026 05:44:09 +0000`, in Greenwich, as RFC 5322, 3.3 wants it.
    static func text(of date: Date) -> String {
        let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let day = CalendarDay(date)
        let weekday = Weekday.allCases.firstIndex(of: day.weekday) ?? 0
        let seconds = Int(date.timeIntervalSince(day.start))
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        let (year, month, number) = day.components
        return "\(days[weekday]), \(number) \(months[month - 1]) \(year) \(clock.joined(separator: ":")) +0000"
    }
}
