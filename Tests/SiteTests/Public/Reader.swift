import Desk
import Foundation
import Hummingbird
import Rehearsal
import Site
import WebSupport
import WebTesting

@testable import Site

/// A reader before a house with people and papers in it.
struct Reader {
    let stage: Stage
    let cast: Cast
    let client: WebClient<RouterResponder<SiteContext>>

    init(isDemonstration: Bool = false) async throws {
        stage = try await Stage()
        cast = try await Cast(on: stage)
        client = Reader.client(stage, isDemonstration: isDemonstration)
    }

    static func client(_ stage: Stage, isDemonstration: Bool = false) -> WebClient<RouterResponder<SiteContext>> {
        let site = Site(desk: stage.desk, settings: SiteSettings(isDemonstration: isDemonstration, key: .random()))
        return WebClient(site.router().buildResponder())
    }

    /// The text of a page that is there.
    func read(_ path: String) async throws -> String {
        let answer = try await client.get(path)
        guard answer.status == 200 else { throw ReaderError(path: path, status: answer.status) }
        return answer.text
    }

    func status(_ path: String) async throws -> Int { try await client.get(path).status }

    /// Signs in through the form.
    func signIn(_ name: String) async throws {
        let form = try await client.get("/en/sign-in")
        _ = try await client.submit(
            form, to: "/en/sign-in", [("email", "\(name)@example.org"), ("password", "a long password")])
    }
}

struct ReaderError: Error {
    let path: String
    let status: Int
}
