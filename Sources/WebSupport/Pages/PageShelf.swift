import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// Pages as they went out, in bounded memory.
///
/// There are two generations: what is asked for moves to the young one; when that is full it becomes the old one, and what
/// nobody asked for in the meantime is gone.
final class PageShelf: Sendable {
    struct Page: Sendable {
        let headers: HTTPFields
        let body: ByteBuffer
        let tag: EntityTag
        fileprivate var size: Int { body.readableBytes + 512 }
    }

    private struct Generations {
        var young: [String: Page] = [:]
        var youngBytes = 0
        var old: [String: Page] = [:]
    }

    private let capacity: Int
    private let generations = Mutex(Generations())

    /// - Parameter bytes: kept at most.
    init(bytes: Int) { capacity = bytes }

    subscript(key: String) -> Page? {
        generations.withLock { generations in
            if let page = generations.young[key] { return page }
            guard let page = generations.old.removeValue(forKey: key) else { return nil }
            add(page, key, to: &generations)
            return page
        }
    }

    /// What takes more than half of the room is not kept.
    func keep(_ page: Page, for key: String) {
        if page.size <= capacity / 2 { generations.withLock { add(page, key, to: &$0) } }
    }

    /// Bytes kept at present.
    var size: Int {
        generations.withLock { $0.youngBytes + $0.old.values.reduce(0) { $0 + $1.size } }
    }

    private func add(_ page: Page, _ key: String, to generations: inout Generations) {
        if generations.youngBytes + page.size > capacity / 2 {
            generations.old = generations.young
            generations.young = [:]
            generations.youngBytes = 0
        }
        generations.youngBytes += page.size - (generations.young[key]?.size ?? 0)
        generations.young[key] = page
        generations.old[key] = nil
    }
}
