internal import Cooperation
internal import Desk
internal import Hummingbird
internal import WebSupport

/// What has been carried out together, or is: the list of both kinds of projects, and each that is a paper of its own.
enum ProjectPages {
    static func add(to routes: Routes) {
        routes.get(.projects) { request, _, visit, desk in
            try await ProjectList(query: ListQuery(request), visit: visit, desk: desk).page()
        }
        routes.get(.project) { _, context, visit, desk in
            let id = try context.pathParameter("id") { ProjectID(own: $0) }
            let head = try await visit.head(of: id.rawValue, desk)
            return try await ProjectView(id, visit, desk).page(head)
        }
    }
}
