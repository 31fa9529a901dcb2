import Testing
import TextAnalysis
import Vocabulary

@testable import Cooperation

@Suite("What a paper says, field by field")
struct PaperFieldTests {
    @Test func textsHaveTheirLanguagesAndListsTheirLines() throws {
        let organisation = Organisation(
            name: LocalizedText("Agence", in: .french), type: .academic, country: CountryCode("BJ"),
            links: [Link(title: "Page", address: "https://example.org"), Link(title: "", address: "https://two.org")],
            languages: [LanguageCode(Language.french), LanguageCode(Language.english)])
        let fields = try organisation.fields()
        #expect(fields.contains(PaperField(name: "name", language: .french, value: "Agence")))
        #expect(fields.contains(PaperField(name: "languages", language: nil, value: "fr\nen")))
        #expect(fields.filter { $0.name == "links.address" }.count == 2)
        #expect(!fields.contains { $0.name == "city" || $0.name == "about" })
        var later = organisation
        later.name.set("Agency", in: .english)
        later.links = []
        let changes = FieldChange.changes(from: fields, to: try later.fields())
        #expect(changes.map(\.name) == ["links.address", "links.title", "name"])
        #expect(changes.last == FieldChange(name: "name", language: .english, old: "", new: "Agency"))
        #expect(changes.first?.old == "https://example.org\nhttps://two.org" && changes.first?.new == "")
    }

    @Test func numbersAndFlagsAreWrittenAsTheyAre() throws {
        let plan = Plan(
            request: try #require(RequestID(own: "x")), text: LocalizedText("P", in: .english), needsNoFunding: true)
        #expect(try plan.fields().contains(PaperField(name: "needsNoFunding", language: nil, value: "true")))
        let pledge = Pledge(
            request: try #require(RequestID(own: "x")), organisation: try #require(OrganisationID(own: "y")),
            amount: Money(amount: 1_000_000_000_000, currency: "USD"))
        #expect(
            try pledge.fields().contains(PaperField(name: "amount.amount", language: nil, value: "1000000000000")))
    }
}
