import Catalogue
import Cooperation
import Desk
import Exchange
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary
import WebTesting

@testable import Site

/// Whatever happens in confidential requests, those who may not read them see the very same bytes as before: on every page,
/// in every list, count, chart, feed, file, map and harvest (Q5, T4). Nothing has to be thought of: all is compared.
@Suite("What is confidential changes nothing") struct InterferenceTests {
    private static let outsiders: [Who] = [
        .visitor, .stranger, .outsider, .donor, .foreignFocalPoint, .hubOfficer, .reviewer,
    ]

    private func text(_ word: String) -> LocalizedText { LocalizedText(word, in: .french) }

    @Test("for everybody who stands outside, in every answer of the site")
    func everywhere() async throws {
        let scene = try await Scene()
        let open = try await scene.request(.underWay)
        var browsers: [(Who, Browser)] = []
        for who in Self.outsiders { browsers.append((who, try await scene.browser(of: who))) }
        let paths = try await paths(in: scene, beside: open)
        #expect(paths.count > 220, "\(paths.count) addresses")
        var before: [String: WebAnswer] = [:]
        for (who, browser) in browsers {
            for path in paths { before["\(who) \(path)"] = try await browser.client.get(path) }
        }
        let hidden = try await hiddenWork(in: scene)
        for (who, browser) in browsers {
            for path in paths {
                let (was, now) = (before["\(who) \(path)"], try await browser.client.get(path))
                #expect(was?.status == now.status, "\(path) for \(who)")
                // A workbook holds the minute it was made; its rows are those of the table.
                let isWorkbook = path.hasSuffix(".xlsx")
                let same = isWorkbook || was.map { steady($0.text) == steady(now.text) } ?? false
                if !same { Issue.record("\(path) for \(who): \(difference(was?.text ?? "", now.text))") }
                for id in hidden where now.text.contains(id.own) { Issue.record("\(path) for \(who) names \(id)") }
            }
            for id in hidden {
                for path in [
                    "/fr/requests/\(id.own)", "/fr/requests/\(id.own)?stay=1", "/id/\(id.rawValue)",
                    "/fr/requests/\(id.own)/history", "/fr/requests/\(id.own)/paper",
                    "/fr/files/\(id.rawValue).jsonld",
                ] {
                    let status = try await browser.client.get(path).status
                    #expect(status == 404, "\(path) for \(who): \(status)")
                }
            }
        }
        try await scene.house.strike()
    }

    @Test("no answer to a visitor holds an address of anybody")
    func addresses() async throws {
        let scene = try await Scene()
        let open = try await scene.request(.underWay)
        let browser = scene.house.browser()
        let paths = try await paths(in: scene, beside: open)
        for path in paths {
            let answer = try await browser.client.get(path).text
            // Efua's own letter leads to the page that shows her address.
            guard !path.contains(scene.link) else { continue }
            #expect(answer.firstMatch(of: /[a-z.-]+@example\.org/) == nil, "\(path)")
        }
        try await scene.house.strike()
    }

