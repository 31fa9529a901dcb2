import Catalogue
import Cooperation
import Desk
import Foundation
import Ledger
import Localisation
import Rehearsal
import Testing
import TextAnalysis
import WebTesting

@testable import Site

/// Whatever somebody writes into a paper is shown as what it is, on every page, to everybody (T4).
@Suite("Stored script") struct StoredScriptTests {
    static let hostile =
        "<script>alert(1)</script>\"'><img src=x onerror=alert(1)><xss a=`javascript:alert(1)`>&lt;script&gt;"

    @Test("the reader of pages finds what a browser would run")
    func reader() {
        #expect(Markup("<p>fine <a href=\"/en\">x</a><script src=\"/assets/a.js\" defer></script></p>").dangers == [])
        for harm in [
            "<script>x</script>", "<ScRiPt src=//evil>", "<img src=x>", "<a href=\" java\nscript:x\">", "<p/onclick=x>",
            "<svg><a xlink:href='javascript:x'>", "<p style=\"x\">", "<!-- --><iframe>", "<p a='>' onload = x>",
        ] {
            #expect(!Markup(harm).dangers.isEmpty, "\(harm)")
        }
        #expect(Markup("<!-- <script> -->&lt;script&gt;").dangers == [])
        #expect(Markup("<p title=\"<script>\">").dangers == [])
    }

    /// The same body with the hostile text in every string that takes it, one after the other.
    private func spoiled<Body: Paper>(_ body: Body) throws -> Body {
        var json = try JSONSerialization.jsonObject(with: body.encoded())
        var body = body
        for path in paths(to: json) {
            // Where a file lies is counted from its bytes; nobody types it.
            if case .name(let name)? = path.last, ["digest", "passage"].contains(name) { continue }
            let changed = replaced(json, at: path[...])
            guard let data = try? JSONSerialization.data(withJSONObject: changed),
                let decoded = try? Body.decoded(from: data), decoded.problems().isEmpty
            else { continue }
            json = changed
            body = decoded
        }
        return body
    }

    private enum Key { case name(String), place(Int) }

    private func paths(to value: Any) -> [[Key]] {
        if let object = value as? [String: Any] {
            return object.sorted { $0.key < $1.key }.flatMap { key, value in paths(to: value).map { [.name(key)] + $0 }
            }
        }
        if let list = value as? [Any] {
            return list.enumerated().flatMap { place, value in paths(to: value).map { [.place(place)] + $0 } }
        }
        return value is String ? [[]] : []
    }

    private func replaced(_ value: Any, at path: ArraySlice<Key>) -> Any {
        guard let first = path.first else { return StoredScriptTests.hostile }
        switch first {
        case .name(let name):
            guard var object = value as? [String: Any], let inner = object[name] else { return value }
            object[name] = replaced(inner, at: path.dropFirst())
            return object
        case .place(let place):
            guard var list = value as? [Any] else { return value }
            list[place] = replaced(list[place], at: path.dropFirst())
            return list
        }
    }

    /// How many strings of a body hold it.
    private func count<Body: Paper>(_ body: Body) throws -> Int {
        let text = String(decoding: try body.encoded(), as: UTF8.self)
        return text.components(separatedBy: "<script>alert").count - 1
    }

