import Catalogue
import Cooperation
import Desk
import Foundation
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary
import WebTesting

@testable import Site

@Suite("Writing a practice block by block, without a script") struct PracticeFormTests {
    private let short = [
        ("title", "Count by ear"), ("summary", "Microphones tell which birds are there."),
        ("problem", "The forest is too dense to count by eye."), ("whatWasDone", "Microphones in trees"),
        ("results", "Counts each year"), ("countries", "Benin"), ("subjects", "CBD-SUBJECT-PA"),
    ]

    @Test("a block more and a block less: the form comes back with everything that was typed")
    func addAndRemove() async throws {
        let house = try await House()
        let provider = try await house.browser(of: "provider", in: .english)
        let place = "/en/practices/new"
        let empty = try await provider.get(place)
        // The key Enter must save, and not take something out.
        let form = try #require(empty.forms(to: place).first)
        let first = try #require(form.range(of: "<button"))
        #expect(form[first.lowerBound...].hasPrefix("<button class=\"hidden\""))
        #expect(empty.text.contains("name=\"blocks-1-title\"") && !empty.text.contains("name=\"blocks-2-title\""))
        let typed =
            short + [
                ("blocks-1-title", "Microphones"), ("blocks-1-done", "One in each square"),
                ("blocks-1-lessons", "Ants like cables"),
            ]
        let two = try await provider.send(empty, to: place, typed + [("part", "blocks")])
        #expect(two.status == 200)
        for (_, value) in typed where value != "CBD-SUBJECT-PA" { #expect(two.text.contains(value), "\(value)") }
        #expect(two.text.contains("id=\"blocks-2\"") && !two.text.contains("what-is-wrong"))
        let filled =
            typed + [("blocks-2-title", "Volunteers"), ("blocks-2-done", "Twelve villages"), ("part", "blocks-1")]
        let one = try await provider.send(two, to: place, filled)
        #expect(one.text.contains("value=\"Volunteers\"") && one.text.contains("Twelve villages"))
        #expect(!one.text.contains("Ants like cables") && !one.text.contains("id=\"blocks-2\""))
        // Nothing was saved so far.
        let officer = house.cast.officer
        #expect(try await house.stage.desk.waitingForReview(.practice, for: officer).items.isEmpty)
        try await house.strike()
    }

    @Test("at most so many blocks; what is wrong in one is said at its place")
    func problems() async throws {
        let house = try await House()
        let provider = try await house.browser(of: "provider", in: .english)
        let place = "/en/practices/new"
        let page = try await provider.get(place)
        let many = (1...Practice.mostBlocks).map { ("blocks-\($0)-title", "Block \($0)") }
        let full = try await provider.send(page, to: place, short + many + [("part", "blocks")])
        #expect(full.text.contains("id=\"blocks-\(Practice.mostBlocks)\""))
        #expect(!full.text.contains("id=\"blocks-\(Practice.mostBlocks + 1)\""))
        #expect(!full.text.contains("name=\"part\" value=\"blocks\" "))
        let wrong =
            short + [
                ("blocks-1-title", ""), ("blocks-2-title", "No word of what was done"), ("figures-1-what", "Birds"),
                ("figures-1-after", "40"), ("figures-1-year", "soon"),
            ]
        let refused = try await provider.send(page, to: place, wrong)
        #expect(refused.status == 422)
        #expect(refused.text.contains("href=\"#blocks-2-done\"") && refused.text.contains("href=\"#figures-1-year\""))
        #expect(refused.text.contains("value=\"soon\"") && refused.text.contains("No word of what was done"))
        try await house.strike()
    }

    @Test("a practice in full: its page, its snapshot, its search, its translations kept when it is revised")
    func inFull() async throws {
        let house = try await House()
        let desk = house.stage.desk
        let provider = try await house.browser(of: "provider", in: .english)
        let place = "/en/practices/new"
        let sent = try await provider.send(
            try await provider.get(place), to: place,
            short + [
                ("context", "A forest without paths"), ("conditions", "Villages that know birds"), ("cost", "9000"),
                ("whatDidNotWork", "Rain in the first year"), ("blocks-1-title", "Microphones"),
                ("blocks-1-done", "One in each square"), ("blocks-1-enabling", "A workshop that repairs them"),
                ("blocks-1-lessons", "Ants like cables"), ("figures-1-what", "bird species counted"),
                ("figures-1-before", "31"), ("figures-1-after", "87"), ("figures-1-year", "2024"),
                ("figures-2-what", "villages taking part"), ("figures-2-after", "12"),
            ])
        #expect(sent.status == 303, "\(sent.problems)")
        let waiting = try #require(
            try await desk.waitingForReview(.practice, for: house.cast.officer).items.first)
        let id = try #require(PracticeID(rawValue: waiting.record.name))
        try await desk.review(try admission(of: .practice(id)), by: house.cast.officer)
        let filed = try await desk.record(id)
        #expect(filed.body.isFull && filed.body.blocks.count == 1 && filed.body.figures.count == 2)
        let visitor = house.browser()
        let page = try await visitor.get("/en/practices/\(id.own)")
        for text in [
            "A forest without paths", "A workshop that repairs them", "Ants like cables", "87", "villages taking part",
        ] {
            #expect(page.text.contains(text), "\(text)")
        }
        let snapshot = try await visitor.get("/en/practices/\(id.own)?view=short")
        #expect(snapshot.text.contains("87") && snapshot.text.contains("Rain in the first year"))
        #expect(!snapshot.text.contains("Ants like cables") && !snapshot.text.contains("villages taking part"))
        // The words of a block are found.
        #expect(try await desk.search("cables", language: .english).papers.map(\.key) == [id.rawValue])
        // A French version of a block stays with it when another block is put before it.
        var translated = filed.body
        translated.blocks[0].title.set("Des microphones", in: .french, origin: .humanTranslation)
        try await desk.write(translated, as: id, from: filed.revision, by: house.cast.provider)
        let edit = "/en/practices/\(id.own)/edit"
        let form = try await provider.get(edit)
        let hidden = WebAnswer.hiddenFields(in: try #require(form.forms(to: edit).first))
        #expect(hidden.contains { $0 == ("blocks-1-of", "1") })
        let moved =
            short + [
                ("blocks-1-of", ""), ("blocks-1-title", "Maps"), ("blocks-1-done", "Drawn first"), ("blocks-2-of", "1"),
                ("blocks-2-title", "Microphones"), ("blocks-2-done", "One in each square"),
            ]
        #expect(try await provider.send(form, to: edit, moved).status == 303)
        let after = try await desk.record(id).body.blocks
        #expect(after.map { $0.title[.english] } == ["Maps", "Microphones"])
        #expect(after[1].title[.french] == "Des microphones" && after[0].title.languages == [.english])
        try await house.strike()
    }
}
