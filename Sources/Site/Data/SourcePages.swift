internal import Cooperation
internal import Desk
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// The libraries that are read on schedule: which, how, and what the last reading gave.
enum SourcePages {
    static func add(to routes: Routes) {
        routes.get(.sources) { _, _, visit, desk in try await page(Form(), .none, visit, desk) }
        routes.post(.sources) { form, _, visit, desk in
            let source = try source(form)
            do {
                try await desk.write(source, by: visit.viewer, once: form.key)
                return try visit.seeOther(SitePath(.sources), done: Done.sourceKept.rawValue)
            } catch DeskError.invalid(let problems) {
                var page = try await page(form, FormProblems(problems, visit.words), visit, desk)
                page.status = .unprocessableContent
                return page
            } catch DeskError.alreadyDone {
                return try visit.seeOther(SitePath(.sources))
            }
        }
        routes.post(.sourceRest) { form, context, visit, desk in
            let id = try context.pathParameter("id") { SourceID(own: $0) }
            let filed = try await desk.source(id, for: visit.viewer)
            var body = filed.body
            body.isOn = form.flag("on")
            try await desk.write(body, as: id, from: filed.revision, by: visit.viewer, once: form.key)
            return try visit.seeOther(SitePath(.sources), done: Done.sourceKept.rawValue)
        }
    }

    private static func source(_ form: Form) throws -> Source {
        var address = try form.text("address")
        if address.contains(" ") { address = "-" }
        return Source(
            name: try form.text("name"), way: Source.Way(rawValue: form.typed("way")) ?? .oai, address: address,
            set: try form.text("set"), form: Resource.Form(rawValue: form.typed("form")) ?? .other,
            everyHours: try form.integer("everyHours") ?? 24)
    }

    private static func page(
        _ form: Form, _ problems: FormProblems, _ visit: Visit, _ desk: Desk
    ) async throws -> Response {
        let sources = try await desk.sources(for: visit.viewer)
        let words = visit.words
        let list: HTML =
            sources.isEmpty
            ? EmptyState(title: words("harvest.none"), body: words("harvest.none-body")).html()
            : register(sources.map { row($0, visit) })
        return visit.page(
            words("harvest.title"), at: SitePath(.sources),
            """
            <h1>\(words("harvest.title"))</h1><p class="lead">\(words("harvest.lead"))</p>
            \(problems.summary(words).html())
            \(list)
            <section><h2>\(words("harvest.new"))</h2>\(visit.form(to: SitePath(.sources), fields(form, problems, visit)))
            </section>
            """)
    }

    private static func row(_ source: Filed<Source>, _ visit: Visit) -> RegisterRow {
        let words = visit.words
        let body = source.body
        let last: HTML =
            body.last.map { reading in
                let figures = [
                    "date": words.dateAndTime(reading.at), "made": words.number(reading.made),
                    "changed": words.number(reading.changed), "gone": words.number(reading.withdrawn),
                    "folded": words.number(reading.folded), "refused": words.number(reading.refused),
                ]
                let trouble: HTML =
                    reading.trouble.isEmpty
                    ? HTML() : "<p>\(words("harvest.trouble", ["code": reading.trouble]))</p>"
                return "<p>\(words("harvest.last", figures))</p>\(trouble)"
            } ?? "<p>\(words("harvest.never"))</p>"
        let button = visit.form(
            to: .source(source.id),
            """
            <input type="hidden" name="on" value="\(body.isOn ? "no" : "yes")">\
            \(submitButton(body.isOn ? words("harvest.pause") : words("harvest.resume"), .plain))
            """)
        return RegisterRow(
            title: "\(bdi: body.name)", address: body.address,
            facts: [words(MessageKey("harvest.way-\(body.way.rawValue)")), body.set].filter { !$0.isEmpty },
            tags: body.isOn ? [] : [Tag(text: words("harvest.rests"))], below: last + button)
    }

    private static func fields(_ form: Form, _ problems: FormProblems, _ visit: Visit) -> HTML {
        let words = visit.words
        let ways = Source.Way.allCases.map {
            Choice(value: $0.rawValue, label: words(MessageKey("harvest.way-\($0.rawValue)")))
        }
        let forms = Resource.Form.allCases.map { Choice(value: $0.rawValue, label: visit.name($0)) }
        return """
            \(Field(words: words, name: "name", label: words("harvest.name"), hint: words("harvest.name-hint"),
                problem: problems["name"]).text(form.typed("name")))
            \(Field(words: words, name: "way", label: words("harvest.way")).select(ways, chosen: form.typed("way")))
            \(Field(words: words, name: "address", label: words("harvest.address"), hint: words("harvest.address-hint"),
                problem: problems["address"] ?? problems["address.0"]).text(form.typed("address"), kind: .url))
            \(Field(words: words, name: "set", label: words("harvest.set"), problem: problems["set"], isOptional: true)
                .text(form.typed("set")))
            \(Field(words: words, name: "form", label: words("harvest.form")).select(
                forms, chosen: form.typed("form").isEmpty ? Resource.Form.other.rawValue : form.typed("form")))
            \(Field(words: words, name: "everyHours", label: words("harvest.hours"), problem: problems["everyHours"])
                .text(form.typed("everyHours").isEmpty ? "24" : form.typed("everyHours"), kind: .number, isShort: true))
            \(buttons(submitButton(words("harvest.add"), .act)))
            """
    }
}
