import TextAnalysis

/// A field and, for texts, the language its column is in.
struct FieldName: Hashable {
    let field: String
    let language: Language?
}

/// Knows columns by the names people give them. Names are compared folded, without blanks and signs.
enum ColumnNames {
    /// Nil for a column that means nothing to us.
    static func field(_ header: String) -> FieldName? {
        let parts = header.split(separator: ".", maxSplits: 1).map(String.init)
        if parts.count == 2, let language = Language(rawValue: parts[1].lowercased()), let field = plain(parts[0]) {
            return FieldName(field: field, language: language)
        }
        // `name_fr`, `Name (fr)`.
        for language in Language.allCases {
            for ending in ["_\(language.code)", " (\(language.code))", "(\(language.code))", "-\(language.code)"]
            where header.lowercased().hasSuffix(ending) {
                if let field = plain(String(header.dropLast(ending.count))) {
                    return FieldName(field: field, language: language)
                }
            }
        }
        return plain(header).map { FieldName(field: $0, language: nil) }
    }

    private static func plain(_ header: String) -> String? { byName[key(header)] }

    private static func key(_ text: String) -> String {
        String(String.UnicodeScalarView(Folding.fold(text).unicodeScalars.filter { $0.properties.isAlphabetic }))
    }

    /// The fields by their own names and by what lists in the six languages call them.
    private static let byName: [String: String] = {
        var names: [String: String] = [:]
        for (field, others) in table {
            for name in [field] + others where names[key(name)] == nil { names[key(name)] = field }
        }
        return names
    }()

