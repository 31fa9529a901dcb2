public import Cooperation
import SearchIndex
public import Vocabulary

/// What narrows a list of papers, as far as the index keeps it just as the papers say it.
public struct Narrowing: Hashable, Sendable {
    public var kind: PaperKind
    public var subject: SubjectID?
    public var target: FrameworkTarget?
    /// This type or one below it.
    public var assistance: AssistanceTypeID?
    /// For or in one of these; of opportunities, those whose institutions may apply. Empty: all.
    public var countries: Set<CountryCode>
    /// The last day to apply is none of the days before this one; what has no last day is meant too.
    public var openOn: CalendarDay?
    /// The last day to apply is this one or before.
    public var closesUntil: CalendarDay?

    /// Kinds of which there are very many.
    public static let kinds: Set<PaperKind> = [.provider, .opportunity, .practice, .need]

    public init(
        kind: PaperKind, subject: SubjectID? = nil, target: FrameworkTarget? = nil,
        assistance: AssistanceTypeID? = nil, countries: Set<CountryCode> = [], openOn: CalendarDay? = nil,
        closesUntil: CalendarDay? = nil
    ) {
        self.kind = kind
        self.subject = subject
        self.target = target
        self.assistance = assistance
        self.countries = countries
        self.openOn = openOn
        self.closesUntil = closesUntil
    }
}

extension MatchIndex {
    /// How many papers a list has, and which, in no order, where there are at most so many.
    public func papers(_ narrowing: Narrowing, naming most: Int) -> (total: Int, keys: [String]?) {
        guard let filter = narrowing.filter else { return (0, []) }
        let reader = index.reader
        let query = Query(filter: filter, limit: 1, wantsTotal: true, wantsParts: false)
        let total = reader.search(query).total ?? 0
        guard total > 0, total <= most else { return (total, total == 0 ? [] : nil) }
        let all = Query(filter: filter, limit: total, wantsParts: false)
        return (total, reader.search(all).hits.map(\.key))
    }
}

extension Narrowing {
    /// Nil where nothing can fit.
    fileprivate var filter: Filter? {
        var all: [Filter] = [.facet(Layout.kind, anyOf: [Code.of(kind)])]
        if let subject { all.append(.facet(Layout.subject, anyOf: [Code.of(subject)])) }
        if let target { all.append(.facet(Layout.target, anyOf: [Code.of(target)])) }
        if let assistance { all.append(.facet(Layout.assistance, anyOf: [Code.of(assistance)])) }
        if !countries.isEmpty {
            let codes = countries.sorted().map { Code.of($0) }
            switch kind {
            case .provider: all.append(.facet(Layout.covers, anyOf: [Code.everywhere] + codes))
            case .opportunity: all.append(.facet(Layout.eligible, anyOf: [Code.everywhere] + codes))
            default: all.append(.facet(Layout.place, anyOf: codes))
            }
        }
        if openOn != nil || closesUntil != nil {
            let first = openOn.map { Double($0.ordinal) } ?? -Layout.always
            let last = closesUntil.map { Double($0.ordinal) } ?? Layout.always
            guard first <= last else { return nil }
            all.append(.number(Layout.deadline, first...last))
        }
        return .all(all)
    }
}
