/// Finds the words of a text that a query would match, so that a page can mark them. The caller escapes.
public struct Highlighter: Sendable {
    private let wanted: Set<String>
    private let prefixes: [String]

    /// - Parameters:
    ///   - readings: what was asked for, from `Analyzer.readings(of:)`, in one or more languages.
    ///   - prefixes: folded beginnings of words that count as found.
    public init(_ readings: [TermReadings], prefixes: [String] = []) {
        wanted = Set(readings.flatMap { $0.readings.map(\.text) })
        self.prefixes = prefixes.filter { !$0.isEmpty }
    }

    /// The places to mark, in UTF-8 offsets: in order, apart from one another.
    public func ranges(in text: String, analyzer: Analyzer) -> [Range<Int>] {
        read(text, analyzer: analyzer).marks
    }

    /// All words of a text and the places to mark, in one reading.
    private func read(_ text: String, analyzer: Analyzer) -> (words: [Range<Int>], marks: [Range<Int>]) {
        var words: [Range<Int>] = []
        var found: [Range<Int>] = []
        analyzer.walk(text) { word in
            words.append(word.range)
            if word.isStopWord { return }
            if word.readings.contains(where: wanted.contains) || prefixes.contains(where: word.form.hasPrefix) {
                found.append(word.range)
            }
            for extra in word.extras where wanted.contains(extra.text) { found.append(extra.range) }
        }
        found.sort { $0.lowerBound < $1.lowerBound }
        var merged: [Range<Int>] = []
        for range in found {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return (words, merged)
    }

    /// A piece of text that is to be marked, or not.
    public struct Piece: Hashable, Sendable {
        public var text: String
        public var isMarked: Bool
    }

    /// The whole text in pieces; joined they are the text again.
    public func pieces(of text: String, analyzer: Analyzer) -> [Piece] {
        pieces(of: text, in: 0..<text.utf8.count, marks: ranges(in: text, analyzer: analyzer))
    }

    /// The part of a text that says most about the query, at most about `length` bytes of UTF-8, whole words only.
    public func excerpt(of text: String, length: Int, analyzer: Analyzer) -> [Piece] {
        let (words, marks) = read(text, analyzer: analyzer)
        guard text.utf8.count > length, let first = words.first else {
            return pieces(of: text, in: 0..<text.utf8.count, marks: marks)
        }
        // The window that starts a little before a mark and holds most marks.
        var best = first.lowerBound
        var most = 0
        var end = 0
        for (index, mark) in marks.enumerated() {
            end = max(end, index)
            while end < marks.count, marks[end].upperBound <= mark.lowerBound + length * 3 / 4 { end += 1 }
            if end - index > most {
                most = end - index
                best = mark.lowerBound
            }
        }
        let start = words.first { $0.lowerBound >= max(0, best - length / 4) }?.lowerBound ?? first.lowerBound
        let stop = words.last { $0.upperBound <= start + length && $0.lowerBound >= start }?.upperBound
        let window = (best <= length / 4 ? 0 : start)..<max(stop ?? start, start)
        return pieces(of: text, in: window, marks: marks)
    }

    private func pieces(of text: String, in window: Range<Int>, marks: [Range<Int>]) -> [Piece] {
        var text = text
        return text.withUTF8 { bytes in
            var pieces: [Piece] = []
            var offset = window.lowerBound
            func add(_ range: Range<Int>, marked: Bool) {
                if range.isEmpty { return }
                pieces.append(Piece(text: String(decoding: bytes[range], as: UTF8.self), isMarked: marked))
            }
            for mark in marks where mark.lowerBound >= offset && mark.upperBound <= window.upperBound {
                add(offset..<mark.lowerBound, marked: false)
                add(mark, marked: true)
                offset = mark.upperBound
            }
            add(offset..<max(offset, window.upperBound), marked: false)
            return pieces
        }
    }
}
