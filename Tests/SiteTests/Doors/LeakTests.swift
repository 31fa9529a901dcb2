import Cooperation
import Desk
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary
import WebTesting

@testable import Site

/// No page of the site shows a text to somebody who may not read it (T4): every page, every role, every record.
@Suite("No page leaks") struct LeakTests {
    /// A text that stands in one place only, and who may read it.
    struct Secret: Sendable {
        let text: String
        let readers: Set<Who>
    }

    private func text(_ word: String) -> LocalizedText { LocalizedText(word, in: .french) }

    /// A request whose every text holds the word.
    private func request(_ word: String, _ cast: Cast, _ visibility: Cooperation.Request.Visibility) throws
        -> Cooperation.Request
    {
        var body = try cast.request(title: "Titre \(word)", visibility: visibility)
        body.problem = text("Nous ne savons pas \(word)")
        body.priorities = text("Plan \(word)")
        body.objectives = text("But \(word)")
        body.results = text("Fruit \(word)")
        body.existingInitiatives = text("Autres \(word)")
        body.coFinancing = text("Part \(word)")
        return body
    }

    @Test(
        "drafts, requests not passed yet, confidential ones, letters, notes, addresses: each is read by its readers alone"
    )
    func everything() async throws {
        let scene = try await Scene()
        let (desk, cast) = (scene.desk, scene.cast)
        let agency: Set<Who> = [.requester]
        let inside = agency.union(Set<Who>.country).union([Who.officer])
        var secrets: [Secret] = []
        var requests: [Cooperation.RequestID] = []

        // A draft is its institution's alone; what is being rewritten, too.
        requests.append(try await desk.draft(try request("Xadraft", cast, .everybody), by: cast.requester))
        secrets.append(Secret(text: "Xadraft", readers: agency))
        let sent = try await desk.draft(try request("Xasent", cast, .everybody), by: cast.requester)
        try await desk.submit(sent, by: cast.requester)
        requests.append(sent)
        secrets.append(Secret(text: "Xasent", readers: inside))
        let asked = try await desk.draft(try request("Xaasked", cast, .everybody), by: cast.requester)
        try await desk.submit(asked, by: cast.requester)
        try await desk.take(.question, on: asked, because: text("Question Xawhy"), by: cast.focalPoint)
        try await desk.revise(
            asked, to: try request("Xarewritten", cast, .everybody),
            from: try await desk.dossier(asked, for: cast.requester).dossier.request.revision, by: cast.requester)
        requests.append(asked)
        secrets.append(Secret(text: "Xarewritten", readers: agency))
        secrets.append(Secret(text: "Xaasked", readers: inside))
        secrets.append(Secret(text: "Xawhy", readers: inside))

        // A confidential one, as far as an introduction: its parties, and the readers it names.
        let reader = try #require(scene.viewers[.reviewer]?.account)
        let hidden = try await desk.draft(try request("Xahidden", cast, .named([reader])), by: cast.requester)
        try await desk.submit(hidden, by: cast.requester)
        try await desk.take(.endorsement, on: hidden, by: cast.focalPoint)
        let finding = Assessment.Finding(criterion: .clearProblem, verdict: .yes, note: "Remarque Xafinding")
        try await desk.assess(
            Assessment(request: hidden, findings: [finding], lane: .project, note: text("Note Xaassessment")),
            by: cast.officer)
        _ = try await desk.introduce(
            Introduction(request: hidden, candidate: .provider(cast.offer), letter: text("Chers Xaletter")),
            by: cast.officer)
        try await desk.write(text("Bonjour Xamessage"), on: hidden, by: cast.requester)
        try await desk.write(text("Entre nous Xanote"), to: .desk, on: hidden, by: cast.officer)
        requests.append(hidden)
        let parties = inside.union([Who.provider, .reviewer])
        secrets.append(Secret(text: "Xahidden", readers: parties))
        secrets.append(Secret(text: "Xaletter", readers: parties))
        secrets.append(Secret(text: "Xamessage", readers: parties))
        secrets.append(Secret(text: "Xanote", readers: [.officer]))

        // A public one: its letters and the desk's remarks stay inside.
        let open = try await desk.draft(try request("Xapublic", cast, .everybody), by: cast.requester)
        try await desk.submit(open, by: cast.requester)
        try await desk.take(.endorsement, on: open, by: cast.focalPoint)
        let remark = Assessment.Finding(criterion: .clearProblem, verdict: .yes, note: "Remarque Xaremark")
        try await desk.assess(
            Assessment(request: open, findings: [remark], lane: .project, note: text("Note Xajudgement")),
            by: cast.officer)
        _ = try await desk.introduce(
            Introduction(request: open, candidate: .provider(cast.offer), letter: text("Chers Xaopenletter")),
            by: cast.officer)
        try await desk.write(text("Bonjour Xaconversation"), on: open, by: cast.provider)
        try await desk.write(text("Entre nous Xaopennote"), to: .desk, on: open, by: cast.officer)
        requests.append(open)
        let conversation = inside.union([Who.provider])
        secrets.append(Secret(text: "Xapublic", readers: .everybody))
        secrets.append(Secret(text: "Xaopenletter", readers: conversation))
        secrets.append(Secret(text: "Xaconversation", readers: conversation))
        secrets.append(Secret(text: "Xaopennote", readers: [.officer]))
        secrets.append(Secret(text: "Xaremark", readers: conversation))
        secrets.append(Secret(text: "Xajudgement", readers: conversation))

        // Addresses are for administrators; each sees her own, and who invited sees whom.
        for who in Who.allCases where who != .visitor {
            secrets.append(Secret(text: "\(who.name)@example.org", readers: [who, .administrator]))
        }
        secrets.append(Secret(text: "yao@example.org", readers: [.administrator, .focalPoint]))
        // Efua's stands on the page that the link of her letter opens.
        secrets.append(Secret(text: "colleague@example.org", readers: [.administrator]))

        var seen: Set<String> = []
        for who in Who.allCases {
            let browser = try await scene.browser(of: who)
            for (route, door) in Door.all where door.get != nil {
                for own in try await scene.all(of: door, requests: requests) {
                    for path in paths(route, scene.path(route, own) + door.query(scene)) {
                        let page = try await browser.client.get(path).text
                        for secret in secrets where page.contains(secret.text) {
                            #expect(secret.readers.contains(who), "\(path) shows \(secret.text) to \(who)")
                            seen.insert(secret.text)
                        }
                    }
                }
            }
        }
        let unseen = secrets.map(\.text).filter { !seen.contains($0) && $0.hasPrefix("Xa") }
        #expect(
            unseen.filter { !["Xafinding", "Xaassessment", "Xaremark", "Xajudgement"].contains($0) } == [],
            "their readers read them")
        try await scene.house.strike()
    }

    /// The page itself; lists and the search also asked for words that stand in all of them.
    private func paths(_ route: SiteRoute, _ path: String) -> [String] {
        switch route {
        case .search: [path, "/fr/search?q=titre", "/fr/search?q=savons+plan", "/fr/search?q=fruit+but"]
        case .requests: [path, "/fr/requests?page=2", "/fr/requests?country=BJ"]
        default: [path]
        }
    }
}
