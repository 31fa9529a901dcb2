import Testing
import TextAnalysis

struct LanguageGuessTests {
    @Test(arguments: [
        ("We need help to protect our coral reefs from bleaching.", Language.english),
        ("Nous cherchons un appui pour gérer nos aires protégées.", .french),
        ("Necesitamos apoyo para restaurar los manglares de la costa.", .spanish),
        ("Нам нужна помощь в восстановлении степей.", .russian),
        ("نحتاج إلى الدعم في إدارة المناطق المحمية.", .arabic), ("我们需要帮助恢复红树林。", .chinese),
    ])
    func aSentenceIsKnown(text: String, language: Language) {
        let guess = LanguageGuess(text)
        #expect(guess.language == language)
        #expect(guess.confidence > 0.85)
    }

    @Test(arguments: [
        ("biodiversity", Language.english), ("capacity building", .english), ("training", .english),
        ("wetlands", .english), ("biodiversité", .french), ("renforcement des capacités", .french), ("forêt", .french),
        ("zones humides", .french), ("eau", .french), ("biodiversidad", .spanish), ("manglar", .spanish),
        ("desarrollo de capacidades", .spanish), ("humedales", .spanish), ("áreas protegidas", .spanish),
        ("лес", .russian), ("мангр", .russian), ("غابة", .arabic), ("红树林", .chinese), ("水", .chinese),
        ("access and benefit-sharing", .english), ("partage des avantages", .french),
    ])
    func aWordOrTwoGetABestGuess(text: String, language: Language) {
        let guess = LanguageGuess(text)
        #expect(guess.language == language, "\(guess)")
        #expect(guess.confidence > 0.3)
    }

    @Test(arguments: ["", "2030", "—  !", "😀"])
    func noLettersNoLanguage(text: String) {
        #expect(LanguageGuess(text).language == nil)
        #expect(LanguageGuess(text).confidence == 0)
    }

    @Test(arguments: [
        ("Wir brauchen Unterstützung bei der Wiederherstellung unserer Wälder und Flüsse.", "de"),
        ("Нам потрібна допомога у відновленні наших лісів та річок.", "uk"),
        ("Precisamos de apoio para a conservação das florestas e dos rios do nosso país.", "pt"),
    ])
    func anotherLanguageIsSaidToBeOne(text: String, code: String) {
        let guess = LanguageGuess(text)
        #expect(guess.foreignLanguage == code)
        #expect(guess.confidence < 0.5)
    }

    @Test func aShortWordIsLessCertainThanASentence() {
        let word = LanguageGuess("restauration")
        let sentence = LanguageGuess("La restauration des forêts demande du temps et des moyens.")
        #expect(word.confidence < sentence.confidence)
        #expect(abs(word.candidates.map(\.share).reduce(0, +) - 1) < 1e-9)
    }
}
