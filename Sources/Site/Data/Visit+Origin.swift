internal import Cooperation
internal import Desk
internal import Localisation
internal import WebSupport

extension Visit {
    /// An identifier as a link to its page.
    func identifier(_ text: String, _ address: String) -> HTML? {
        links([Cooperation.Link(title: text, address: address)])
    }

    /// Whose list a record was taken from, when, and on what ground; nil for what was written here.
    func origin(_ note: OriginNote?) -> HTML? {
        guard let note else { return nil }
        let source =
            note.origin.address.isEmpty
            ? "\(bdi: note.origin.name)"
            : links([Cooperation.Link(title: note.origin.name, address: note.origin.address)])
                ?? "\(bdi: note.origin.name)"
        let day = note.at.map { ", " + words("record.taken-on", ["date": words.date($0)]) } ?? ""
        guard let consent = note.consent else { return "\(source)\(day)" }
        let ground = words(MessageKey("intake.consent-\(consent.rawValue)"))
        return "\(source)\(day)<br><span class=\"small quiet\">\(ground)</span>"
    }
}
