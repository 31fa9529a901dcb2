extension OfficeHours {
    /// As tables write it: `monday,tuesday 09:00-17:30 Africa/Dakar`.
    public var text: String {
        let days = Weekday.allCases.filter(self.days.contains).map(\.rawValue).joined(separator: ",")
        return "\(days) \(opens.text)-\(closes.text) \(timeZone)"
    }

    /// Nil where a part is missing or is not what it should be.
    public init?(_ text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 3 else { return nil }
        let days = parts[0].split(separator: ",").map { Weekday(rawValue: $0.lowercased()) }
        let times = parts[1].split(separator: "-").map { Time(String($0)) }
        guard !days.contains(nil), times.count == 2, let opens = times[0], let closes = times[1] else { return nil }
        self.init(days: Set(days.compactMap(\.self)), opens: opens, closes: closes, timeZone: String(parts[2]))
    }
}
