internal import Cooperation
internal import Desk
internal import Exchange
internal import Logging
internal import ServiceLifecycle

/// Looks where links of records lead, a few every hour, while the server runs.
struct LinkClock: Service {
    let desk: Desk
    /// Nil: nobody is asked.
    let checker: LinkChecker?
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            guard let checker else {
                // A service that returns ends the server.
                while !Task.isCancelled { try? await Task.sleep(for: .seconds(3600)) }
                return
            }
            while !Task.isCancelled {
                await work(checker)
                try? await Task.sleep(for: .seconds(3600))
            }
        }
    }

    private func work(_ checker: LinkChecker) async {
        do {
            let (looked, letters) = try await checker.checkDue(desk)
            if looked > 0 {
                logger.info("links looked at", metadata: ["count": "\(looked)", "letters": "\(letters)"])
            }
        } catch {
            logger.error("links could not be looked at", metadata: ["code": "\(error.code)"])
        }
    }
}
