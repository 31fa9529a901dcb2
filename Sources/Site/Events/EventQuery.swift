internal import Catalogue
internal import Cooperation
internal import Foundation
internal import Localisation
internal import TextAnalysis
internal import Vocabulary

/// What narrows a list of events besides theme, target and country.
struct EventQuery {
    enum Which: String, CaseIterable { case upcoming, closing, past, all }

    let which: Which
    let region: Region?
    let language: LanguageCode?
    let form: Event.Form?
    let isFree: Bool

    init(_ query: ListQuery) {
        which = Which(rawValue: query.text("which")) ?? .upcoming
        region = Region(rawValue: query.text("region"))
        language = LanguageCode(query.text("language"))
        form = Event.Form(rawValue: query.text("form"))
        isFree = query.text("fee") == Event.Fee.free.rawValue
    }

    var isFiltered: Bool { region != nil || language != nil || form != nil || isFree }

    /// Its part of the address; what is usual is left out.
    var pairs: [(name: String, value: String)] {
        let all: [(String, String?)] = [
            ("region", region?.rawValue), ("language", language?.description), ("form", form?.rawValue),
            ("fee", isFree ? Event.Fee.free.rawValue : nil),
        ]
        return all.compactMap { name, value in value.map { (name, $0) } }
    }

    /// A filter narrowed by it.
    func narrow(_ filter: RecordFilter, _ visit: Visit, which: Which? = nil) -> RecordFilter {
        var filter = filter
        if let region { filter.countries = Set(region.countries.map(\.code)) }
        filter.language = language
        filter.form = form
        filter.isFree = isFree
        let now = visit.now
        switch which ?? self.which {
        case .upcoming: filter.when = .upcoming(at: now)
        case .closing: filter.when = .closing(from: now, until: now.addingTimeInterval(Double(Visit.soon) * 86_400))
        case .past: filter.when = .past(at: now)
        case .all: filter.when = nil
        }
        filter.order = [.upcoming, .closing].contains(which ?? self.which) ? .begins : .lastOver
        return filter
    }
}
