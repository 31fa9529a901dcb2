internal import Cooperation
internal import Desk
internal import Foundation
internal import Localisation
internal import TextAnalysis
internal import WebSupport

/// The papers of a record, oldest first, each with what it changed. Made to be printed as well as read.
struct HistoryView {
    let visit: Visit
    let title: HTML
    let up: Link
    let versions: [PaperVersion]
    let signature: (PaperVersion) -> String
    let values: HistoryValues

    init(
        visit: Visit, title: HTML, up: Link, versions: [PaperVersion], signature: @escaping (PaperVersion) -> String,
        desk: Desk
    ) async throws {
        self.visit = visit
        self.title = title
        self.up = up
        self.versions = versions
        self.signature = signature
        values = try await HistoryValues(versions, visit, desk)
    }

    private var words: Words { visit.words }

    func html() -> HTML {
        """
        \(trail(label: words("record.where"), [up]))
        <h1>\(title)</h1>
        <p class="lead">\(words("history.lead", count: versions.count))</p>
        <ol class="papers">\(versions.map(paper))</ol>
        """
    }

    private func paper(_ version: PaperVersion) -> HTML {
        let name = words(MessageKey("history.paper-\(version.kind.rawValue)"))
        let revision =
            version.revision > 1
            ? " " + words("history.revision", ["number": words.number(version.revision)]) : ""
        let shown = version.changes.filter { values.isShown($0.name) }
        return """
            <li><h2>\(name)\(revision)</h2><p>\(bdi: signature(version)), \
            <time datetime="\(words.machineDate(version.at))">\(words.dateAndTime(version.at))</time></p>\
            \(if: shown.isEmpty, "<p class=\"quiet\">\(words("history.nothing-said"))</p>")\
            \(if: !shown.isEmpty, "<dl class=\"changes\">\(shown.map(change))</dl>")</li>
            """
    }

    private func change(_ change: FieldChange) -> HTML {
        let key = MessageKey("history.field-\(change.name.replacing(".", with: "-"))")
        // A field that came with a newer program than these words.
        let field = words(words.has(key) ? key : "history.field-other")
        let language = change.language.map { " (\($0.ownName))" } ?? ""
        return "<div><dt>\(field)\(language)</dt><dd>\(difference(change))</dd></div>"
    }

    /// Texts word by word in their own language and direction; codes line by line, in words.
    private func difference(_ change: FieldChange) -> HTML {
        guard let language = change.language else {
            let (old, new) = (values.words(change.name, change.old), values.words(change.name, change.new))
            return lines(old, new)
        }
        if change.old.isEmpty {
            return
                "<div class=\"user-text\" lang=\"\(language.code)\" dir=\"\(language.direction)\"><p>\(change.new)</p></div>"
        }
        let pieces = TextDifference.pieces(from: change.old, to: change.new, language: language)
        return """
            <div class="user-text diff" lang="\(language.code)" dir="\(language.direction)"><p>\(pieces.map(piece))</p></div>
            """
    }

    private func piece(_ piece: TextDifference.Piece) -> HTML {
        switch piece.change {
        case .kept: HTML(text: piece.text)
        case .removed: "<del>\(mark("history.removed"))\(piece.text)</del>"
        case .added: "<ins>\(mark("history.added"))\(piece.text)</ins>"
        }
    }

    /// For who hears the page: a change is not told by its look alone.
    private func mark(_ key: MessageKey) -> HTML {
        "<span class=\"hidden\" lang=\"\(visit.language.code)\">\(words(key)) </span>"
    }

    private func lines(_ old: [String], _ new: [String]) -> HTML {
        let gone = old.filter { !new.contains($0) }
        let come = new.filter { !old.contains($0) }
        let stay = new.filter(old.contains)
        if old.isEmpty { return new.count == 1 ? HTML(text: new[0]) : list(new.map { HTML(text: $0) }) }
        return list(
            stay.map { HTML(text: $0) } + gone.map { "<del>\(mark("history.removed"))\($0)</del>" }
                + come.map { "<ins>\(mark("history.added"))\($0)</ins>" }, "diff")
    }

    private func list(_ items: [HTML], _ look: String = "") -> HTML {
        "<ul class=\"bare \(look)\">\(items.map { "<li>\($0)</li>" as HTML })</ul>"
    }
}
