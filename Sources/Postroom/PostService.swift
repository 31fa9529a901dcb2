public import Desk
internal import Ledger
public import Logging
public import ServiceLifecycle

/// Keeps the post going while a server runs: it looks after every commit, and every half minute for what is to be tried
/// again. A mail server that cannot be spoken to is left alone for a growing while.
public struct PostService: Service {
    private let desk: Desk
    private let office: PostOffice
    private let logger: Logger
    private let interval: Duration

    public init(desk: Desk, office: PostOffice, logger: Logger, interval: Duration = .seconds(30)) {
        self.desk = desk
        self.office = office
        self.logger = logger
        self.interval = interval
    }

    public func run() async throws {
        let (bell, ringer) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        await cancelWhenGracefulShutdown {
            await withTaskGroup { group in
                group.addTask { [heads = desk.ledger.heads()] in
                    for await _ in heads { ringer.yield() }
                }
                group.addTask { [interval] in
                    while (try? await Task.sleep(for: interval)) != nil { ringer.yield() }
                }
                group.addTask { await work(at: bell) }
            }
        }
    }

    private func work(at bell: AsyncStream<Void>) async {
        var troubles = 0
        for await _ in bell {
            let isTrouble: Bool
            do {
                isTrouble = try await office.sendDue().isServerUnreachable
            } catch {
                logger.error("the post stands still", metadata: ["code": "\(error.code)"])
                isTrouble = true
            }
            troubles = isTrouble ? troubles + 1 : 0
            if isTrouble { try? await Task.sleep(for: PostService.pause(after: troubles)) }
        }
    }

    /// One minute, doubled each time, up to an hour.
    static func pause(after troubles: Int) -> Duration {
        .seconds(min(60 << min(max(troubles - 1, 0), 6), 3600))
    }
}
