internal import ArgumentParser
internal import Documents
internal import Foundation
internal import NeedsMining
internal import TextAnalysis

extension BenchCommand {
    struct MineBench: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "mine", abstract: "Mines an invented document of many pages (goal S9).",
            discussion:
                "Sentences are made of our own examples and of filler, one in eight near to a need; 500 words a page.")

        @Option(help: "Pages.") var pages = 300
        @Flag(help: "Do without the sentence encoder.") var withoutMeaning = false

        func validate() throws {
            guard (1...10_000).contains(pages) else { throw ValidationError("--pages is a number from 1 to 10000") }
        }

        func run() async throws {
            let encoder = withoutMeaning ? nil : Model.encoder()
            let document = InventedDocument.make(pages: pages)
            let miner = Miner(encoder: encoder)
            // The lists and the thesaurus are read once in the life of a server.
            _ = try await miner.mine(InventedDocument.make(pages: 2))
            let clock = ContinuousClock()
            var found = 0
            let time = try await clock.measure { found = try await miner.mine(document).count }
            let seconds = String(format: "%.2f s", time / .seconds(1))
            let meaning = encoder == nil ? "without meaning" : "with meaning"
            print("\(pages) pages, \(document.blocks.count) paragraphs, \(meaning): \(seconds), \(found) needs")
            print("most memory held: \(Self.mostMemory()) MB")
        }

        /// Of this process, in megabytes.
        private static func mostMemory() -> Int {
            let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
            let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
            return (Int(line.filter(\.isNumber)) ?? 0) / 1024
        }
    }
}

/// A document of English paragraphs that no two pages share.
private enum InventedDocument {
    static func make(pages: Int) -> SourceDocument {
        let examples = NeedExample.own.filter { $0.language == .english }
        let needs = examples.filter(\.isNeed).map(\.text)
        let others = examples.filter { !$0.isNeed }.map(\.text)
        let places = ["north", "south", "east", "west", "delta", "highlands", "islands", "coast"]
        var number = 0
        let made = (1...pages).map { page in
            let blocks = (0..<8).map { _ in
                let sentences = (0..<6).map { _ in
                    number += 1
                    let base = number % 8 == 0 ? needs[number / 8 % needs.count] : others[number % others.count]
                    return "In district \(number) of the \(places[number % places.count]), \(base)"
                }
                return DocumentBlock(.paragraph, sentences.joined(separator: " "), language: .english)
            }
            return DocumentPage(number: page, blocks: blocks)
        }
        return SourceDocument(format: .text, pages: made, language: .english, isPaged: true)
    }
}
