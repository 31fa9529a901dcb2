internal import Catalogue
internal import Desk
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// How it is going, in figures; and the same figures as a file.
enum FiguresPage {
    static func add(to routes: Routes) {
        routes.get(.figures) { _, _, visit, desk in
            let view = FiguresView(
                visit: visit, figures: try await desk.figures(), progress: try await desk.progress())
            return visit.page(
                visit.words("figures.title"), at: SitePath(.figures), summary: visit.words("figures.lead"),
                view.html())
        }
        routes.get(.figuresFile) { _, _, visit, desk in
            let view = FiguresView(
                visit: visit, figures: try await desk.figures(), progress: try await desk.progress())
            let name = "bio-bridge-\(visit.today).csv"
            return .download(Array(view.file().utf8), name: name, type: "text/csv; charset=utf-8")
        }
    }
}
