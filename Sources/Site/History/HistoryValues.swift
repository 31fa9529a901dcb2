internal import Cooperation
internal import Desk
internal import Foundation
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// The values of papers' fields in words: codes by their labels, identifiers by names, days and amounts as people write them.
struct HistoryValues {
    private let visit: Visit
    private let names: [String: String]

    /// Fetches the names of everything the changes speak of, as this reader may know them.
    init(_ versions: [PaperVersion], _ visit: Visit, _ desk: Desk) async throws(DeskError) {
        self.visit = visit
        var lines: Set<Substring> = []
        for change in versions.flatMap(\.changes) where change.language == nil {
            lines.formUnion(change.old.split(separator: "\n"))
            lines.formUnion(change.new.split(separator: "\n"))
        }
        var names: [String: String] = [:]
        let texts = lines.map(String.init)
        for (id, name) in try await desk.institutions(texts.compactMap(OrganisationID.init(rawValue:))) {
            names[id.rawValue] = visit.plain(name)
        }
        let accounts = Set(texts.compactMap(AccountID.init(rawValue:)))
        for (id, name) in try await desk.names(of: accounts, for: visit.viewer) { names[id.rawValue] = name }
        let candidates = texts.compactMap(Introduction.Candidate.init(name:))
        for (candidate, title) in try await desk.titles(of: candidates) { names[candidate.name] = visit.plain(title) }
        self.names = names
    }

    /// What ties papers together, and what the machine keeps for itself, is left out.
    func isShown(_ name: String) -> Bool {
        !["request", "submission", "revision", "byLetter", "introduction", "answers", "audience"].contains(name)
            && !name.hasPrefix("suggestion")
    }

    func words(_ field: String, _ value: String) -> [String] {
        value.split(separator: "\n").map { word(field, String($0)) }
    }

    private func word(_ field: String, _ value: String) -> String {
        let words = visit.words
        if let name = names[value] { return name }
        switch value {
        case "true": return words("history.yes")
        case "false": return words("history.no")
        default: break
        }
        if AccountID(rawValue: value) != nil { return words("record.author-person") }
        let last = field.split(separator: ".").last.map(String.init) ?? field
        switch last {
        case "country", "otherCountries", "countries": return CountryCode(value).map(visit.name) ?? value
        case "languages": return LanguageCode(value)?.name(in: visit.language) ?? value
        case "subjects": return SubjectID(value)?.label(in: visit.language) ?? value
        case "targets": return FrameworkTarget(value)?.label(in: visit.language) ?? value
        case "free", "atCost", "types", "assistance": return assistance(value)
        case "done", "ended": return moment(value)
        default: break
        }
        if field == "assistance.type" { return assistance(value) }
        if let day = CalendarDay(value) { return visit.day(day) }
        if value.utf8.count < 40, let known = keys(value).first(where: words.has) { return words(known) }
        if let number = Int(value), last != "year" { return words.number(number) }
        if let type = OrganisationType(rawValue: value) { return type.label(in: visit.language) }
        if let level = ApplicationLevel(rawValue: value) { return level.label(in: visit.language) }
        if let type = BeneficiaryType(rawValue: value) { return type.label(in: visit.language) }
        return value
    }

    /// Where the words of a choice may be: those of histories first, then those of the forms in which it is made.
    private func keys(_ value: String) -> [MessageKey] {
        [
            "history.value-\(value)", "desk.verdict-\(value)", "desk.lane-\(value)", "desk.q-criterion-\(value)",
            "casework.measure-\(value)", "request.outcome-\(value)", "request.stage-\(value)",
            "request.product-\(value)", "request.urgency-\(value)", "record.lack-\(value)",
            "record.priority-\(value)", "event.form-\(value)", "event.way-\(value)", "event.fee-\(value)",
            "event.outlook-\(value)", "partnership.form-\(value)",
            "project.stage-\(value)",
        ].map { MessageKey($0) }
    }

    private func assistance(_ value: String) -> String {
        AssistanceTypeID(value)?.label(in: visit.language) ?? value
    }

    private func moment(_ value: String) -> String {
        Double(value).map { visit.words.date(Date(timeIntervalSince1970: $0 / 1000)) } ?? value
    }
}
