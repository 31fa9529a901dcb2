import Synchronization

/// Token buckets: each key may act `burst` times at once and then as often as its bucket refills.
///
/// Memory is bounded. When `most` keys are known, full buckets are forgotten first (they say nothing), then those that
/// waited longest: a flood of new keys makes the limiter forget, never refuse others.
public final class RateLimiter: Sendable {
    public enum Decision: Sendable, Equatable {
        case allowed
        /// How many seconds until the next action would be let through, at least 1.
        case refused(retryAfter: Int)
    }

    private struct Bucket {
        var level: Double
        var touched: ContinuousClock.Instant
    }

    private let burst: Double
    private let secondsEach: Double
    private let most: Int
    private let now: @Sendable () -> ContinuousClock.Instant
    private let buckets = Mutex<[String: Bucket]>([:])

    /// - Parameters:
    ///   - burst: Actions at once, at least 1.
    ///   - each: The time in which one action is earned again.
    ///   - most: Keys remembered.
    public init(
        burst: Int, each: Duration, most: Int = 10_000,
        now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }
    ) {
        self.burst = Double(max(1, burst))
        secondsEach = max(0.001, each.seconds)
        self.most = max(1, most)
        self.now = now
    }

    /// Takes one action of this key, if it may.
    public func take(_ key: String) -> Decision {
        let time = now()
        return buckets.withLock { buckets in
            var bucket = refilled(buckets[key], at: time)
            let decision: Decision
            if bucket.level >= 1 {
                bucket.level -= 1
                decision = .allowed
            } else {
                decision = .refused(
                    retryAfter: Int(((1 - bucket.level) * secondsEach).rounded(.up).clamped(to: 1...1e9)))
            }
            if buckets[key] == nil, buckets.count >= most { forget(&buckets, at: time) }
            buckets[key] = bucket
            return decision
        }
    }

    /// Gives one action back, because it turned out well (a right password).
    public func giveBack(_ key: String) {
        let time = now()
        buckets.withLock { buckets in
            guard let known = buckets[key] else { return }
            var bucket = refilled(known, at: time)
            bucket.level = min(burst, bucket.level + 1)
            buckets[key] = bucket
        }
    }

    /// Keys remembered at present.
    public var count: Int { buckets.withLock { $0.count } }

    private func refilled(_ bucket: Bucket?, at time: ContinuousClock.Instant) -> Bucket {
        guard let bucket else { return Bucket(level: burst, touched: time) }
        let earned = max(0, (time - bucket.touched).seconds) / secondsEach
        return Bucket(level: min(burst, bucket.level + earned), touched: max(time, bucket.touched))
    }

    /// Makes room for a tenth, so that the work is spread over many calls.
    private func forget(_ buckets: inout [String: Bucket], at time: ContinuousClock.Instant) {
        buckets = buckets.filter { refilled($0.value, at: time).level < burst }
        let room = most - max(1, most / 10)
        guard buckets.count > room else { return }
        let oldest = buckets.sorted { $0.value.touched < $1.value.touched }.prefix(buckets.count - room)
        for (key, _) in oldest { buckets[key] = nil }
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}

extension Double {
    fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
        min(range.upperBound, max(range.lowerBound, self))
    }
}
