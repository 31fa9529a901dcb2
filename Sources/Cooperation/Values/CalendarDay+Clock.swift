public import Foundation

extension CalendarDay {
    /// The day it is in Greenwich at this moment.
    public init(_ moment: Date) {
        self.init(ordinal: Int((moment.timeIntervalSince1970 / 86_400).rounded(.down)))
    }

    /// The moment this day has ended everywhere on Earth: noon of the next day in Greenwich, midnight at UTC−12.
    /// A deadline on a day means until this moment, so that nobody is late by living in the west.
    public var endEverywhere: Date { Date(timeIntervalSince1970: Double(ordinal + 1) * 86_400 + 43_200) }

    /// The moment this day begins in Greenwich.
    public var start: Date { Date(timeIntervalSince1970: Double(ordinal) * 86_400) }
}
