import Cooperation
import Desk
import HTTPTypes
import Rehearsal
import Testing
import TextAnalysis
import WebTesting

@testable import Site

@Suite("Pages that did not change are not made again")
struct CachingTests {
    @Test("a page keeps its tag until something public is written, then has another")
    func editions() async throws {
        let reader = try await Reader()
        let first = try await reader.client.get("/en/requests")
        let tag = try #require(first.header("ETag"))
        #expect(try await reader.client.get("/en/requests", headers: [.ifNoneMatch: tag]).status == 304)
        // Somebody signing in writes to the ledger, and shows nowhere.
        let other = Reader.client(reader.stage)
        _ = try await other.submit(
            try await other.get("/en/sign-in"), to: "/en/sign-in",
            [("email", "requester@example.org"), ("password", "a long password")])
        let after = try await reader.client.get("/en/requests", headers: [.ifNoneMatch: tag])
        #expect(after.status == 304)
        let id = try await reader.cast.triaged(on: reader.stage)
        let changed = try await reader.client.get("/en/requests", headers: [.ifNoneMatch: tag])
        #expect(changed.status == 200 && changed.text.contains(id.own))
        try await reader.stage.strike()
    }

    @Test("the clock alone changes a page: a window that passes, a new day")
    func clock() async throws {
        let reader = try await Reader()
        let id = try await reader.cast.submitted(on: reader.stage)
        let list = try await reader.client.get("/fr/requests")
        #expect(!list.text.contains(id.own))
        let tag = try #require(list.header("ETag"))
        reader.stage.clock.wait(days: 40)
        let later = try await reader.client.get("/fr/requests", headers: [.ifNoneMatch: tag])
        #expect(later.status == 200 && later.header("ETag") != tag)
        try await reader.stage.strike()
    }

    @Test("what a person signed in is shown is never another's, and pages with forms are each browser's own")
    func personal() async throws {
        let reader = try await Reader()
        let id = try await reader.cast.triaged(on: reader.stage, visibility: .named([]))
        try await reader.signIn("requester")
        let own = try await reader.client.get("/fr/requests/\(id.own)")
        #expect(own.status == 200 && own.header("ETag") == nil)
        #expect(own.header("Cache-Control")?.contains("private") == true)
        let stranger = Reader.client(reader.stage)
        #expect(try await stranger.get("/fr/requests/\(id.own)").status == 404)
        #expect(try await stranger.get("/fr/requests/new").header("ETag") == nil)
        #expect(try await stranger.get("/fr/sign-in").header("ETag") == nil)
        try await reader.stage.strike()
    }
}
