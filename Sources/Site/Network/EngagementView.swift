internal import Cooperation
internal import Desk
internal import Localisation
internal import Matching
internal import Sheets
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// The list: what is sought where, and all who were asked.
struct EngagementView {
    let visit: Visit
    let list: EngagementList

    private var words: Words { visit.words }

    func html() -> HTML {
        """
        \(trail(label: words("record.where"), [visit.link(words("gaps.title"), SitePath(.gaps))]))
        <h1>\(words("engage.title"))</h1>
        <p class="lead">\(words("engage.lead"))</p>
        <section aria-labelledby="sought"><h2 id="sought">\(words("engage.sought")) \
        <span class="tag">\(words.number(list.rows.count))</span></h2>
        \(if: list.rows.isEmpty, EmptyState(
            title: words("engage.none"), body: words("engage.none-body"),
            action: visit.link(words("gaps.title"), SitePath(.gaps)).button()).html(), else: table)</section>
        <section aria-labelledby="asked"><h2 id="asked">\(words("engage.asked")) \
        <span class="tag">\(words.number(list.prospects.count))</span></h2>
        \(if: list.prospects.isEmpty, "<p class=\"quiet\">\(words("engage.nobody-asked"))</p>", else: prospects)</section>
        \(buttons(
            visit.link(words("engage.file"), SitePath(.engagementFile)).button(),
            visit.link(words("balance.title"), SitePath(.balance)).button(.plain)))
        """
    }

    private var table: HTML {
        DataTable(
            caption: words("engage.sought-caption"),
            columns: [
                .init(title: words("record.subject")), .init(title: words("gaps.region")),
                .init(title: words("record.assistance")), .init(title: words("record.languages")),
                .init(title: words("gaps.needs"), isNumber: true), .init(title: words("gaps.there"), isNumber: true),
                .init(title: words("gaps.providers"), isNumber: true), .init(title: words("engage.asked")),
            ],
            rows: list.rows.map { row in
                let sought = row.sought
                return [
                    visit.link(
                        sought.subject.label(in: visit.language),
                        SitePath(.needs).with("subject", sought.subject.description)
                    ).html(),
                    HTML(text: sought.region.label(in: visit.language)),
                    HTML(text: sought.assistance?.label(in: visit.language) ?? "–"),
                    HTML(text: sought.languages.isEmpty ? "–" : visit.languages(sought.languages)),
                    HTML(text: words.number(sought.needs)), HTML(text: words.number(sought.providersThere)),
                    HTML(text: words.number(sought.providers)), asked(row),
                ]
            }
        ).html()
    }

    /// How many were asked, and the way to ask another.
    private func asked(_ row: EngagementList.Row) -> HTML {
        let sought = row.sought
        let invite = SitePath(.engaging).with("region", sought.region.rawValue)
            .with("subject", sought.subject.description).with("assistance", sought.assistance?.description)
            .with("languages", sought.languages.map(\.description))
        let counts = Prospect.Standing.allCases.compactMap { standing -> HTML? in
            let count = row.prospects.count { $0.standing(at: visit.now) == standing }
            return count == 0 ? nil : Tag(text: "\(word(standing)) · \(words.number(count))").html()
        }
        let name = spoken(" \(sought.subject.label(in: visit.language)), \(sought.region.label(in: visit.language))")
        return """
            \(if: !counts.isEmpty, "<p>\(counts)</p>")<a class="whole" href="\(visit.address(invite))">\(words("engage.invite"))\(name)</a>
            """
    }

    func word(_ standing: Prospect.Standing) -> String {
        words(MessageKey("engage.standing-\(standing.rawValue)"))
    }

    private var prospects: HTML {
        DataTable(
            caption: words("engage.asked-caption"),
            columns: [
                .init(title: words("engage.institution")), .init(title: words("engage.for")),
                .init(title: words("engage.letters")), .init(title: words("person.standing")),
                .init(title: words("person.what-to-do")),
            ],
            rows: list.prospects.map { prospect in
                let standing = prospect.standing(at: visit.now)
                return [
                    institution(prospect), HTML(text: purpose(prospect.engagement)), letters(prospect),
                    state(prospect, standing), steps(prospect, standing),
                ]
            }
        ).html()
    }

    private func institution(_ prospect: Prospect) -> HTML {
        let engagement = prospect.engagement
        let place = engagement.country.map { ", " + visit.name($0) } ?? ""
        let body = prospect.invitation.body
        let name: HTML =
            if let id = prospect.appointment?.body.organisation {
                visit.link(engagement.institution, .organisation(id)).html()
            } else {
                "\(bdi: engagement.institution)"
            }
        return
            "\(name)\(place)<br><span class=\"small quiet\">\(bdi: body.name) <bdi dir=\"ltr\">\(body.email)</bdi></span>"
    }

    private func purpose(_ engagement: Engagement) -> String {
        words(
            "gaps.place",
            [
                "topic": engagement.subject.label(in: visit.language),
                "region": engagement.region.label(in: visit.language),
            ])
    }

    private func letters(_ prospect: Prospect) -> HTML {
        let sent = words("engage.sent-on", ["date": words.date(prospect.invitation.at)])
        guard prospect.reminders > 0 else { return HTML(text: sent) }
        let again = words("engage.reminded-on", ["date": words.date(prospect.lastLetter)])
        return "\(sent)<br>\(again)"
    }

    private func state(_ prospect: Prospect, _ standing: Prospect.Standing) -> HTML {
        let tone: Tag.Tone =
            switch standing {
            case .member: .strong
            case .offered, .undelivered: .act
            default: .quiet
            }
        var all = Tag(text: word(standing), tone: tone).html()
        if let declined = prospect.declined {
            all = all + (declined.body.reason.isEmpty ? HTML() : "<br>\(visit.paragraphs(declined.body.reason))")
        }
        if let offer = prospect.offers.first {
            all = all + " " + visit.link(words("engage.offer"), .provider(offer.id)).html()
        }
        return all
    }

    private func steps(_ prospect: Prospect, _ standing: Prospect.Standing) -> HTML {
        guard [.waiting, .undelivered, .noAnswer].contains(standing) else { return HTML(text: "–") }
        let whom = spoken(" " + prospect.engagement.institution)
        return visit.form(
            to: .prospect(prospect.invitation.id),
            buttons(
                "<button class=\"button\">\(words("engage.remind"))\(whom)</button>",
                "<button class=\"button plain\" name=\"withdraw\" value=\"on\">\(words("person.take-back"))\(whom)</button>"
            ))
    }

    /// What is sought, one line each, with how many were asked and what came of it.
    func file() -> String {
        let standings = Prospect.Standing.allCases
        let head =
            [
                words("record.subject"), words("gaps.code"), words("gaps.region"), words("gaps.code"),
                words("record.assistance"), words("record.languages"), words("gaps.needs"), words("gaps.there"),
                words("gaps.providers"), words("gaps.weight"),
            ] + standings.map(word)
        return CommaSeparated.text(
            [head]
                + list.rows.map { row in
                    let sought = row.sought
                    let lead = [
                        sought.subject.label(in: visit.language), sought.subject.description,
                        sought.region.label(in: visit.language), sought.region.rawValue,
                        sought.assistance?.label(in: visit.language) ?? "",
                        sought.languages.map(\.description).joined(separator: "; "), String(sought.needs),
                        String(sought.providersThere), String(sought.providers),
                        String((sought.severity * 100).rounded() / 100),
                    ]
                    return lead
                        + standings.map { standing in
                            String(row.prospects.count { $0.standing(at: visit.now) == standing })
                        }
                })
    }
}
