internal import Foundation
internal import LocalisationFiles
internal import Synchronization
public import TextAnalysis

/// The message catalogues of the six languages.
///
/// They are JSON files, `Sources/Files/LocalisationFiles/messages/<language>/<area>.json`, from key to text or to plural
/// forms. A message missing in a language is shown in English; one missing in English is shown as its key. Both are
/// counted, for the operator's page and the tests.
public final class Messages: Sendable {
    /// The catalogues compiled into the program.
    public static let standard = Messages(
        Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, files(of: $0)) }))

    /// What could not be read, in the order of the files; empty in a sound build.
    public let problems: [LocalisationProblem]

    private let catalogues: [Language: [String: Message]]
    private let misses = Mutex<[Language: [String: Int]]>([:])

    /// - Parameter files: for each language its files, each a JSON object of UTF-8.
    public init(_ files: [Language: [[UInt8]]]) {
        var problems: [LocalisationProblem] = []
        catalogues = files.reduce(into: [:]) { catalogues, entry in
            let (language, files) = entry
            for (position, file) in files.enumerated() {
                do {
                    let messages = try JSONDecoder().decode([String: Message].self, from: Data(file))
                    catalogues[language, default: [:]].merge(messages) { first, _ in
                        problems.append(.duplicateKey(language, file: position))
                        return first
                    }
                } catch {
                    problems.append(.unreadableFile(language, file: position, reason: String(describing: error)))
                }
            }
        }
        self.problems = problems
    }

    /// These catalogues with other words for some messages.
    private init(_ base: Messages, saying own: [Language: [String: Message]]) {
        problems = base.problems
        catalogues = base.catalogues.merging(own) { $0.merging($1) { _, other in other } }
    }

    /// The same catalogues, saying some messages in other words. Those that do not fit are left out: see `Message.faults`.
    public func saying(_ own: [Language: [String: Message]]) -> Messages {
        var fitting = own
        for (language, messages) in own {
            fitting[language] = messages.filter { key, message in
                self.message(MessageKey(key), in: .english).map { message.faults(for: $0, in: language).isEmpty }
                    ?? false
            }
        }
        return Messages(self, saying: fitting)
    }

    /// The message itself, without falling back.
    public func message(_ key: MessageKey, in language: Language) -> Message? { catalogues[language]?[key.name] }

    public func keys(in language: Language) -> Set<String> { Set(catalogues[language, default: [:]].keys) }

    /// How often each key was asked for in a language that lacks it.
    public var missing: [Language: [String: Int]] { misses.withLock { $0 } }

    /// The message in the language, or in English; with the language it was found in.
    func found(_ key: MessageKey, in language: Language) -> (Message, Language)? {
        if let message = message(key, in: language) { return (message, language) }
        misses.withLock { $0[language, default: [:]][key.name, default: 0] += 1 }
        return message(key, in: .english).map { ($0, .english) }
    }

    private static func files(of language: Language) -> [[UInt8]] {
        let (start, size) =
            switch language {
            case .arabic: (messages_ar_bytes(), messages_ar_size)
            case .chinese: (messages_zh_bytes(), messages_zh_size)
            case .english: (messages_en_bytes(), messages_en_size)
            case .french: (messages_fr_bytes(), messages_fr_size)
            case .russian: (messages_ru_bytes(), messages_ru_size)
            case .spanish: (messages_es_bytes(), messages_es_size)
            }
        let recordSeparator: UInt8 = 0x1E
        return UnsafeRawBufferPointer(start: start, count: Int(size)).split(separator: recordSeparator).map {
            [UInt8]($0)
        }
    }
}

/// What is wrong with the catalogues themselves.
public enum LocalisationProblem: Error, Equatable {
    /// `file` is the position of the file among its language's files, from zero.
    case unreadableFile(Language, file: Int, reason: String)
    case duplicateKey(Language, file: Int)

    public var code: String {
        switch self {
        case .unreadableFile: "unreadable-file"
        case .duplicateKey: "duplicate-key"
        }
    }
}
