internal import Cooperation
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// The names of institutions a page speaks of.
typealias Institutions = [OrganisationID: LocalizedText]

/// How each kind of record is shown in a list.
extension Visit {
    func row(_ need: Filed<Need>, kind: String? = nil) -> RegisterRow {
        let body = need.body
        return RegisterRow(
            kind: kind, title: text(body.statement.shortened(to: 160)), address: address(.need(need.id)),
            facts: [name(body.country), words(MessageKey("record.lack-\(body.lack.rawValue)"))] + names(body.subjects),
            tags: body.priority == .high ? [Tag(text: words("record.priority-high"), tone: .strong)] : [])
    }

    func row(_ provider: Filed<ProviderProfile>, _ institutions: Institutions, kind: String? = nil) -> RegisterRow {
        let body = provider.body
        return RegisterRow(
            kind: kind, title: text(body.title), address: address(.provider(provider.id)),
            summary: text(body.expertise.shortened(to: 240)),
            facts: [institutions[body.organisation].map { plain($0) }].compactMap { $0 }
                + [coverage(body.coverage, most: 4)] + names(body.subjects),
            tags: isFull(body) ? [Tag(text: words("provider.full"))] : [])
    }

    func row(_ call: Filed<Opportunity>, _ institutions: Institutions, kind: String? = nil) -> RegisterRow {
        let body = call.body
        return RegisterRow(
            kind: kind, title: text(body.title), address: address(.opportunity(call.id)),
            summary: text(body.description.shortened(to: 240)),
            facts: [institutions[body.organisation].map { plain($0) }, deadline(body)].compactMap { $0 },
            tags: tags(of: body))
    }

    /// - Parameter isStale: whether nobody has confirmed it since its term ended.
    func row(_ practice: Filed<Practice>, kind: String? = nil, isStale: Bool = false) -> RegisterRow {
        let body = practice.body
        let places = body.countries.count > 4 ? [] : body.countries.map { name($0) }
        return RegisterRow(
            kind: kind, title: text(body.title), address: address(.practice(practice.id)),
            summary: text(body.summary.shortened(to: 240)), facts: places + names(body.subjects),
            tags: isStale ? [Tag(text: words("library.stale"))] : [])
    }

    func row(_ hub: Filed<Hub>, _ institutions: Institutions, kind: String? = nil) -> RegisterRow {
        let body = hub.body
        return RegisterRow(
            kind: kind, title: text(body.name), address: address(.hub(hub.id)),
            summary: text(body.mandate.shortened(to: 240)),
            facts: [institutions[body.organisation].map { plain($0) }].compactMap { $0 }
                + [words("hub.countries", count: body.countries.count), languages(body.languages)])
    }

    func row(_ institution: Filed<Organisation>, kind: String? = nil) -> RegisterRow {
        let body = institution.body
        return RegisterRow(
            kind: kind, title: text(body.name), address: address(.organisation(institution.id)),
            facts: [body.acronym, body.country.map { name($0) } ?? "", body.type.label(in: language)]
                .filter { !$0.isEmpty })
    }

    // MARK: Words of records

    func name(_ country: CountryCode) -> String { country.country.name(in: language) }

    func names(_ subjects: [SubjectID]) -> [String] { subjects.map { $0.label(in: language) } }

    func languages(_ codes: [LanguageCode]) -> String { words.list(codes.map { $0.name(in: language) }) }

    /// The places an offer is for; many are counted.
    func coverage(_ coverage: Coverage, most: Int = .max) -> String {
        switch coverage {
        case .everywhere: words("record.everywhere")
        case .countries(let places) where places.count > most: words("record.countries", count: places.count)
        case .countries(let places): words.list(words.sorted(Array(places)) { name($0) }.map { name($0) })
        }
    }

    func isFull(_ profile: ProviderProfile) -> Bool { profile.fullUntil.map { $0 > today } ?? false }

    /// The days left to apply in which a call is said to close soon.
    static let soon = 21

    /// The day that is not over everywhere yet.
    var openDay: CalendarDay { Opportunity.openDay(at: now) }

    func tags(of call: Opportunity) -> [Tag] {
        guard let deadline = call.deadline else { return [] }
        guard call.isOpen(at: now) else { return [Tag(text: words("opportunity.closed"))] }
        return deadline.ordinal - today.ordinal <= Self.soon
            ? [Tag(text: words("opportunity.closing-soon"), tone: .act)] : []
    }

    /// The last day to apply, and how far off it is.
    func deadline(_ call: Opportunity) -> String {
        guard let deadline = call.deadline else { return words("opportunity.no-deadline") }
        guard call.isOpen(at: now) else { return words("opportunity.closed-on", ["date": day(deadline)]) }
        return words(
            "opportunity.until",
            ["date": day(deadline), "days": words.relativeDay(deadline.ordinal - today.ordinal)])
    }
}

extension LocalizedText {
    /// Each version cut after a whole word where it is longer.
    func shortened(to limit: Int) -> LocalizedText {
        var short = LocalizedText()
        for (language, version) in versions {
            short.set(version.text.shortened(to: limit), in: language, origin: version.origin)
        }
        return short
    }
}

extension String {
    /// Cut after a whole word, with an ellipsis; scripts without blanks are cut after a sign.
    func shortened(to limit: Int) -> String {
        guard count > limit else { return self }
        let start = prefix(limit)
        let end = start.lastIndex(where: \.isWhitespace).map { start[..<$0] } ?? start
        return (end.count > limit / 2 ? end : start) + "…"
    }
}
