import Foundation
import Localisation
import Testing
import TextAnalysis

@Suite("Words, numbers and dates in six languages")
struct WordsTests {
    @Test(
        "counts take the plural category of their language",
        arguments: [
            (Language.arabic, [0: "zero", 1: "one", 2: "two", 3: "few", 11: "many", 100: "other"]),
            (.russian, [1: "one", 2: "few", 5: "many", 11: "many", 21: "one", 22: "few"]),
            (.english, [0: "other", 1: "one", 2: "other"]),
            (.french, [0: "one", 1: "one", 2: "other", 1_000_000: "many"]),
            (.spanish, [0: "other", 1: "one", 2: "other"]),
            (.chinese, [0: "other", 1: "other", 2: "other"]),
        ])
    func plurals(language: Language, expected: [Int: String]) {
        for (count, category) in expected {
            #expect(PluralCategory(of: count, in: language).rawValue == category, "\(language) \(count)")
        }
    }

    @Test("a value of the other direction is isolated, one of the same is not")
    func isolation() {
        let own = Messages([
            .english: [Array(#"{"a.from": "From {name}."}"#.utf8)], .arabic: [Array(#"{"a.from": "من {name}."}"#.utf8)],
        ])
        #expect(Words(.english, messages: own)("a.from", ["name": "Benin"]) == "From Benin.")
        #expect(Words(.english, messages: own)("a.from", ["name": "بنن"]) == "From \u{2068}بنن\u{2069}.")
        #expect(Words(.arabic, messages: own)("a.from", ["name": "INBio"]) == "من \u{2068}INBio\u{2069}.")
        #expect(Words(.arabic, messages: own)("a.from", ["name": "12"]) == "من 12.")
    }

    @Test("a template keeps its order of text and places")
    func template() {
        #expect(Template("{a} and {b}!").parts == [.place("a"), .text(" and "), .place("b"), .text("!")])
        #expect(Template("a { b").parts == [.text("a { b")])
        #expect(Template("").parts == [])
    }

    @Test("lists end as the language ends them")
    func lists() {
        let items = ["a", "b", "c"]
        #expect(Words(.english).list(items) == "a, b and c")
        #expect(Words(.french).list(items) == "a, b et c")
        #expect(Words(.spanish).choice(items) == "a, b o c")
        #expect(Words(.russian).list(items) == "a, b и c")
        #expect(Words(.chinese).list(items) == "a、b和c")
        #expect(Words(.arabic).list(["أ", "ب"]) == "أ وب")
        #expect(Words(.french).list(["a"]) == "a")
        #expect(Words(.spanish).list(["“datos”", "“indicadores”"]) == "“datos” e “indicadores”")
        #expect(Words(.french).list([]) == "")
        #expect(Words(.english).list((1...200).map { "word\($0)" }).hasSuffix("word199 and word200"))
    }

    @Test("names with an “and” of their own are parted by semicolons")
    func manifold() {
        #expect(Words(.english).list(["Law and policy", "Workshop"]) == "Law and policy; Workshop")
        #expect(Words(.french).list(["Droit et politiques", "Atelier"]) == "Droit et politiques\u{A0}; Atelier")
        #expect(Words(.russian).list(["Виды, редкие", "Сети"]) == "Виды, редкие; Сети")
        #expect(Words(.chinese).list(["获取和惠益分享", "知识"]) == "获取和惠益分享；知识")
        #expect(Words(.chinese).list(["中国", "老挝人民民主共和国"]) == "中国和老挝人民民主共和国")
        #expect(Words(.arabic).list(["البحري والساحلي", "المحميات"]) == "البحري والساحلي؛ المحميات")
        #expect(Words(.arabic).list(["وادي", "جبل"]) == "وادي وجبل")
    }

    @Test("numbers, shares and amounts are written the language's way, with Western digits")
    func numbers() {
        #expect(Words(.english).number(12400) == "12,400")
        #expect(Words(.french).number(12400) == "12\u{202F}400")
        #expect(Words(.russian).number(2.5, digits: 1) == "2,5")
        #expect(Words(.arabic).number(12400) == "12,400")
        #expect(plain(Words(.french).percent(0.42)) == "42 %")
        #expect(Words(.english).percent(0.425) == "42%")
        #expect(Words(.english).money(20000, currency: "USD") == "USD\u{A0}20,000")
        #expect(Words(.french).money(20000, currency: "EUR") == "20\u{202F}000\u{A0}EUR")
        #expect(Words(.spanish).money(0.5, currency: "USD").contains("0,50"))
        #expect(Words(.french).size(ofBytes: 2_400_000) == "2,4\u{A0}Mo")
        #expect(Words(.english).size(ofBytes: 14_000) == "14\u{A0}kB")
        #expect(Words(.english).size(ofBytes: 0) == "0\u{A0}B")
    }

    @Test("dates name the day of the zone they are read in")
    func dates() throws {
        let evening = Date(timeIntervalSince1970: 1_773_358_200)  // 2026-03-12 23:30 UTC
        let apia = try #require(TimeZone(identifier: "Pacific/Apia"))
        #expect(Words(.english).date(evening) == "12 March 2026")
        #expect(Words(.english).date(evening, in: apia) == "13 March 2026")
        #expect(Words(.french).date(evening) == "12 mars 2026")
        #expect(Words(.arabic).date(evening) == "12 مارس 2026")
        #expect(Words(.chinese).date(evening) == "2026年3月12日")
        #expect(plain(Words(.russian).month(evening)) == "март 2026 г.")
        #expect(Words(.english).shortMonth(evening) == "Mar")
        #expect(Words(.english).machineDate(evening, in: apia) == "2026-03-13")
        #expect(Words(.spanish).dateAndTime(evening).contains("23:30 UTC"))
    }

    @Test("days are told from today")
    func days() throws {
        let today = Date(timeIntervalSince1970: 1_773_358_200)
        let later = today.addingTimeInterval(3 * 86400)
        #expect(Words(.english).day(later, from: today) == "in 3 days")
        #expect(Words(.french).day(today, from: today.addingTimeInterval(3 * 86400)) == "il y a 3 jours")
        #expect(Words(.english).day(today.addingTimeInterval(3600), from: today) == "tomorrow")
        #expect(Words(.spanish).relativeDay(0) == "hoy")
        #expect(Words(.arabic).relativeDay(3).contains("3"))
        #expect(Words(.russian).relativeDay(5) == "через 5 дней")
    }

    @Test("names are sorted the way the language sorts them")
    func sorting() {
        let countries = ["Zambie", "Égypte", "Eswatini", "Équateur"]
        #expect(Words(.french).sorted(countries) { $0 } == ["Égypte", "Équateur", "Eswatini", "Zambie"])
        #expect(Words(.spanish).sorted(["nube", "ñandú", "oso"]) { $0 } == ["nube", "ñandú", "oso"])
        #expect(Words(.chinese).sorted(["中国", "安哥拉", "巴西"]) { $0 } == ["安哥拉", "巴西", "中国"])
    }

    /// ICU binds with several kinds of blanks, and changes them between versions; the words are what counts here.
    private func plain(_ text: String) -> String {
        String(text.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
    }
}
