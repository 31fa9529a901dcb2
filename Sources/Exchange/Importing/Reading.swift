import Cooperation
import Desk
import TextAnalysis
import Vocabulary

/// Goes through a table line by line and decides what becomes of each.
struct Reading: Sendable {
    let id: IntakeID
    private(set) var report: ImportReport
    /// In the order they are to be filed: an institution before who names it.
    private(set) var papers: [ChosenPaper] = []
    private let table: RawTable
    private let columns: LineReader.Columns
    private let options: Import.Options
    private let viewer: Viewer
    /// The countries whose records this person brings; nil for all.
    private let ours: Set<CountryCode>?
    private let ids: IDSource
    private var institutions: Institutions
    private var works: KnownWorks

    init(
        _ table: RawTable, _ options: Import.Options, viewer: Viewer, institutions: Institutions, works: KnownWorks,
        ids: IDSource
    ) throws {
        self.table = table
        self.options = options
        self.viewer = viewer
        ours = viewer.countries(for: .takeIn)
        self.institutions = institutions
        self.works = works
        self.ids = ids
        columns = LineReader.Columns(table.header)
        report = ImportReport(kind: options.kind, fileName: options.fileName)
        report.unknownColumns = table.header.filter { !$0.trimmingBlanks.isEmpty && ColumnNames.field($0) == nil }
        id = try ids.next(Intake.self)
        let needed = Reading.needed[options.kind, default: "title"]
        guard columns.has(needed) else { throw ImportError.columnMissing(needed, found: table.header) }
    }

    private static let needed: [PublicKind: String] = [.organisation: "name", .need: "statement", .hub: "name"]

    mutating func read() throws {
        for line in table.lines {
            report.lines += 1
            var reader = LineReader(line, columns, language: options.language)
            let fate = try take(&reader)
            switch fate {
            case .made: report.made += 1
            case .known: report.known += 1
            case .refused: report.refused += 1
            }
            report.remarks += reader.remarks
        }
    }

    private mutating func take(_ reader: inout LineReader) throws -> ImportReport.Fate {
        if reader.isRefused { return .refused }
        switch options.kind {
        case .organisation: return try takeOrganisation(&reader)
        case .provider:
            guard let owner = try owner("organisation", &reader), isOurs(owner, &reader) else { return .refused }
            let body = reader.provider(of: owner.id, origin(reader))
            return try finish(body, KnownWorks.names(of: body), body.title, owner, &reader)
        case .opportunity:
            guard let owner = try owner("organisation", &reader), isOurs(owner, &reader) else { return .refused }
            let body = reader.opportunity(of: owner.id)
            return try finish(body, KnownWorks.names(of: body), body.title, owner, &reader)
        case .practice:
            let body = reader.practice(of: partners(&reader))
            return try finish(body, KnownWorks.names(of: body), body.title, nil, &reader)
        case .need:
            guard let body = reader.need(), isOurs(body.country, "country", &reader) else { return .refused }
            return try finish(body, KnownWorks.names(of: body), body.statement, nil, &reader)
        case .resource:
            let body = reader.resource(origin(reader))
            return try finish(body, KnownWorks.names(of: body), body.title, nil, &reader)
        case .hub:
            // Its own name is the centre's, not that of who runs it.
            guard let owner = try owner("organisation", named: "organisation", &reader) else { return .refused }
            let body = reader.hub(of: owner.id)
            return try finish(body, KnownWorks.names(of: body), body.name, owner, &reader)
        case .project:
            guard
                let body = reader.project(
                    of: partners(&reader), partners(&reader, "donors"), origin(reader))
            else { return .refused }
            return try finish(body, KnownWorks.names(of: body), body.title, nil, &reader)
        case .event:
            guard let owner = try owner("organisation", &reader),
                let body = reader.event(of: owner.id, origin(reader))
            else { return .refused }
            return try finish(body, KnownWorks.names(of: body), body.title, owner, &reader)
        case .partnership:
            let body = reader.partnership(of: partners(&reader))
            return try finish(body, KnownWorks.names(of: body), body.title, nil, &reader)
        case .request:
            guard let owner = try owner("organisation", named: "organisation", &reader),
                let body = reader.request(of: owner.id, by: viewer),
                isOurs(body.country, "country", &reader), isOurs(owner, &reader)
            else { return .refused }
            return try finish(body, KnownWorks.names(of: body), body.title, owner, &reader)
        }
    }

    private func origin(_ reader: LineReader) -> Origin {
        Origin(intake: id, key: String(reader.line.number), name: options.source, address: options.address)
    }

    // MARK: Institutions

