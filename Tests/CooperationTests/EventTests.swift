import Foundation
import Testing
import TextAnalysis
import Vocabulary

@testable import Cooperation

@Suite("Events: days, hours, and whose clock") struct EventTests {
    private func event(_ change: (inout Event) -> Void = { _ in }) throws -> Event {
        var event = Event(
            form: .workshop, organisation: try #require(OrganisationID(own: "x")),
            title: LocalizedText("A workshop", in: .english), summary: LocalizedText("On parks", in: .english),
            subjects: [try #require(SubjectID("CBD-SUBJECT-PA"))], languages: [LanguageCode(.english)], way: .online,
            starts: try #require(CalendarDay("2026-03-28")), ends: try #require(CalendarDay("2026-03-29")),
            zone: "Europe/Brussels")
        change(&event)
        return event
    }

    private func moment(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

    @Test("it begins and is over by the clock of its place, on the night of the change of the clock, too")
    func moments() throws {
        let plain = try event()
        #expect(plain.problems().isEmpty)
        #expect(plain.begins == (try moment("2026-03-27T23:00:00Z")))
        // The clock goes forward on 29 March: that day has 23 hours.
        #expect(plain.isOverAt == (try moment("2026-03-29T22:00:00Z")))
        let exact = try event {
            $0.startTime = OfficeHours.Time("09:30")
            $0.endTime = OfficeHours.Time("17:00")
        }
        #expect(exact.begins == (try moment("2026-03-28T08:30:00Z")))
        #expect(exact.isOverAt == (try moment("2026-03-29T15:00:00Z")))
        #expect(!exact.isOver(at: try moment("2026-03-29T14:59:59Z")))
        #expect(exact.isOver(at: try moment("2026-03-29T15:00:00Z")))
        // An hour that is left out that night is the one behind it.
        let night = LocalMoment.of(
            try #require(CalendarDay("2026-03-29")), at: OfficeHours.Time("02:30"), in: "Europe/Brussels")
        #expect(night == (try moment("2026-03-29T01:30:00Z")))
        #expect(LocalMoment.of(try #require(CalendarDay("2026-03-29")), in: "Moon/Crater") == nil)
    }

    @Test("one can register until the named day has ended there, and never for what is cancelled or over")
    func registration() throws {
        let open = try event { $0.registerBy = CalendarDay("2026-03-10") }
        let end = try moment("2026-03-10T23:00:00Z")
        #expect(open.registrationCloses == end)
        #expect(open.takesRegistrations(at: end.addingTimeInterval(-1)) && !open.takesRegistrations(at: end))
        #expect(try !event { $0.outlook = .cancelled }.takesRegistrations(at: end))
        #expect(try event { $0.outlook = .postponed }.takesRegistrations(at: end))
        #expect(try !event().takesRegistrations(at: moment("2026-04-01T00:00:00Z")))
    }

    @Test("what is missing or cannot be is said at its field")
    func problems() throws {
        let wrong: [(String, Problem.Code, (inout Event) -> Void)] = [
            (
                "country", .missing,
                {
                    $0.way = .inPlace
                    $0.city = "Dakar"
                }
            ),
            (
                "city", .missing,
                {
                    $0.way = .both
                    $0.country = CountryCode("SN")
                }
            ),
            ("ends", .wrongOrder, { $0.ends = $0.starts.adding(days: -1) }),
            (
                "endTime", .wrongOrder,
                {
                    $0.ends = $0.starts
                    $0.startTime = OfficeHours.Time("10:00")
                    $0.endTime = OfficeHours.Time("09:00")
                }
            ),
            ("zone", .missing, { $0.zone = "" }), ("zone", .unknown, { $0.zone = "Moon/Crater" }),
            ("registerBy", .wrongOrder, { $0.registerBy = $0.ends.adding(days: 1) }),
            ("registration", .notAnAddress, { $0.registration = "javascript:alert(1)" }),
            ("online", .notAnAddress, { $0.online = "room 4" }), ("cost", .missing, { $0.fee = .charged }),
            (
                "cost", .outOfBounds,
                {
                    $0.fee = .free
                    $0.cost = Money(amount: 5, currency: "USD")
                }
            ),
            ("subjects", .missing, { $0.subjects = [] }),
            ("subjects", .tooMany, { $0.subjects = Vocabulary.standard.subjects.prefix(4).map(\.id) }),
            ("languages", .missing, { $0.languages = [] }),
        ]
        for (field, code, change) in wrong {
            let problems = try event(change).problems()
            #expect(problems.map(\.field) == [field] && problems.map(\.code) == [code], "\(field): \(problems)")
        }
    }

    @Test("it comes out of its bytes as it went in")
    func bytes() throws {
        let benin = try #require(CountryCode("BJ"))
        let full = try event {
            $0.startTime = OfficeHours.Time("09:30")
            $0.registerBy = CalendarDay("2026-03-10")
            $0.hub = HubID(own: "x")
            $0.coverage = .countries([benin])
            $0.cost = Money(amount: 20, currency: "EUR")
            $0.fee = .charged
        }
        #expect(try Event.decoded(from: full.encoded()) == full)
    }
}
