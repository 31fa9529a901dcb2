import Cooperation
import Testing
import TextAnalysis
import Vocabulary

@testable import Matching

/// What holds for any question and any library.
@Suite struct PropertyTests {
    /// A steady source of chance: the same seed gives the same library.
    struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    private func library(_ dice: inout Dice, size: Int) throws -> Library {
        var library = Library()
        let concepts = Thesaurus.standard.concepts
        let countries = Vocabulary.standard.countries.map(\.code.description)
        let types = Vocabulary.standard.assistanceTypes.map(\.id.description)
        for number in 0..<size {
            let language = Language.allCases.randomElement(using: &dice) ?? .english
            let words = (0..<8).compactMap { _ in concepts.randomElement(using: &dice)?.labels[language] }
            try library.provider(
                "p\(number)", words.prefix(2).joined(separator: " "), words.joined(separator: ". "), language,
                seat: countries.randomElement(using: &dice),
                free: (0..<2).compactMap { _ in types.randomElement(using: &dice) },
                atCost: (0..<2).compactMap { _ in types.randomElement(using: &dice) },
                languages: [language.code], fullUntil: Bool.random(using: &dice) ? "2026-09-01" : nil,
                perYear: Int.random(in: 0...5, using: &dice),
                standing: ProviderStanding(
                    helped: Int.random(in: 0...40, using: &dice), takenOn: Int.random(in: 0...6, using: &dice),
                    introduced: 7, answered: Int.random(in: 0...7, using: &dice),
                    worked: experience(&dice)))
        }
        return library
    }

    /// With a dozen countries on three themes.
    private func experience(_ dice: inout Dice) -> Set<Experience> {
        let countries = Vocabulary.standard.countries.shuffled(using: &dice).prefix(12)
        let subjects = Vocabulary.standard.subjects.shuffled(using: &dice).prefix(3)
        return Set(
            countries.flatMap { country in
                subjects.map { Experience(country: country.code, subject: $0.id) }
            })
    }

    private func wanted(_ dice: inout Dice) throws -> Wanted {
        let language = Language.allCases.randomElement(using: &dice) ?? .english
        let names = (0..<5).compactMap { _ in Thesaurus.standard.concepts.randomElement(using: &dice)?.labels[language]
        }
        let country = try #require(Vocabulary.standard.countries.randomElement(using: &dice)).code
        var wanted = Wanted(
            names.joined(separator: ", "), country: country, language: language, on: try Library.day("2026-06-01"))
        wanted.assistance = Vocabulary.standard.assistanceTypes.shuffled(using: &dice).prefix(3).map(\.id)
        wanted.subjects = Vocabulary.standard.subjects.shuffled(using: &dice).prefix(4).map(\.id)
        return wanted
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func scoresAddUpListsAreSteadyAndOrdered(seed: UInt64) throws {
        var dice = Dice(state: seed)
        let library = try library(&dice, size: 60)
        let index = library.index()
        var reversed = library
        reversed.records.reverse()
        let other = reversed.index()
        var seen = 0
        var experienced = 0
        for _ in 0..<8 {
            let wanted = try wanted(&dice)
            let matches = index.candidates(for: wanted, limit: 30)
            seen += matches.best.count
            experienced += matches.best.count { $0.parts.contains { $0.part == .experience } }
            for scored in matches.best + matches.circles.flatMap(\.candidates) {
                #expect(scored.score == scored.parts.shuffled(using: &dice).reduce(0) { $0 + $1.value })
                #expect(scored.parts.allSatisfy { $0.value != 0 && $0.value.isFinite })
                #expect(Set(scored.parts.map(\.part)).count == scored.parts.count)
            }
            for (left, right) in zip(matches.best, matches.best.dropFirst()) {
                #expect((right.score, left.candidate.name) < (left.score, right.candidate.name))
            }
            // The order in which papers came does not matter.
            #expect(other.candidates(for: wanted, limit: 30).best == matches.best)
        }
        #expect(seen > 20)
        #expect(experienced > 5)
    }

    /// The list is that of scoring every candidate by itself, and so is that of each circle.
    @Test(arguments: 11...14 as ClosedRange<UInt64>)
    func nobodyIsLostThatTheFullScoreWouldHaveRanked(seed: UInt64) throws {
        var dice = Dice(state: seed)
        let library = try library(&dice, size: 90)
        let index = library.index()
        for _ in 0..<4 {
            let wanted = try wanted(&dice)
            var all: [ScoredCandidate] = []
            for record in library.records {
                guard let candidate = Introduction.Candidate(name: record.key) else { continue }
                if let scored = index.candidate(candidate, for: wanted) { all.append(scored) }
            }
            all.sort { ($1.score, $0.candidate.name) < ($0.score, $1.candidate.name) }
            let matches = index.candidates(for: wanted, limit: 10)
            let folded = Set(matches.best.flatMap(\.alike) + matches.circles.flatMap(\.candidates).flatMap(\.alike))
            all.removeAll { folded.contains($0.candidate) }
            #expect(matches.best.map(\.candidate) == all.prefix(10).map(\.candidate))
            #expect(matches.best.map(\.parts) == all.prefix(10).map(\.parts))
            for circle in Circle.allCases.sorted() {
                let ring = matches.circles.first { $0.circle == circle }?.candidates ?? []
                #expect(ring.map(\.candidate) == all.filter { $0.circle == circle }.prefix(10).map(\.candidate))
            }
        }
    }

    @Test func aNeedFindsTheSameInAnyLanguage() throws {
        let index = try Library.mangroves().index()
        let texts: [(Language, String)] = [
            (.english, "We want to restore our mangroves."), (.french, "Nous voulons restaurer nos mangroves."),
            (.spanish, "Queremos restaurar nuestros manglares."), (.chinese, "我们要恢复红树林。"),
            (.russian, "Мы хотим восстановить мангровые леса."), (.arabic, "نريد استعادة أشجار المانغروف"),
        ]
        for (language, text) in texts {
            let wanted = Wanted(
                text, country: try Library.country("BJ"), language: language, on: try Library.day("2026-06-01"))
            let names = index.candidates(for: wanted).names
            #expect(names.prefix(3).contains("cotonou"), "\(language): \(names)")
            #expect(Set(names).isSuperset(of: ["accra", "dakar", "cali", "leiden", "open", "mekong"]), "\(language)")
        }
    }
}
