import Cooperation
import Desk
import TextAnalysis
import Vocabulary

/// Events of the demonstration: one that took place, told in our words, and some of support centres that are made up and say
/// so, counted from the day the demonstration is filled in.
struct DemonstrationEvents {
    let today: CalendarDay

    /// What every made-up event says of itself.
    private static let notice = LocalizedText.made([
        .english: "Made up for this demonstration: nobody registers, nothing takes place.",
        .french: "Inventé pour cette démonstration : personne ne s’inscrit, rien n’a lieu.",
        .spanish: "Inventado para esta demostración: nadie se inscribe, nada tiene lugar.",
        .russian: "Придумано для этой демонстрации: никто не регистрируется, ничего не проводится.",
        .arabic: "مختلَق لهذا العرض: لا يسجّل أحد ولا يُعقد شيء.",
        .chinese: "为本演示虚构：无人注册，也不会举行。",
    ])

    func all() throws(DemonstrationError) -> [Event] {
        [
            try rabat(), try westAfrica(), try helpDesk(), try pacific(), try centralAsia(), try southAmerica(),
            try northAfrica(), try eastAsia(),
        ]
    }

    /// The workshop of 2018 out of which a network of lawyers came.
    private func rabat() throws(DemonstrationError) -> Event {
        try event(
            .workshop, of: "sedd-morocco",
            LocalizedText.made([
                .french: "Atelier de Rabat sur les mesures d’accès et de partage des avantages",
                .english: "Rabat workshop on measures for access and benefit-sharing",
            ]),
            LocalizedText(
                """
                Des juristes de pays francophones d’Afrique comparent leurs projets de lois sur l’accès aux ressources \
                génétiques et s’exercent à les rédiger.
                """, in: .french),
            themes: ["CBD-SUBJECT-ABS"], languages: [.french],
            for: ["DZ", "BJ", "CM", "KM", "CG", "CI", "CD", "MG", "MA", "NE"], at: ("MA", "Rabat"),
            on: CalendarDay("2018-05-10"), through: CalendarDay("2018-05-11"), zone: "Africa/Casablanca",
            outcome: LocalizedText(
                "Un réseau de juristes de dix pays, qui s’entraident depuis lors dans la rédaction de leurs textes.",
                in: .french))
    }

    private func westAfrica() throws(DemonstrationError) -> Event {
        var event = try event(
            .webinar, of: "cse", hub: "cse",
            LocalizedText.made([
                .french: "Démonstration : dire un besoin en trois questions",
                .english: "Demonstration: saying a need in three questions",
            ]),
            told(
                .french, "Le centre montre comment une agence de parc décrit ce qui lui manque, pas à pas.",
                english: "The centre shows step by step how a park agency says what it lacks."),
            themes: ["CBD-SUBJECT-STC"], languages: [.french, .english],
            for: ["BJ", "BF", "CI", "ML", "NE", "SN", "TG"],
            on: today.adding(days: 19), zone: "Africa/Dakar", from: "10:00", to: "12:00")
        event.registerBy = today.adding(days: 12)
        return event
    }

    private func helpDesk() throws(DemonstrationError) -> Event {
        try event(
            .session, of: "scbd",
            LocalizedText.made([
                .english: "Demonstration: open hour of the global help desk",
                .french: "Démonstration : heure ouverte du service d’assistance mondial",
                .spanish: "Demostración: hora abierta del servicio mundial de asistencia",
            ]), told(.english, "Whoever is writing a request brings it along; two officers read it with you."),
            themes: ["CBD-SUBJECT-STC"], languages: [.english, .french, .spanish], on: today.adding(days: 5),
            zone: "UTC", from: "13:00", to: "14:00")
    }

    private func pacific() throws(DemonstrationError) -> Event {
        var event = try event(
            .workshop, of: "sprep", hub: "sprep",
            LocalizedText("Demonstration: lists of invasive species that islands share", in: .english),
            told(.english, "Three days on common lists, common names and who warns whom."),
            themes: ["CBD-SUBJECT-IAS", "CBD-SUBJECT-ISL"], languages: [.english],
            for: ["FJ", "KI", "PG", "SB", "TO", "TV", "VU", "WS"], at: ("WS", "Apia"), on: today.adding(days: 60),
            through: today.adding(days: 62), zone: "Pacific/Apia", from: "09:00", to: "16:30")
        event.way = .both
        event.registerBy = today.adding(days: 35)
        event.support = LocalizedText(
            "In this demonstration travel is paid for one person from each least developed country.", in: .english)
        return event
    }

    private func centralAsia() throws(DemonstrationError) -> Event {
        try event(
            .forum, of: "carec", hub: "carec",
            LocalizedText.made([
                .russian: "Демонстрация: форум о коридорах для степных животных",
                .english: "Demonstration: forum on corridors for animals of the steppe",
            ]),
            told(
                .russian, "Заповедники пяти стран рассказывают, где животные переходят границы.",
                english: "Reserves of five countries tell where animals cross the boundaries."),
            themes: ["CBD-SUBJECT-PA"], languages: [.russian], for: ["KZ", "KG", "TJ", "TM", "UZ"],
            on: today.adding(days: 45), zone: "Asia/Almaty", from: "11:00", to: "15:00")
    }

