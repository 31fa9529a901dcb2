public import Cooperation
public import Localisation
import Vocabulary

/// The names of the matrix's rows and columns.
extension Words {
    public func name(of row: NeedMatrix.Row) -> String {
        switch row {
        case .heading(let heading): heading.label(in: language)
        case .otherHeading: self("matrix.other-heading")
        case .subject(let subject): subject.label(in: language)
        case .noSubject: self("matrix.no-subject")
        }
    }

    public func name(of column: NeedMatrix.Column) -> String {
        switch column {
        case .region(let region): region.label(in: language)
        case .country(let country): country.country.name(in: language)
        }
    }
}

extension NeedMatrix.Row {
    /// As files name it: the code of the list it is from; empty for needs that no row names.
    public var code: String {
        switch self {
        case .heading(let heading): heading.rawValue
        case .subject(let subject): subject.description
        case .otherHeading, .noSubject: ""
        }
    }
}

extension NeedMatrix.Column {
    public var code: String {
        switch self {
        case .region(let region): region.rawValue
        case .country(let country): country.description
        }
    }
}
