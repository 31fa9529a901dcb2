import Testing

@testable import Documents

@Suite("From the lines of a layout to blocks")
struct LayoutTests {
    @Test("A word broken at a line's end is whole again; a real hyphen stays; Chinese lines join without a space")
    func lineEnds() {
        #expect(joined("the manage-", "ment of parks") == "the management of parks")
        #expect(joined("South-", "South cooperation") == "South- South cooperation")
        #expect(joined("缺乏受过培训", "的巡护员") == "缺乏受过培训的巡护员")
        #expect(joined("la formation des", "gardes") == "la formation des gardes")
    }

    private func joined(_ first: String, _ second: String) -> String {
        var text = first
        PageLines.append(second, to: &text)
        return text
    }

    /// A damaged archive taken for text took minutes: each line had asked again whether all before it were a heading.
    @Test("A paragraph of very many lines takes time linear in their number")
    func endlessParagraph() {
        let line = "WORD/DOCUMENT.XML PK!"
        let clock = ContinuousClock()
        var blocks: [DocumentBlock] = []
        let taken = clock.measure {
            blocks = PageLines.blocks(of: [String](repeating: line, count: 40_000))
        }
        #expect(blocks.map(\.text.utf8.count).reduce(0, +) >= 40_000 * line.utf8.count)
        #expect(taken < .seconds(8))
    }

    @Test("A note's number behind a sentence's end is taken away; other numbers stay")
    func noteMarks() {
        #expect(Cleaning.withoutNoteMarks("of the park.12 The next") == "of the park. The next")
        #expect(Cleaning.withoutNoteMarks("est nécessaire d’urgence.1") == "est nécessaire d’urgence.")
        for text in [
            "grew by 3.5 hectares", "see Fig.1 below", "section 2.1 Needs", "in 2019. 12 parks", "file.2024 stays",
        ] {
            #expect(Cleaning.withoutNoteMarks(text) == text)
        }
    }

    @Test("Heads, feet and page numbers that many pages share are no text")
    func runningHeads() {
        let texts = ["Boats are needed.", "No money came.", "Rangers are too few.", "Maps are old.", "Laws are weak."]
        let pages = texts.enumerated().map { number, text in
            "National strategy 2026\n\n\(text)\n\nPage \(number + 1) of 5"
        }
        let blocks = PageLines.pages(of: pages).flatMap(\.blocks).map(\.text)
        #expect(blocks == texts)
    }

    @Test("A sentence that goes on over a page's end stays whole, on the page where it begins")
    func overThePage() {
        let pages = PageLines.pages(of: [
            "The park service of the north has neither boats nor trained people enough to\n",
            "watch the lagoon at night.\n\nAnother matter follows here.",
        ])
        #expect(
            pages[0].blocks.map(\.text) == [
                "The park service of the north has neither boats nor trained people enough to watch the lagoon at night."
            ])
        #expect(pages[1].blocks.map(\.text) == ["Another matter follows here."])
    }

    @Test("Where a script has no capitals, a full line is no heading, and its sentence goes on over a gap")
    func withoutCapitals() {
        let arabic = """
            ١. مقدمة
            يفتقر موظفو المحميات إلى المهارات اللازمة لرصد الثدييات

            الكبيرة، وهناك حاجة ماسة إلى التدريب على استخدام

            كاميرات المراقبة.

            العقبات
            يعيق نقص الموارد المالية تنفيذ خطة العمل الوطنية
            ومراقبة الأراضي الرطبة.
            """
        let blocks = PageLines.blocks(of: PageLines.lines(of: arabic))
        #expect(blocks.map(\.kind) == [.heading, .paragraph, .heading, .paragraph])
        #expect(
            blocks.map(\.text)[1]
                == "يفتقر موظفو المحميات إلى المهارات اللازمة لرصد الثدييات الكبيرة، وهناك حاجة ماسة إلى التدريب على استخدام كاميرات المراقبة."
        )
        let chinese = """
            二、主要困难
            护林员缺乏监测大型哺乳动物的技能，迫切需要
            开展培训；实验室也没有用于鉴定外来入侵物种

            的设备。
            由于缺乏资金，保护区的管理难以开展，需要增
            加投入。
            """
        let chineseBlocks = PageLines.blocks(of: PageLines.lines(of: chinese))
        #expect(chineseBlocks.first?.kind == .heading)
        #expect(chineseBlocks.dropFirst().allSatisfy { $0.kind == .paragraph })
        #expect(chineseBlocks.contains { $0.text.contains("外来入侵物种的设备") })
    }

    @Test(
        "Of a page torn apart by its justified columns the written order is taken; of others, and from right to left, the layout"
    )
    func torn() {
        let torn =
            "1. Contexte\nLa\n\nRépublique\n\nannuaires des statistiques\ndispose\n\nd’une\n\nfaçade\n\nmaritime\n"
        let written = "1. Contexte\nLa République dispose d’une façade maritime\nannuaires des statistiques\n"
        #expect(PDFPages.whole(torn, written) == written)
        #expect(PDFPages.whole(written, torn) == written)
        let table = "Goal\nNeed\nRangers\nBoats\nMoney\nLaw\nMaps\n"
        #expect(PDFPages.whole(table, table) == table, "a table is short lines in either order")
        let arabic = "مقدمة\n\nيقع\n\nالبلد\n\nعلى\n\nساحل\n\nالمحيط\n\nويضم\n"
        #expect(PDFPages.whole(arabic, "المحيط ساحل على البلد يقع مقدمة ويضم") == arabic)
    }

    @Test("Headings, items, notes and contents are told apart")
    func kinds() {
        let page = """
            2.1 Capacity needs

            The herbarium has no laboratory that could sequence
            the DNA of plants, and nobody is trained for it.

            • Boats for the lagoon
            • Cameras for the forest
            (a) Training of customs officers.

            Annex ........................ 44

            13 Bureau for Development Policy, results and lessons learned of self-assessments, 2010.
            """
        let blocks = PageLines.blocks(of: PageLines.lines(of: page))
        #expect(blocks.map(\.kind) == [.heading, .paragraph, .listItem, .listItem, .listItem, .footnote])
        #expect(blocks[0].level == 2)
        #expect(blocks[1].text.hasSuffix("sequence the DNA of plants, and nobody is trained for it."))
        #expect(blocks[2].text == "Boats for the lagoon")
    }

    @Test("Marks of direction go, and what poppler put before a run from left to right comes behind it")
    func directions() {
        let line = "\u{202B}القدرات (\u{202A} )GIS\u{202C}لرصد عام \u{202A} ،2030\u{202C}ويحتاج\u{202C}"
        #expect(Cleaning.line(Cleaning.reordered(line)) == "القدرات (GIS) لرصد عام 2030، ويحتاج")
    }

    @Test(
        "Page numbers of several languages",
        arguments: ["12", "- 7 -", "xiv", "Page 3 of 40", "стр. 8", "第 12 页", "صفحة 9"])
    func pageNumbers(line: String) {
        #expect(RunningHeads.isPageNumber(line))
    }

    @Test("Short lines of text are no page numbers", arguments: ["Need 12", "Boats", "4 boats", "Кадры"])
    func noPageNumbers(line: String) {
        #expect(!RunningHeads.isPageNumber(line))
    }
}
