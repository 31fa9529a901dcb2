/// How often a password may be tried: per address, per account and address, and per account over all addresses.
///
/// An attacker who tries an account from elsewhere uses up the account's own bucket in the end; a browser that has signed in
/// to this account before does not ask that bucket, so its owner is not locked out.
public struct SignInLimits: Sendable {
    private let address: RateLimiter
    private let pair: RateLimiter
    private let account: RateLimiter

    public init(
        address: RateLimiter = RateLimiter(burst: 30, each: .seconds(20)),
        pair: RateLimiter = RateLimiter(burst: 6, each: .seconds(60)),
        account: RateLimiter = RateLimiter(burst: 50, each: .seconds(60))
    ) {
        self.address = address
        self.pair = pair
        self.account = account
    }

    /// Takes one attempt, or throws `tooManyRequests` with the time to wait.
    public func take(account name: String, address place: String, isKnownBrowser: Bool) throws(WebProblem) {
        try check(address.take(place))
        try check(pair.take(name + "\n" + place))
        if !isKnownBrowser { try check(account.take(name)) }
    }

    /// The password was right: the attempt does not count.
    public func giveBack(account name: String, address place: String, isKnownBrowser: Bool) {
        address.giveBack(place)
        pair.giveBack(name + "\n" + place)
        if !isKnownBrowser { account.giveBack(name) }
    }

    private func check(_ decision: RateLimiter.Decision) throws(WebProblem) {
        if case .refused(let seconds) = decision { throw WebProblem.tooManyRequests(retryAfter: seconds) }
    }
}
