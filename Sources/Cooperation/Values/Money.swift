/// An amount of money in whole units of a currency of ISO 4217, as calls and budgets name it.
public struct Money: Hashable, Codable, Sendable {
    /// Whole units, 0 to 1,000,000,000,000.
    public var amount: Int
    /// Three capital letters, such as `USD`.
    public var currency: String

    public static let largest = 1_000_000_000_000

    public init(amount: Int, currency: String) {
        self.amount = amount
        self.currency = currency
    }
}