    /// One paper of each kind that the scene has none of.
    private func everyOtherPaper(
        _ scene: Scene, planned: Cooperation.RequestID, introduced: Cooperation.RequestID
    ) async throws -> (ended: Cooperation.RequestID, answered: Cooperation.RequestID) {
        let (desk, cast) = (scene.desk, scene.cast)
        func text(_ word: String) -> LocalizedText { LocalizedText(word, in: .french) }
        try await desk.charge(cast.officer.account, with: introduced, saying: text("x"), by: cast.officer)
        try await desk.add(DeskTask(request: introduced, text: text("x")), by: cast.officer)
        let introduction = try #require(
            try await desk.dossier(introduced, for: cast.officer).dossier.introductions.first?.id)
        try await desk.reply(.declines, to: introduction, on: introduced, because: text("x"), by: cast.provider)
        try await desk.pledge(
            Pledge(request: planned, organisation: cast.institute, amount: nil, text: text("x")), by: cast.provider)
        let partner = try #require(try await desk.dossier(planned, for: cast.officer).dossier.introductions.first?.id)
        try await desk.rate(
            Feedback(request: planned, introduction: partner, points: 4, text: text("x")), by: cast.requester)
        try await desk.close(planned, .fulfilled, saying: text("x"), by: cast.requester)
        let answered = try await scene.request(.triaged)
        try await desk.hold(
            Hold(request: answered, awaits: .others, until: desk.today.adding(days: 9), reason: text("x")),
            by: cast.officer)
        try await desk.answer(Answer(request: answered, text: text("x")), by: cast.officer)
        let referral = Referral(request: introduced, hub: scene.hub, way: .toGlobalDesk, reason: text("x"))
        try await scene.house.stage.ledger.commit([
            Draft(
                paper: PaperID("referral-one"), kind: PaperKind.referral.rawValue, author: "office", base: 0,
                body: try referral.encoded())
        ])
        let (one, two) = (try await scene.request(.submitted), try await scene.request(.submitted))
        try await desk.merge(Merge(merged: .request(one), into: .request(two), reason: text("x")), by: cast.officer)
        return (planned, answered)
    }

    @Test("in every field of every paper: no page holds an element or attribute that is not ours")
    func everywhere() async throws {
        let scene = try await Scene()
        let (stage, cast) = (scene.house.stage, scene.cast)
        var planned = try await scene.request(.planned)
        _ = planned
        let triaged = try await scene.request(.introduced)
        try await scene.desk.write(LocalizedText("Mot", in: .french), on: triaged, by: cast.requester)
        try await scene.desk.write(LocalizedText("Note", in: .french), to: .desk, on: triaged, by: cast.officer)
        let report = Report(
            request: planned, stage: .progress, text: LocalizedText("Vu", in: .french),
            whatDidNotWork: LocalizedText("Rien", in: .french))
        try await scene.desk.report(report, by: cast.provider)
        let questioned = try await scene.request(.questioned)
        let admin = try #require(scene.viewers[.administrator])
        _ = try await scene.dispatch()
        let colleague = try #require(scene.colleague.account)
        try await scene.desk.release(colleague, proof: "x", by: admin)
        try await scene.desk.suspend(colleague, because: "x", by: admin)
        try await scene.desk.reword("home.lead", in: .french, as: ["other": "x"], by: admin)
        let (ended, answered) = try await everyOtherPaper(scene, planned: planned, introduced: triaged)

        // Every paper there is gets a revision in which all its texts are hostile.
        var spoiledFields = 0
        var spoiledKinds: Set<PaperKind> = []
        let head = try await stage.ledger.head().sequence
        var newest: [PaperID: Entry] = [:]
        for entry in try await stage.ledger.entries(after: 0, limit: Int(head)) { newest[entry.paper] = entry }
        for (paper, entry) in newest.sorted(by: { $0.value.sequence < $1.value.sequence }) {
            guard let kind = PaperKind(rawValue: entry.kind), let body = entry.body else { continue }
            func spoil<Body: Paper>(_: Body.Type) async throws {
                let hostile = try spoiled(try Body.decoded(from: body))
                spoiledFields += try count(hostile)
                try await stage.ledger.commit(
                    [
                        Draft(
                            paper: paper, kind: entry.kind, author: entry.author, base: entry.revision,
                            body: try hostile.encoded())
                    ])
            }
            // No default: a new kind of paper does not compile before somebody has thought of it here.
            switch kind {
            case .account: try await spoil(Account.self)
            case .invitation: try await spoil(Invitation.self)
            case .suspension: try await spoil(Suspension.self)
            case .release: try await spoil(Release.self)
            case .organisation: try await spoil(Organisation.self)
            case .hub: try await spoil(Hub.self)
            case .provider: try await spoil(ProviderProfile.self)
            case .opportunity: try await spoil(Opportunity.self)
            case .practice: try await spoil(Practice.self)
            case .partnership: try await spoil(Partnership.self)
            case .event: try await spoil(Event.self)
            case .project: try await spoil(Project.self)
            case .resource: try await spoil(Resource.self)
            case .source: try await spoil(Source.self)
            case .intake: try await spoil(Intake.self)
            case .review: try await spoil(Review.self)
            case .need: try await spoil(Need.self)
            case .document: try await spoil(NationalDocument.self)
            case .potential: try await spoil(PotentialNeed.self)
            case .decision: try await spoil(Decision.self)
            case .request: try await spoil(Cooperation.Request.self)
            case .position: try await spoil(Position.self)
            case .assessment: try await spoil(Assessment.self)
            case .answer: try await spoil(Answer.self)
            case .introduction: try await spoil(Introduction.self)
            case .reply: try await spoil(Reply.self)
            case .plan: try await spoil(Plan.self)
            case .pledge: try await spoil(Pledge.self)
            case .report: try await spoil(Report.self)
            case .closing: try await spoil(Closing.self)
            case .message: try await spoil(Cooperation.Message.self)
            case .charge: try await spoil(Charge.self)
            case .hold: try await spoil(Hold.self)
            case .referral: try await spoil(Referral.self)
            case .task: try await spoil(DeskTask.self)
            case .feedback: try await spoil(Feedback.self)
            case .wording: try await spoil(Wording.self)
            case .rewording: try await spoil(Rewording.self)
            case .merge: try await spoil(Merge.self)
            case .enquiry: try await spoil(Enquiry.self)
            case .dispatch: try await spoil(Dispatch.self)
            case .outreach: try await spoil(Outreach.self)
            case .linkround: try await spoil(LinkRound.self)
            case .brightspot: try await spoil(BrightSpot.self)
            case .practicedraft: try await spoil(PracticeDraft.self)
            case .writeshop: try await spoil(WriteShop.self)
            case .draftnote: try await spoil(DraftNote.self)
            // They open something, and hold nothing that is shown.
            case .credential, .session, .pass, .factor: continue
            // Identifiers, days and choices: nobody types into them.
            case .appointment, .rule, .submission, .reminder, .alert, .bulletin, .confirmation, .notice, .prompt,
                .withdrawal, .tidings, .relay, .nudge, .reading:
                continue
            }
            spoiledKinds.insert(kind)
        }
        let typed = Set(PaperKind.allCases).subtracting([
            .credential, .session, .pass, .factor, .appointment, .rule, .submission, .reminder, .alert, .bulletin,
            .confirmation, .notice, .prompt, .withdrawal, .tidings, .relay, .nudge, .reading,
        ])
        // These are spoiled where there is one; the scene has none.
        let rare: Set<PaperKind> = [.outreach, .linkround, .draftnote]
        #expect(
            typed.subtracting(rare).subtracting(spoiledKinds) == [],
            "the ledger holds a paper of each kind people write")
        try await scene.desk.catchUp()
        #expect(spoiledFields > 100, "the papers hold \(spoiledFields) hostile texts")

        var shown = 0
        planned = triaged
        for who in [Who.visitor, .requester, .provider, .focalPoint, .officer, .donor, .administrator] {
            let browser = try await scene.browser(of: who)
            for (route, door) in Door.all where door.get != nil {
                for own in try await scene.all(
                    of: door, requests: [triaged, questioned, report.request, ended, answered])
                {
                    let path = scene.path(route, own) + door.query(scene)
                    let answer = try await browser.client.get(path)
                    #expect(answer.status < 500, "\(path) for \(who)")
                    guard answer.header("Content-Type")?.hasPrefix("text/html") == true else { continue }
                    let dangers = Markup(answer.text).dangers
                    #expect(dangers.isEmpty, "\(path) for \(who): \(dangers)")
                    shown += answer.text.components(separatedBy: "&lt;script&gt;alert").count - 1
                }
            }
            let search = try await browser.client.get(
                "/fr/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%3E%3Cimg%20src%3Dx%3E")
            #expect(Markup(search.text).dangers.isEmpty)
        }
        #expect(shown > 400, "they are shown, as text: \(shown)")
        try await scene.house.strike()
    }
}

extension Scene {
    /// Every record a door can be opened for: the request doors for all these requests.
    func all(of door: Door, requests: [Cooperation.RequestID]) async throws -> [String?] {
        switch door.place {
        case .one: [nil]
        case .request: requests.map(\.own)
        case .record(let own): [own(self)]
        }
    }
}
