internal import Cooperation
internal import Localisation
internal import NeedSheets
internal import TextAnalysis
internal import WebSupport

/// The matrix as a picture: a square for each cell, shaded by its number, which also stands in it.
///
/// Accessibility: for the eye alone; the same numbers and links stand in the table beside it. It reads without colour, because
/// every square that is not empty carries its number.
struct HeatMap {
    let words: Words
    let matrix: NeedMatrix
    /// Where a square leads; nil in a file.
    var address: (NeedMatrix.Row, NeedMatrix.Column) -> String? = { _, _ in nil }

    private static let names = 330
    private static let side = 30
    private static let head = 150

    private var width: Int { Self.names + matrix.columns.count * columnWidth + 20 }
    private var height: Int { Self.head + matrix.rows.count * Self.side + 20 }
    /// Regions are few: their squares may be wider.
    private var columnWidth: Int { matrix.columns.count > 8 ? Self.side : 72 }
    private var isMirrored: Bool { words.language.isRightToLeft }

    func html() -> HTML {
        """
        <svg class="heat" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" aria-hidden="true">\
        \(content)</svg>
        """
    }

    /// A file of its own, with its colours in it.
    func file() -> HTML {
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)"\
         lang="\(words.language.code)"><title>\(words("matrix.title"))</title><style>\(raw: Self.style)</style>\
        <rect class="ground" width="\(width)" height="\(height)"/>\(content)</svg>
        """
    }

    private static let style: StaticString = """
        text{font:14px sans-serif;fill:#1c2b2e}.ground{fill:#fffefb}.level-0{fill:#efece2}.level-1{fill:#cfe0dc}\
        .level-2{fill:#93bdbb}.level-3{fill:#3c7c82}.level-4{fill:#0f3d47}.number{text-anchor:middle}\
        .high .number{fill:#fffefb}.mirrored .name{text-anchor:end}
        """

    private var content: HTML {
        """
        <g\(classes: ["mirrored": isMirrored])>\(matrix.columns.enumerated().map(heading))\
        \(matrix.rows.enumerated().map(line))</g>
        """
    }

    /// Where a column begins, in the direction of reading.
    private func x(_ column: Int) -> Int {
        let start = Self.names + column * columnWidth
        return isMirrored ? width - start - columnWidth : start
    }

    private func heading(_ index: Int, _ column: NeedMatrix.Column) -> HTML {
        let middle = x(index) + columnWidth / 2 + 4
        let name = matrix.columns.count > 8 ? column.code : words.name(of: column)
        return """
            <text class="column" transform="translate(\(middle) \(Self.head - 10)) rotate(-60)">\
            \(name.shortened(to: 24))</text>
            """
    }

    private func line(_ index: Int, _ row: NeedMatrix.Row) -> HTML {
        let y = Self.head + index * Self.side
        let start = isMirrored ? width - 4 : 4
        return """
            <text class="name" x="\(start)" y="\(y + 20)">\(words.name(of: row).shortened(to: 44))</text>\
            \(matrix.columns.enumerated().map { square(row, $0, $1, y) })
            """
    }

    private func square(_ row: NeedMatrix.Row, _ index: Int, _ column: NeedMatrix.Column, _ y: Int) -> HTML {
        let cell = matrix[row, column]
        let level = HeatLevel.of(cell.needs, most: matrix.most)
        let left = x(index)
        let shape: HTML = """
            <g\(classes: ["high": level > 2])><title>\(words.name(of: row)), \(words.name(of: column)): \
            \(words.number(cell.needs))</title>\
            <rect class="level-\(level)" x="\(left + 1)" y="\(y + 1)" width="\(columnWidth - 2)"\
             height="\(Self.side - 2)" rx="2"/>\
            \(if: cell.needs > 0, """
                <text class="number" x="\(left + columnWidth / 2)" y="\(y + 20)">\(words.number(cell.needs))</text>
                """)</g>
            """
        guard cell.needs > 0, let address = address(row, column) else { return shape }
        return "<a href=\"\(address)\" tabindex=\"-1\">\(shape)</a>"
    }
}
