/// Takes away what is in texts for layout and transport, not for reading.
enum Cleaning {
    /// One line: white space single, no controls, no marks of direction, no soft hyphens.
    static func line(_ text: some StringProtocol) -> String {
        var out = String.UnicodeScalarView()
        var isSpaced = true
        for scalar in text.unicodeScalars {
            if isSpace(scalar) {
                if !isSpaced { out.append(" ") }
                isSpaced = true
            } else if !isInvisible(scalar) {
                out.append(scalar)
                isSpaced = false
            }
        }
        if isSpaced, !out.isEmpty { out.removeLast() }
        return String(out)
    }

    /// What poppler writes of a line from right to left: it marks runs from left to right, and puts what follows such a run
    /// (a bracket, a comma, a space) before it. Here it comes back to its place.
    static func reordered(_ text: String) -> String {
        guard text.unicodeScalars.contains("\u{202B}") else { return text }
        var out = String.UnicodeScalarView()
        var run: [Unicode.Scalar]?
        for scalar in text.unicodeScalars {
            switch (scalar.value, run) {
            case (0x202A, _): run = []
            case (0x202C, let found?):
                let after = found.prefix { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
                out.append(contentsOf: found.dropFirst(after.count))
                out.append(contentsOf: after.reversed())
                run = nil
            case (_, .some): run?.append(scalar)
            default: out.append(scalar)
            }
        }
        out.append(contentsOf: run ?? [])
        return String(out)
    }

    /// Without the small numbers of notes that stand right behind the end of a sentence: `of the park.12 The next` would
    /// else be one sentence.
    static func withoutNoteMarks(_ line: String) -> String {
        let scalars = Array(line.unicodeScalars)
        var out = String.UnicodeScalarView()
        var place = 0
        while place < scalars.count {
            let scalar = scalars[place]
            out.append(scalar)
            place += 1
            guard ".!?»”".unicodeScalars.contains(scalar), place > 4,
                scalars[(place - 5)..<(place - 1)].allSatisfy(\.properties.isLowercase)
            else { continue }
            let end = scalars[place...].firstIndex { !("0"..."9").contains($0) } ?? scalars.count
            if (1...2).contains(end - place), end == scalars.count || scalars[end] == " " { place = end }
        }
        return String(out)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || (0x09...0x0D).contains(scalar.value) || scalar.value == 0x85 || scalar.value == 0xA0
            || (0x2000...0x200A).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
            || scalar.value == 0x202F || scalar.value == 0x3000
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF,
            0xFFF9...0xFFFD, 0xE000...0xF8FF:
            true
        default: false
        }
    }

    /// Chinese has no spaces between words, so neither where a line ended.
    static func isHan(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return (0x3000...0x303F).contains(scalar.value) || (0x3400...0x9FFF).contains(scalar.value)
            || (0xFF00...0xFFEF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
    }
}
