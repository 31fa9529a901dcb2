import Testing
import TextAnalysis

@testable import Vocabulary

@Suite("Words of every day that are names of concepts, too") struct EverydayNameTests {
    private let tagger = ConceptTagger.standard

    private func names(_ text: String, _ language: Language) -> Set<String> {
        Set(tagger.tags(in: text, language: language, nested: true).map(\.concept.description))
    }

    @Test(arguments: [
        "Notre institut est prêt à aider.", "Le parc est prêt pour les visiteurs.", "Nous ne sommes pas prêts.",
        "Le pays se tient prêt à répondre à la demande.",
    ])
    func readyIsNoLoan(text: String) { #expect(!names(text, .french).contains("loan")) }

    @Test(arguments: [
        "La banque accorde un prêt aux pêcheurs.", "Des prêts à faible taux d'intérêt financent les réserves.",
        "prêt", "Prêts et subventions",
    ])
    func aLoanIsOne(text: String) { #expect(names(text, .french).contains("loan")) }

    @Test(arguments: [
        (Language.english, "The seed bank keeps duplicates; the banks of the river wash away."),
        (.english, "A fund pays farmers for gene banks and seed banks."),
        (.french, "Un fonds paie la banque de semences qui garde des doubles."),
        (.spanish, "El banco de semillas guarda duplicados."),
        (.russian, "Банк семян хранит дубликаты."),
    ])
    func aSeedBankLendsNoMoney(language: Language, text: String) {
        #expect(!names(text, language).contains("financial-institution"))
    }

    @Test(arguments: [
        (Language.english, "Large companies and banks report their risks."),
        (.french, "Les banques accordent des crédits aux pêcheurs."),
        (.spanish, "Los bancos y las empresas informan de sus riesgos."),
        (.russian, "Банки и страховые компании оценивают риски."),
    ])
    func aBankThatLendsIsOne(language: Language, text: String) {
        #expect(names(text, language).contains("financial-institution"))
    }

    @Test(arguments: [
        (Language.english, "We found a new approach and a method that helps."),
        (.french, "Nous avons trouvé une méthode et une démarche qui aident."),
        (.spanish, "Encontramos un método que ayuda a todos."), (.russian, "Это лучший метод, который помогает людям."),
        (.chinese, "我们找到了帮助大家的好方法。"), (.arabic, "وجدنا أفضل الأساليب لمساعدة الناس."),
    ])
    func aMethodOfWhateverKindSaysNothing(language: Language, text: String) {
        #expect(!names(text, language).contains("facet-method"), "\(names(text, language))")
    }

    @Test(arguments: Language.allCases)
    func whoWritesNothingElseMeansIt(language: Language) {
        for mark in Thesaurus.standard.everyday[language, default: [:]].values {
            #expect(names(mark.name, language).contains(mark.concept), "\(mark.name)")
            let query = tagger.tags(in: mark.name + " 2030", language: language, anyCase: true)
            #expect(query.contains { $0.concept.description == mark.concept }, "in a query: \(mark.name)")
        }
    }

    @Test(arguments: Language.allCases)
    func longerNamesStillCount(language: Language) {
        let name = Thesaurus.standard[ConceptID(listed: "genetic-method")]?.labels[language] ?? ""
        #expect(names(name + " 2030", language).contains("genetic-method"), "\(name)")
    }

    @Test(arguments: [
        (Language.english, "Organizations that register", "facet-taxon"),
        (.french, "directement et communication", "guidelines"),
        (.french, "communication avec le public", "checkpoint-communique"),
        (.spanish, "es importante", "import-export"),
        (.arabic, "التقنيات المستخدمة هنا", "genetic-resource-user"),
        (.russian, "страна может стать лучше", "legal-provision"),
        (.french, "au format libre", "training"),
    ])
    func otherWordsOfTheSameStemAreOtherWords(language: Language, text: String, concept: String) {
        #expect(!names(text, language).contains(concept), "\(names(text, language))")
    }

    @Test(arguments: [
        (Language.english, "A living organism of the sea", "facet-taxon"),
        (.french, "les directives du pays", "guidelines"),
        (.spanish, "la importación de plantas", "import-export"), (.french, "une formation pour tous", "training"),
        (.russian, "см. статью 8 закона", "legal-provision"),
        (.arabic, "احتياجات المستخدمين هنا", "genetic-resource-user"),
    ])
    func theirOwnFormsStillCount(language: Language, text: String, concept: String) {
        #expect(names(text, language).contains(concept), "\(names(text, language))")
    }

    @Test(arguments: [
        (Language.french, "l'utilisation durable des forêts", "l'utilisation non durable des forêts"),
        (.arabic, "الاستخدام المستدام للغابات", "الاستخدام غير المستدام للغابات"),
    ])
    func aNegationIsNotPassedOver(language: Language, with: String, without: String) {
        #expect(
            names(with, language).contains("sustainable-use") && !names(with, language).contains("overexploitation"))
        #expect(
            names(without, language).contains("overexploitation")
                && !names(without, language).contains("sustainable-use"))
    }

    @Test func noTextHoweverBrokenBreaksTheTagger() {
        var random = SystemRandomNumberGenerator()
        let pieces = [
            "prêt", "non", "durable", "utilisation", "غير", "المستدام", "метод", "红树林", "的", "\u{FEFF}", "\u{202E}",
            "e\u{301}",
            "\u{0}", "👩🏽‍🌾", " ", "\n", ",", ".", "ABS", "sustainable use", "\u{D7FF}", "ﷺ",
        ]
        for _ in 0..<200 {
            let text = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            .joined(separator: Bool.random(using: &random) ? " " : "")
            for language in Language.allCases {
                for tag in tagger.tags(in: text, language: language, nested: true) {
                    #expect(tag.range.lowerBound >= 0 && tag.range.upperBound <= text.utf8.count && !tag.range.isEmpty)
                    #expect(tag.weight > 0 && tag.weight <= 1)
                }
            }
        }
    }

    @Test func aMarkWithoutItsNameOrWithoutAConditionIsRefused() throws {
        let concepts = Thesaurus.standard.concepts
        func mark(_ name: String, _ concept: String, onlyWithin: Bool?) -> EverydayName {
            EverydayName(
                language: .french, name: name, concept: concept, forms: nil, follows: nil, notAfter: nil,
                notBefore: nil, near: nil,
                onlyWithin: onlyWithin, why: "test")
        }
        #expect(throws: VocabularyError.self) {
            try ThesaurusCheck.everyday([mark("prêts", "loan", onlyWithin: true)], of: concepts)
        }
        #expect(throws: VocabularyError.self) {
            try ThesaurusCheck.everyday([mark("prêt", "loan", onlyWithin: nil)], of: concepts)
        }
        let twice = [mark("prêt", "loan", onlyWithin: true), mark("prêt", "loan", onlyWithin: true)]
        #expect(throws: VocabularyError.self) { try ThesaurusCheck.everyday(twice, of: concepts) }
        try ThesaurusCheck.everyday([twice[0]], of: concepts)
    }
}
