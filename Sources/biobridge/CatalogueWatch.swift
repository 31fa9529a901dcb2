internal import Catalogue
internal import Desk
internal import Foundation
internal import Logging
internal import ServiceLifecycle

/// Looks at every page of a large catalogue after the start, and has the catalogue made anew where one is found damaged, then or
/// later. People are answered meanwhile.
struct CatalogueWatch: Service {
    private static let pause = Duration.seconds(10)

    let desk: Desk
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            _ = await desk.catalogue.checkPages()
            while !Task.isCancelled {
                if desk.catalogue.isDamaged { await heal() }
                try? await Task.sleep(for: Self.pause)
            }
        }
    }

    private func heal() async {
        logger.warning("the catalogue was found damaged and is made anew")
        do {
            try await desk.catchUp()
            logger.info("the catalogue is whole again")
        } catch {
            logger.error("the catalogue could not be made anew", metadata: ["why": "\(error.code)"])
        }
    }
}
