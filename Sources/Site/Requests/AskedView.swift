internal import Cooperation
internal import Desk
internal import Foundation
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// What a request asks for: all its fields, those without an answer left out.
struct AskedView {
    let visit: Visit
    let request: Cooperation.Request

    private var words: Words { visit.words }

    func html() -> HTML {
        """
        \(part("problem", request.problem))
        \(if: !request.assistance.isEmpty, wishes)
        \(part("priorities", request.priorities))
        \(part("objectives", request.objectives))
        \(part("results", request.results))
        \(shortAnswers)
        \(part("existingInitiatives", request.existingInitiatives))
        \(part("sentElsewhere", request.sentElsewhere))
        \(part("coFinancing", request.coFinancing))
        \(if: !request.links.isEmpty, links)
        """
    }

    private func part(_ name: String, _ text: LocalizedText) -> HTML {
        if text.isEmpty { return HTML() }
        return "<h3>\(label(name))</h3>\(visit.paragraphs(text))"
    }

    private func label(_ name: String) -> String { words(MessageKey("request.asked-\(name)")) }

    private var wishes: HTML {
        """
        <h3>\(label("assistance"))</h3><ul>\(request.assistance.map { wish in
            """
            <li><b>\(wish.type.label(in: visit.language))</b>\
            \(if: !wish.how.isEmpty, visit.paragraphs(wish.how))</li>
            """ as HTML
        })</ul>
        """
    }

    private var shortAnswers: HTML {
        facts([
            (label("subjects"), visit.subjects(request.subjects)),
            (label("targets"), visit.targets(request.targets)),
            (label("level"), HTML(text: request.level.label(in: visit.language))),
            (label("otherCountries"), list(request.otherCountries.map { $0.country.name(in: visit.language) })),
            (label("beneficiaries"), lines(request.beneficiaries.map { $0.label(in: visit.language) })),
            (label("period"), period.map { HTML(text: $0) }),
            (
                label("budget"),
                request.budget.map { HTML(text: words.money(Decimal($0.amount), currency: $0.currency)) }
            ),
            (label("urgency"), HTML(text: words(MessageKey("request.urgency-\(request.urgency.rawValue)")))),
            (label("products"), lines(request.products.map { words(MessageKey("request.product-\($0.rawValue)")) })),
            (label("languages"), list(request.languages.map { visit.name(of: $0) })),
        ])
    }

    private func list(_ items: [String]) -> HTML? { items.isEmpty ? nil : HTML(text: words.list(items)) }

    /// Choices of a form, one below the other: each begins like a sentence.
    private func lines(_ items: [String]) -> HTML? {
        items.isEmpty ? nil : "<ul class=\"bare\">\(items.map { "<li>\($0)</li>" as HTML })</ul>"
    }

    private var period: String? {
        switch (request.starts, request.ends) {
        case (let start?, let end?):
            words("request.from-to", ["start": visit.day(start), "end": visit.day(end)])
        case (let start?, nil): words("request.from", ["start": visit.day(start)])
        case (nil, let end?): words("request.to", ["end": visit.day(end)])
        case (nil, nil): nil
        }
    }

    private var links: HTML {
        """
        <h3>\(label("links"))</h3><ul>\(request.links.compactMap { link in
            SafeLink(link.address).map { safe in
                """
                <li><a href="\(link: safe)" rel="nofollow ugc noopener">\(bdi: link.title.isEmpty ? link.address : link.title)</a></li>
                """ as HTML
            }
        })</ul>
        """
    }
}

extension Visit {
    func name(of language: LanguageCode) -> String {
        words.name(ofLanguage: language.description) ?? language.description
    }

    /// One of the six languages, named in the reader's own.
    func name(of language: Language) -> String { words.name(ofLanguage: language.code) ?? language.ownName }

    /// A target with its number, as people quote it.
    func name(of target: FrameworkTarget) -> String {
        words(
            "request.target", ["number": words.number(target.number), "name": target.label(in: language)])
    }
}