    private func southAmerica() throws(DemonstrationError) -> Event {
        var event = try event(
            .training, of: "humboldt", hub: "humboldt",
            LocalizedText.made([
                .spanish: "Demostración: curso de gestión de datos de especies",
                .english: "Demonstration: course on managing data about species",
            ]),
            told(
                .spanish, "Cinco días para pasar de hojas de cálculo a datos que otros pueden reutilizar.",
                english: "Five days from spreadsheets to data that others can use again."),
            themes: ["CBD-SUBJECT-KM"], languages: [.spanish], for: ["CO", "EC", "PE", "BO", "VE"],
            at: ("CO", "Bogotá"), on: today.adding(days: 90), through: today.adding(days: 94), zone: "America/Bogota",
            from: "08:30", to: "16:00")
        event.registerBy = today.adding(days: 50)
        event.fee = .charged
        event.cost = Money(amount: 120, currency: "USD")
        return event
    }

    private func northAfrica() throws(DemonstrationError) -> Event {
        var event = try event(
            .roundTable, of: "oss", hub: "oss",
            LocalizedText.made([
                .arabic: "عرض توضيحي: مائدة مستديرة بشأن حسابات النظم الإيكولوجية",
                .english: "Demonstration: round table on accounts of ecosystems",
            ]),
            told(
                .arabic, "تتبادل الوزارات ما تعلمته من إعداد حساباتها الأولى.",
                english: "Ministries exchange what they learned from their first accounts."),
            themes: ["CBD-SUBJECT-ETI"], languages: [.arabic, .french], for: ["TN", "DZ", "MA", "LY", "MR"],
            at: ("TN", "Tunis"), on: today.adding(days: 25), zone: "Africa/Tunis", from: "09:00", to: "13:00")
        event.outlook = .cancelled
        return event
    }

    private func eastAsia() throws(DemonstrationError) -> Event {
        try event(
            .training, of: "nies", hub: "nies",
            LocalizedText.made([
                .chinese: "演示：生物遗传资源相关传统知识编目培训",
                .english: "Demonstration: training on inventories of traditional knowledge",
            ]),
            told(
                .chinese, "学习如何与社区一起编写传统知识目录。",
                english: "How to write inventories of traditional knowledge together with communities."),
            themes: ["CBD-SUBJECT-TKIP"], languages: [.chinese],
            for: ["CN", "MN"], on: today.adding(days: -50), through: today.adding(days: -48), zone: "Asia/Shanghai",
            from: "09:00", to: "17:00",
            outcome: LocalizedText("演示中的成果：三份目录草稿和一份问题清单。", in: .chinese))
    }

    /// What it is about, and that it is made up.
    /// - Parameter english: the same in English, where it was written in another language.
    private func told(_ language: Language, _ text: String, english: String? = nil) -> LocalizedText {
        var all = Self.notice
        if let english {
            all.set(english + " " + (Self.notice[.english] ?? ""), in: .english, origin: .humanTranslation)
        }
        all.set(text + " " + (Self.notice[language] ?? ""), in: language, origin: .written)
        return all
    }

    private func event(
        _ form: Event.Form, of organisation: String, hub: String? = nil, _ title: LocalizedText,
        _ summary: LocalizedText, themes: [String], languages: [Language], for countries: [String] = [],
        at place: (country: String, city: String)? = nil, on first: CalendarDay?, through last: CalendarDay? = nil,
        zone: String, from start: String = "", to end: String = "", outcome: LocalizedText = LocalizedText()
    ) throws(DemonstrationError) -> Event {
        let codes = countries.compactMap { CountryCode($0) }
        let subjects = themes.compactMap { SubjectID($0) }
        guard let first, let id = OrganisationID(own: organisation), codes.count == countries.count,
            subjects.count == themes.count
        else { throw .damaged(file: "events", line: 1, reason: organisation) }
        return Event(
            form: form, organisation: id, hub: hub.flatMap { HubID(own: $0) }, title: title, summary: summary,
            subjects: subjects, coverage: codes.isEmpty ? .everywhere : .countries(Set(codes)),
            languages: languages.map { LanguageCode($0) }, way: place == nil ? .online : .inPlace,
            country: place.flatMap { CountryCode($0.country) }, city: place?.city ?? "", starts: first,
            ends: last ?? first, startTime: OfficeHours.Time(start), endTime: OfficeHours.Time(end), zone: zone,
            fee: .free, outcome: outcome)
    }
}

extension LocalizedText {
    /// The first is what somebody wrote, the others are translations by hand.
    fileprivate static func made(_ versions: KeyValuePairs<Language, String>) -> LocalizedText {
        var text = LocalizedText()
        for (place, (language, words)) in versions.enumerated() {
            text.set(words, in: language, origin: place == 0 ? .written : .humanTranslation)
        }
        return text
    }
}
