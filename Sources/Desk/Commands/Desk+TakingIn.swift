public import Catalogue
public import Cooperation
import Ledger
import Vocabulary

extension Desk {
    /// A new identifier, for records that name each other before they are filed.
    public func nextID<Body: Paper>(of kind: Body.Type) throws(DeskError) -> ID<Body> { try newID(kind) }

    /// Takes in a list of records: all of them, with the paper that says where they come from, or none.
    /// - Parameter papers: In the order they are to be filed; signed by this person.
    /// - Throws: `refused`, `invalid` with the problems of all papers, `alreadyDone`, `unavailable`.
    @discardableResult
    public func takeIn(
        _ intake: Intake, as id: IntakeID, _ papers: [ChosenPaper], by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) -> IntakeID {
        try mayTakeIn(viewer)
        var intake = intake
        intake.made = papers.count
        if let ours = viewer.countries(for: .takeIn) {
            try await check(papers, areOf: ours)
            intake.countries = ours.sorted()
        }
        try check(intake.problems() + papers.flatMap(\.problems))
        let sheets = [try Sheet(intake, as: id, by: viewer.author)] + papers.map(\.sheet)
        try await file(sheets, once: formKey)
        return id
    }

    /// Withdraws what an import brought. Records that somebody has revised since, or that others name, stay as they are.
    public func undo(_ id: IntakeID, by viewer: Viewer, once formKey: String? = nil) async throws(DeskError) {
        let filed = try await intake(id, for: viewer)
        // Undone is undone, however often it is asked for.
        if filed.body.isUndone { return }
        let papers = try await asking { try await catalogue.papers(of: id) }
        let untouched = papers.filter { $0.revision == 1 && !$0.isInUse }
        var body = filed.body
        body.isUndone = true
        body.kept = body.made - untouched.count
        var sheets = [try Sheet(body, as: id, base: filed.revision, by: viewer.author)]
        for paper in untouched {
            if let request = RequestID(rawValue: paper.key) {
                // A draft is not taken off public lists, where it never stood: it ends.
                let closing = Closing(request: request, outcome: .withdrawn)
                sheets.append(try Sheet(closing, as: try newID(), by: viewer.author))
                continue
            }
            let withdrawal = Withdrawal(record: paper.key, reason: .intakeUndone)
            sheets.append(try Sheet(withdrawal, as: try newID(), by: viewer.author))
        }
        try await file(sheets, once: formKey)
    }

    public func intake(_ id: IntakeID, for viewer: Viewer) async throws(DeskError) -> Filed<Intake> {
        try mayTakeIn(viewer)
        guard let filed = try await asking({ try await catalogue.paper(id) }), isHers(filed.body, viewer) else {
            throw .notFound
        }
        return filed
    }

    /// The newest first.
    public func intakes(
        for viewer: Viewer, limit: Int = 30, offset: Int = 0
    ) async throws(DeskError) -> Page<Filed<Intake>> {
        try mayTakeIn(viewer)
        let ours = viewer.countries(for: .takeIn)
        return try await asking { try await catalogue.intakes(of: ours, limit: limit, offset: offset) }
    }

    /// What an import brought and what is still here of it.
    public func papers(of id: IntakeID, for viewer: Viewer) async throws(DeskError) -> [TakenInPaper] {
        _ = try await intake(id, for: viewer)
        return try await asking { try await catalogue.papers(of: id) }
    }

    /// Who brings lists of some countries alone sees and undoes those of them alone.
    private func isHers(_ intake: Intake, _ viewer: Viewer) -> Bool {
        guard let ours = viewer.countries(for: .takeIn) else { return true }
        guard let countries = intake.countries, !countries.isEmpty else { return false }
        return ours.isSuperset(of: countries)
    }

    /// Every record is of one of these countries, by itself or by its institution; what is of no country is refused.
    private func check(_ papers: [ChosenPaper], areOf ours: Set<CountryCode>) async throws(DeskError) {
        var countries: [OrganisationID: CountryCode] = [:]
        var named: Set<OrganisationID> = []
        for paper in papers {
            switch paper.home {
            case .institution(let id), .both(_, let id): named.insert(id)
            case .country(let country):
                if let id = OrganisationID(rawValue: paper.sheet.draft.paper.rawValue) { countries[id] = country }
            case .nowhere: break
            }
        }
        for record in try await records(named.filter { countries[$0] == nil }.sorted()) {
            countries[record.id] = record.body.country
        }
        for paper in papers {
            let homes: [CountryCode?] =
                switch paper.home {
                case .country(let country): [country]
                case .institution(let id): [countries[id]]
                case .both(let country, let id): [country, countries[id]]
                case .nowhere: [nil]
                }
            guard homes.allSatisfy({ $0.map(ours.contains) ?? false }) else { throw .refused("takeIn") }
        }
    }

    public func mayTakeIn(_ viewer: Viewer) throws(DeskError) {
        guard viewer.may(.takeIn) else { throw viewer.isSignedIn ? .refused("takeIn") : .signInFirst }
    }
}
