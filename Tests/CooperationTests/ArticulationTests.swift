import Testing
import TextAnalysis
import Vocabulary

@testable import Cooperation

@Suite("Reading over a need while it is written")
struct ArticulationTests {
    /// Says who lacks what where, what stands in the way, and what would change.
    static let good: [Language: String] = [
        .english:
            "Our park of 4,800 square kilometres has camera traps, but nobody who can tell individual lions apart in the pictures. We therefore do not know whether thirty or eighty are left. With training, six rangers will be able to count them every year.",
        .french:
            "Notre parc de 4 800 km² dispose de pièges photographiques, mais personne ne sait reconnaître les lions sur les images. Nous ignorons donc s’il en reste trente ou quatre-vingts. Une formation de six gardes permettrait de les compter chaque année afin de protéger leurs corridors.",
        .spanish:
            "Nuestro parque de 4 800 kilómetros cuadrados tiene cámaras trampa, pero nadie sabe distinguir a los jaguares en las fotos. No sabemos si quedan treinta u ochenta. Con formación, seis guardas podrán contarlos cada año y proteger los manglares donde cazan.",
        .arabic:
            "لدى محميتنا التي تبلغ مساحتها 4800 كيلومتر مربع مصائد تصوير، لكن لا أحد يستطيع تمييز الغزلان في الصور. لذلك لا نعرف هل بقي منها ثلاثون أم ثمانون. وبتدريب ستة حراس سيتمكن الفريق من عدّها كل عام وحماية أراضيها الرطبة بحلول 2027.",
        .russian:
            "В нашем заповеднике площадью 4800 квадратных километров стоят фотоловушки, но никто не умеет различать снежных барсов на снимках. Мы не знаем, осталось их тридцать или восемьдесят. После обучения шесть инспекторов смогут считать их каждый год.",
        .chinese:
            "我们的保护区面积4800平方公里，装有红外相机，但是没有人能在照片中辨认雪豹个体，因此不知道还剩三十只还是八十只。培训六名护林员，以便每年统计种群数量，保护湿地和迁徙通道。",
    ]

    /// Words that fit any need.
    static let vague: [Language: String] = [
        .english:
            "We would like to request support to strengthen capacity and improve awareness and cooperation for the effective implementation of sustainable development activities with all stakeholders of the country.",
        .french:
            "Nous souhaitons un appui pour renforcer les capacités et améliorer la sensibilisation et la coopération pour le développement durable de toutes les activités avec les parties prenantes du pays.",
        .spanish:
            "Solicitamos apoyo para fortalecer las capacidades y mejorar la sensibilización y la cooperación para el desarrollo sostenible y la aplicación eficaz de las actividades con todos los interesados del país.",
        .arabic:
            "نرغب في الحصول على دعم من أجل تعزيز القدرات وتحسين التوعية وتطوير التعاون في مجال التنمية المستدامة وتنفيذ الأنشطة بصورة فعالة مع جميع أصحاب المصلحة في البلد.",
        .russian:
            "Мы хотели бы получить поддержку для укрепления потенциала и улучшения сотрудничества, повышения осведомлённости и эффективного осуществления деятельности по устойчивому развитию вместе со всеми участниками.",
        .chinese: "我们希望得到支持，加强能力建设，提高意识，促进合作，有效实施各种可持续发展活动，改善各方面的工作，并与所有利益相关方共同推进各项任务。",
    ]

    static let money: [Language: String] = [
        .english: "We have no dollars in the budget to buy a vehicle.",
        .french: "Nous n’avons pas de budget pour l’achat d’un véhicule.",
        .spanish: "No tenemos presupuesto para la compra de un vehículo.",
        .arabic: "لا توجد لدينا ميزانية من أجل شراء سيارة.",
        .russian: "У нас нет финансирования на покупку автомобиля, бюджет пуст.",
        .chinese: "我们没有经费购买车辆。",
    ]

    private func codes(_ text: String, _ language: Language, _ assistance: [String] = []) -> [Advice.Code] {
        Articulation(
            problem: text, assistance: assistance.compactMap { AssistanceTypeID($0) }, language: language
        ).advice.map(\.code)
    }

    @Test("a need well said is left in peace", arguments: Language.allCases)
    func peace(language: Language) throws {
        let text = try #require(Self.good[language])
        #expect(codes(text, language, ["training.workshop"]) == [])
    }

    @Test("words that fit every need are named, and that nothing stands in the way", arguments: Language.allCases)
    func vague(language: Language) throws {
        let text = try #require(Self.vague[language])
        let advice = Articulation(problem: text, language: language).advice
        let vague = try #require(advice.first { $0.code == .tooVague }, "\(advice)")
        #expect(vague.words.count >= 3)
        for word in vague.words { #expect(text.contains(word), "quoted as it stands: \(word)") }
        #expect(advice.contains { $0.code == .noBarrier })
    }

    @Test("money hoped for is seen, unless it is asked for openly", arguments: Language.allCases)
    func hopesForMoney(language: Language) throws {
        let text = try #require(Self.money[language])
        let advice = Articulation(
            problem: text, assistance: [try #require(AssistanceTypeID("training"))], language: language
        ).advice
        let unasked = try #require(advice.first { $0.code == .moneyUnasked }, "\(advice)")
        for word in unasked.words { #expect(text.contains(word)) }
        #expect(!codes(text, language, ["training", "funding.grant"]).contains(.moneyUnasked))
        #expect(codes(text, language, ["funding.grant"]).contains(.moneyAlone))
        #expect(!codes(try #require(Self.good[language]), language, ["training"]).contains(.moneyUnasked))
    }

    @Test("a few words are too few, and no result is asked after", arguments: Language.allCases)
    func short(language: Language) throws {
        let text = try #require(Self.money[language])
        #expect(codes(text, language).contains(.tooShort))
        #expect(codes(text, language).contains(.noResult))
        let told = Articulation(problem: text, results: "1", language: language).advice
        #expect(!told.contains { $0.code == .noResult }, "a result that is written elsewhere counts")
    }

    @Test("a sentence without end is noticed", arguments: Language.allCases)
    func long(language: Language) throws {
        let text = try #require(Self.good[language])
        let run = text.filter { !".。؟!".contains($0) }
        let endless = Array(repeating: run, count: 3).joined(separator: language == .chinese ? "，" : " ")
        #expect(codes(endless, language).contains(.longSentences))
    }

    @Test(
        "nothing, blanks and odd signs give no advice that breaks", arguments: ["", "  \n ", "\u{0}", "🐸", "….", "a"])
    func odd(text: String) {
        for language in Language.allCases {
            let advice = Articulation(problem: text, language: language).advice
            #expect(text.trimmingBlanks.isEmpty ? advice.isEmpty : advice.count <= Advice.Code.allCases.count)
        }
    }
}