    private mutating func takeOrganisation(_ reader: inout LineReader) throws -> ImportReport.Fate {
        let body = reader.organisation(origin(reader))
        reader.refuse(body.problems())
        if reader.isRefused { return .refused }
        guard isOurs(body.country, "country", &reader) else { return .refused }
        if let match = institutions.find(body), match.by != nil || !options.takesAlike {
            say(match, "name", &reader)
            return match.by == nil ? .refused : .known
        }
        let new = try ids.next(Organisation.self)
        institutions.add(body, new, .line(reader.line.number))
        papers.append(try ChosenPaper(body, as: new, by: viewer.author))
        show(body.name)
        return .made
    }

    /// Lines of other countries are refused by name, and so are those that do not say their country, where this person brings
    /// the records of some countries alone.
    private func isOurs(_ country: CountryCode?, _ field: String, _ reader: inout LineReader) -> Bool {
        guard let ours else { return true }
        guard let country else {
            reader.refuse(field, .problem(.missing, figures: [:]))
            return false
        }
        if ours.contains(country) { return true }
        reader.refuse(field, .otherCountry(country))
        return false
    }

    private func isOurs(_ owner: Owner, _ reader: inout LineReader) -> Bool {
        isOurs(owner.made?.country ?? institutions.country(of: owner.id), "organisation", &reader)
    }

    private func say(_ match: Institutions.Match, _ field: String, _ reader: inout LineReader) {
        switch (match.place, match.by) {
        case (.here(let id), let by?): reader.note(field, .alreadyHere(key: id.rawValue, name: match.name, by: by))
        case (.line(let line), let by?): reader.note(field, .sameAsLine(line, by: by))
        case (.here(let id), nil): reader.refuse(field, .looksLike(key: id.rawValue, name: match.name))
        case (.line(let line), nil): reader.refuse(field, .looksLikeLine(line, name: match.name))
        }
    }

    /// The institution of a line, and its paper where it has to be made for it.
    private struct Owner {
        let id: OrganisationID
        var made: Organisation?
    }

    /// An identifier of ours, or a name that is found here; else it is made from the line, if that names its country.
    private mutating func owner(
        _ field: String, named: String = "name", _ reader: inout LineReader
    ) throws -> Owner? {
        let text = reader.text(field)
        let own = text.split(separator: "/").last.map(String.init) ?? ""
        if let id = OrganisationID(rawValue: own) {
            if institutions.contains(id) { return Owner(id: id) }
            reader.refuse(field, .unknownInstitution(String(text.prefix(80))))
            return nil
        }
        var body = Organisation(
            name: reader.texts(reader.text(named).isEmpty ? field : named), type: .other, country: nil)
        body.country = reader.country("country")
        body.type = reader.choice("type", Lookups.organisationTypes) ?? .other
        body.ror = reader.ror()
        body.links = reader.links("links").prefix(1).map { $0 }
        body.origin = origin(reader)
        reader.refuse(
            body.problems().map {
                Problem(field: $0.field == "name" ? field : $0.field, code: $0.code, figures: $0.figures)
            })
        if reader.isRefused { return nil }
        if let match = institutions.find(body) {
            if match.by == nil, !options.takesAlike {
                say(match, field, &reader)
                return nil
            }
            if match.by != nil { return Owner(id: match.id) }
        }
        guard body.country != nil || body.ror != nil else {
            reader.refuse(field, .unknownInstitution(String(text.prefix(80))))
            return nil
        }
        return Owner(id: try ids.next(Organisation.self), made: body)
    }

    /// Those of a practice that are here; others are noted.
    private func partners(_ reader: inout LineReader, _ field: String = "organisations") -> [OrganisationID] {
        var found: [OrganisationID] = []
        for name in reader.list(field) {
            let id = OrganisationID(rawValue: name).flatMap { institutions.contains($0) ? $0 : nil }
            let body = Organisation(name: LocalizedText(name, in: .english), type: .other, country: nil)
            guard let id = id ?? institutions.find(body).flatMap({ $0.by == nil ? nil : $0.id }) else {
                reader.note(field, .unknownInstitution(String(name.prefix(80))))
                continue
            }
            if !found.contains(id) { found.append(id) }
        }
        return found
    }

    // MARK: The others

    private mutating func finish<Body: Paper>(
        _ body: Body, _ names: [(Reason.Sameness, String)], _ title: LocalizedText, _ owner: Owner?,
        _ reader: inout LineReader
    ) throws -> ImportReport.Fate {
        reader.refuse(body.problems())
        if reader.isRefused { return .refused }
        if let reason = works.take(names, line: reader.line.number) {
            reader.note("title", reason)
            return .known
        }
        if let owner, let made = owner.made {
            institutions.add(made, owner.id, .line(reader.line.number))
            papers.append(try ChosenPaper(made, as: owner.id, by: viewer.author))
            report.institutions += 1
        }
        papers.append(try ChosenPaper(body, as: try ids.next(Body.self), by: viewer.author))
        show(title)
        return .made
    }

    private mutating func show(_ title: LocalizedText) {
        guard report.examples.count < 10, let text = title.best(for: [])?.version.text else { return }
        report.examples.append(String(text.prefix(120)))
    }
}
