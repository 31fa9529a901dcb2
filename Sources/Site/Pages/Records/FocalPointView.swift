internal import Cooperation
internal import Desk
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// A country's national focal point as everybody sees her: whether one is named here, her office, and the way to write to
/// her. Neither her name nor her address.
struct FocalPointView {
    let country: CountryCode
    let isNamed: Bool
    let office: (id: OrganisationID, name: LocalizedText)?
    let visit: Visit

    init(of country: CountryCode, _ visit: Visit, _ desk: Desk) async throws {
        self.country = country
        self.visit = visit
        let found = try await desk.focalPoint(of: country)
        isNamed = found.isNamed
        if let id = found.office, let name = try await desk.institutions([id])[id] {
            office = (id, name)
        } else {
            office = nil
        }
    }

    func html() -> HTML {
        let words = visit.words
        guard isNamed else { return HTML(text: words("place.not-named")) }
        let office = office.map { office -> HTML in
            let link = visit.link(visit.plain(office.name), .organisation(office.id)).html()
            return "<p>\(words.html("place.office", ["institution": link]))</p>"
        }
        let write = visit.link(words("place.write"), .enquiry(to: .focalPoint(country)))
        return "<p>\(words("place.named"))</p>\(office)<p>\(write.html())</p>"
    }
}
