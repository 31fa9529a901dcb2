import TextAnalysis
import Testing

@testable import NeedsMining

@Suite("Cues and dates in six languages")
struct CueTests {
    @Test(
        "A lack is heard in each language",
        arguments: [
            ("There are no trained taxonomists and funds are insufficient.", Language.english),
            ("Le pays ne dispose pas de données et manque de personnel.", .french),
            ("Faltan guardas y no existe una base de datos.", .spanish),
            ("Не хватает специалистов, данные неполные.", .russian),
            ("تفتقر الوزارة إلى الخبراء، والتمويل غير كاف.", .arabic), ("缺乏经费，监测能力薄弱。", .chinese),
        ])
    func lacks(text: String, language: Language) {
        let found = Cues.standard.found(in: text, FeatureTools.words(of: text, language), language: language)
        #expect(found[.lack, default: []].isEmpty == false)
        #expect(found[.law] == nil)
    }

    @Test("Arabic writes article and preposition as one with the word")
    func arabicPrefixes() {
        let text = "وبالتمويل المتاح"
        let found = Cues.standard.found(in: text, FeatureTools.words(of: text, .arabic), language: .arabic)
        #expect(found[.finance]?.count == 1)
    }

    @Test(
        "The year by which",
        arguments: [
            ("Train rangers by 2030.", 2030, "by 2030"), ("à réaliser d'ici 2027 au plus tard", 2027, "d'ici 2027"),
            ("avant 2025, former", 2025, "avant 2025"), ("Hay que crearla antes de 2028.", 2028, "antes de 2028"),
            ("Необходимо до 2030 года", 2030, "до 2030"), ("ينبغي ذلك بحلول عام 2030", 2030, "بحلول عام 2030"),
            ("بحلول عام ٢٠٣٠ ينبغي", 2030, "بحلول عام ٢٠٣٠"), ("需要到2030年建立数据库", 2030, "到2030年"),
            ("必须在2027年之前起草", 2027, "在2027年之前"),
        ])
    func deadlines(text: String, year: Int, words: String) {
        #expect(DeadlineRule.deadline(in: text) == NeedDeadline(year: year, words: words))
    }

    @Test(
        "Other years are none",
        arguments: ["ratified in 1994", "Law of 2007", "baby 2030", "20301 trees by", "2011年建立了公园"])
    func noDeadlines(text: String) {
        #expect(DeadlineRule.deadline(in: text) == nil)
    }
}
