internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// A form about one request that was sent, with all it takes to carry it out.
struct SentStep: Sendable {
    let id: Cooperation.RequestID
    let form: Form
    let visit: Visit
    let desk: Desk

    var viewer: Viewer { visit.viewer }
    var key: String? { form.key }

    func written(_ name: String) throws(WebProblem) -> LocalizedText { try visit.written(form, name) }
}

extension Routes {
    /// A step in a request: read the form, carry it out, go back to where it was sent from. What is wrong in it is shown
    /// there, with all that was typed; a form sent twice leads to the same place as the first.
    /// - Parameters:
    ///   - names: the form's own names of the paper's fields.
    ///   - act: carries it out and says what was done.
    func step(
        _ route: SiteRoute, names: [String: String] = [:],
        _ act: @escaping @Sendable (SentStep) async throws -> Done
    ) {
        let site = site
        post(route) { form, context, visit, desk in
            let id = try context.pathParameter("id") { Cooperation.RequestID(own: $0) }
            let sent = SentStep(id: id, form: form, visit: visit, desk: desk)
            let place = StepPlace(rawValue: form.typed(StepPlace.fieldName)) ?? .request
            if let back = place.pathToWriteOn(id), !visit.viewer.isSignedIn, !form.withoutHiddenFields.longTexts.isEmpty
            {
                return try Routes.keptUntilSignedIn(form, of: route, then: back, visit, context, site)
            }
            try Routes.keepWhatWasTyped(form, visit)
            do {
                let done = try await act(sent)
                return try visit.seeOther(place.path(id), done: done.rawValue)
            } catch let again as ShowAgain {
                let attempt = Attempt(route, again.form, [], visit.words)
                var page = try await place.page(id, visit, desk, attempt)
                page.status = .ok
                return page
            } catch let error as DeskError {
                if case .invalid(let problems) = error {
                    let attempt = Attempt(route, form, problems, names: names, visit.words)
                    return try await place.page(id, visit, desk, attempt)
                }
                guard try await Routes.wasTaken(form, desk) else {
                    guard error.status == .conflict, !form.withoutHiddenFields.longTexts.isEmpty else { throw error }
                    return try await place.page(id, visit, desk, .tooLate(route, form, visit.words))
                }
                return try visit.seeOther(place.path(id))
            }
        }
    }

    /// Whether this very form was carried out before.
    static func wasTaken(_ form: Form, _ desk: Desk) async throws -> Bool {
        guard let key = form.key else { return false }
        return try await desk.paper(ofForm: key) != nil
    }

    /// Somebody whose session ended while she was writing reads her text again instead of a form to sign in.
    static func keepWhatWasTyped(_ form: Form, _ visit: Visit) throws(WebProblem) {
        let kept = form.withoutHiddenFields
        guard !visit.viewer.isSignedIn, !kept.longTexts.isEmpty else { return }
        throw WebProblem(.formExpired, form: kept)
    }
}

/// The form is not carried out but shown once more, with something filled in that was asked for.
struct ShowAgain: Error {
    let form: Form
}

/// Where the form of a step stood, to go back there.
enum StepPlace: String {
    case request
    case helpCase = "case"
    case countryDesk = "country-desk"
    case newIntroduction = "introduction"
    case silent
    case work

    static let fieldName = "from"

    func path(_ id: Cooperation.RequestID) -> SitePath {
        switch self {
        case .request: .request(id)
        case .helpCase, .newIntroduction: .helpCase(id)
        case .countryDesk: SitePath(.countryDesk)
        case .silent: SitePath(.silent)
        case .work: SitePath(.work)
        }
    }

    /// The page on which a form that was kept stands again; nil where its own page cannot show it.
    func pathToWriteOn(_ id: Cooperation.RequestID) -> SitePath? {
        switch self {
        case .request, .countryDesk, .work: .request(id)
        case .helpCase, .silent: .helpCase(id)
        case .newIntroduction: nil
        }
    }

    /// The page of that place again, with the form as it was typed.
    func page(
        _ id: Cooperation.RequestID, _ visit: Visit, _ desk: Desk, _ attempt: Attempt
    ) async throws -> Response {
        var page =
            switch self {
            case .request, .countryDesk, .work: try await RequestPage.page(id, visit, desk, attempt)
            case .helpCase, .silent: try await CasePage.page(id, visit, desk, attempt)
            case .newIntroduction: try await IntroductionPage.page(id, visit, desk, attempt)
            }
        page.status = attempt.isTooLate ? .conflict : .unprocessableContent
        return page
    }
}
