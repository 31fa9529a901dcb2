import TextAnalysis

/// Words that name no subject: those with which people ask ("we need somebody who could come and help"), count, and tell of
/// time. An offer that has them as well has nothing in common with the need. They count in a search, where a person chose
/// each word. Our own lists: no word of a subject, of a kind of help or of a place.
enum PlainWords {
    /// - Parameter term: as the analyzer has it.
    static func have(_ term: String, _ language: Language) -> Bool { all[language, default: []].contains(term) }

    private static let all = Dictionary(
        uniqueKeysWithValues: Language.allCases.map { language in
            (language, Set(Analyzer.of(language).readings(of: words(language)).flatMap { $0.readings.map(\.text) }))
        })

    private static func words(_ language: Language) -> String {
        switch language {
        case .english:
            """
            need needed require required lack lacking want wanted wish help helping helpful come anything something someone
            somebody anyone anybody everything please seek seeking look looking hope thank thanks grateful ask asking able
            unable enough insufficient urgently currently possible kindly
            year month week day hour today time several first second third new old good better best know make take give
            keep go get see say people person hand stay live two three four five six seven eight nine ten one
            """
        case .french:
            """
            besoin manquer manquons manque vouloir voulons souhaiter souhaitons aider aide venir quelque chose quelqu'un
            chercher cherchons rechercher demander demandons merci nécessaire nécessiter falloir faut pouvoir pouvons disposer
            disposons insuffisant actuellement possible prier
            an année mois semaine jour heure temps plusieurs premier deuxième nouveau vieux bon meilleur savoir faire prendre
            garder aller voir dire gens personne main rester vivre deux trois quatre cinq six sept huit neuf dix
            """
        case .spanish:
            """
            necesitar necesitamos necesidad necesario faltar falta carecer carecemos querer queremos desear deseamos ayudar
            ayuda venir algo alguien buscar buscamos pedir pedimos gracias requerir requerimos requiere suficiente
            insuficiente actualmente urgentemente posible
            año semana día hora tiempo varios primero segundo nuevo viejo bueno mejor saber hacer tomar dar ir decir
            gente persona mano quedar vivir dos tres cuatro cinco seis siete ocho nueve diez
            """
        case .russian:
            """
            нужно нужен нужны нуждаться нуждаемся нехватка хватать хватает требоваться требуется требуются необходим
            необходимо необходимы помощь помочь помогать просить просим хотеть хотим желать искать ищем приехать прийти
            пожалуйста спасибо недостаточно срочно кто-нибудь что-нибудь возможно
            год лет месяц неделя день час время несколько первый второй новый старый хороший лучший знать делать брать давать
            идти видеть говорить люди человек рука жить два три четыре пять шесть семь восемь девять десять
            """
        case .arabic:
            """
            نحتاج يحتاج تحتاج احتياج حاجة بحاجة نفتقر يفتقر تفتقر نطلب يطلب نريد نرغب مساعدة نساعد يساعد المساعدة شيء شخص
            رجاء يرجى شكرا نبحث يلزم لازم ينقصنا عاجل عاجلة حاليا يمكن
            سنة سنوات شهر أسبوع يوم وقت عدة أول ثاني جديد قديم جيد أفضل نعرف ناس الناس يد اثنان ثلاثة أربعة خمسة ستة سبعة
            ثمانية تسعة عشرة
            """
        case .chinese:
            """
            需要 缺乏 缺少 希望 想要 请求 帮助 任何 有人 谢谢 急需 寻求 不足 目前 可能
            时间 小时 几个 第一 第二 人们 知道 两个 三个 每年 今天
            """
        }
    }
}
