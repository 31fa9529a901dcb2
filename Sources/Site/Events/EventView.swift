internal import Catalogue
internal import Cooperation
internal import Desk
internal import Exchange
internal import Foundation
internal import Hummingbird
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// One event: when by whose clock, where, for whom, how one registers, and afterwards what came out of it.
struct EventView {
    let event: Filed<Event>
    let institution: Filed<Organisation>
    /// The centre whose desk announced it, or else those its institution runs.
    let hubs: [Filed<Hub>]
    let others: [Filed<Event>]
    let names: Institutions
    let history: RecordHistory
    let alike: [FoundPaper]
    /// What is known of its links.
    let links: [String: LinkState]
    let origin: OriginNote?
    let isMine: Bool
    let visit: Visit

    init(_ id: EventID, _ visit: Visit, _ desk: Desk) async throws {
        event = try await desk.record(id)
        let body = event.body
        institution = try await desk.record(body.organisation)
        hubs = try await desk.records(Hub.self, of: body.organisation)
        let same = RecordFilter(subject: body.subjects.first, when: .upcoming(at: visit.now), order: .begins)
        others = try await desk.records(Event.self, same, limit: 4).items.filter { $0.id != id }
        names = try await desk.institutions(others.map(\.body.organisation))
        history = try await RecordHistory(of: id, visit, desk)
        alike = try await desk.alike(id.rawValue, in: [.practice, .resource, .opportunity])
        links = try await desk.linkStates(of: id.rawValue)
        origin = try await desk.note(on: body.origin)
        isMine = visit.viewer.isSignedIn && desk.mayRevise(event, visit.viewer)
        self.visit = visit
    }

    private var words: Words { visit.words }
    private var body: Event { event.body }

    func page(_ head: HTML) -> Response {
        let view = RecordView(
            visit: visit, up: visit.link(words("event.all"), SitePath(.events)), title: visit.text(body.title),
            tags: visit.tags(of: body), lead: lead, main: main, side: side, history: history,
            alike: visit.alike(alike))
        return visit.page(
            visit.plain(body.title), at: .event(event.id), summary: visit.plain(body.summary).shortened(to: 160),
            head: head, view.html())
    }

    private var lead: HTML {
        let place = visit.place(of: body)
        let line = place.isEmpty ? visit.days(of: body) : visit.days(of: body) + " · " + place
        return """
            <p>\(line)<br>\(visit.link(visit.plain(institution.body.name), .organisation(institution.id)).html())</p>
            """
    }

    private var main: HTML {
        """
        \(if: isMine, buttons(visit.link(words("writing.change"), .event(event.id, .editEvent)).button()))
        \(standing)
        \(visit.passage("event.outcome", body.outcome))
        \(visit.passage("event.about", body.summary))
        \(if: body.outlook != .cancelled && !body.isOver(at: visit.now), registering)
        \(visit.passage("event.support", body.support))
        \(visit.related(
            words("event.others"), others.prefix(3).map { visit.row($0, names) },
            more: visit.link(words("event.every"), SitePath(.events))))
        """
    }

    /// That it will not be, or not then, or that it has been.
    private var standing: HTML {
        if body.outlook != .planned {
            let sentence = words(MessageKey("event.is-\(body.outlook.rawValue)"))
            return Notice(tone: .act, body: "<p>\(sentence)</p>").html()
        }
        guard body.isOver(at: visit.now) else { return HTML() }
        let came = body.outcome.isEmpty ? words("event.is-over-without") : words("event.is-over")
        return Notice(body: "<p>\(came)</p>").html()
    }

    private var registering: HTML {
        let isOpen = body.takesRegistrations(at: visit.now)
        let sentence = isOpen ? visit.registerBy(body) ?? words("event.no-deadline") : words("event.closed")
        let calendar = visit.link(words("event.to-calendar"), .file("\(event.id.rawValue).ics")).button()
        let ask = visit.link(words("enquiry.write"), .organisation(institution.id, .newEnquiry)).button()
        return """
            <section aria-labelledby="register"><h2 id="register">\(words("event.register"))</h2>
            <p>\(sentence)\(moment(body.registrationCloses))</p>\(buttons(isOpen ? register : HTML(), calendar, ask))\
            \(if: body.registration.isEmpty, "<p class=\"small quiet\">\(words("event.by-letter"))</p>")</section>
            """
    }

    private var register: HTML {
        guard let link = SafeLink(body.registration) else { return HTML() }
        return """
            <a class="button act" href="\(link: link)" rel="nofollow ugc noopener">\(words("event.register-there"))</a>
            """
    }

    /// A moment by the reader's own clock, where a script runs.
    private func moment(_ moment: Date?) -> HTML {
        guard let moment else { return HTML() }
        let machine = moment.formatted(Date.ISO8601FormatStyle(timeZone: .gmt))
        return """
             <span class="small quiet" data-own="\(words("opportunity.own-clock"))" hidden> <time datetime="\(machine)">\
            </time></span>
            """
    }

    private var when: HTML {
        let hours = visit.hours(of: body).map { "<br>\($0)" as HTML } ?? "<br>\(words("event.no-hour"))"
        return "\(visit.days(of: body))\(hours)\(if: body.startTime != nil, moment(body.begins))"
    }

    private var place: HTML? {
        var lines: [HTML] = []
        if body.way != .online {
            let venue = visit.text(body.venue)
            if !venue.isEmpty { lines.append(venue) }
            lines.append("\(bdi: visit.place(of: body))")
        }
        if body.way != .inPlace {
            let room = visit.links([Cooperation.Link(title: words("event.join"), address: body.online)])
            lines.append(room ?? HTML(text: words("event.join-later")))
        }
        return visit.listed(lines)
    }

    private var fee: HTML {
        let said = words(body.fee.message)
        return body.fee == .charged ? visit.money(body.cost) ?? HTML(text: said) : HTML(text: said)
    }

    private var side: HTML {
        facts([
            (words("event.when"), when), (words("event.where"), place),
            (words("event.way"), HTML(text: words(body.way.message))),
            (words("event.language"), HTML(text: visit.languages(body.languages))), (words("event.fee"), fee),
            (words("event.for-country"), visit.places(body.coverage)),
            (
                words("event.organiser"),
                visit.link(visit.plain(institution.body.name), .organisation(institution.id)).html()
            ),
            (
                words("country.hub"),
                visit.listed(hubs.map { visit.link(visit.plain($0.body.name), .hub($0.id)).html() })
            ),
            (words("record.subject"), visit.subjects(body.subjects)),
            (words("record.targets"), visit.targets(body.targets)),
            (words("record.links"), visit.links(body.links, links)),
            (words("record.taken-from"), visit.origin(origin)),
        ])
    }
}
