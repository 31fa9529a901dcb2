internal import Cooperation
internal import Desk
internal import Exchange
internal import Foundation
internal import Logging
internal import ServiceLifecycle

/// Reads other libraries when they are due, while the server runs.
struct HarvestClock: Service {
    let desk: Desk
    let limits: HarvestLimits
    let logger: Logger

    func run() async throws {
        guard !limits.hosts.isEmpty else { return try await waitForEnd() }
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await work()
                try? await Task.sleep(for: .seconds(300))
            }
        }
    }

    /// A service that returns ends the server.
    private func waitForEnd() async throws {
        await cancelWhenGracefulShutdown { while !Task.isCancelled { try? await Task.sleep(for: .seconds(3600)) } }
    }

    private func work() async {
        do {
            for (source, count) in try await Harvester(desk, limits).readDue() {
                logger.info(
                    "source read",
                    metadata: [
                        "source": "\(source.id)", "new": "\(count.made)", "changed": "\(count.changed)",
                        "gone": "\(count.withdrawn)",
                    ])
            }
        } catch {
            logger.error("harvest failed", metadata: ["code": "\(error.code)"])
        }
    }
}
