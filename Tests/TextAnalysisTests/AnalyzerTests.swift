import Testing
import TextAnalysis

struct AnalyzerTests {
    private func terms(_ text: String, _ language: Language, _ kinds: Set<Term.Kind> = [.stem, .number]) -> [String] {
        Analyzer.of(language).terms(in: text).filter { kinds.contains($0.kind) }.map(\.text)
    }

    /// Two spellings meet when a query for one finds a document with the other.
    private func meet(_ query: String, _ document: String, _ language: Language) -> Bool {
        let analyzer = Analyzer.of(language)
        let wanted = Set(analyzer.readings(of: query).flatMap { $0.readings.map(\.text) })
        return analyzer.terms(in: document).contains { $0.kind != .word && wanted.contains($0.text) }
    }

    @Test(arguments: [
        ("mangroves", "mangrove", Language.english), ("protected areas", "protection", .english),
        ("country’s", "countries", .english), ("cooperation", "co-operation", .english),
        ("co-operation", "cooperative", .english), ("COP15", "COP-15", .english), ("naive", "naïve", .english),
        ("financiere", "financières", .french), ("l'accès", "accès", .french), ("l’eau", "eau", .french),
        ("qu’espèces", "espece", .french), ("foret", "forêts", .french), ("œuvre", "oeuvre", .french),
        ("conservacion", "conservación", .spanish), ("informacion", "informaciones", .spanish),
        ("леса", "лесов", .russian), ("еж", "ёж", .russian), ("учет", "учёта", .russian),
        ("мангровые", "мангровых", .russian), ("الغابات", "غابة", .arabic), ("والكتب", "كتب", .arabic),
        ("مُحَمِيَّات", "محميات", .arabic), ("لحماية", "الحماية", .arabic), ("مسؤول", "مسئول", .arabic),
        ("الأراضي", "الاراضي", .arabic), ("تنـــوع", "تنوع", .arabic), ("وزارة", "الوزارة", .arabic),
        ("مستشفى", "مستشفي", .arabic), ("التزامات", "الالتزام", .arabic), ("保护区", "自然保护区", .chinese),
        ("生物多样性", "生物多样性公约", .chinese), ("红树林", "恢复红树林生态系统", .chinese), ("ＣＯＰ", "cop", .chinese),
        ("Côte d'Ivoire", "ivoire", .english), ("1,000", "1000", .english), ("٢٠٢٠", "2020", .arabic),
        ("CO₂", "co2", .english), ("ﻏﺎﺑﺔ", "غابة", .arabic),
    ])
    func spellingsOfOneWordMeet(query: String, document: String, language: Language) {
        #expect(meet(query, document, language))
    }

    @Test(arguments: [
        ("й", "и", Language.russian), ("forest", "fund", .english), ("森林", "海洋", .chinese), ("غابة", "بحر", .arabic),
    ])
    func differentWordsStayApart(query: String, document: String, language: Language) {
        #expect(!meet(query, document, language))
    }

    @Test func stopWordsGiveNoTermsButCountAsPositions() {
        let terms = Analyzer.of(.english).terms(in: "the state of the forest").filter { $0.kind == .stem }
        #expect(terms.map(\.position) == [1, 4])
    }

    @Test func aQueryOfStopWordsOnlyKeepsThem() {
        #expect(Analyzer.of(.french).readings(of: "où et quand").map(\.word) == ["ou", "et", "quand"])
    }

    @Test func rangesAreThePlacesInTheSource() {
        let text = "« L’accès aux forêts » — 红树林 — الغابات!"
        let places = Analyzer.of(.french).terms(in: text).filter { $0.kind == .word }
            .map { text.piece($0.range) }
        #expect(places.filter { !"红树林".contains($0) } == ["accès", "forêts", "الغابات"])
    }

    @Test func vowelMarksDoNotSplitWords() {
        #expect(terms("التَّنَوُّعُ البِيُولُوجِيُّ", .arabic, [.word]) == ["التنوع", "البيولوجي"])
    }

    @Test func hyphenatedWordsKeepPartsAndWhole() {
        let all = Analyzer.of(.english).terms(in: "Bio-Bridge")
        #expect(all.filter { $0.kind == .word }.map(\.text) == ["bio", "bridge"])
        #expect(all.filter { $0.kind == .compound }.map(\.text) == ["biobridg"])
        #expect(all.filter { $0.kind == .compound }.map(\.range) == [0..<10])
    }

    @Test(arguments: [
        ("the mangrove Rhizophora mangle grows", "rhizophora mangle"), ("红树 Avicennia marina 分布", "avicennia marina"),
        ("l’éléphant Loxodonta africana", "loxodonta africana"), ("of R. mangle in Benin", "r. mangle"),
    ])
    func scientificNamesAreKeptWhole(text: String, name: String) {
        for language in Language.allCases {
            #expect(terms(text, language, [.scientificName]) == [name])
        }
    }

    @Test func ordinaryWordsAreNoScientificName() {
        let text = "The forest. Support for Benin, Access to genetic resources. La selva. Les forêts du Bénin"
        for language in Language.allCases { #expect(terms(text, language, [.scientificName]) == []) }
    }

    @Test func chineseIsReadByWordsAndByBigrams() {
        #expect(terms("生物多样性保护", .chinese).contains("保护"))
        let either = Set(terms("生物多样性保护", .chinese, [.stem, .bigram]))
        #expect(either.isSuperset(of: ["生物", "物多", "多样", "样性", "性保", "保护"]))
    }

    @Test func eachScriptIsReadInItsOwnWayWhateverTheLanguage() {
        #expect(terms("лесов", .english) == terms("лесов", .russian))
        #expect(terms("الغابات", .english) == terms("الغابات", .arabic))
        #expect(terms("红树林", .english) == terms("红树林", .chinese))
    }

    @Test(arguments: [
        ("1,000", "1000"), ("1.000.000", "1000000"), ("3,5", "3.5"), ("3.14", "3.14"), ("1,234.5", "1234.5"),
        ("1.2.3", "1.2.3"), ("٣٠", "30"), ("2030", "2030"),
    ])
    func numbersHaveOneForm(written: String, form: String) {
        #expect(terms(written, .english) == [form])
    }

    @Test func readingsThatCompeteShareOne() {
        for (query, language) in [("préservation", Language.french), ("والغابات", .arabic), ("forest", .english)] {
            for word in Analyzer.of(language).readings(of: query) {
                let sum = word.readings.filter { $0.kind == .stem }.map(\.weight).reduce(0, +)
                #expect(abs(sum - 1) < 1e-12)
            }
        }
    }

    @Test func oneAnalyzerServesManyThreads() async {
        let analyzer = Analyzer.of(.french)
        let text = "Les forêts de l’Afrique centrale et 红树林 et الغابات"
        let expected = analyzer.terms(in: text)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<16 {
                group.addTask { @concurrent in (0..<50).allSatisfy { _ in analyzer.terms(in: text) == expected } }
            }
            for await same in group { #expect(same) }
        }
    }
}
