internal import Cooperation
internal import WebSupport

/// How often letters are asked for and codes tried. Nobody is locked out by what others do: limits of an account hold for the
/// place they come from, or only slow down.
struct AccountLimits: Sendable {
    private let letters = RateLimiter(burst: 8, each: .seconds(60))
    private let lettersTo = RateLimiter(burst: 3, each: .seconds(900))
    private let codes = RateLimiter(burst: 6, each: .seconds(60))
    private let codesOf = RateLimiter(burst: 30, each: .seconds(60))
    private let passwords = RateLimiter(burst: 8, each: .seconds(60))

    /// Throws `tooManyRequests` where this place asks for letter after letter.
    /// - Returns: whether the address may get one more; if not, the page says the same and no letter is written, so that nobody's
    ///   mailbox is filled by others.
    func mayWrite(to email: String, from place: String) throws(WebProblem) -> Bool {
        // What cannot be an address is told so by the desk.
        guard EmailAddress.isPlausible(email) else { return true }
        try check(letters.take(place))
        return lettersTo.take(email) == .allowed
    }

    /// One attempt at the code of the second factor. From a browser that signed in before, the bucket of the whole account is
    /// not asked.
    func takeCode(of account: String, from place: String, isKnownBrowser: Bool) throws(WebProblem) {
        try check(codes.take(account + "\n" + place))
        if !isKnownBrowser { try check(codesOf.take(account)) }
    }

    /// One attempt at one's own password, asked for again.
    func takePassword(of account: String, from place: String) throws(WebProblem) {
        try check(passwords.take(account + "\n" + place))
    }

    func giveBackPassword(of account: String, from place: String) { passwords.giveBack(account + "\n" + place) }

    private func check(_ decision: RateLimiter.Decision) throws(WebProblem) {
        if case .refused(let seconds) = decision { throw WebProblem.tooManyRequests(retryAfter: seconds) }
    }
}
