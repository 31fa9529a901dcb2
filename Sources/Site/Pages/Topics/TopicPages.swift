internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// Themes and targets: the lists of them, and a page for each that shows all there is on it.
enum TopicPages {
    static func add(to routes: Routes) {
        routes.get(.themes) { _, _, visit, desk in
            let counts = try await desk.standing(in: visit.language)
            let view = ThemeList(visit: visit, counts: counts.subjectCounts)
            return visit.page(
                visit.words("topic.themes"), at: SitePath(.themes), summary: visit.words("topic.themes-lead"),
                view.html())
        }
        routes.get(.targets) { _, _, visit, desk in
            let counts = try await desk.standing(in: visit.language)
            let view = TargetList(visit: visit, counts: counts.targetCounts)
            return visit.page(
                visit.words("topic.targets"), at: SitePath(.targets), summary: visit.words("topic.targets-lead"),
                view.html())
        }
        routes.get(.theme) { _, context, visit, desk in
            let id = try context.pathParameter("id") { SubjectID($0.uppercased()) }
            return try await TopicView(.theme(id), visit, desk).page()
        }
        routes.get(.target) { _, context, visit, desk in
            let topic = try context.pathParameter("id") { Topic(target: $0.uppercased()) }
            return try await TopicView(topic, visit, desk).page()
        }
    }
}

/// What a page gathers everything about.
enum Topic {
    case theme(SubjectID)
    case framework(FrameworkTarget)
    case aichi(AichiTarget)

    init?(target code: String) {
        if let target = FrameworkTarget(code) {
            self = .framework(target)
        } else if let target = AichiTarget(code) {
            self = .aichi(target)
        } else {
            return nil
        }
    }

    var path: SitePath {
        switch self {
        case .theme(let id): .theme(id)
        case .framework(let target): .target(target)
        case .aichi(let target): .target(target)
        }
    }
}
