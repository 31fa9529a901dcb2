internal import Cooperation
internal import Desk
internal import Hummingbird
internal import WebSupport

/// The pages of single records that everybody may read.
enum RecordPages {
    static func add(to routes: Routes) {
        routes.get(.need) { _, context, visit, desk in
            let id = try context.pathParameter("id") { NeedID(own: $0) }
            let head = try await visit.head(of: id.rawValue, desk)
            return try await NeedView(id, visit, desk).page(head)
        }
        routes.get(.provider) { _, context, visit, desk in
            let id = try context.pathParameter("id") { ProviderID(own: $0) }
            let head = try await visit.head(of: id.rawValue, desk)
            return try await ProviderView(id, visit, desk).page(head)
        }
        routes.get(.opportunity) { _, context, visit, desk in
            let id = try context.pathParameter("id") { OpportunityID(own: $0) }
            let head = try await visit.head(of: id.rawValue, desk)
            return try await OpportunityView(id, visit, desk).page(head)
        }
        routes.get(.practice) { request, context, visit, desk in
            let id = try context.pathParameter("id") { PracticeID(own: $0) }
            let head = try await visit.head(of: id.rawValue, desk)
            let query = try request.query()
            let view = try await PracticeView(
                id, isShort: query.typed("view") == "short", beside: query.typed("beside"), visit, desk)
            return view.page(head)
        }
        routes.get(.hub) { _, context, visit, desk in
            let id = try context.pathParameter("id") { HubID(own: $0) }
            let head = try await visit.head(of: id.rawValue, desk)
            return try await HubView(id, visit, desk).page(head)
        }
        routes.get(.organisation) { _, context, visit, desk in
            let id = try context.pathParameter("id") { OrganisationID(own: $0) }
            let target = try await desk.target(of: id)
            if target != id, !visit.staysHere { return try visit.seeOther(.organisation(target)) }
            let head = try await visit.head(of: id.rawValue, desk)
            return try await OrganisationView(id, visit, desk).page(head)
        }
    }
}
