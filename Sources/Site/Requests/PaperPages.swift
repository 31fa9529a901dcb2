internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// The form of a request for those who write by hand or send it by mail: to print, empty or as far as it is filled in, and
/// as a text.
enum PaperPages {
    static func add(to routes: Routes) {
        routes.get(.paperForm) { _, _, visit, _ in
            let view = PaperView(visit: visit, form: DraftFormView.blank(visit, country: ""), isEmpty: true)
            return visit.page(visit.words("draft.paper"), at: SitePath(.paperForm), view.html())
        }
        routes.get(.requestOnPaper) { _, context, visit, desk in
            let id = try context.pathParameter("id") { Cooperation.RequestID(own: $0) }
            let view = try await view(of: id, visit, desk)
            return visit.page(visit.words("draft.paper"), at: .request(id, .requestOnPaper), view.html())
        }
        routes.get(.requestText) { _, context, visit, desk in
            let id = try context.pathParameter("id") { Cooperation.RequestID(own: $0) }
            let view = try await view(of: id, visit, desk)
            return .download(Array(view.text().utf8), name: id.own + ".txt", type: "text/plain; charset=utf-8")
        }
    }

    private static func view(
        of id: Cooperation.RequestID, _ visit: Visit, _ desk: Desk
    ) async throws -> PaperView {
        let request = try await desk.dossier(id, for: visit.viewer).dossier.request
        var fields = DraftFormView.form(of: request, visit).fields
        let institution = try await desk.records([request.body.organisation]).first
        fields["organisation"] = [institution.map { visit.plain($0.body.name) } ?? ""]
        return PaperView(visit: visit, form: Form(fields: fields), isEmpty: false)
    }
}
