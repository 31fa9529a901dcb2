import Cooperation
import TextAnalysis

/// The building blocks of a practice as one text that people can read and write in a cell of a table:
///
///     # Title of the block
///     What was done.
///     + What made it possible.
///     ! What was learned.
///
/// A line that begins with one of the signs, and is not meant so, has a backslash before it. What is not said in a language
/// has no line, but each block has its line of the title, so that the languages can be put together again by their order.
enum BlockText {
    static func written(_ blocks: [Practice.Block], in language: Language) -> String {
        guard blocks.contains(where: { !$0.parts.allSatisfy { $0[language] == nil } }) else { return "" }
        return blocks.map { block in
            var lines = ["# " + escaped(block.title[language] ?? "").replacing("\n", with: " ")]
            if let text = block.done[language] { lines.append(escaped(text)) }
            if let text = block.enabling[language] { lines.append("+ " + escaped(text)) }
            if let text = block.lessons[language] { lines.append("! " + escaped(text)) }
            return lines.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// Adds what a text in one language says to the blocks read so far. Text before the first title is a block without one.
    static func read(_ text: String, in language: Language, into blocks: inout [Practice.Block]) {
        var place = -1
        var part = \Practice.Block.done
        var lines: [String] = []
        func finish() {
            let words = lines.joined(separator: "\n")
            lines = []
            if place < 0 {
                if words.trimmingBlanks.isEmpty { return }
                place = 0
            }
            while blocks.count <= place { blocks.append(Practice.Block(title: LocalizedText(), done: LocalizedText())) }
            let before = blocks[place][keyPath: part][language]
            blocks[place][keyPath: part].set(before.map { $0 + "\n" + words } ?? words, in: language)
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            let sign = line.first
            if sign == "#" || sign == "+" || sign == "!" { finish() }
            lines.append(unsigned(line))
            switch sign {
            case "#":
                place += 1
                part = \.title
                finish()
                part = \.done
            case "+": part = \.enabling
            case "!": part = \.lessons
            default: break
            }
        }
        finish()
    }

    /// Without its sign, and without the backslash that keeps a word from being one.
    private static func unsigned(_ line: String) -> String {
        guard let sign = line.first, "#+!\\".contains(sign) else { return line }
        var rest = line.dropFirst()
        guard sign != "\\" else { return String(rest) }
        if rest.first == " " { rest = rest.dropFirst() }
        if rest.first == "\\" { rest = rest.dropFirst() }
        return String(rest)
    }

    private static func escaped(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            ["#", "+", "!", "\\"].contains(line.first) ? "\\" + line : String(line)
        }.joined(separator: "\n")
    }
}

extension Practice.Block {
    fileprivate var parts: [LocalizedText] { [title, done, enabling, lessons] }
}

/// The figures of a practice, one on each line: `what | before | after | year`.
enum FigureText {
    static func written(_ figures: [Practice.ResultFigure], in language: Language) -> String {
        guard figures.contains(where: { $0.what[language] != nil }) else { return "" }
        return figures.map { figure in
            [figure.what[language] ?? "", figure.before, figure.after, figure.year.map(String.init) ?? ""]
                .map { $0.replacing("|", with: "/").replacing("\n", with: " ") }.joined(separator: " | ")
        }.joined(separator: "\n")
    }

    static func read(_ text: String, in language: Language, into figures: inout [Practice.ResultFigure]) {
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
        for (place, line) in lines.enumerated() {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmingBlanks }
            if figures.count <= place { figures.append(Practice.ResultFigure(what: LocalizedText(), after: "")) }
            figures[place].what.set(cells[0], in: language)
            if cells.count > 1, !cells[1].isEmpty { figures[place].before = cells[1] }
            if cells.count > 2, !cells[2].isEmpty { figures[place].after = cells[2] }
            if cells.count > 3, let year = Int(cells[3]) { figures[place].year = year }
        }
    }
}
