extension Practice {
    public static let mostBlocks = 8
    public static let mostFigures = 6

    /// A piece of a practice that others can take by itself and put together anew (L1).
    public struct Block: Hashable, Codable, Sendable {
        public var title: LocalizedText
        public var done: LocalizedText
        /// What made it possible there.
        public var enabling: LocalizedText
        /// What was learned, failures too.
        public var lessons: LocalizedText

        public init(
            title: LocalizedText, done: LocalizedText, enabling: LocalizedText = LocalizedText(),
            lessons: LocalizedText = LocalizedText()
        ) {
            self.title = title
            self.done = done
            self.enabling = enabling
            self.lessons = lessons
        }

        public var isEmpty: Bool { title.isEmpty && done.isEmpty && enabling.isEmpty && lessons.isEmpty }

        func look(_ check: inout Check, _ field: String) {
            check.text(title, field + ".title", upTo: 250)
            check.text(done, field + ".done", upTo: 4000)
            check.optionalText(enabling, field + ".enabling", upTo: 4000)
            check.optionalText(lessons, field + ".lessons", upTo: 4000)
        }
    }

    /// A result that was measured: what, before and after, as it was counted there (`120 ha`, `1 in 3`).
    public struct ResultFigure: Hashable, Codable, Sendable {
        public var what: LocalizedText
        /// Empty where nothing was measured before.
        public var before: String
        public var after: String
        /// Of the later measurement.
        public var year: Int?

        public init(what: LocalizedText, before: String = "", after: String, year: Int? = nil) {
            self.what = what
            self.before = before
            self.after = after
            self.year = year
        }

        public var isEmpty: Bool { what.isEmpty && before.isEmpty && after.isEmpty && year == nil }

        func look(_ check: inout Check, _ field: String) {
            check.text(what, field + ".what", upTo: 250)
            check.optionalText(before, field + ".before", upTo: 60)
            check.text(after, field + ".after", upTo: 60)
            check.number(year, field + ".year", 1900...2200)
        }
    }
}