    /// Everything of the site that can be asked for without knowing of a hidden request.
    private func paths(in scene: Scene, beside open: Cooperation.RequestID) async throws -> [String] {
        var paths: [String] = ["/robots.txt", "/sitemap.xml", "/sitemap/0.xml", "/sitemap/1.xml"]
        let requests = [open]
        for (route, door) in Door.all.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where door.get != nil {
            for own in try await scene.all(of: door, requests: requests) {
                paths.append(scene.path(route, own) + door.query(scene))
            }
        }
        for verb in ["Identify", "ListSets", "ListMetadataFormats"] { paths.append("/oai?verb=\(verb)") }
        for verb in ["ListIdentifiers", "ListRecords"] {
            for format in ["oai_dc", "biobridge"] { paths.append("/oai?verb=\(verb)&metadataPrefix=\(format)") }
        }
        for kind in PublicKind.allCases {
            for ending in DataFile.endings(ofList: kind) { paths.append("/fr/files/\(kind.plural).\(ending.rawValue)") }
            paths.append("/fr/search?kind=\(kind.rawValue)")
        }
        let records: [String] = [
            open.rawValue, scene.need.rawValue, scene.practice.rawValue, scene.opportunity.rawValue, scene.hub.rawValue,
            scene.resource.rawValue, scene.partnership.rawValue, scene.cast.offer.rawValue, scene.cast.agency.rawValue,
            scene.cast.institute.rawValue, scene.cast.fund.rawValue,
        ]
        for key in records {
            paths += ["/fr/history/\(key)", "/id/\(key)"]
            for ending in DataFile.Ending.allCases where DataFile("\(key).\(ending.rawValue)") != nil {
                paths.append("/fr/files/\(key).\(ending.rawValue)")
            }
        }
        for list in ["requests", "needs", "providers", "practices", "opportunities", "organisations"] {
            paths += ["/fr/\(list)?country=BJ", "/fr/\(list)?sort=oldest", "/fr/\(list)?subject=CBD-SUBJECT-PA"]
        }
        paths += ["parc", "lions", "suivi", "secret", "Xasecret"].map { "/fr/search?q=\($0)" }
        paths += [
            "/fr/countries/bj", "/fr/organisations/\(scene.cast.agency.own)", "/ar/figures", "/fr/matrix?rows=subject",
        ]
        return paths
    }

    /// Confidential requests, at every point of their way, beside what is public.
    private func hiddenWork(in scene: Scene) async throws -> [Cooperation.RequestID] {
        let (desk, cast) = (scene.desk, scene.cast)
        var hidden: [Cooperation.RequestID] = []
        for point in [Scene.Point.drafted, .submitted, .questioned, .endorsed, .triaged, .matched] {
            hidden.append(try await scene.request(point, visibility: .named([])))
        }
        let whole = try await scene.request(.underWay, visibility: .named([]))
        hidden.append(whole)
        try await desk.write(text("Xasecret"), on: whole, by: cast.requester)
        try await desk.pledge(
            Pledge(request: whole, organisation: cast.institute, amount: nil, text: text("Xasecret")), by: cast.provider
        )
        try await desk.report(Report(request: whole, stage: .final, text: text("Xasecret")), by: cast.provider)
        let introduction = try #require(
            try await desk.dossier(whole, for: cast.officer).dossier.introductions.first?.id)
        try await desk.rate(
            Feedback(request: whole, introduction: introduction, points: 5, text: text("Xasecret")), by: cast.requester)
        try await desk.close(whole, .fulfilled, saying: text("Xasecret"), by: cast.requester)
        // Two that are one, and one that was taken back.
        let (one, other) = (try await double(scene), try await double(scene))
        try await desk.merge(
            Merge(merged: .request(one), into: .request(other), reason: text("Xasecret")), by: cast.officer)
        let third = try await double(scene)
        try await desk.withdraw(third, because: text("Xasecret"), by: cast.requester)
        hidden += [one, other, third]
        // The desk's own work.
        try await desk.charge(cast.officer.account, with: hidden[4], saying: text("Xasecret"), by: cast.officer)
        return hidden
    }

    private func double(_ scene: Scene) async throws -> Cooperation.RequestID {
        let (desk, cast) = (scene.desk, scene.cast)
        let id = try await desk.draft(
            try cast.request(title: "Xasecret des lions", visibility: .named([])), by: cast.requester)
        try await desk.submit(id, by: cast.requester)
        try await desk.take(.endorsement, on: id, by: cast.focalPoint)
        return id
    }

    /// Without what is new at each look: the tokens of forms, and the numbers under which a failure is found in the log.
    private func steady(_ text: String) -> String {
        text.replacing(/<input type="hidden"[^>]*>/, with: "")
            .replacing(/<b dir="ltr">[0-9A-Z]{4}-[0-9A-Z]{4}<\/b>/, with: "")
    }

    private func difference(_ was: String, _ now: String) -> String {
        let (old, new) = (Array(steady(was)), Array(steady(now)))
        let place =
            zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
        return "…" + String(old[max(0, place - 60)..<min(old.count, place + 80)]) + "… became …"
            + String(new[max(0, place - 10)..<min(new.count, place + 80)])
    }
}
