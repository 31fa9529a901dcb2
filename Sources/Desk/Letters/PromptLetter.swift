public import Cooperation

/// A letter to be written to the keeper of a record whose term ends or has ended. The words are the post room's.
public struct PromptLetter: Sendable {
    public var recipient: Filed<Account>
    public var notice: Filed<UpkeepNotice>
    /// Of the record, as its author wrote it.
    public var title: LocalizedText
    /// The record of the earlier attempt, where there was one.
    public var prompt: Filed<Prompt>?
}
