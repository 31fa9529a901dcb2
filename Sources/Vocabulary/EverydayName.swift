import Foundation
import TextAnalysis

/// A name of a concept that is also a word of every day, and what must stand around it to mean the concept.
///
/// French `prêt` is a loan after `un` and "ready" before `à`. All words here are folded. A name that is the whole text, or a query's word, needs no
/// company: who writes nothing else means it.
struct EverydayName: Decodable, Sendable {
    let language: Language
    /// As the thesaurus has it.
    let name: String
    let concept: String
    /// It stands in one of these forms: others of the same stem are other words.
    var forms: Set<String>?
    /// One of these words stands right before it, or nothing does. Where one stands, `notBefore` is not asked.
    let follows: Set<String>?
    /// None of these words stands right before it, or right behind it.
    let notAfter: Set<String>?
    let notBefore: Set<String>?
    /// A word that begins like one of these stands near.
    let near: [String]?
    /// It counts only within longer names.
    let onlyWithin: Bool?
    /// Why, for who reads the list.
    let why: String

    /// Words up to so many bytes away are near: about ten words of Latin script, a sentence of Chinese.
    private static let nearby = 90

    static func reading(_ file: DataFile) throws -> [EverydayName] {
        let decoder = JSONDecoder()
        return try file.contents().split(separator: UInt8(ascii: "\n")).enumerated().map { number, line in
            do {
                return try decoder.decode(EverydayName.self, from: line)
            } catch {
                throw file.damaged("line \(number + 1): \(error)")
            }
        }
    }

    /// Whether a word and what stands around it allow the concept.
    /// - Parameter form: the word found there, folded.
    func isMeant(by form: String, in text: String, at range: Range<Int>) -> Bool {
        if let forms, !forms.contains(form) { return false }
        let before = Self.folded(text, max(0, range.lowerBound - Self.nearby)..<range.lowerBound)
        let after = Self.folded(text, range.upperBound..<min(text.utf8.count, range.upperBound + Self.nearby))
        let beforeWords = Self.words(before)
        let afterWords = Self.words(after)
        if beforeWords.isEmpty && afterWords.isEmpty { return true }
        if onlyWithin == true { return false }
        if let follows, let last = beforeWords.last {
            guard follows.contains(last) else { return false }
        } else {
            if let notAfter, let last = beforeWords.last, notAfter.contains(last) { return false }
            if let notBefore, let first = afterWords.first, notBefore.contains(first) { return false }
        }
        guard let near else { return true }
        if language == .chinese { return near.contains { before.contains($0) || after.contains($0) } }
        let words = beforeWords + afterWords
        return near.contains { beginning in words.contains { $0.hasPrefix(beginning) } }
    }

    private static func folded(_ text: String, _ range: Range<Int>) -> String {
        let bytes = text.utf8.dropFirst(range.lowerBound).prefix(range.count)
        return Folding.fold(String(decoding: bytes, as: UTF8.self))
    }

    private static func words(_ text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
