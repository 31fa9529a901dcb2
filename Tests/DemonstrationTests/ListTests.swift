import Catalogue
import Cooperation
import Demonstration
import Desk
import Foundation
import Ledger
import Testing
import Vocabulary

/// Lists as they are asked for a million records, on the records of the demonstration.
@Suite struct ListTests {
    private func filled() async throws -> House {
        let folder = FileManager.default.temporaryDirectory.appending(path: "demonstration-\(UUID().uuidString)")
        try await Demonstration.fill(
            folder: folder, node: "demo", today: FillingTests.today, hash: { "stored:" + $0 })
        return try await House(folder: folder)
    }

    /// By the index's names and numbers, by the catalogue alone, and in order until a page is full.
    @Test func aNarrowedListIsTheSameHoweverItIsFound() async throws {
        let house = try await filled()
        try await compare(ProviderProfile.self, house, dates: false)
        try await compare(Opportunity.self, house, dates: true)
        try await compare(Practice.self, house, dates: false)
        try await compare(Need.self, house, dates: false)
        try await house.strike()
    }

    private func compare<Body: PublicPaper>(_ kind: Body.Type, _ house: House, dates: Bool) async throws {
        let words = Vocabulary.standard
        var filters: [RecordFilter] = words.subjects.map { RecordFilter(subject: $0.id) }
        filters += FrameworkTarget.allCases.map { RecordFilter(target: $0) }
        filters += words.assistanceTypes.map { RecordFilter(assistance: $0.id) }
        filters += words.countries.map { RecordFilter(country: $0.code) }
        filters.append(RecordFilter(countries: Set(words.countries.prefix(60).map(\.code))))
        filters.append(RecordFilter(subject: words.subjects.first?.id, country: CountryCode("BJ")))
        if dates {
            let (day, later) = (FillingTests.today, FillingTests.today.adding(days: 40))
            filters += [
                RecordFilter(openOn: day, order: .deadline), RecordFilter(closedBefore: day, order: .lastDeadline),
                RecordFilter(openOn: day, closesUntil: later, order: .deadline),
                RecordFilter(openOn: later, closesUntil: day, order: .deadline),
                RecordFilter(country: CountryCode("BJ"), openOn: day, order: .deadline),
            ]
        }
        var isFound = false
        for filter in filters {
            let asked = try await house.desk.records(kind, filter, limit: 1_000)
            let counted = try await house.catalogue.papers(kind, filter, limit: 1_000)
            let walked = try await house.catalogue.papers(kind, filter, among: nil, limit: 1_000)
            #expect(asked.total == counted.total && asked.total == asked.items.count, "\(Body.kind) \(filter)")
            #expect(asked.items == counted.items && walked == counted.items, "\(Body.kind) \(filter)")
            isFound = isFound || asked.total > 0
        }
        #expect(isFound)
    }

    @Test func theNumbersKeptAreThoseCountedAndATableMadeAnewIsTheSame() async throws {
        let house = try await filled()
        #expect(try await house.catalogue.wrongTotals().isEmpty)
        let followed = try await house.catalogue.contents()
        let elsewhere = FileManager.default.temporaryDirectory.appending(path: "anew-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
        let anew = try Catalogue(folder: elsewhere, head: try await house.ledger.head(), node: "demo")
        try await anew.follow(house.ledger, anewFrom: 1)
        #expect(try await anew.contents() == followed)
        try anew.close()
        try FileManager.default.removeItem(at: elsewhere)
        try await house.strike()
    }
}
