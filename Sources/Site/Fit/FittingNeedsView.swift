internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import Matching
internal import Vocabulary
internal import WebSupport

/// The needs an offer could answer, best first, each with its strongest reasons and what is missing.
struct FittingNeedsView {
    enum Subject: Sendable {
        case provider(ProviderID)
        case opportunity(OpportunityID)
    }

    let visit: Visit
    let subject: Subject
    /// Of the offer.
    let name: LocalizedText
    let needs: [FittingNeed]
    /// The reader speaks for the institution that offers, and may say that it can help.
    let maySpeak: Bool
    /// Her wish to be told of new ones; nil where she cannot have one.
    let choice: AlertChoice?
    var attempt: OfferAttempt?

    private var words: Words { visit.words }

    func page() -> Response {
        visit.page(words("fit.title"), at: path, html())
    }

    private var path: SitePath {
        switch subject {
        case .provider(let id): .provider(id, .providerNeeds)
        case .opportunity(let id): .opportunity(id, .opportunityRequests)
        }
    }

    private func html() -> HTML {
        """
        \(trail(label: words("record.where"), [up]))
        <h1>\(words("fit.title"))</h1>
        \(attempt.map { $0.problems.summary(words).html() })
        <p class="lead">\(lead)</p>
        \(if: needs.isEmpty, nothing, else: register(needs.map(row)))
        \(choice.map { wish in
            "<section><h2>\(words("fit.alerts"))</h2>\(AlertForm(visit: visit, choice: wish, name: visit.plain(name), isOnNeedsPage: true).html())</section>" as HTML
        })
        """
    }

    private var up: Link {
        switch subject {
        case .provider(let id): visit.link(visit.plain(name), .provider(id))
        case .opportunity(let id): visit.link(visit.plain(name), .opportunity(id))
        }
    }

    private var lead: String {
        switch subject {
        case .provider: words("fit.lead-provider")
        case .opportunity: words("fit.lead-opportunity")
        }
    }

    private var nothing: HTML {
        EmptyState(
            title: words("fit.none"), body: words("fit.none-body"),
            action: visit.link(words("fit.all-requests"), SitePath(.requests)).button()
        ).html()
    }

    private func row(_ need: FittingNeed) -> RegisterRow {
        switch need.paper {
        case .request(let view):
            let request = view.dossier.request
            return RegisterRow(
                kind: words("fit.kind-request"), title: visit.title(of: request.body),
                address: visit.address(.request(request.id)),
                facts: [visit.name(request.body.country)] + visit.names(request.body.subjects),
                below: reasons(need.scored) + steps(request.id), level: .second)
        case .need(let filed):
            return RegisterRow(
                kind: words("fit.kind-need"), title: visit.text(filed.body.statement.shortened(to: 160)),
                address: visit.address(.need(filed.id)),
                facts: [visit.name(filed.body.country)] + visit.names(filed.body.subjects),
                below: reasons(need.scored)
                    + "<p class=\"small quiet\">\(words("fit.not-asked"))</p>", level: .second)
        }
    }

    private func reasons(_ need: ScoredNeed) -> HTML { NeedReasons(words: words, parts: need.parts).bar() }

    /// What the reader can do about a request.
    private func steps(_ id: Cooperation.RequestID) -> HTML {
        if case .provider(let provider) = subject, maySpeak { return offer(provider, id) }
        guard visit.viewer.holds(.helpDesk) else { return HTML() }
        return buttons(visit.link(words("fit.open-case"), .helpCase(id)).button())
    }

    private func offer(_ provider: ProviderID, _ id: Cooperation.RequestID) -> HTML {
        let mine = attempt.flatMap { $0.request == id ? $0 : nil }
        let name = OfferAttempt.field(id)
        let field = Field(
            words: words, name: name, label: words("fit.help-what"), hint: words("fit.help-hint"),
            problem: mine?.problems[name])
        return fold(
            words("fit.help"), isOpen: mine != nil,
            visit.form(
                to: .provider(provider, .offerOfHelp),
                """
                <input type="hidden" name="request" value="\(id.rawValue)">
                \(field.area(mine?.text ?? "", lines: 3))
                <p class="small quiet">\(words("fit.help-body"))</p>
                \(buttons(submitButton(words("fit.help-send"), .act)))
                """))
    }
}

extension Visit {
    /// Whether this reader may see the needs that fit an offer of this institution.
    func maySeeNeeds(of institution: OrganisationID) -> Bool {
        viewer.organisations.contains(institution) || viewer.may(.matchFreely)
    }
}
