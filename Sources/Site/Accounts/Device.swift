/// Browser and system of a person, as she would name them herself: "Firefox, Android". No more than that is kept.
enum Device {
    /// Empty where nothing is known. The names are names in every language.
    static func name(userAgent: String) -> String {
        let browser = first(
            [
                ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"),
                ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
            ], in: userAgent)
        let system = first(
            [
                ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
                ("CrOS", "ChromeOS"),
                ("Macintosh", "macOS"), ("Linux", "Linux"),
            ], in: userAgent)
        return [browser, system].compactMap(\.self).joined(separator: ", ")
    }

    private static func first(_ signs: [(sign: String, name: String)], in text: String) -> String? {
        signs.first { text.contains($0.sign) }?.name
    }
}
