internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import Matching
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// The letter that brings two sides together: drafted from the reasons, to be edited and sent.
enum IntroductionPage {
    private typealias RequestID = Cooperation.RequestID

    static func add(to routes: Routes) {
        routes.get(.newIntroduction) { request, context, visit, desk in
            let id = try context.pathParameter("id") { RequestID(own: $0) }
            guard let candidate = Introduction.Candidate(name: try request.query().typed("candidate")) else {
                throw WebProblem(.notFound)
            }
            return try await page(id, candidate, visit, desk, nil)
        }
        routes.step(.introduction) { sent in
            guard let candidate = Introduction.Candidate(name: sent.form.typed("candidate")) else {
                throw DeskError.invalid([Problem(field: "candidate", code: .unknown)])
            }
            let it = try await CasePage.load(sent.id, sent.visit, sent.desk)
            let suggestion = try await suggestion(of: candidate, for: it.id, sent.visit, sent.desk)
            let introduction = Introduction(
                request: sent.id, candidate: candidate, letter: try letter(of: sent),
                suggestion: suggestion?.kept)
            _ = try await sent.desk.introduce(introduction, by: sent.viewer, once: sent.key)
            return .introduced
        }
    }

    /// The letter in the language of who asks, and in that of who is asked where it is another.
    private static func letter(of sent: SentStep) throws -> LocalizedText {
        var letter = try sent.written("letter")
        guard let other = Language(rawValue: sent.form.typed("other-language")) else { return letter }
        let text = try sent.form.text("letter-other")
        if letter[other] == nil { letter.set(text, in: other, origin: .written) }
        return letter
    }

    /// The letter again, with what is wrong in it.
    static func page(
        _ id: Cooperation.RequestID, _ visit: Visit, _ desk: Desk, _ attempt: Attempt
    ) async throws -> Response {
        guard let candidate = Introduction.Candidate(name: attempt.form.typed("candidate")) else {
            return try await CasePage.page(id, visit, desk, attempt)
        }
        return try await page(id, candidate, visit, desk, attempt)
    }

    private static func page(
        _ id: Cooperation.RequestID, _ candidate: Introduction.Candidate, _ visit: Visit, _ desk: Desk,
        _ attempt: Attempt?
    ) async throws -> Response {
        let it = try await CasePage.load(id, visit, desk)
        guard attempt != nil || it.view.steps.contains(.introduce) else {
            throw DeskError.illegal(.introduce, it.view.state)
        }
        guard let offer = try await RequestCase.offer(candidate, desk) else { throw WebProblem(.notFound) }
        var institution: LocalizedText?
        var spoken: [Language] = []
        if let organisation = offer.organisation {
            let record = try await desk.record(organisation)
            institution = record.body.name
            spoken = record.body.languages.compactMap { Language(rawValue: $0.description) }
        }
        if case .provider(let id) = candidate {
            spoken = try await desk.record(id).body.languages.compactMap { Language(rawValue: $0.description) } + spoken
        }
        let view = IntroductionView(
            it: it, candidate: candidate, offer: offer, institution: institution, attempt: attempt,
            spoken: spoken, parts: try await suggestion(of: candidate, for: id, visit, desk)?.parts ?? [])
        return visit.page(
            visit.words("desk.introduction"), at: .request(id, .newIntroduction).with("candidate", candidate.name),
            view.html())
    }

    /// What the machine says of a candidate now; nil where it does not think of it.
    private static func suggestion(
        of candidate: Introduction.Candidate, for id: Cooperation.RequestID, _ visit: Visit, _ desk: Desk
    ) async throws(DeskError) -> (kept: Introduction.Suggestion, parts: [Matching.Part])? {
        let matches = try await desk.matches(for: id, viewer: visit.viewer, limit: Candidates.perCircle)
        let all = matches.best + matches.circles.flatMap(\.candidates)
        guard let found = all.first(where: { $0.candidate == candidate }) else { return nil }
        let ranked = Set(all.filter { $0.score > found.score }.map(\.candidate)).count + 1
        let kept = Introduction.Suggestion(weights: matches.weights, rank: ranked, score: found.score)
        return (kept, found.parts)
    }
}

