import Testing

@testable import NeedsMining

@Suite("The edges of a statement")
struct StatementEdgesTests {
    @Test(
        "Counters of paragraphs and marks of notes are no words; two sentences with such a mark between them are two",
        arguments: [
            ("(a) Boats are few.", ["Boats are few."]),
            ("iv) Boats are few.", ["Boats are few."]),
            ("12. Boats are few.", ["Boats are few."]),
            ("2.1 Boats are few.", ["Boats are few."]),
            ("（一）资金不足。", ["资金不足。"]),
            ("(أ) تنقص القوارب.", ["تنقص القوارب."]),
            ("( أ) تنقص القوارب.", ["تنقص القوارب."]),
            ("- Boats are few", ["Boats are few"]),
            ("Boats are few.3 Money is short;14", ["Boats are few.", "Money is short;"]),
            // None of these is a counter or a mark.
            ("200 rangers lack boats.", ["200 rangers lack boats."]),
            ("2.5 million hectares are not surveyed.", ["2.5 million hectares are not surveyed."]),
            ("(UNEP) has no boats.", ["(UNEP) has no boats."]),
            ("In 2.5 per cent of cases v.2 Boats", ["In 2.5 per cent of cases v.2 Boats"]),
            ("a) ", ["a) "]),
            ("", []),
        ])
    func parts(_ text: String, _ expected: [String]) {
        let found = StatementEdges.parts(of: text, 0..<text.utf8.count).map { range in
            String(decoding: text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
        }
        #expect(found == expected)
    }

    @Test("Names in a row are no statement; a short one with a capital or two is")
    func names() {
        #expect(StatementEdges.isNames("Priorities by Institution Ministry of Environment Ministry of Energy"))
        #expect(StatementEdges.isNames("Национальный Комитет Государственная Служба Лесного Хозяйства"))
        for text in [
            "Lack of trained staff in the Ministry of Environment", "The Forest Service Lacks Boats.",
            "LACK OF TRAINED STAFF",
            "Limited capacity", "缺乏资金和设备",
        ] {
            #expect(!StatementEdges.isNames(text))
        }
    }
}