    private static let table: [(String, [String])] = [
        (
            "name",
            [
                "institution", "institution name", "organisation name", "organization name", "nom", "nombre",
                "название",
                "الاسم", "名称", "机构", "nom de l'institution", "nombre de la institución", "организация", "المؤسسة",
            ]
        ),
        ("acronym", ["short name", "abbreviation", "sigle", "acronyme", "sigla", "аббревиатура", "الاختصار", "简称"]),
        (
            "type",
            [
                "kind", "institution type", "organisation type", "organization type", "type d'institution", "tipo",
                "тип",
                "النوع", "类型",
            ]
        ),
        ("country", ["pays", "país", "страна", "البلد", "国家", "country code", "country name", "iso", "nation"]),
        ("city", ["town", "ville", "ciudad", "город", "المدينة", "城市", "place"]),
        ("ror", ["ror id", "ror identifier", "rorid"]),
        ("orcid", ["orcid id", "orcid identifier"]),
        ("doi", []),
        ("languages", ["language", "langues", "langue", "idiomas", "idioma", "языки", "اللغات", "语言"]),
        (
            "subjects",
            [
                "subject", "themes", "theme", "thèmes", "temas", "tema", "темы", "المواضيع", "主题", "thematic areas",
                "expertise areas",
            ]
        ),
        (
            "links",
            [
                "link", "website", "web", "site", "url", "homepage", "site web", "sitio web", "сайт", "الموقع", "网站",
                "web site",
                "address of website",
            ]
        ),
        ("about", ["description of institution", "mission", "profile", "présentation", "о нас", "نبذة", "简介"]),
        (
            "organisation",
            [
                "organization", "provider", "organisation id", "host", "funder", "organisme", "organización",
            ]
        ),
        ("title", ["titre", "título", "заголовок", "العنوان", "标题"]),
        ("coverage", ["serves", "countries served", "where"]),
        ("targets", ["target", "kmgbf targets", "gbf targets", "cibles", "metas", "целевые задачи"]),
        ("free", ["offers", "offered free of charge", "services", "free of charge"]),
        ("atCost", ["offered at a cost", "at a cost", "paid"]),
        ("expertise", ["what it offers", "competence", "compétences", "experiencia"]),
        ("pastCollaborations", ["past collaborations", "track record"]),
        ("requestsPerYear", ["requests per year", "capacity"]),
        ("fullUntil", ["full until"]),
        ("description", ["descripción", "описание", "الوصف", "描述"]),
        ("types", ["assistance types", "types of assistance"]),
        ("eligibility", ["who may apply"]),
        ("eligibleCountries", ["eligible countries"]),
        ("eligibleTypes", ["eligible organisation types"]),
        ("howToApply", ["how to apply", "application"]),
        ("deadline", ["closing date", "date limite", "fecha límite", "срок", "الموعد النهائي", "截止日期"]),
        ("starts", ["start", "start date", "from"]),
        ("ends", ["end", "end date", "until"]),
        ("amount", ["amount up to", "grant size", "montant", "importe"]),
        ("cost", ["total cost"]),
        ("currency", ["devise", "moneda", "валюта"]),
        ("summary", ["abstract", "résumé", "resumen", "аннотация", "الملخص", "摘要"]),
        ("problem", ["issue", "problème", "problema"]),
        ("whatWasDone", ["what was done", "activities"]),
        ("results", ["result", "outcomes", "résultats", "resultados"]),
        ("whatDidNotWork", ["what did not work"]),
        ("context", ["contexte", "contexto", "контекст", "السياق", "背景"]),
        ("blocks", ["building blocks", "composantes", "bloques", "составляющие", "المكونات", "构成要素"]),
        ("figures", ["results with figures", "chiffres", "cifras", "показатели", "الأرقام", "数据"]),
        ("conditions", ["conditions to repeat it"]),
        ("organisations", ["organizations", "partners"]),
        ("countries", ["pays concernés", "países", "страны", "البلدان"]),
        ("assistance", ["kinds of help"]),
        ("year", ["année", "año", "год", "السنة", "年份"]),
        ("statement", ["need", "besoin", "necesidad", "потребность", "الاحتياج", "需求"]),
        ("lack", ["kind of lack", "category"]),
        ("level", ["niveau", "nivel"]),
        ("priority", ["priorité", "prioridad"]),
        ("source", ["document", "where it is said"]),
        ("form", ["resource type", "format"]),
        ("authors", ["author", "creator", "auteurs", "autores"]),
        ("publisher", ["éditeur", "editorial"]),
        ("issued", ["date", "date of publication", "published"]),
        ("rights", ["licence", "license", "droits", "derechos"]),
        ("mandate", ["mandat", "mandato", "мандат", "الولاية", "职责"]),
        ("hours", ["office hours", "opening hours"]),
        ("commitments", ["engagements", "compromisos"]),
        ("priorities", ["national priorities", "priorités nationales", "prioridades nacionales"]),
        ("otherCountries", ["other countries"]),
        ("beneficiaries", ["bénéficiaires", "beneficiarios"]),
        ("objectives", ["objectifs", "objetivos"]),
        ("budget", ["presupuesto", "бюджет"]),
        ("urgency", ["urgence", "urgencia"]),
        ("stage", ["project status"]),
        ("otherPartners", ["other partners", "collaborators"]),
        ("donors", ["donor", "financed by", "bailleurs", "donantes"]),
        ("funding", ["total funding"]),
        ("practices", ["good practices"]),
        ("placeCountry", ["country of the event", "country of the venue", "held in"]),
        ("venue", ["lieu", "lugar", "место проведения", "المكان", "地点"]),
        ("online", ["online address", "meeting link"]),
        ("way", ["attendance", "attendance mode"]),
        ("startTime", ["start time", "begins at"]),
        ("endTime", ["end time", "ends at"]),
        ("zone", ["time zone", "timezone", "fuseau horaire", "zona horaria", "часовой пояс", "المنطقة الزمنية", "时区"]),
        ("registerBy", ["register by", "registration deadline"]),
        ("registration", ["registration link", "register at"]),
        ("fee", ["registration fee"]),
        ("support", ["travel support"]),
        ("outlook", ["event status"]),
        ("outcome", ["what came of it"]),
        ("id", ["identifier"]),
    ]
}
