internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// One case on one page: the papers, the candidates, the letters, and what the help desk can do.
enum CasePage {
    static func add(to routes: Routes) {
        let site = routes.site
        routes.get(.helpCase) { request, context, visit, desk in
            let query = try request.query()
            let kept = Routes.kept(query, visit, context, site)
            return try await page(
                try context.pathParameter("id") { Cooperation.RequestID(own: $0) }, visit, desk,
                kept.map { Attempt($0.route, $0.form, [], visit.words) },
                handingOut: query.all(LibraryMatches.field).compactMap(Introduction.Candidate.init(name:)))
        }
        CaseSteps.add(to: routes)
        WhyNotPage.add(to: routes)
    }

    static func page(
        _ id: Cooperation.RequestID, _ visit: Visit, _ desk: Desk, _ attempt: Attempt? = nil,
        handingOut chosen: [Introduction.Candidate] = []
    ) async throws -> Response {
        let it = try await load(id, visit, desk)
        let view = CaseView(
            it: it, attempt: attempt, offers: try await Offers.load(for: it, desk),
            candidates: try await Candidates.view(for: it, desk),
            library: try await LibraryMatches.load(for: it, choosing: chosen, desk),
            desk: try await CaseDesk.load(for: it, desk),
            merged: try await desk.merged(into: id, for: visit.viewer))
        return visit.page(visit.plainTitle(of: it.request), at: .helpCase(id), view.html())
    }

    /// The request, for who serves at its help desk.
    static func load(
        _ id: Cooperation.RequestID, _ visit: Visit, _ desk: Desk
    ) async throws(DeskError) -> RequestCase {
        let it = try await RequestCase.load(id, visit, desk)
        guard it.view.standings.contains(.helpDesk) else {
            throw visit.viewer.isSignedIn ? .refused("seeQueue") : .signInFirst
        }
        return it
    }
}

/// What the help desk does in a case.
enum CaseSteps {
    static func add(to routes: Routes) {
        addHousekeeping(to: routes)
        routes.step(.assessment, names: ["note": "triage-note", "findings": "verdict-countryDriven"]) { sent in
            let (assessment, problems) = try assessment(sent)
            guard problems.isEmpty else { throw DeskError.invalid(problems) }
            try await sent.desk.assess(assessment, by: sent.viewer, once: sent.key)
            return .assessed
        }
        routes.step(.refusal, names: ["text": "refusal"]) { sent in
            try await sent.desk.decline(
                sent.id, because: try sent.written("refusal"), by: sent.viewer, once: sent.key)
            return .declined
        }
        routes.step(
            .answer,
            names: ["text": "answer", "practices": LibraryMatches.field, "resources": LibraryMatches.field]
        ) { sent in
            try await sent.fillIn("answer")
            let records = sent.form.all(LibraryMatches.field).compactMap(Introduction.Candidate.init(name:))
            let answer = Answer(request: sent.id, text: try sent.written("answer"), handingOut: records)
            try await sent.desk.answer(answer, by: sent.viewer, once: sent.key)
            return .answered
        }
        routes.step(.note, names: ["text": "note"]) { sent in
            try await sent.desk.write(
                try sent.written("note"), to: .desk, on: sent.id, by: sent.viewer, once: sent.key)
            return .noted
        }
    }

    private static func assessment(_ sent: SentStep) throws -> (Assessment, [Problem]) {
        var problems: [Problem] = []
        let findings = try Assessment.Criterion.allCases.compactMap { criterion -> Assessment.Finding? in
            let note = try sent.form.text("finding-\(criterion.rawValue)")
            guard let verdict = Assessment.Verdict(rawValue: sent.form.typed("verdict-\(criterion.rawValue)")) else {
                problems.append(Problem(field: "verdict-\(criterion.rawValue)", code: .missing))
                return nil
            }
            return Assessment.Finding(criterion: criterion, verdict: verdict, note: note)
        }
        let lane = Assessment.Lane(rawValue: sent.form.typed("lane"))
        if lane == nil { problems.append(Problem(field: "lane", code: .missing)) }
        let assessment = Assessment(
            request: sent.id, findings: findings, lane: lane ?? .project,
            marks: marks(sent.form, &problems), note: try sent.written("triage-note"))
        return (assessment, problems)
    }
}
