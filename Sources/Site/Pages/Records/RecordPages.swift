internal import Cooperation
internal import Desk
internal import Hummingbird
internal import WebSupport

/// The pages of single records that everybody may read.
enum RecordPages {
    static func add(to routes: Routes) {
        routes.get(.need) { _, context, visit, desk in
            let id = try context.pathParameter("id") { NeedID(own: $0) }
            return try await NeedView(id, visit, desk).page()
        }
        routes.get(.provider) { _, context, visit, desk in
            let id = try context.pathParameter("id") { ProviderID(own: $0) }
            return try await ProviderView(id, visit, desk).page()
        }
        routes.get(.opportunity) { _, context, visit, desk in
            let id = try context.pathParameter("id") { OpportunityID(own: $0) }
            return try await OpportunityView(id, visit, desk).page()
        }
        routes.get(.practice) { _, context, visit, desk in
            let id = try context.pathParameter("id") { PracticeID(own: $0) }
            return try await PracticeView(id, visit, desk).page()
        }
        routes.get(.hub) { _, context, visit, desk in
            let id = try context.pathParameter("id") { HubID(own: $0) }
            return try await HubView(id, visit, desk).page()
        }
        routes.get(.organisation) { _, context, visit, desk in
            let id = try context.pathParameter("id") { OrganisationID(own: $0) }
            return try await OrganisationView(id, visit, desk).page()
        }
    }
}
