import Testing
import TextAnalysis

struct SentenceTests {
    private func split(
        _ text: String, _ language: Language, _ ends: SentenceSplitter.LineEnds = .endSentences
    ) -> [String] {
        SentenceSplitter(language: language, lineEnds: ends).sentences(in: text).map { text.piece($0) }
    }

    @Test(arguments: [
        ("We lack data. Can you help? Yes!", Language.english, ["We lack data.", "Can you help?", "Yes!"]),
        ("我们缺乏数据。你能帮忙吗？能！", .chinese, ["我们缺乏数据。", "你能帮忙吗？", "能！"]),
        ("نحتاج بيانات. هل تساعدون؟ نعم.", .arabic, ["نحتاج بيانات.", "هل تساعدون؟", "نعم."]),
        ("Нужны данные. Можете помочь?", .russian, ["Нужны данные.", "Можете помочь?"]),
        ("¿Nos ayudan? Faltan datos.", .spanish, ["¿Nos ayudan?", "Faltan datos."]),
        ("Il manque des données (cf. Annexe). Merci.", .french, ["Il manque des données (cf. Annexe).", "Merci."]),
    ])
    func sentencesOfSixLanguages(text: String, language: Language, sentences: [String]) {
        #expect(split(text, language) == sentences)
    }

    @Test func abbreviationsAndInitialsDoNotEndSentences() {
        #expect(split("See Dr. Smith on R. Mangle spp. and Art. 15. Then write.", .english).count == 2)
    }

    @Test func lineEndsCountAsTheCallerSays() {
        let text = "The forests of\nthe coast\r\nare young.\n\nA list"
        #expect(split(text, .english).count == 4)
        #expect(split(text, .english, .wrap) == ["The forests of\nthe coast\r\nare young.", "A list"])
    }
}
