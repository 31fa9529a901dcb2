import Cooperation
import Vocabulary

/// What each part of a score counts for one candidate, without words for it: cheap enough for thousands.
///
/// All values are multiples of 1/64, so their sum is the same in any order.
struct Tally {
    var values = Values()
    var circle: Circle?

    /// One number for each part.
    struct Values {
        // Sixteen, of which those of `PartName` are used.
        private var numbers = SIMD16<Double>.zero

        subscript(name: PartName) -> Double {
            get { numbers[name.place] }
            set { numbers[name.place] = newValue }
        }

        var sum: Double { numbers.sum() }
    }

    var score: Double { values.sum }

    /// Rounded to what parts are multiples of.
    mutating func set(_ name: PartName, _ value: Double) { values[name] = Part.rounded(value) }

    /// Whether they share more than place, language and record.
    var hasSomethingInCommon: Bool {
        values[.words] > 0 || values[.concepts] > 0 || values[.meaning] > 0 || values[.subjects] > 0
            || values[.targets] > 0
    }
}

extension PartName {
    /// Below 16.
    fileprivate var place: Int {
        switch self {
        case .words: 0
        case .concepts: 1
        case .meaning: 2
        case .subjects: 3
        case .targets: 4
        case .assistance: 5
        case .geography: 6
        case .language: 7
        case .trackRecord: 8
        case .responsiveness: 9
        case .capacity: 10
        case .freshness: 11
        case .exposure: 12
        case .missing: 13
        case .experience: 14
        }
    }
}
