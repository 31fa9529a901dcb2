internal import Cooperation
internal import Desk
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// What a draft is told while it is written: what is unclear in it, and what may already answer it.
struct DraftHelp {
    let advice: [Advice]
    let suggestions: Suggestions

    /// - Parameter id: the request that is revised.
    init(_ form: Form, base: Cooperation.Request?, id: RequestID?, _ visit: Visit, _ desk: Desk) async throws {
        var reader = DraftReader(form: form, visit: visit, base: base)
        let country = try reader.country()
        let request = try reader.sketch(in: country)
        advice = Articulation(request, in: reader.language).advice
        suggestions = try await desk.suggestions(forDraft: request, in: country, leavingOut: id)
    }
}

extension Articulation {
    init(_ request: Cooperation.Request, in language: Language) {
        func text(_ texts: [LocalizedText]) -> String {
            texts.compactMap { $0[language] ?? $0.best(for: [language])?.version.text }.joined(separator: "\n")
        }
        self.init(
            problem: text([request.problem]), how: text(request.assistance.map(\.how)),
            results: text([request.results, request.objectives]), assistance: request.assistance.map(\.type),
            language: language)
    }
}
