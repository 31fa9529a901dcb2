internal import Cooperation
internal import Desk
internal import Synchronization
internal import WebSupport

/// Links that people have asked to have looked at again, now. A look takes seconds, so it goes on behind the page; a page waits
/// for it a while.
final class LinkLooks: Sendable {
    /// What came of the wish, by the time its page goes out.
    enum Outcome: Hashable, Sendable {
        case looked
        /// The other server takes its time, or asks for a pause.
        case stillLooking
    }

    /// How many are looked at at once, of all people.
    private static let most = 8
    private static let patience = Duration.seconds(8)

    private let look: @Sendable (String) async -> LinkRound.Finding
    private let desk: Desk
    private let under = Mutex<Set<String>>([])
    /// For each person: ten at once, and one more each minute.
    private let wishes = RateLimiter(burst: 10, each: .seconds(60))

    init(_ desk: Desk, look: @escaping @Sendable (String) async -> LinkRound.Finding) {
        self.desk = desk
        self.look = look
    }

    /// - Throws: `tooManyRequests` for who asks too often, or while too many are looked at.
    func again(_ address: String, for account: AccountID) async throws(WebProblem) -> Outcome {
        if case .refused(let seconds) = wishes.take(account.rawValue) {
            throw WebProblem.tooManyRequests(retryAfter: seconds)
        }
        let (isNew, isTooMuch) = under.withLock { under in
            if under.contains(address) { return (false, false) }
            if under.count >= Self.most { return (false, true) }
            under.insert(address)
            return (true, false)
        }
        if isTooMuch { throw WebProblem.tooManyRequests(retryAfter: 30) }
        guard isNew else { return .stillLooking }
        let (outcomes, promise) = AsyncStream<Outcome>.makeStream()
        Task { [look, desk] in
            let finding = await look(address)
            // Where it cannot be filed, the page goes on showing the last look.
            _ = try? await desk.note([finding])
            under.withLock { _ = $0.remove(address) }
            promise.yield(.looked)
            promise.finish()
        }
        Task {
            try? await Task.sleep(for: Self.patience)
            promise.yield(.stillLooking)
            promise.finish()
        }
        for await outcome in outcomes { return outcome }
        return .stillLooking
    }
}
