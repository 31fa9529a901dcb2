import Cooperation
import Desk
import Foundation
import Rehearsal
import TextAnalysis

@testable import Exchange

/// Two nodes: the computer in the room, and home. Each has its own secret.
struct TwoNodes {
    let away: Stage
    let home: Stage
    let facilitator: Viewer
    let taker: Viewer
    let shop: WriteShopID

    init() async throws {
        away = try await Stage()
        home = try await Stage()
        facilitator = try await Cast(on: away).officer
        taker = try await Cast(on: home).officer
        shop = try await away.desk.open(
            writeShop: "Pacific write-shop", on: away.desk.today, group: "Six islands", by: facilitator)
    }

    func write(_ title: String, by writer: String) async throws -> PracticeDraftID {
        let code = try await away.desk.writeShop(shop, for: facilitator).body.code
        let id = try await away.desk.join(code: code, writer: writer, by: .visitor)
        try await change(id, title)
        return id
    }

    func change(_ id: PracticeDraftID, _ title: String) async throws {
        let draft = try await away.desk.practiceDraft(id, for: .link)
        var practice = draft.body.practice
        practice.title = LocalizedText(title, in: .english)
        try await away.desk.revise(id, to: practice, from: draft.revision, by: .link)
    }

    func bundle() async throws -> Data {
        try BundleFile.write(try await away.desk.bundle(of: shop, for: facilitator)) {
            away.desk.seal(bundleEnding: $0)
        }
    }

    @discardableResult
    func takeIn(_ file: Data) async throws -> BundleReport {
        try await home.desk.takeIn(try BundleFile.read(file), by: taker)
    }

    /// Titles at home, in the order of the writers.
    func titles() async throws -> [String] {
        try await home.desk.practiceDrafts(in: shop, for: taker).sorted { $0.body.writer < $1.body.writer }
            .map { $0.body.practice.title[.english] ?? "" }
    }

    func strike() async throws {
        try await away.strike()
        try await home.strike()
    }
}
