internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// What may be one and the same, what was merged, and the way back.
enum MergesPage {
    static func add(to routes: Routes) {
        routes.get(.merges) { _, _, visit, desk in try await page(visit, desk) }
        routes.post(.merges) { form, _, visit, desk in try await act(form, visit, desk) }
    }

    private static func page(
        _ visit: Visit, _ desk: Desk, _ attempt: WordingAttempt? = nil
    ) async throws -> Response {
        let view = MergesView(
            visit: visit, likely: try await desk.likelyInstitutions(for: visit.viewer),
            merges: try await desk.merges(for: visit.viewer), attempt: attempt)
        return visit.page(visit.words("casework.merges"), at: SitePath(.merges), view.html())
    }

    private static func act(_ form: Form, _ visit: Visit, _ desk: Desk) async throws -> Response {
        try Routes.keepWhatWasTyped(form, visit)
        do {
            if let undone = ID<Merge>(rawValue: form.typed("undo")) {
                try await desk.undo(undone, by: visit.viewer, once: form.key)
                return try visit.seeOther(SitePath(.merges), done: Done.unmerged.rawValue)
            }
            guard let merged = subject(form.typed("merged")), let into = subject(form.typed("into")) else {
                throw DeskError.invalid(
                    ["merged", "into"].filter { subject(form.typed($0)) == nil }.map {
                        Problem(field: $0, code: form.typed($0).isEmpty ? .missing : .unknown)
                    })
            }
            try await desk.merge(
                Merge(merged: merged, into: into, reason: try visit.written(form, "reason")), by: visit.viewer,
                once: form.key)
            if case .request(let id) = into { return try visit.seeOther(.helpCase(id), done: Done.merged.rawValue) }
            return try visit.seeOther(SitePath(.merges), done: Done.merged.rawValue)
        } catch let error as DeskError {
            switch error {
            case .invalid(let problems):
                let attempt = WordingAttempt(form: form, problems: FormProblems(problems, visit.words))
                var page = try await page(visit, desk, attempt)
                page.status = .unprocessableContent
                return page
            case .alreadyDone: return try visit.seeOther(SitePath(.merges))
            default: throw error
            }
        }
    }

    /// A record by its identifier, or by the address of its page.
    private static func subject(_ text: String) -> Merge.Subject? {
        if let subject = Merge.Subject(name: text.trimmingBlanks) { return subject }
        let parts =
            text.trimmingBlanks.split(whereSeparator: { $0 == "?" || $0 == "#" })
            .first.map { $0.split(separator: "/").map(String.init) } ?? []
        guard parts.count >= 2, let own = parts.last else { return nil }
        switch parts[parts.count - 2] {
        case "requests", "cases": return RequestID(own: own).map { .request($0) }
        case "organisations": return OrganisationID(own: own).map { .organisation($0) }
        default: return nil
        }
    }

    private typealias RequestID = Cooperation.RequestID
}

struct MergesView {
    let visit: Visit
    let likely: [Likeness]
    let merges: [(merge: Filed<Merge>, merged: LocalizedText, into: LocalizedText)]
    let attempt: WordingAttempt?

    private var words: Words { visit.words }

    func html() -> HTML {
        """
        \(trail(label: words("request.trail"), [visit.link(words("desk.queue"), SitePath(.queue))]))
        <h1>\(words("casework.merges"))</h1>
        <p class="lead">\(words("casework.merges-lead"))</p>
        \(attempt.map { $0.problems.summary(words).html() })
        <section aria-labelledby="likely"><h2 id="likely">\(words("casework.likely-institutions"))</h2>
        \(likely.isEmpty
            ? "<p class=\"quiet\">\(words("casework.likely-none"))</p>"
            : "<ul class=\"register\">\(likely.map { "<li>\(LikenessView(visit: visit, likeness: $0).html())</li>" as HTML })</ul>")</section>
        <section aria-labelledby="by-hand"><h2 id="by-hand">\(words("casework.merge-by-hand"))</h2>\(byHand)</section>
        <section aria-labelledby="done"><h2 id="done">\(words("casework.merged-so-far"))</h2>
        \(if: merges.isEmpty, "<p class=\"quiet\">\(words("casework.merged-none"))</p>")
        \(if: !merges.isEmpty, "<ul class=\"register\">\(merges.map(done))</ul>")</section>
        """
    }

    private var byHand: HTML {
        func field(_ name: String, _ label: MessageKey, _ hint: MessageKey? = nil) -> Field {
            Field(
                words: words, name: name, label: words(label), hint: hint.map { words($0) },
                problem: attempt?.problems[name])
        }
        func typed(_ name: String) -> String { attempt?.form.typed(name) ?? "" }
        return visit.form(
            to: SitePath(.merges), key: attempt?.form.key,
            """
            \(field("merged", "casework.merge-this", "casework.merge-hint").text(typed("merged")))\
            \(field("into", "casework.merge-into").text(typed("into")))\
            \(field("reason", "casework.merge-why").area(typed("reason"), lines: 2))\
            \(buttons(submitButton(words("casework.merge"))))
            """)
    }

    private func done(_ item: (merge: Filed<Merge>, merged: LocalizedText, into: LocalizedText)) -> HTML {
        let into = SitePath.record(item.merge.body.into.name).map {
            "<a href=\"\(visit.address($0))\">\(visit.text(item.into))</a>" as HTML
        }
        return """
            <li><p>\(visit.text(item.merged)) → \(into)</p>\(visit.paragraphs(item.merge.body.reason))\
            <p class="small quiet">\(words.date(item.merge.at))</p>\
            \(visit.form(
                to: SitePath(.merges),
                """
                <input type="hidden" name="undo" value="\(item.merge.id.rawValue)">\
                \(buttons(submitButton(words("casework.unmerge"))))
                """))</li>
            """
    }
}

/// Two records that may be the same, why, and the form that merges them either way.
struct LikenessView {
    let visit: Visit
    let likeness: Likeness

    func html() -> HTML {
        let words = visit.words
        let reasons = likeness.reasons.map { reason in
            words(
                MessageKey("casework.like-\(reason.rawValue)"),
                [
                    "share": likeness.share.map { words.percent($0) } ?? ""
                ])
        }
        let name = "reason-\(likeness.one.name)-\(likeness.other.name)"
        return """
            <p>\(link(likeness.one, likeness.titles.one)) · \(link(likeness.other, likeness.titles.other))</p>\
            <p class="facts-line">\(reasons.map { "<span>\($0)</span>" as HTML })</p>\
            \(fold(words("casework.merge"), visit.form(
                to: SitePath(.merges),
                """
                <input type="hidden" name="merged" value="\(likeness.one.name)">\
                <input type="hidden" name="into" value="\(likeness.other.name)">\
                <p>\(words("casework.merge-what"))</p>\
                <div class="field"><label for="\(name)">\(words("casework.merge-why"))</label>\
                <input type="text" id="\(name)" name="reason" dir="auto" value="\(words.list(reasons))"></div>\
                \(buttons(submitButton(words("casework.merge"), .danger)))
                """)))
            """
    }

    private func link(_ subject: Merge.Subject, _ title: LocalizedText) -> HTML {
        guard let path = SitePath.record(subject.name) else { return visit.text(title) }
        return "<a href=\"\(visit.address(path))\">\(visit.text(title))</a>"
    }
}
