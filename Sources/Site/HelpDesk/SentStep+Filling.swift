internal import Cooperation
internal import Desk
internal import WebSupport

extension SentStep {
    /// Where a ready text was asked for, shows the form once more with it below what was typed; nothing is filed.
    func fillIn(_ field: String) async throws {
        guard form.typed("insert") == "yes" else { return }
        let it = try await CasePage.load(id, visit, desk)
        guard let id = WordingID(rawValue: form.typed("wording")),
            let wording = try await desk.wordings(for: viewer).first(where: { $0.id == id })
        else { throw DeskError.invalid([Problem(field: "wording", code: .unknown)]) }
        let text = WordingFiller(it: it).filled(wording.body)
        let typed = form.typed(field).trimmingBlanks
        var fields = form.fields
        fields[field] = [typed.isEmpty ? text : typed + "\n\n" + text]
        throw ShowAgain(form: Form(fields: fields))
    }
}
