internal import Catalogue
internal import Cooperation
internal import Desk
internal import Foundation
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// How a request is shown wherever it appears: its state in words, the line of steps, what is expected, its line in a list.
extension Visit {
    /// A state in a few words: "With the focal point".
    func word(_ state: State) -> String { words(MessageKey("state.\(state.rawValue)")) }

    /// A date people read, from a day of the papers.
    func day(_ day: CalendarDay) -> String { words.date(day.start) }

    /// The whole way of a request, each station with its day; the present one says who has it and until when.
    func way(_ milestones: [Milestone], in state: State, expecting expectation: Expectation) -> StepLine {
        let lastReached = milestones.lastIndex { $0.reached != nil } ?? 0
        let steps = milestones.enumerated().map { position, milestone in
            StepLine.Step(
                name: name(of: milestone, in: state),
                state: look(of: milestone, in: state, isPast: position < lastReached),
                note: note(for: milestone, expecting: expectation))
        }
        return StepLine(words: words, steps: steps)
    }

    /// The way as a list shows it, from what a list knows.
    func way(_ card: DossierCard) -> StepLine {
        let state = card.state
        let current = Milestone.Station.current(in: state)
        let note = due(of: card).map { words("state.until", ["date": words.shortDate($0.start)]) }
        if state.isEnd, state != .closed {
            // A list does not know how far it had come.
            let first = StepLine.Step(name: words("state.station-written"), state: .done)
            return StepLine(
                words: words,
                steps: [first, .init(name: word(state), state: .ended, note: words.shortDate(card.since))])
        }
        let place = Milestone.Station.allCases.firstIndex(of: current) ?? 0
        let steps = Milestone.Station.allCases.enumerated().map { position, station in
            let name = station == current ? word(state) : words(MessageKey("state.station-\(station.rawValue)"))
            let look: StepLine.State = position < place || state.isEnd ? .done : position == place ? .now : .next
            return StepLine.Step(
                name: name, state: look,
                note: station != current ? nil : state.isEnd ? words.shortDate(card.since) : note)
        }
        return StepLine(words: words, steps: steps)
    }

    /// Who has it, by when, and what happens if nobody acts.
    func expectation(_ expectation: Expectation, in state: State, isLate: Bool) -> String {
        let date = expectation.due.map { day($0) } ?? ""
        if expectation.isHeld {
            return words(MessageKey("state.held-\(expectation.has.rawValue)"), ["date": date])
        }
        if isLate, expectation.ifNobodyActs != .goesOn {
            return words(MessageKey("state.late-\(expectation.has.rawValue)"), ["date": date])
        }
        return words(MessageKey("state.expect-\(state.rawValue)"), ["date": date])
    }

    /// A request in a list.
    /// - Parameter institutions: the names of those who ask, where the page has fetched them.
    func row(
        _ card: DossierCard, institutions: [OrganisationID: LocalizedText] = [:], kind: String? = nil,
        summary: HTML? = nil, below: HTML = HTML()
    ) -> RegisterRow {
        let request = card.request.body
        let institution = institutions[request.organisation].map { plain($0) }
        return RegisterRow(
            kind: kind, title: title(of: request), address: address(.request(card.request.id)), summary: summary,
            facts: [request.country.country.name(in: language), institution].compactMap { $0 },
            tags: tags(of: card), below: way(card).small() + below)
    }

    /// The title; a draft without one says so.
    func title(of request: Request) -> HTML {
        request.title.isEmpty ? HTML(text: words("state.untitled")) : text(request.title)
    }

    func plainTitle(of request: Request) -> String {
        request.title.isEmpty ? words("state.untitled") : plain(request.title)
    }

    /// Whether whoever has it is late. A window that the clock has closed is nobody's delay.
    func isLate(_ card: DossierCard) -> Bool {
        guard let due = card.due, !card.state.isEnd else { return false }
        return now > due && due > card.since
    }

    /// The last day of whoever has it; nil where there is none or the clock has closed it.
    func due(of card: DossierCard) -> CalendarDay? {
        guard let due = card.due, !card.state.isEnd, due > card.since else { return nil }
        // A day ends at noon of the next one in Greenwich, when it ends at UTC−12.
        return CalendarDay(due.addingTimeInterval(-129_600))
    }

    func tags(of card: DossierCard) -> [Tag] {
        var tags: [Tag] = []
        if isLate(card) { tags.append(Tag(text: words("state.late"), tone: .error)) }
        if case .named = card.request.body.visibility { tags.append(Tag(text: words("state.confidential"))) }
        if card.request.body.urgency != .ordinary, !card.state.isEnd {
            tags.append(
                Tag(text: words(MessageKey("state.urgency-\(card.request.body.urgency.rawValue)")), tone: .strong))
        }
        return tags
    }

    private func name(of milestone: Milestone, in state: State) -> String {
        if milestone.station == .closed, state.isEnd { return word(state) }
        return words(MessageKey("state.station-\(milestone.station.rawValue)"))
    }

    private func look(of milestone: Milestone, in state: State, isPast: Bool) -> StepLine.State {
        if milestone.isCurrent {
            if !state.isEnd { return .now }
            return state == .closed ? .done : .ended
        }
        if milestone.reached != nil { return .done }
        return isPast || state.isEnd ? .skipped : .next
    }

    private func note(for milestone: Milestone, expecting expectation: Expectation) -> String? {
        let reached = milestone.reached.map { words.shortDate($0) }
        guard milestone.isCurrent, expectation.has != .nobody else { return reached }
        let who = words(MessageKey("state.has-\(expectation.has.rawValue)"))
        guard let due = expectation.due else { return [reached, who].compactMap { $0 }.joined(separator: " · ") }
        return words("state.has-until", ["who": who, "date": words.shortDate(due.start)])
    }
}
