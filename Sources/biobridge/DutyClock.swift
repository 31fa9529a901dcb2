internal import Cooperation
internal import Desk
internal import Foundation
internal import Logging
internal import ServiceLifecycle

/// Does what the clock owes, once a minute, while the server runs.
struct DutyClock: Service {
    let desk: Desk
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await work()
                try? await Task.sleep(for: .seconds(60))
            }
        }
    }

    /// A round that fails is tried again in a minute; it must not take the server down.
    private func work() async {
        do {
            for done in try await desk.doDuties(at: desk.now) {
                logger.info("duty done", metadata: ["request": "\(done.request)", "duty": "\(done.duty.key)"])
            }
            let swept = try await desk.sweep(at: desk.now)
            if swept > 0 { logger.info("links and sessions emptied", metadata: ["count": "\(swept)"]) }
            for notice in try await desk.doUpkeep(at: desk.now) {
                logger.info(
                    "notice given", metadata: ["record": "\(notice.record.name)", "step": "\(notice.step.rawValue)"])
            }
            for invitation in try await desk.doOutreach(at: desk.now) {
                logger.info("asked again", metadata: ["invitation": "\(invitation)"])
            }
        } catch {
            logger.error("duties failed", metadata: ["code": "\(error.code)"])
        }
    }
}
