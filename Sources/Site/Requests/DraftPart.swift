internal import Cooperation
internal import Vocabulary
internal import WebSupport

/// The parts in which a request is written, one page each, in this order.
enum DraftPart: String, CaseIterable {
    case need, about, how, more, readers

    /// The names of the form's fields in this part.
    var fields: [String] {
        switch self {
        case .need:
            ["problem", "country", "organisation", "institution-name", "institution-type", "institution-country"]
                + (1...DraftReading.wishes).flatMap { ["assistance-\($0)", "how-\($0)"] }
        case .about: ["title", "targets", "priorities", "level"] + SubjectGroup.allCases.map(DraftFormView.name(of:))
        case .how: ["urgency", "languages", "products"]
        case .more:
            [
                "objectives", "results", "beneficiaries", "otherCountries", "starts", "ends", "amount", "currency",
                "existingInitiatives", "sentElsewhere", "coFinancing", "links",
            ]
        case .readers: ["visibility", "kept-readers", "readers"]
        }
    }

    var next: DraftPart? {
        DraftPart.allCases.firstIndex(of: self).flatMap { place in
            DraftPart.allCases.indices.contains(place + 1) ? DraftPart.allCases[place + 1] : nil
        }
    }

    /// The part in which a field stands; that of a problem's field too (`assistance.0.how`, `subjects`).
    static func part(of field: String) -> DraftPart {
        let name = String(field.prefix { $0 != "." })
        if name == "assistance" { return .need }
        if name == "subjects" { return .about }
        return allCases.first { $0.fields.contains(name) } ?? .need
    }

    /// Whether nothing of this part is missing before the request can be sent.
    func isComplete(in request: Cooperation.Request) -> Bool {
        !request.problemsOfSubmission().contains { DraftPart.part(of: $0.field) == self }
    }

    /// A form of one part laid over all others: what was typed counts, what was cleared is cleared, and the rest stays.
    static func merged(_ typed: Form, over whole: Form) -> Form {
        guard let part = DraftPart(rawValue: typed.typed(fieldName)) else { return typed }
        var fields = whole.fields.filter { !part.fields.contains($0.key) }
        for (name, values) in typed.fields { fields[name] = values }
        return Form(fields: fields)
    }

    static let fieldName = "part"
}
