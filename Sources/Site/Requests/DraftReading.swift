internal import Cooperation
internal import Desk
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// The form of a request, read: the request it makes and everything that is wrong with it, by the form's own field names.
struct DraftReading: Sendable {
    var request: Cooperation.Request
    /// The institution to be made on the way, where none of her own was chosen.
    var newInstitution: Organisation?
    var problems: [Problem]

    static let wishes = 3
    static let newInstitution = "new"
    /// Stands for the institution that is still to be made.
    static let unmade = OrganisationID(own: "unmade")

    /// - Parameter base: the request as it was, where one is revised.
    init(_ form: Form, base: Cooperation.Request?, _ visit: Visit, _ desk: Desk) async throws {
        var reader = DraftReader(form: form, visit: visit, base: base)
        let country = try reader.country()
        let (organisation, made) = try reader.institution(in: country)
        let readers = try await reader.visibility(desk)
        guard let any = Vocabulary.standard.countries.first?.code, let unmade = Self.unmade else {
            throw WebProblem(.unexpected)
        }
        request = try reader.request(country: country ?? any, organisation: organisation ?? unmade)
        request.visibility = readers
        newInstitution = made
        problems = reader.problems
        problems += request.problems().map { reader.inForm($0) }
    }
}

/// Reads the answers one by one and gathers what is wrong.
struct DraftReader {
    let form: Form
    let visit: Visit
    let base: Cooperation.Request?
    var problems: [Problem] = []
    /// Which of the three lines each wish was written on, from 1.
    private var lines: [Int] = []
    let language: Language

    init(form: Form, visit: Visit, base: Cooperation.Request?) {
        self.form = form
        self.visit = visit
        self.base = base
        let told = ["problem", "objectives", "results", "priorities", "title"].map(form.typed).joined(separator: "\n")
        language = Visit.language(of: told) ?? base.flatMap(DraftFormView.language) ?? visit.language
    }

    mutating func wrong(_ field: String, _ code: Problem.Code) { problems.append(Problem(field: field, code: code)) }

    mutating func country() throws -> CountryCode? {
        let text = try form.text("country")
        if let country = CountryCode(text) { return country }
        wrong("country", text.isEmpty ? .missing : .notAChoice)
        return nil
    }

    /// One she speaks for (or the request's own), or a new one made on the way.
    mutating func institution(in country: CountryCode?) throws -> (OrganisationID?, Organisation?) {
        let chosen = try form.text("organisation")
        if !chosen.isEmpty, chosen != DraftReading.newInstitution {
            if let id = OrganisationID(rawValue: chosen),
                visit.viewer.organisations.contains(id) || base?.organisation == id
            {
                return (id, nil)
            }
            wrong("organisation", .notAChoice)
            return (nil, nil)
        }
        let name = try form.text("institution-name")
        guard !name.isEmpty else {
            wrong("institution-name", .missing)
            return (nil, nil)
        }
        guard let type = OrganisationType(rawValue: try form.text("institution-type")) else {
            wrong("institution-type", .missing)
            return (nil, nil)
        }
        let seat = CountryCode(try form.text("institution-country")) ?? country
        let made = Organisation(
            name: LocalizedText(name, in: Visit.language(of: name) ?? visit.language), type: type, country: seat)
        problems += made.problems().map { problem in
            Problem(field: "institution-\(problem.field)", code: problem.code, figures: problem.figures)
        }
        return (nil, made)
    }

    /// Who may read it. A reader is named by the e-mail address of her account; those named before are kept by a box.
    mutating func visibility(_ desk: Desk) async throws -> Cooperation.Request.Visibility {
        guard try form.text("visibility") == "named" else { return .everybody }
        var before: [AccountID] = []
        if case .named(let readers) = base?.visibility { before = readers }
        var readers = before.filter { form.has($0.rawValue, in: "kept-readers") }
        let emails = try form.lines("readers")
        let found = try await desk.accounts(of: emails, for: visit.viewer)
        for email in emails {
            guard let account = found[email] else {
                wrong("readers", EmailAddress.isPlausible(email) ? .unknown : .notAnEmail)
                break
            }
            if !readers.contains(account) { readers.append(account) }
        }
        return .named(readers)
    }

    /// What is written so far, as a request; of a form with problems too. The institution is not asked for.
    mutating func sketch(in country: CountryCode?) throws -> Cooperation.Request {
        guard let place = country ?? Vocabulary.standard.countries.first?.code, let unmade = DraftReading.unmade else {
            throw WebProblem(.unexpected)
        }
        return try request(country: place, organisation: unmade)
    }

