import Foundation
import NeedsMiningFiles
import Synchronization
import TextAnalysis

/// The cue lists of six languages: expressions of folded words, `*` at the end of a word for any ending.
struct Cues: Sendable {
    static let standard = Cues()

    private let byLanguage: [Language: CueList]

    private init() {
        let bytes = Data(bytes: needs_mining_cues_bytes(), count: Int(needs_mining_cues_size))
        guard let table = try? JSONDecoder().decode([String: [String: [String]]].self, from: bytes) else {
            preconditionFailure("compiled-in cues are damaged")
        }
        var lists: [Language: CueList] = [:]
        for (code, groups) in table {
            guard let language = Language(rawValue: code) else { preconditionFailure("cues of \(code)") }
            lists[language] = CueList(groups, language)
        }
        byLanguage = lists
    }

    /// The cues in a text, by group, in order of place.
    func found(in text: String, _ words: [FoldedWord], language: Language) -> [CueGroup: [Range<Int>]] {
        byLanguage[language]?.found(in: text, words) ?? [:]
    }
}

/// A word of a statement, folded, with its place in UTF-8 offsets.
struct FoldedWord: Sendable {
    var form: String
    var range: Range<Int>
}

/// The cues of one language.
struct CueList: Sendable {
    private struct Cue: Sendable {
        var group: CueGroup
        var words: [(text: String, isPrefix: Bool)]
    }

    private let language: Language
    /// By the first two characters of the first word.
    private let index: [String: [Cue]]
    /// Of Chinese, by their first character: what stands between other characters.
    private let strings: [Character: [(CueGroup, String)]]

    init(_ groups: [String: [String]], _ language: Language) {
        self.language = language
        var index: [String: [Cue]] = [:]
        var strings: [Character: [(CueGroup, String)]] = [:]
        for (name, expressions) in groups.sorted(by: { $0.key < $1.key }) {
            guard let group = CueGroup(rawValue: name) else { preconditionFailure("no group of cues: \(name)") }
            for expression in expressions {
                if language == .chinese {
                    if let first = expression.first { strings[first, default: []].append((group, expression)) }
                    continue
                }
                let words = expression.split(whereSeparator: { " -'’".contains($0) }).map { word in
                    let isPrefix = word.hasSuffix("*")
                    return (text: Folding.fold(String(isPrefix ? word.dropLast() : word)), isPrefix: isPrefix)
                }
                guard let first = words.first else { continue }
                index[String(first.text.prefix(2)), default: []].append(Cue(group: group, words: words))
            }
        }
        self.index = index
        self.strings = strings
    }

    func found(in text: String, _ words: [FoldedWord]) -> [CueGroup: [Range<Int>]] {
        language == .chinese ? foundInChinese(text) : foundInWords(words)
    }

    private func foundInWords(_ words: [FoldedWord]) -> [CueGroup: [Range<Int>]] {
        var found: [CueGroup: [Range<Int>]] = [:]
        for place in words.indices {
            for form in forms(words[place].form) {
                for cue in index[String(form.prefix(2))] ?? [] where place + cue.words.count <= words.count {
                    guard matches(cue.words[0], form) else { continue }
                    let rest = cue.words.indices.dropFirst().allSatisfy { offset in
                        forms(words[place + offset].form).contains { matches(cue.words[offset], $0) }
                    }
                    guard rest else { continue }
                    let range = words[place].range.lowerBound..<words[place + cue.words.count - 1].range.upperBound
                    if found[cue.group]?.last?.overlaps(range) != true { found[cue.group, default: []].append(range) }
                }
            }
        }
        return found
    }

    private func matches(_ pattern: (text: String, isPrefix: Bool), _ form: String) -> Bool {
        pattern.isPrefix ? form.hasPrefix(pattern.text) : form == pattern.text
    }

    /// What an Arabic word starts with, in this order: conjunction, preposition, article. Any of them may be left out.
    private static let arabicStarts: [[String]] = [["و", "ف"], ["لل", "ب", "ك", "ل"], ["ال"]]

    /// The word as written, and without what Arabic writes as one with it. At least three letters are left.
    private func forms(_ form: String) -> [String] {
        guard language == .arabic else { return [form] }
        var forms = [form]
        for starts in Self.arabicStarts {
            for known in forms {
                guard let start = starts.first(where: { known.hasPrefix($0) }) else { continue }
                let rest = known.unicodeScalars.dropFirst(start.unicodeScalars.count)
                if rest.count >= 3 { forms.append(String(rest)) }
            }
        }
        return forms
    }

    private func foundInChinese(_ text: String) -> [CueGroup: [Range<Int>]] {
        var found: [CueGroup: [Range<Int>]] = [:]
        var offset = 0
        var place = text.startIndex
        while place < text.endIndex {
            for (group, expression) in strings[text[place]] ?? [] where text[place...].hasPrefix(expression) {
                found[group, default: []].append(offset..<offset + expression.utf8.count)
            }
            offset += text[place].utf8.count
            place = text.index(after: place)
        }
        return found
    }
}
