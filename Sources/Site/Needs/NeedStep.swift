/// The steps in which a need is said: one question after the other, and at the end all answers once more.
enum NeedStep: String, CaseIterable {
    case what, place, why, belongs, review

    /// The name of the form's field.
    static let fieldName = "step"

    var name: String { rawValue }

    var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    var next: NeedStep { Self.allCases.first { $0.number == number + 1 } ?? .review }
    var before: NeedStep? { Self.allCases.first { $0.number == number - 1 } }

    /// The form's fields that are asked in it.
    var fields: [String] {
        switch self {
        case .what: ["country", "statement", "lack", "purpose"]
        case .place: ["level", "conventions", "priority", "holders", "due"]
        case .why: ["causes", "remedy", "assistance"]
        case .belongs: ["heading", "subjects", "targets", "year", "source"]
        case .review: []
        }
    }
}
