/// What changed between two versions of a text, word by word in the way its language writes words: Chinese is cut into words
/// and signs, scripts with blanks at blanks. All pieces together give back both texts exactly.
public enum TextDifference {
    public struct Piece: Hashable, Sendable {
        public enum Change: Hashable, Sendable { case kept, removed, added }

        public var change: Change
        public var text: String

        public init(_ change: Change, _ text: String) {
            self.change = change
            self.text = text
        }
    }

    /// Texts with more words than this that differ are compared line by line: a reader could not follow more, and time grows
    /// with the product of length and difference.
    static let mostWords = 3000

    public static func pieces(from old: String, to new: String, language: Language) -> [Piece] {
        let analyzer = Analyzer.of(language)
        let (before, after) = (tokens(of: old, analyzer), tokens(of: new, analyzer))
        guard before.count + after.count > mostWords else { return pieces(before, after) }
        return pieces(lines(of: old), lines(of: new))
    }

    /// Words, and what stands between them, sign by sign.
    private static func tokens(of text: String, _ analyzer: Analyzer) -> [String] {
        var tokens: [String] = []
        var end = 0
        let bytes = Array(text.utf8)
        func between(_ range: Range<Int>) {
            tokens += String(decoding: bytes[range], as: UTF8.self).map(String.init)
        }
        for word in analyzer.words(in: text) where word.range.lowerBound >= end {
            between(end..<word.range.lowerBound)
            tokens.append(String(decoding: bytes[word.range], as: UTF8.self))
            end = word.range.upperBound
        }
        between(end..<bytes.count)
        return tokens
    }

    private static func lines(of text: String) -> [String] {
        var lines: [String] = []
        var line = ""
        for character in text {
            line.append(character)
            if character.isNewline {
                lines.append(line)
                line = ""
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }

    private static func pieces(_ before: [String], _ after: [String]) -> [Piece] {
        let changes = after.difference(from: before)
        let removed = Set(changes.removals.map(\.place))
        let added = Set(changes.insertions.map(\.place))
        var pieces: [Piece] = []
        func append(_ change: Piece.Change, _ text: String) {
            if pieces.last?.change == change {
                pieces[pieces.count - 1].text += text
            } else {
                pieces.append(Piece(change, text))
            }
        }
        var (left, right) = (0, 0)
        while left < before.count || right < after.count {
            if left < before.count, removed.contains(left) {
                append(.removed, before[left])
                left += 1
            } else if right < after.count, added.contains(right) {
                append(.added, after[right])
                right += 1
            } else {
                append(.kept, before[left])
                left += 1
                right += 1
            }
        }
        return joined(pieces)
    }

    /// A lone blank that was kept between two changes is drawn into them: people read changed passages, not changed words.
    private static func joined(_ pieces: [Piece]) -> [Piece] {
        var result: [Piece] = []
        var (removed, added) = ("", "")
        func flush() {
            if !removed.isEmpty { result.append(Piece(.removed, removed)) }
            if !added.isEmpty { result.append(Piece(.added, added)) }
            (removed, added) = ("", "")
        }
        for (index, piece) in pieces.enumerated() {
            switch piece.change {
            case .removed: removed += piece.text
            case .added: added += piece.text
            case .kept:
                let isBridge =
                    piece.text.allSatisfy(\.isWhitespace) && piece.text.count == 1 && index + 1 < pieces.count
                    && !removed.isEmpty && !added.isEmpty
                if isBridge {
                    removed += piece.text
                    added += piece.text
                } else {
                    flush()
                    result.append(piece)
                }
            }
        }
        flush()
        return result
    }
}

extension CollectionDifference.Change {
    fileprivate var place: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}
