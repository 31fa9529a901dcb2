internal import Cooperation
internal import Exchange
internal import Localisation
internal import WebSupport

/// Above the form of a draft: how far it has come, what the facilitator says, and, for who has no account, the link to keep.
struct DraftProgress {
    let draft: Filed<PracticeDraft>
    let notes: [Filed<DraftNote>]
    let pass: DraftPass?
    let visit: Visit

    private var words: Words { visit.words }

    func html() -> HTML {
        """
        \(bar)
        \(if: draft.body.practice.request != nil, "<p>\(words("shop.from-request"))</p>")
        \(if: !notes.isEmpty, visit.said(notes))
        \(pass.map(link))
        """
    }

    private var bar: HTML {
        let practice = draft.body.practice
        let missing = practice.missingParts.map { words(MessageKey("practice.part-\($0.rawValue)")) }
        return """
            <p>\(visit.progress(practice)) \(words("shop.nobody"))</p>
            \(if: !missing.isEmpty, "<p class=\"small quiet\">\(words("shop.open-parts", ["list": words.list(missing)]))</p>")
            """
    }

    /// Nobody can send it to her again.
    private func link(_ pass: DraftPass) -> HTML {
        let address = visit.publisher.address(path: visit.address(.draftByLink(pass.text)))
        return Notice(
            title: words("shop.your-link"),
            body: "<p>\(words("shop.your-link-body"))</p><p class=\"small\"><bdi dir=\"ltr\">\(address)</bdi></p>"
        ).html()
    }
}

/// A draft as its facilitator reads it.
struct DraftReadView {
    let draft: Filed<PracticeDraft>
    let notes: [Filed<DraftNote>]
    let visit: Visit
    let problems: [Problem]
    let attempt: Attempt?

    private var words: Words { visit.words }

    func html() -> HTML {
        let practice = draft.body.practice
        let title = practice.title.isEmpty ? HTML(text: words("shop.untitled")) : visit.text(practice.title)
        return """
            \(trail(label: words("record.where"), draft.body.shop.map { [visit.link(words("shop.one"), .writeShop($0))] } ?? []))
            <h1>\(title)</h1>
            <p class="lead">\(bdi: draft.body.writer)</p>
            \(FormProblems(problems, words).summary(words).html())
            <p>\(visit.progress(practice))</p>
            \(visit.passage("writing.q-summary", practice.summary))
            \(PracticeStory(body: practice, id: nil, isShort: false, visit: visit).story)
            \(if: !notes.isEmpty, visit.said(notes))
            \(if: draft.body.isOpen, comment)
            \(if: draft.body.isOpen && draft.body.owner == nil, handIn)
            """
    }

    func ended(_ practice: PracticeID) -> HTML {
        """
        <h1>\(words("shop.handed-in"))</h1>
        <p>\(words("shop.handed-in-body"))</p>
        \(buttons(visit.link(words("shop.to-practice"), .practice(practice)).button(.act)))
        """
    }

    private var comment: HTML {
        let field = Field(
            words: words, name: "text", label: words("shop.comment"), hint: words("shop.comment-hint"),
            problem: attempt?.problems["text"])
        return visit.form(
            to: .practiceDraft(draft.id, .practiceDraftNotes), key: attempt?.form.key,
            field.area(attempt?.form.typed("text") ?? "", lines: 3) + buttons(submitButton(words("shop.say"), .act)))
    }

    private var handIn: HTML {
        """
        <section><h2>\(words("shop.hand-in"))</h2><p>\(words("shop.hand-in-for"))</p>
        \(visit.form(to: .practiceDraft(draft.id, .practiceDraftHandIn), buttons(submitButton(words("shop.hand-in")))))
        </section>
        """
    }
}

extension Visit {
    /// What the facilitator said about a draft.
    func said(_ notes: [Filed<DraftNote>]) -> HTML {
        """
        <section aria-labelledby="notes"><h2 id="notes">\(words("shop.notes"))</h2>\(notes.map { note in
            "<div class=\"letter\">\(paragraphs(note.body.text))<p class=\"small quiet\">\(words.dateAndTime(note.at))</p></div>" as HTML
        })</section>
        """
    }

    /// How many parts of the template say something, drawn and in words.
    func progress(_ practice: Practice) -> HTML {
        let label = words(
            "shop.progress", count: practice.progress, ["most": words.number(Practice.mostProgress)])
        return """
            <progress max="\(String(Practice.mostProgress))" value="\(String(practice.progress))" aria-label="\(label)"></progress> \
            \(label)
            """
    }
}
