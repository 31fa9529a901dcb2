import HTTPTypes
import Synchronization
import Testing
import WebSupport

@Suite("Limits of how often")
struct RateLimiterTests {
    /// A clock that is set forward by hand.
    private final class HandClock: Sendable {
        private let time = Mutex(ContinuousClock.now)
        var now: ContinuousClock.Instant { time.withLock { $0 } }
        func forward(_ duration: Duration) { time.withLock { $0 += duration } }
    }

    @Test("A burst passes, then one per interval, and waiting earns again")
    func burst() {
        let clock = HandClock()
        let limiter = RateLimiter(burst: 3, each: .seconds(10), now: { clock.now })
        #expect((0..<3).map { _ in limiter.take("a") } == [.allowed, .allowed, .allowed])
        #expect(limiter.take("a") == .refused(retryAfter: 10))
        clock.forward(.seconds(4))
        #expect(limiter.take("a") == .refused(retryAfter: 6))
        clock.forward(.seconds(6))
        #expect(limiter.take("a") == .allowed)
        clock.forward(.seconds(1_000))
        #expect((0..<4).map { _ in limiter.take("a") } == [.allowed, .allowed, .allowed, .refused(retryAfter: 10)])
    }

    @Test("One key does not use up another's, and what is given back counts")
    func separate() {
        let clock = HandClock()
        let limiter = RateLimiter(burst: 1, each: .seconds(10), now: { clock.now })
        #expect(limiter.take("a") == .allowed)
        #expect(limiter.take("b") == .allowed)
        limiter.giveBack("a")
        limiter.giveBack("nobody")
        #expect(limiter.take("a") == .allowed)
        #expect(limiter.take("b") != .allowed)
    }

    @Test("A flood of keys neither fills the memory nor shuts anybody out")
    func bounded() {
        let clock = HandClock()
        let limiter = RateLimiter(burst: 2, each: .seconds(60), most: 100, now: { clock.now })
        for number in 0..<10_000 {
            #expect(limiter.take("flood \(number)") == .allowed)
            if number % 1_000 == 0 { clock.forward(.seconds(1)) }
        }
        #expect(limiter.count <= 100)
        #expect(limiter.take("an honest person") == .allowed)
    }

    @Test("Who attacks an account from elsewhere does not lock out its owner's browser")
    func signIn() throws {
        let limits = SignInLimits(
            address: RateLimiter(burst: 100, each: .seconds(60)), pair: RateLimiter(burst: 5, each: .seconds(60)),
            account: RateLimiter(burst: 20, each: .seconds(60)))
        for attacker in 0..<4 {
            for _ in 0..<5 {
                try limits.take(account: "ana", address: "10.0.0.\(attacker)", isKnownBrowser: false)
            }
        }
        let problem = #expect(throws: WebProblem.self) {
            try limits.take(account: "ana", address: "10.0.0.9", isKnownBrowser: false)
        }
        #expect(problem?.code == .tooManyRequests)
        #expect(problem?.headers[.retryAfter] != nil)
        try limits.take(account: "ana", address: "192.0.2.1", isKnownBrowser: true)
        try limits.take(account: "bob", address: "10.0.0.1", isKnownBrowser: false)
    }

    @Test("A right password costs nothing")
    func rightPassword() throws {
        let limits = SignInLimits(pair: RateLimiter(burst: 1, each: .seconds(60)))
        for _ in 0..<20 {
            try limits.take(account: "ana", address: "192.0.2.1", isKnownBrowser: false)
            limits.giveBack(account: "ana", address: "192.0.2.1", isKnownBrowser: false)
        }
        try limits.take(account: "ana", address: "192.0.2.1", isKnownBrowser: false)
        #expect(throws: WebProblem.self) {
            try limits.take(account: "ana", address: "192.0.2.1", isKnownBrowser: false)
        }
    }
}
