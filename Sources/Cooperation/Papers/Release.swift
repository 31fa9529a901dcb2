public import Foundation

/// An administrator lets somebody in without the second factor she has lost. It takes effect after some days, so that she
/// hears of it and can stop it: signing in with the factor does, since it is not lost then.
public struct Release: Paper {
    public static let kind = PaperKind.release

    /// What became of it.
    public enum Ending: String, Codable, CaseIterable, Sendable {
        /// The factor was still there, or an administrator thought better of it.
        case stopped
        /// She signed in with the password alone, and the factor is off.
        case used
    }

    /// From the letter to the effect, in seconds: three days.
    public static let delay: TimeInterval = 3 * 86_400

    public var account: AccountID
    /// The one that is lost: another, set up later, is not released by it.
    public var factor: ID<Factor>
    /// How it was made sure that it is she who asks.
    public var proof: String
    /// From then on the password is enough.
    public var effective: Date
    public var ending: Ending?

    public init(
        account: AccountID, factor: ID<Factor>, proof: String, effective: Date, ending: Ending? = nil
    ) {
        self.account = account
        self.factor = factor
        self.proof = proof
        self.effective = effective
        self.ending = ending
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(proof, "proof", upTo: 1000)
        return check.problems
    }
}
