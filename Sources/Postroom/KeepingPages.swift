public import Cooperation
public import TextAnalysis

/// What letters to keepers need of the site: whole addresses.
public struct KeepingPages: Sendable {
    /// The page of her record.
    var record: @Sendable (Language, Kept) -> String
    /// Where she says that it still holds without signing in.
    var confirm: @Sendable (Language, AccountID, UpkeepNotice) -> String

    public init(
        record: @escaping @Sendable (Language, Kept) -> String,
        confirm: @escaping @Sendable (Language, AccountID, UpkeepNotice) -> String
    ) {
        self.record = record
        self.confirm = confirm
    }
}
