internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// Writing to an institution without knowing its people's addresses, and reading what came back.
enum EnquiryPages {
    static func add(to routes: Routes) {
        routes.get(.newEnquiry) { request, context, visit, desk in
            let id = try context.pathParameter("id") { OrganisationID(own: $0) }
            return try await new(.institution(id), about: try request.query().typed("about"), visit, desk, nil)
        }
        routes.post(.newEnquiry) { form, context, visit, desk in
            let id = try context.pathParameter("id") { OrganisationID(own: $0) }
            return try await send(.institution(id), form, visit, desk)
        }
        routes.get(.newCountryEnquiry) { _, context, visit, desk in
            let code = try context.pathParameter("id") { CountryCode($0) }
            return try await new(.focalPoint(code), about: "", visit, desk, nil)
        }
        routes.post(.newCountryEnquiry) { form, context, visit, desk in
            let code = try context.pathParameter("id") { CountryCode($0) }
            return try await send(.focalPoint(code), form, visit, desk)
        }
        routes.get(.enquiries) { _, _, visit, desk in
            let all = try await desk.exchanges(for: visit.viewer)
            return visit.page(
                visit.words("enquiry.all"), at: SitePath(.enquiries),
                CorrespondenceList(visit: visit, exchanges: all).html())
        }
        routes.get(.enquiry) { _, context, visit, desk in
            try await one(try context.pathParameter("id") { EnquiryID(own: $0) }, visit, desk, nil)
        }
        routes.post(.enquiry) { form, context, visit, desk in
            try await answer(try context.pathParameter("id") { EnquiryID(own: $0) }, form, visit, desk)
        }
    }

    private static func new(
        _ addressee: Enquiry.Addressee, about: String, _ visit: Visit, _ desk: Desk, _ attempt: Attempt?
    ) async throws -> Response {
        guard visit.viewer.isSignedIn else { throw DeskError.signInFirst }
        var institution: LocalizedText?
        if case .institution(let id) = addressee { institution = try await desk.record(id).body.name }
        let view = NewEnquiryView(
            visit: visit, addressee: addressee, institution: institution,
            about: SitePath.record(about) == nil ? "" : about,
            isReachable: try await desk.isReachable(addressee, for: visit.viewer), attempt: attempt)
        let title = visit.words(institution == nil ? "place.write-title" : "enquiry.title")
        return visit.page(title, at: .enquiry(to: addressee), view.html())
    }

    private static func send(
        _ addressee: Enquiry.Addressee, _ form: Form, _ visit: Visit, _ desk: Desk
    ) async throws -> Response {
        try Routes.keepWhatWasTyped(form, visit)
        let about = form.typed("about")
        do {
            let enquiry = try await desk.enquire(
                try visit.written(form, "text"), to: addressee, about: about.isEmpty ? nil : about, by: visit.viewer,
                once: form.key)
            return try visit.seeOther(.enquiry(enquiry), done: Done.passedOn.rawValue)
        } catch let error as DeskError {
            switch error {
            case .invalid(let problems):
                let attempt = Attempt(SitePath.enquiry(to: addressee).route, form, problems, visit.words)
                var page = try await new(addressee, about: about, visit, desk, attempt)
                page.status = .unprocessableContent
                return page
            case .alreadyDone(let paper):
                return try visit.seeOther(EnquiryID(rawValue: paper).map { .enquiry($0) } ?? SitePath(.enquiries))
            default: throw error
            }
        }
    }

    private static func one(
        _ id: EnquiryID, _ visit: Visit, _ desk: Desk, _ attempt: Attempt?
    ) async throws -> Response {
        let exchange = try await desk.enquiry(id, for: visit.viewer)
        return visit.page(
            visit.words("enquiry.one"), at: .enquiry(id),
            CorrespondenceView(visit: visit, exchange: exchange, id: id, attempt: attempt).html())
    }

    private static func answer(_ id: EnquiryID, _ form: Form, _ visit: Visit, _ desk: Desk) async throws -> Response {
        try Routes.keepWhatWasTyped(form, visit)
        do {
            try await desk.answer(try visit.written(form, "text"), in: id, by: visit.viewer, once: form.key)
        } catch let error as DeskError {
            switch error {
            case .invalid(let problems):
                var page = try await one(id, visit, desk, Attempt(.enquiry, form, problems, visit.words))
                page.status = .unprocessableContent
                return page
            case .alreadyDone: break
            default: throw error
            }
        }
        return try visit.seeOther(.enquiry(id), done: Done.passedOn.rawValue)
    }
}
