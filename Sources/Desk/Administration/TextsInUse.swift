import Catalogue
import Cooperation
import Localisation
import Synchronization
import TextAnalysis

/// The message catalogues with the administrators' words in them. They follow the ledger: other words are in use as soon as
/// their paper is filed, in every server over the same ledger.
final class TextsInUse: Sendable {
    private let catalogue: Catalogue
    private let state = Mutex(Messages.standard)

    init(catalogue: Catalogue) { self.catalogue = catalogue }

    var messages: Messages { state.withLock { $0 } }

    func follow(_ changes: [Change]) async throws {
        if changes.contains(where: { $0.kind == .rewording }) { try await load() }
    }

    func load() async throws {
        var own: [Language: [String: Localisation.Message]] = [:]
        for filed in try await catalogue.rewordings() where !filed.body.isTakenBack {
            guard let message = filed.body.message else { continue }
            own[filed.body.language, default: [:]][filed.body.sentence] = message
        }
        let messages = own.isEmpty ? Messages.standard : Messages.standard.saying(own)
        state.withLock { $0 = messages }
    }
}

extension Rewording {
    /// Nil where no sentence has this name.
    var message: Localisation.Message? {
        Messages.standard.message(MessageKey(sentence), in: .english).map {
            Localisation.Message(forms, counts: $0.counts)
        }
    }
}
