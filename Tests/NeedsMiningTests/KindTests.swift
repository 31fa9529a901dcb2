import Documents
import TextAnalysis
import Testing
import Vocabulary

@testable import NeedsMining

/// One need of each kind, the same seven in six languages; none of them is among the examples that are learned from.
@Suite("Kinds of need in six languages")
struct KindTests {
    private static let languages: [Language] = [.english, .french, .spanish, .russian, .arabic, .chinese]
    private static let needs: [(kind: NeedKind, texts: [String])] = [
        (
            .technology,
            [
                "There is no equipment for sequencing DNA in the national museum.",
                "Le musée ne possède aucun équipement de séquençage de l'ADN.",
                "El museo carece de equipos para secuenciar ADN.",
                "В музее нет оборудования для секвенирования ДНК.",
                "لا توجد في المتحف معدات لقراءة تسلسل الحمض النووي.",
                "博物馆没有基因测序设备。",
            ]
        ),
        (
            .capacity,
            [
                "Municipal officers must be trained to manage urban forests.",
                "Les agents municipaux doivent être formés à la gestion des forêts urbaines.",
                "Los funcionarios municipales deben capacitarse en la gestión de bosques urbanos.",
                "Муниципальных служащих необходимо обучить управлению городскими лесами.",
                "يجب تدريب موظفي البلديات على إدارة الغابات الحضرية.",
                "必须培训市政人员管理城市森林。",
            ]
        ),
        (
            .finance,
            [
                "Money for patrols runs out in September, and further grants are needed.",
                "Les crédits pour les patrouilles s'épuisent en septembre et des subventions sont nécessaires.",
                "El dinero para las patrullas se agota en septiembre y se necesitan más subvenciones.",
                "Деньги на патрулирование заканчиваются в сентябре, нужны дополнительные гранты.",
                "تنفد أموال الدوريات في سبتمبر وهناك حاجة إلى منح إضافية.",
                "巡逻经费九月就用完，需要更多拨款。",
            ]
        ),
        (
            .information,
            [
                "Statistics on forest fires are missing for the eastern districts.",
                "Les statistiques sur les feux de forêt manquent pour les districts de l'est.",
                "Faltan estadísticas sobre incendios forestales en los distritos orientales.",
                "По восточным районам нет статистики лесных пожаров.",
                "تنقص الإحصاءات عن حرائق الغابات في المناطق الشرقية.",
                "东部地区缺少森林火灾统计资料。",
            ]
        ),
        (
            .institutional,
            [
                "The legal framework for wetlands is incomplete and its enforcement needs to be strengthened.",
                "Le cadre juridique des zones humides est incomplet et son application doit être renforcée.",
                "El marco jurídico de los humedales es incompleto y debe reforzarse su aplicación.",
                "Правовая база по водно-болотным угодьям неполна, её применение требуется усилить.",
                "الإطار القانوني للأراضي الرطبة ناقص ويلزم تعزيز إنفاذه.",
                "湿地法律框架不完整，执法需要加强。",
            ]
        ),
        (
            .research,
            [
                "More scientific studies of coral diseases are required.",
                "Davantage d'études scientifiques sur les maladies des coraux sont requises.",
                "Se requieren más estudios científicos sobre las enfermedades de los corales.",
                "Требуются дополнительные научные исследования болезней кораллов.",
                "يلزم إجراء مزيد من الدراسات العلمية عن أمراض المرجان.",
                "需要对珊瑚疾病开展更多科学研究。",
            ]
        ),
        (
            .barrier,
            [
                "Disputes between villages are the main obstacle to the new reserve.",
                "Les différends entre villages sont le principal obstacle à la nouvelle réserve.",
                "Las disputas entre aldeas son el principal obstáculo para la nueva reserva.",
                "Споры между деревнями — главное препятствие для нового заповедника.",
                "الخلافات بين القرى هي العائق الرئيسي أمام المحمية الجديدة.",
                "村庄之间的争端是新保护区的主要障碍。",
            ]
        ),
    ]

    @Test("All but a few are told apart in each, without the sentence encoder")
    func kinds() {
        let appraiser = NeedAppraiser(encoder: nil)
        var right = 0
        for (place, language) in Self.languages.enumerated() {
            let wrong = Self.needs.filter { need in
                let passage = Passage(
                    place: DocumentPlace(page: 1, block: 0), range: 0..<need.texts[place].utf8.count,
                    text: need.texts[place], language: language)
                let statement = Statement(passage: passage, language: language)
                return appraiser.appraise(statement, vector: nil).kind != need.kind
            }
            #expect(wrong.count <= 2, "\(language): \(wrong.map(\.kind.rawValue))")
            right += Self.needs.count - wrong.count
        }
        #expect(right >= 38)
    }
}