/// The letter, beside it what is asked.
struct IntroductionView {
    let it: RequestCase
    let candidate: Introduction.Candidate
    let offer: RequestCase.Offer
    let institution: LocalizedText?
    let attempt: Attempt?
    /// The languages of who is asked, its own first.
    let spoken: [Language]
    /// Why the machine thinks of it, strongest first.
    let parts: [Matching.Part]

    private var visit: Visit { it.visit }
    private var words: Words { visit.words }

    func html() -> HTML {
        let forms = StepForms(it: it, attempt: attempt, place: .newIntroduction)
        let field = Field(
            words: words, name: "letter", label: words("desk.q-letter"), hint: words("desk.hint-letter"),
            problem: attempt?.problems["letter"])
        let letter = attempt.map { $0.form.typed("letter") } ?? draft(in: letterLanguage)
        return """
            \(trail(label: words("request.trail"), [
                visit.link(words("desk.queue"), SitePath(.queue)),
                visit.link(visit.plainTitle(of: it.request), .helpCase(it.id)),
            ]))
            <h1>\(words("desk.introduction"))</h1>
            \(attempt.map { $0.summary(words) })
            \(facts([
                (words("desk.asks"), visit.title(of: it.request)),
                (words("desk.offers"), "<a href=\"\(visit.address(.candidate(candidate)))\">\(visit.text(offer.title))</a>"),
                (words("desk.institution"), institution.map { visit.text($0) }),
            ]))
            \(forms.form(.introduction, attempt, hidden: [("candidate", candidate.name)],
                "\(field.area(letter, lines: 16))\(otherLetter)\(buttons(submitButton(words("desk.send-introduction"), .act)))"))
            <section aria-labelledby="asked"><h2 id="asked">\(words("request.asked"))</h2>
            \(AskedView(visit: visit, request: it.request).html())</section>
            """
    }

    /// The letter's language: that of the request where it is one of ours.
    var letterLanguage: Language { DraftFormView.language(it.request) ?? visit.language }

    /// The language of who is asked, where it is not that of who asks.
    private var otherLanguage: Language? {
        spoken.isEmpty || spoken.contains(letterLanguage) ? nil : spoken.first
    }

    private var otherLetter: HTML {
        guard let other = otherLanguage else { return HTML() }
        let field = Field(
            words: words, name: "letter-other",
            label: words("casework.letter-in", ["language": visit.name(of: other)]),
            hint: words("casework.letter-in-hint"),
            isOptional: true)
        let typed = attempt.map { $0.form.typed("letter-other") } ?? draft(in: other)
        return """
            <input type="hidden" name="other-language" value="\(other.code)">\(field.area(typed, lines: 16))
            """
    }

    private func draft(in letterLanguage: Language) -> String {
        let own = words.speaking(letterLanguage)
        func best(_ text: LocalizedText) -> String { text.best(for: [letterLanguage])?.version.text ?? "" }
        let asking = it.institutions[it.request.organisation].map(best) ?? ""
        let country = it.request.country.country.name(in: letterLanguage)
        var parts = [
            own("desk.letter-greeting"),
            own("desk.letter-request", ["institution": asking, "country": country, "title": best(it.request.title)]),
            institution.map {
                own("desk.letter-offer", ["institution": best($0), "title": best(offer.title)])
            } ?? own("desk.letter-practice", ["title": best(offer.title)]),
        ]
        let reasons = self.parts.filter { $0.value > 0 && $0.part != .exposure }.prefix(4).map(
            ReasonWords(own).sentence)
        if !reasons.isEmpty {
            parts.append(own("desk.letter-reasons") + "\n" + reasons.map { "– " + $0 }.joined(separator: "\n"))
        }
        parts += [own("desk.letter-next", count: ServiceLevel.reply), own("desk.letter-closing")]
        return parts.joined(separator: "\n\n")
    }
}
