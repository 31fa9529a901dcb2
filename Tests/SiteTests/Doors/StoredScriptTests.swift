import Catalogue
import Cooperation
import Desk
import Foundation
import Ledger
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
        try await scene.desk.suspend(try #require(scene.colleague.account), because: "x", by: admin)

        // Every paper there is gets a revision in which all its texts are hostile.
        var spoiledFields = 0
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
            switch kind {
            case .account: try await spoil(Account.self)
            case .invitation: try await spoil(Invitation.self)
            case .suspension: try await spoil(Suspension.self)
            case .organisation: try await spoil(Organisation.self)
            case .hub: try await spoil(Hub.self)
            case .provider: try await spoil(ProviderProfile.self)
            case .opportunity: try await spoil(Opportunity.self)
            case .practice: try await spoil(Practice.self)
            case .need: try await spoil(Need.self)
            case .request: try await spoil(Cooperation.Request.self)
            case .position: try await spoil(Position.self)
            case .assessment: try await spoil(Assessment.self)
            case .introduction: try await spoil(Introduction.self)
            case .reply: try await spoil(Reply.self)
            case .plan: try await spoil(Plan.self)
            case .report: try await spoil(Report.self)
            case .message: try await spoil(Message.self)
            case .dispatch: try await spoil(Dispatch.self)
            default: continue
            }
        }
        try await scene.desk.catchUp()
        #expect(spoiledFields > 60, "the papers hold \(spoiledFields) hostile texts")

        var shown = 0
        planned = triaged
        for who in [Who.visitor, .requester, .provider, .focalPoint, .officer, .donor, .administrator] {
            let browser = try await scene.browser(of: who)
            for (route, door) in Door.all where door.get != nil {
                for own in try await scene.all(of: door, requests: [triaged, questioned, report.request]) {
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
        #expect(shown > 200, "they are shown, as text: \(shown)")
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
