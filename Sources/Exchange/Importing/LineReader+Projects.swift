import Cooperation
import TextAnalysis
import Vocabulary

extension LineReader {
    /// Nil where its stage is not said: the line is refused then.
    mutating func project(of organisations: [OrganisationID], _ donors: [OrganisationID], _ origin: Origin) -> Project?
    {
        let stage = named("stage", Project.Stage.self)
        if stage == nil, text("stage").isEmpty { refuse("stage", .problem(.missing, figures: [:])) }
        var figures: [Practice.ResultFigure] = []
        for (language, text) in versions("figures") { FigureText.read(text, in: language, into: &figures) }
        let practices = list("practices").compactMap { name -> PracticeID? in
            let own = name.split(separator: "/").last.map(String.init) ?? ""
            let id = PracticeID(rawValue: own)
            if id == nil { note("practices", .notAnIdentifier(String(name.prefix(80)))) }
            return id
        }
        let countries = choices("countries", Lookups.countries, isNeeded: true)
        let (subjects, targets) = (choices("subjects", Lookups.subjects), choices("targets", Lookups.targets))
        let (starts, ends, funding) = (day("starts"), day("ends"), money("funding"))
        guard let stage, !isRefused else { return nil }
        return Project(
            stage: stage, title: texts("title"), problem: texts("problem"), whatWasDone: texts("whatWasDone"),
            results: texts("results"), figures: figures, whatDidNotWork: texts("whatDidNotWork"),
            countries: countries, organisations: organisations, otherPartners: list("otherPartners"), donors: donors,
            subjects: subjects, targets: targets, starts: starts, ends: ends, funding: funding, practices: practices,
            links: links("links"), origin: origin)
    }
}
