internal import Desk
internal import Foundation
internal import Logging
internal import ServiceLifecycle

/// Reads the documents that were sent in, one after another, while the server runs. What a stop interrupts is begun again at
/// the next start.
struct ReadingService: Service {
    let desk: Desk
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                if await !work() { try? await Task.sleep(for: .seconds(1)) }
            }
        }
    }

    /// A document that fails has its reason in its papers; what fails here is the house, and is tried again.
    private func work() async -> Bool {
        do {
            return try await desk.readNextDocument()
        } catch {
            logger.error("reading failed", metadata: ["code": "\(error.code)"])
            return false
        }
    }
}
