import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization
import Testing
import WebTesting

@testable import WebSupport

@Suite("Pages that did not change")
struct PublicPagesTests {
    @Test("A page is made once, then comes from memory, then is not sent at all")
    func wholeWay() async throws {
        let site = LittleSite()
        site.edition.withLock { $0 = "1" }
        let browser = site.browser()
        let first = try await browser.get("/cached/1")
        let packed = try await browser.get("/cached/1", headers: [.acceptEncoding: "gzip"])
        let tag = try #require(first.header("ETag"))
        #expect(Gzip.expand(packed.bytes, limit: 1 << 20) == first.bytes)
        #expect(packed.header("ETag") == tag, "packed and plain are one state")
        #expect(first.header("Content-Security-Policy") != nil && first.header("Cache-Control") == "no-cache")
        for _ in 1...3 { #expect(try await browser.get("/cached/1").bytes == first.bytes) }
        for held in [tag, "\"x\", \(tag)", String(tag.dropFirst(2)), "*"] {
            let answer = try await browser.get("/cached/1", headers: [.ifNoneMatch: held])
            #expect(answer.status == 304 && answer.bytes.isEmpty)
            #expect(answer.header("ETag") == tag && answer.header("Vary") == "Accept-Encoding")
        }
        #expect(site.pagesMade.withLock { $0 } == 2, "once plain, once packed")
        let other = try await browser.get("/cached/2", headers: [.ifNoneMatch: tag])
        #expect(other.status == 200 && other.header("ETag") != tag)
    }

    @Test("Something new makes the page anew, under another tag")
    func changed() async throws {
        let site = LittleSite()
        site.edition.withLock { $0 = "1" }
        let browser = site.browser()
        let tag = try #require(try await browser.get("/cached/1").header("ETag"))
        site.edition.withLock { $0 = "2" }
        let next = try await browser.get("/cached/1", headers: [.ifNoneMatch: tag])
        #expect(next.status == 200 && next.header("ETag") != tag)
        #expect(site.pagesMade.withLock { $0 } == 2)
        site.edition.withLock { $0 = nil }
        #expect(try await browser.get("/cached/1").header("ETag") == nil, "without an edition nothing is kept")
    }

    @Test("What belongs to one browser is never kept: forms, sessions, errors, what was set aside")
    func personal() async throws {
        let site = LittleSite()
        site.edition.withLock { $0 = "1" }
        let browser = site.browser()
        let form = try await browser.get("/form")
        let again = try await site.browser().get("/form")
        #expect(form.header("ETag") == nil && again.header("ETag") == nil)
        #expect(form.hiddenFields.map(\.1) != again.hiddenFields.map(\.1))
        // A browser that has its cookie already is not given one with the form: that is no page for everybody either.
        let known = try await browser.get("/form")
        #expect(known.header("Set-Cookie") == nil && known.header("ETag") == nil)
        #expect(try await browser.get("/nothing-here").header("ETag") == nil)
        _ = try await browser.get("/")
        _ = try await browser.submit(form, to: "/sign-in", [("name", "Ama")])
        #expect(try await browser.get("/").text.contains("Ama"))
        #expect(try await site.browser().get("/").text.contains("visitor"))
    }

    @Test("Memory is bounded, what is asked for often stays, what is too large is not kept")
    func bounded() {
        let shelf = PageShelf(bytes: 100_000)
        func page(_ bytes: Int) -> PageShelf.Page {
            PageShelf.Page(headers: [:], body: ByteBuffer(repeating: 120, count: bytes), tag: EntityTag(key: "x"))
        }
        shelf.keep(page(5_000), for: "home")
        for number in 0..<500 {
            shelf.keep(page(5_000), for: "page \(number)")
            #expect(shelf["home"] != nil)
            #expect(shelf.size <= 100_000)
        }
        #expect(shelf["page 0"] == nil && shelf["page 499"] != nil)
        shelf.keep(page(90_000), for: "huge")
        #expect(shelf["huge"] == nil)
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
