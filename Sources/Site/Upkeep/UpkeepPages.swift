internal import Catalogue
internal import Cooperation
internal import Desk
internal import HTTPTypes
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// How records are admitted and kept true: what waits for review and by which criteria, the review itself, and the word of a
/// keeper that her record still holds.
enum UpkeepPages {
    static func add(to routes: Routes) {
        routes.get(.reviews) { _, _, visit, desk in try await ReviewsView(visit, desk).page() }
        KeepingPage.add(to: routes)
        add(.providerReview, .providerConfirmation, to: routes) { ProviderID(own: $0).map { .provider($0) } }
        add(.practiceReview, .practiceConfirmation, to: routes) { PracticeID(own: $0).map { .practice($0) } }
        add(.resourceReview, .resourceConfirmation, to: routes) { ResourceID(own: $0).map { .resource($0) } }
    }

    private static func add(
        _ review: SiteRoute, _ confirmation: SiteRoute, to routes: Routes,
        _ record: @escaping @Sendable (String) -> Kept?
    ) {
        routes.get(review) { _, context, visit, desk in
            try await page(try context.pathParameter("id", record), visit, desk)
        }
        routes.post(review) { form, context, visit, desk in
            try Routes.keepWhatWasTyped(form, visit)
            return try await decide(try context.pathParameter("id", record), form, visit, desk)
        }
        routes.post(confirmation) { form, context, visit, desk in
            let record = try context.pathParameter("id", record)
            do {
                try await desk.confirm(record, by: visit.viewer, once: form.key)
            } catch let error as DeskError {
                guard case .alreadyDone = error else { throw error }
            }
            return try visit.seeOther(.kept(record), done: Done.confirmed.rawValue)
        }
    }

    private static func page(
        _ record: Kept, _ visit: Visit, _ desk: Desk, _ attempt: Attempt? = nil
    ) async throws -> Response {
        guard visit.viewer.may(.review) else {
            throw visit.viewer.isSignedIn ? DeskError.refused("review") : .signInFirst
        }
        let upkeep = try await desk.upkeep(of: record, for: visit.viewer)
        let view = ReviewView(
            visit: visit, upkeep: upkeep, title: try await desk.title(of: record, for: visit.viewer), attempt: attempt)
        return visit.page(visit.words("upkeep.review"), at: .review(of: record), view.html())
    }

    private static func decide(
        _ record: Kept, _ form: Form, _ visit: Visit, _ desk: Desk
    ) async throws -> Response {
        let (review, unread) = try ReviewView.review(of: record, form, visit)
        do {
            if !unread.isEmpty { throw DeskError.invalid(unread) }
            try await desk.review(review, by: visit.viewer, once: form.key)
        } catch let error as DeskError {
            if case .invalid(let problems) = error {
                let attempt = Attempt(.reviews, form, problems.map(ReviewView.inForm), visit.words)
                var page = try await page(record, visit, desk, attempt)
                page.status = .unprocessableContent
                return page
            }
            guard case .alreadyDone = error else { throw error }
        }
        return try visit.seeOther(SitePath(.reviews), done: Done.reviewed.rawValue)
    }
}

extension Desk {
    /// What a kept record is called.
    func title(of record: Kept, for viewer: Viewer) async throws(DeskError) -> LocalizedText {
        switch record {
        case .provider(let id): try await self.record(id, for: viewer).body.title
        case .practice(let id): try await self.record(id, for: viewer).body.title
        case .resource(let id): try await self.record(id, for: viewer).body.title
        }
    }
}
