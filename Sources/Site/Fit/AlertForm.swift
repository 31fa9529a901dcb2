internal import Cooperation
internal import Desk
internal import Localisation
internal import WebSupport

/// The wish to be told of one thing: how well something must fit before she hears of it.
struct AlertForm {
    /// The levels offered, in points. Other thresholds, set by other ways, are shown as the next level below.
    static let levels = [20, 40, 60]

    let visit: Visit
    let choice: AlertChoice
    /// Of the offer or request that is watched.
    let name: String
    var isOnNeedsPage = false

    func html() -> HTML {
        let words = visit.words
        let options =
            [Choice(value: "", label: words("fit.level-off"))]
            + AlertForm.levels.map { Choice(value: String($0), label: words(MessageKey("fit.level-\($0)"))) }
        let field = Field(words: words, name: AlertForm.field(choice.subject), label: title)
        return visit.form(
            to: SitePath(.alerts),
            """
            <input type="hidden" name="subject" value="\(choice.subject.name)">
            \(if: isOnNeedsPage, "<input type=\"hidden\" name=\"needs\" value=\"on\">")
            \(field.select(options, chosen: level))
            \(byMail)
            \(buttons(submitButton(words("fit.save"))))
            """)
    }

    private var byMail: HTML {
        let name = AlertForm.mailField(choice.subject)
        let isChosen = choice.alert?.body.byMail ?? false
        return """
            <div class="choice"><input type="checkbox" id="\(name)" name="\(name)" value="on"\
            \(attribute: "checked", if: isChosen)><label for="\(name)">\(visit.words("news.by-mail"))</label></div>
            """
    }

    static func mailField(_ subject: Alert.Subject) -> String { "mail-" + subject.name }

    /// The name of the field: each form of the page has its own.
    static func field(_ subject: Alert.Subject) -> String { "threshold-" + subject.name }

    private var title: String {
        let words = visit.words
        return switch choice.subject {
        case .provider: words("fit.watch-provider", ["name": name])
        case .request: words("fit.watch-request", ["name": name])
        case .country(let code): words("fit.watch-country", ["country": visit.name(code)])
        }
    }

    private var level: String {
        guard let alert = choice.alert?.body, alert.isOn else { return "" }
        let below = AlertForm.levels.last { $0 <= alert.threshold } ?? AlertForm.levels[0]
        return String(below)
    }
}
