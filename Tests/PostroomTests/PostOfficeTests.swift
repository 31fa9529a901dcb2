import Cooperation
import Desk
import Foundation
import Ledger
import Rehearsal
import ServiceLifecycle
import Synchronization
import Testing
import TextAnalysis

@testable import Postroom

@Suite("The post office")
struct PostOfficeTests {
    @Test func withoutAServerLettersAreFiles() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        _ = try await cast.introduced(on: stage)
        let folder = stage.folder.appending(path: "outgoing")
        let office = try stage.office(.files(in: folder))
        let sent = try await office.sendDue().sent
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(files.count == sent && sent == 5)
        #expect(files.allSatisfy { $0.hasPrefix("dispatch-") && $0.hasSuffix(".eml") })
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions] as? Int
        #expect(mode == 0o700)
        // A second round, and another office that begins from nothing, find nothing to do.
        #expect(try await office.sendDue() == PostOffice.Round())
        #expect(try await stage.office(.files(in: folder)).sendDue() == PostOffice.Round())
        try await stage.strike()
    }

    @Test func aServerThatIsDownIsAskedOnceARound() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        _ = try await cast.introduced(on: stage)
        let asked = Mutex(0)
        let isUp = Mutex(false)
        let office = try stage.office(
            Transport { _ in
                asked.withLock { $0 += 1 }
                return isUp.withLock { $0 } ? .sent : .unreachable("curl.7")
            })
        let round = try await office.sendDue()
        #expect(round == PostOffice.Round(sent: 0, notSent: 1, isServerUnreachable: true))
        #expect(asked.withLock { $0 } == 1)
        isUp.withLock { $0 = true }
        #expect(try await office.sendDue().sent == 4)
        // The first is tried again when its minute is over.
        stage.clock.wait(hours: 1)
        #expect(try await office.sendDue().sent == 1)
        #expect(asked.withLock { $0 } == 6)
        try await stage.strike()
    }

    @Test func twoOfficesOnOneLedgerSendEachLetterOnce() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        for _ in 0..<3 { _ = try await cast.introduced(on: stage) }
        let sent = Mutex<[String]>([])
        let transport = Transport { mail in
            sent.withLock { $0.append(mail.number) }
            return .sent
        }
        let (one, two) = (try stage.office(transport), try stage.office(transport))
        async let first = one.sendDue()
        async let second = two.sendDue()
        let total = try await first.sent + second.sent
        let numbers = sent.withLock { $0 }
        #expect(total == 15 && numbers.count == 15 && Set(numbers).count == 15)
        try await stage.strike()
    }

    @Test
    func theServiceSendsAfterACommitAndStopsWhenAsked() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let (arrived, arrival) = AsyncStream.makeStream(of: String.self)
        let transport = Transport { mail in
            arrival.yield(mail.to.address)
            return .sent
        }
        let service = PostService(
            desk: stage.desk, office: try stage.office(transport), logger: quiet, interval: .seconds(3600))
        let group = ServiceGroup(services: [service], gracefulShutdownSignals: [], logger: quiet)
        let running = Task { try await group.run() }
        _ = try await cast.submitted(on: stage)
        var addresses = arrived.makeAsyncIterator()
        #expect(await addresses.next() == "focal-point@example.org")
        await group.triggerGracefulShutdown()
        try await running.value
        try await stage.strike()
    }
}
