internal import Cooperation
internal import Localisation
internal import Desk
internal import WebSupport

extension Visit {
    func navigation(_ route: SiteRoute) -> [Link] {
        var links = [
            link(words("nav.requests"), SitePath(.requests), isCurrent: route == .requests),
            link(words("nav.providers"), SitePath(.providers), isCurrent: route == .providers),
            link(words("nav.opportunities"), SitePath(.opportunities), isCurrent: route == .opportunities),
            link(words("nav.practices"), SitePath(.practices), isCurrent: route == .practices),
            link(words("nav.countries"), SitePath(.countries), isCurrent: route == .countries),
            link(words("nav.figures"), SitePath(.figures), isCurrent: route == .figures),
        ]
        if viewer.holds(.helpDesk) {
            links.append(link(words("nav.queue"), SitePath(.queue), isCurrent: route == .queue))
        }
        if !viewer.countries.isEmpty {
            links.append(link(words("nav.country-desk"), SitePath(.countryDesk), isCurrent: route == .countryDesk))
        }
        if viewer.may(.decideNeeds) {
            links.append(link(words("nav.documents"), SitePath(.documents), isCurrent: route == .documents))
        }
        if viewer.holds(.administrator) {
            links.append(
                link(words("admin.administration"), SitePath(.administration), isCurrent: route == .administration))
        }
        return links
    }

    func searchLink(_ route: SiteRoute) -> Link {
        link(words("nav.search"), SitePath(.search), isCurrent: route == .search)
    }

    var account: HTML {
        guard let person else { return link(words("nav.sign-in"), SitePath(.signIn)).html() }
        return """
            \(link(person.account.body.name, SitePath(.account)).html()) \(link(words("nav.work"), SitePath(.work)).html()) \
            \(form(to: SitePath(.signOut), submitButton(words("nav.sign-out"), .plain)))
            """
    }

    var footLinks: [Link] {
        [
            link(words("nav.about"), SitePath(.about)), link(words("nav.hubs"), SitePath(.hubs)),
            link(words("nav.organisations"), SitePath(.organisations)), link(words("nav.needs"), SitePath(.needs)),
            link(words("topic.themes"), SitePath(.themes)), link(words("topic.targets"), SitePath(.targets)),
            link(words("partnership.all"), SitePath(.partnerships)),
            link(words("coverage.title"), SitePath(.hubCoverage)),
            link(words("upkeep.reviews"), SitePath(.reviews)), link(words("matrix.title"), SitePath(.matrix)),
            link(words("gaps.title"), SitePath(.gaps)),
            link(words("resource.all"), SitePath(.resources)),
            link(words("data.title"), SitePath(.data)),
        ]
    }

    /// What must be said before anything else.
    var notices: HTML {
        var all = HTML()
        if isDemonstration {
            all.append("<p class=\"demonstration\">\(words("common.demonstration"))</p>")
        }
        if let done = doneNotice { all.append(Notice(body: "<p>\(done)</p>").html()) }
        return all
    }

    /// The sentence for `?done=…`; unknown codes say nothing.
    private var doneNotice: String? {
        guard let done, let code = Done(rawValue: done) else { return nil }
        return words(code.message)
    }
}

/// What a person has just done, said on the page she is sent to.
enum Done: String, CaseIterable, Sendable {
    case saved, submitted, withdrawn, endorsed, objected, asked, answered, assessed, declined, introduced, replied,
        planned, needSaved, needsSaved, needEnded, sent, decided, undecided, drafted,
        pledged, reported, closed, written, noted, signedIn, signedOut, letterSent, joined, passwordChanged,
        moved, accepted, accountSaved, sessionEnded, relieved, erased, factorOff, invited, invitationWithdrawn,
        appointed,
        returned, suspended, ruleSet, letterAgain, checking, offered, watching, seen, takenIn, undone,
        sourceKept, confirmed, reviewed, kept, chosen, unchosen, draftKept, shopOpened, shopClosed, commented,
        taken, handedOver, held, resumed, tasked, taskDone, taskUndone, nudged, merged, unmerged, rated, passedOn, full,
        open, referred, referredBack, reworded, textTakenBack, released, releaseStopped, regretted

    var message: MessageKey { MessageKey("done.\(rawValue)") }
}
