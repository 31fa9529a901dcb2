internal import Cooperation
internal import Foundation
internal import Localisation
internal import WebSupport

/// How long somebody has been silent, and the one step that asks her again.
struct NudgeForm {
    let visit: Visit
    let id: Cooperation.RequestID
    let party: SilentParty
    let last: Date?
    let place: StepPlace

    func html() -> HTML {
        let words = visit.words
        let days = max(0, visit.today.ordinal - CalendarDay(party.since).ordinal)
        let isSoon = last.map { visit.now.timeIntervalSince($0) < Double(Nudge.pause) * 86_400 } ?? false
        let asked = last.map { moment in
            "<br><span class=\"small quiet\">\(words("casework.nudged-on", ["date": words.date(moment)]))</span>"
                as HTML
        }
        return """
            <p>\(words(MessageKey("casework.silent-\(party.asked.rawValue)"), count: days))\(asked)</p>\
            \(if: !isSoon, form)
            """
    }

    private var form: HTML {
        visit.form(
            to: .request(id, .nudge),
            """
            <input type="hidden" name="\(StepPlace.fieldName)" value="\(place.rawValue)">\
            <input type="hidden" name="asked" value="\(party.asked.rawValue)">\
            <input type="hidden" name="introduction" value="\(party.introduction?.rawValue ?? "")">\
            \(buttons(submitButton(visit.words("casework.nudge"))))
            """)
    }
}
