import HTTPTypes
import Hummingbird
import Synchronization
import Testing
import WebSupport
import WebTesting

@Suite("Pages that did not change")
struct PageCacheTests {
    @Test("A page is made once, then comes from memory, packed or not, then is not sent at all")
    func wholeWay() async throws {
        let site = LittleSite()
        let browser = site.browser()
        let first = try await browser.get("/cached/1")
        let packed = try await browser.get("/cached/1", headers: [.acceptEncoding: "gzip"])
        let tag = try #require(first.header("ETag"))
        #expect(Gzip.expand(packed.bytes, limit: 1 << 20) == first.bytes)
        #expect(packed.header("ETag") == tag)
        for held in [tag, "\"x\", \(tag)", String(tag.dropFirst(2)), "*"] {
            let answer = try await browser.get("/cached/1", headers: [.ifNoneMatch: held])
            #expect(answer.status == 304)
            #expect(answer.bytes.isEmpty)
            #expect(answer.header("ETag") == tag)
            #expect(answer.header("Vary") == "Accept-Encoding")
        }
        #expect(site.pagesMade.withLock { $0 } == 1)
        let next = try await browser.get("/cached/2", headers: [.ifNoneMatch: tag])
        #expect(next.status == 200)
        #expect(next.header("ETag") != tag)
    }

    @Test("A tag is found out without making the page")
    func notMade() async throws {
        let site = LittleSite()
        let browser = site.browser()
        let tag = try #require(try await site.browser().get("/cached/1").header("ETag"))
        let cold = LittleSite()
        #expect(try await cold.browser().get("/cached/1", headers: [.ifNoneMatch: tag]).status == 304)
        #expect(cold.pagesMade.withLock { $0 } == 0)
        #expect(try await browser.send(.head, "/cached/1").header("ETag") == tag)
    }

    @Test("Memory is bounded, what is asked for often stays, what is too large is not kept")
    func bounded() async throws {
        let cache = PageCache(bytes: 100_000, edition: "1")
        let request = Request(
            head: HTTPRequest(method: .get, scheme: "http", authority: "x", path: "/"), body: .init(buffer: .init()))
        let made = Mutex<[String: Int]>([:])
        func ask(_ key: String, bytes: Int) async throws {
            _ = try await cache.page(key: key, for: request) {
                made.withLock { $0[key, default: 0] += 1 }
                return HTML(text: String(repeating: "x", count: bytes))
            }
        }
        for number in 0..<500 {
            try await ask("page \(number)", bytes: 5_000)
            try await ask("home", bytes: 5_000)
            #expect(cache.size <= 100_000)
        }
        #expect(made.withLock { $0["home"] } == 1)
        let before = cache.size
        try await ask("huge", bytes: 90_000)
        try await ask("huge", bytes: 90_000)
        #expect(made.withLock { $0["huge"] } == 2)
        #expect(cache.size == before)
    }

    @Test("Another edition of the program has other tags")
    func editions() {
        #expect(EntityTag(key: "1\n/") != EntityTag(key: "2\n/"))
        #expect(EntityTag(key: "1\n/") == EntityTag(key: "1\n/"))
    }

    @Test("What was packed unpacks; what is no gzip, cut off or a bomb does not")
    func gzip() throws {
        for count in [0, 1, 1_000, 200_000] {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0) }
            let packed = try #require(Gzip.compress(bytes))
            #expect(Gzip.expand(packed, limit: 200_000) == bytes)
            #expect(Gzip.expand(Array(packed.dropLast()), limit: 200_000) == nil)
        }
        let bomb = try #require(Gzip.compress([UInt8](repeating: 0, count: 5_000_000)))
        #expect(Gzip.expand(bomb, limit: 1_000_000) == nil)
        var random = SeededGenerator(seed: 31)
        for _ in 0..<500 {
            let bytes = (0..<60).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(Gzip.expand([0x1F, 0x8B, 8, 0] + bytes, limit: 10_000) == nil)
        }
    }
}