    mutating func request(country: CountryCode, organisation: OrganisationID) throws -> Cooperation.Request {
        var request = Cooperation.Request(
            country: country, organisation: organisation, title: try text("title", base?.title),
            problem: try text("problem", base?.problem), assistance: try wishes(),
            priorities: try text("priorities", base?.priorities), subjects: subjects(),
            targets: form.choices("targets", &problems) { FrameworkTarget($0) },
            level: ApplicationLevel(rawValue: form.typed("level")) ?? .national)
        request.otherCountries = try form.countries("otherCountries", &problems)
        request.beneficiaries = form.choices("beneficiaries", &problems) { BeneficiaryType(rawValue: $0) }
        request.starts = form.day("starts", &problems)
        request.ends = form.day("ends", &problems)
        request.objectives = try text("objectives", base?.objectives)
        request.results = try text("results", base?.results)
        request.existingInitiatives = try text("existingInitiatives", base?.existingInitiatives)
        request.sentElsewhere = try text("sentElsewhere", base?.sentElsewhere)
        request.coFinancing = try text("coFinancing", base?.coFinancing)
        request.budget = try form.money("amount", currency: "currency", &problems)
        request.urgency = Cooperation.Request.Urgency(rawValue: form.typed("urgency")) ?? .ordinary
        request.products = form.choices("products", &problems) { Cooperation.Request.Product(rawValue: $0) }
        request.languages = form.choices("languages", &problems) { LanguageCode($0) }
        request.links = try form.links("links")
        return request
    }

    /// A text in the language of the form; versions in other languages stay only while the text they translate stays.
    private func text(_ name: String, _ before: LocalizedText?) throws -> LocalizedText {
        let text = LocalizedText(try form.text(name), in: language)
        guard let before, let own = base.flatMap(DraftFormView.language), before[own] == text[language] else {
            return text
        }
        return own == language ? before : text
    }

    private mutating func wishes() throws -> [Cooperation.Request.Wish] {
        var wishes: [Cooperation.Request.Wish] = []
        for line in 1...DraftReading.wishes {
            let name = try form.text("assistance-\(line)")
            let before = base.flatMap { $0.assistance.indices.contains(line - 1) ? $0.assistance[line - 1].how : nil }
            let how = try text("how-\(line)", before)
            if name.isEmpty {
                if !how.isEmpty { wrong("assistance-\(line)", .missing) }
                continue
            }
            guard let type = AssistanceTypeID(name) else {
                wrong("assistance-\(line)", .notAChoice)
                continue
            }
            if wishes.contains(where: { $0.type == type }) {
                wrong("assistance-\(line)", .taken)
                continue
            }
            wishes.append(Cooperation.Request.Wish(type: type, how: how))
            lines.append(line)
        }
        return wishes
    }

    private mutating func subjects() -> [SubjectID] {
        SubjectGroup.allCases.flatMap { group in
            form.all(DraftFormView.name(of: group)).compactMap { value in
                let subject = SubjectID(value)
                if subject == nil { wrong("subjects", .notAChoice) }
                return subject
            }
        }
    }

    /// A problem of the paper under the name its field has in the form.
    func inForm(_ problem: Problem) -> Problem {
        var problem = problem
        problem.field = name(problem.field)
        return problem
    }

    private func name(_ field: String) -> String {
        let parts = field.split(separator: ".")
        switch parts.first {
        case "assistance":
            guard parts.count > 1, let index = Int(parts[1]), lines.indices.contains(index) else {
                return "assistance-1"
            }
            return "how-\(lines[index])"
        case "subjects": return DraftFormView.name(of: .biomes)
        case "links": return "links"
        case "budget": return "amount"
        case "visibility": return "readers"
        default: return field
        }
    }
}

extension Form {
    /// Whether anything was said that a draft could keep. What the form chooses by itself (a country, a level) is not.
    var tellsOfARequest: Bool {
        let lines = (1...DraftReading.wishes).flatMap { ["assistance-\($0)", "how-\($0)"] }
        let texts = [
            "title", "problem", "objectives", "results", "priorities", "existingInitiatives", "sentElsewhere",
            "coFinancing", "amount", "starts", "ends", "links", "institution-name",
        ]
        let ticked = ["targets"] + SubjectGroup.allCases.map { DraftFormView.name(of: $0) }
        return (texts + lines).contains { !typed($0).trimmingBlanks.isEmpty } || ticked.contains { !all($0).isEmpty }
    }
}
