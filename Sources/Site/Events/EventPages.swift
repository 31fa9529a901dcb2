internal import Cooperation
internal import Desk
internal import Hummingbird
internal import WebSupport

/// Workshops, trainings, webinars and forums: the list, and each of them.
enum EventPages {
    static func add(to routes: Routes) {
        routes.get(.events) { request, _, visit, desk in
            try await EventList(query: ListQuery(request), visit: visit, desk: desk).page()
        }
        routes.get(.event) { _, context, visit, desk in
            let id = try context.pathParameter("id") { EventID(own: $0) }
            let head = try await visit.head(of: id.rawValue, desk)
            return try await EventView(id, visit, desk).page(head)
        }
    }
}
