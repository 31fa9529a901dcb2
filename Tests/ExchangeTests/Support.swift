import Cooperation
import Desk
import Foundation
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@testable import Exchange

/// A house whose records leave it.
struct Publishing {
    let stage: Stage
    let cast: Cast

    init() async throws {
        stage = try await Stage()
        cast = try await Cast(on: stage)
    }

    var shelf: Shelf { Shelf(stage.desk) }

    let publisher = Publisher(base: "https://bio-bridge.example/", email: "post@bio-bridge.example") { key, language in
        "/\(language.code)/\(key)"
    }

    func ask(_ pairs: KeyValuePairs<String, String>) async throws -> String {
        try await OAIProvider(shelf, publisher, name: "Test", base: "https://bio-bridge.example/oai").answer(
            pairs.map { (name: $0.key, value: $0.value) })
    }

    /// Institutions, so many.
    func fill(_ count: Int, from first: Int = 0) async throws {
        for number in first..<first + count {
            try await stage.desk.write(
                Organisation(
                    name: LocalizedText("Institute \(number)", in: .english), type: .academic, country: cast.benin,
                    subjects: [try #require(SubjectID("CBD-SUBJECT-PA"))]), by: .office)
        }
    }

    /// All that a harvester gets, page by page; between two pages something happens.
    func harvest(
        _ first: KeyValuePairs<String, String>, between: (Int) async throws -> Void = { _ in }
    ) async throws -> (identifiers: [String], deleted: Set<String>, pages: Int) {
        var identifiers: [String] = []
        var deleted: Set<String> = []
        var answer = try await ask(first)
        for page in 1...200 {
            let root = try XMLTree.read(Data(answer.utf8))
            guard let list = root.first("ListRecords") ?? root.first("ListIdentifiers") else {
                throw HarvestError.refused(root.first("error")?.attributes["code"] ?? "?")
            }
            let headers = list.all("header") + list.all("record").compactMap { $0.first("header") }
            for header in headers {
                let key = String((header.first("identifier")?.text ?? "").split(separator: ":").last ?? "")
                identifiers.append(key)
                if header.attributes["status"] == "deleted" { deleted.insert(key) } else { deleted.remove(key) }
            }
            let token = list.first("resumptionToken")?.text ?? ""
            if token.isEmpty { return (identifiers, deleted, page) }
            try await between(page)
            let verb = first.first { $0.key == "verb" }?.value ?? "ListRecords"
            answer = try await ask(["verb": verb, "resumptionToken": token])
        }
        throw HarvestError.goesInCircles
    }
}
