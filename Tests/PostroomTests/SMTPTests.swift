import Cooperation
import Desk
import Foundation
import Rehearsal
import Testing
import TextAnalysis

@testable import Postroom

/// Against a real mail server.
@Suite("SMTP", .serialized, .enabled(if: MailSink.isAvailable, Comment(rawValue: MailSink.missing)))
struct SMTPTests {
    @Test func theWayOfANeedArrivesAsWritten() async throws {
        let sink = try MailSink(certificate: "localhost")
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        _ = try await cast.introduced(on: stage)
        let office = try stage.office(.smtp(try server(sink)))
        #expect(try await office.sendDue() == PostOffice.Round(sent: 5))
        #expect(try await office.sendDue() == PostOffice.Round())
        let taken = try sink.taken()
        #expect(
            taken.flatMap(\.to).sorted() == [
                "officer@example.org", "provider@example.org", "requester@example.org", "requester@example.org",
                "requester@example.org",
            ])
        for mail in taken {
            #expect(mail.defects == [] && mail.bareLineEnds == 0 && mail.longestLine <= 78)
            #expect(mail.from == "post@bio-bridge.example" && mail.type == "multipart/alternative")
            #expect(mail.parts.map(\.type) == ["text/plain", "text/html"])
            #expect(mail.headers["Auto-Submitted"] == "auto-generated")
            #expect(Set(mail.names).count == mail.names.count)
            #expect(mail.plain.contains("https://bio-bridge.example/fr/requests/"))
            #expect(mail.html.contains("<bdi lang=\"fr\" dir=\"ltr\">Suivi de la faune</bdi>"))
        }
        #expect(Set(taken.compactMap { $0.headers["Message-ID"] }).count == 5)
        #expect(Set(taken.compactMap { $0.headers["References"] }).count == 1)
        let offer = try #require(taken.first { $0.to == ["provider@example.org"] })
        #expect(offer.headers["Subject"] == "Pouvez-vous aider\u{A0}? Suivi de la faune")
        try await stage.strike()
        try sink.close()
    }

    @Test func hostileTextArrivesAsText() async throws {
        let sink = try MailSink()
        let subject = "Lions\r\nBcc: victim@example.org\r\n\r\n.\r\nMAIL FROM:<x@y.org>"
        let message = MailMessage(
            from: try mailbox("post@bio-bridge.example", name: "Bio-Bridge"),
            to: try mailbox("a@example.org", name: "Zoë \"Z\" \\ <b@example.org>\r\nX-Evil: 1"), subject: subject,
            date: Date(timeIntervalSince1970: 1_773_358_200), number: "dispatch-2", thread: "request-1",
            language: .arabic, plain: ".\r\n.\r\nQUIT\r\nحفظ التنوع البيولوجي\n.", html: "<p>.</p>")
        let mail = Mail(number: "2", from: message.from, to: message.to, content: message.content)
        #expect(await Transport.smtp(try server(sink)).deliver(mail) == .sent)
        let taken = try #require(try sink.taken().first)
        #expect(taken.to == ["a@example.org"] && taken.defects == [])
        #expect(taken.headers["Subject"] == "Lions Bcc: victim@example.org . MAIL FROM:<x@y.org>")
        #expect(taken.recipients == [["Zoë \"Z\" \\ <b@example.org> X-Evil: 1", "a@example.org"]])
        #expect(!taken.names.contains("X-Evil") && !taken.names.contains("Bcc"))
        #expect(taken.plain.replacing("\r\n", with: "\n") == ".\n.\nQUIT\nحفظ التنوع البيولوجي\n.")
        #expect(taken.date == "2026-03-12T23:30:00+00:00")
        try sink.close()
    }

    @Test func aWrongCertificateIsRefusedAndNothingIsSaid() async throws {
        for (name, trusts) in [("localhost", false), ("elsewhere.example", true)] {
            let sink = try MailSink(certificate: name)
            var server = try MailServer("smtp://localhost:\(sink.port)")
            if trusts { server.authorities = sink.certificate }
            // CURLE_PEER_FAILED_VERIFICATION
            #expect(await Transport.smtp(server).deliver(try mail(to: "a@example.org")) == .unreachable("curl.60"))
            #expect(try sink.taken().isEmpty)
            try sink.close()
        }
    }

    @Test func aServerWithoutTLSGetsNothingUnlessItIsAtHomeAndSaidSo() async throws {
        let sink = try MailSink()
        let strict = Transport.smtp(try MailServer("smtp://localhost:\(sink.port)"))
        // CURLE_USE_SSL_FAILED
        #expect(await strict.deliver(try mail(to: "a@example.org")) == .unreachable("curl.64"))
        #expect(try sink.taken().isEmpty)
        #expect(await Transport.smtp(try server(sink)).deliver(try mail(to: "a@example.org")) == .sent)
        try sink.close()
    }

    @Test func aPasswordIsGivenUnderTLSOnly() async throws {
        let sink = try MailSink(certificate: "localhost", password: "right horse")
        var server = try MailServer("smtp://biobridge@localhost:\(sink.port)", password: "right horse")
        server.authorities = sink.certificate
        #expect(await Transport.smtp(server).deliver(try mail(to: "a@example.org")) == .sent)
        server.password = "wrong"
        // CURLE_LOGIN_DENIED
        let delivery = await Transport.smtp(server).deliver(try mail(to: "a@example.org"))
        #expect(delivery == .unreachable("smtp.535") || delivery == .unreachable("curl.67"))
        try sink.close()
    }

    @Test(
        "what the server says of a letter is kept",
        arguments: [
            ("refused@example.org", Delivery.refused("smtp.550")), ("later@example.org", .postponed("smtp.451")),
            ("junk@example.org", .refused("smtp.554")), ("good@example.org", .sent),
        ])
    func answers(address: String, expected: Delivery) async throws {
        let sink = try MailSink()
        let transport = Transport.smtp(try server(sink))
        #expect(await transport.deliver(try mail(to: address)) == expected)
        // The connection is fit for the next letter.
        #expect(await transport.deliver(try mail(to: "next@example.org")) == .sent)
        try sink.close()
    }

    @Test func aSenderTheServerRefusesIsNoFaultOfTheLetter() async throws {
        let sink = try MailSink()
        var mail = try mail(to: "a@example.org")
        mail.from = try mailbox("bad-sender@example.org")
        #expect(await Transport.smtp(try server(sink)).deliver(mail) == .unreachable("smtp.553"))
        try sink.close()
    }

    /// The server took the letter and died before it said so: it may have it, so it does not get it again.
    @Test func aConnectionThatBreaksAtTheEndLeavesItUncertain() async throws {
        let sink = try MailSink()
        let delivery = await Transport.smtp(try server(sink)).deliver(try mail(to: "vanish@example.org"))
        guard case .uncertain = delivery else {
            Issue.record("\(delivery)")
            return
        }
        #expect(try sink.taken().count == 1)
        try sink.close()
    }

    @Test func nobodyThere() async throws {
        let server = try MailServer("smtp-plain://localhost:1")
        // CURLE_COULDNT_CONNECT
        #expect(await Transport.smtp(server).deliver(try mail(to: "a@example.org")) == .unreachable("curl.7"))
    }

    private func server(_ sink: MailSink) throws -> MailServer {
        let isSafe = FileManager.default.fileExists(atPath: sink.certificate)
        var server = try MailServer("\(isSafe ? "smtp" : "smtp-plain")://localhost:\(sink.port)")
        server.authorities = isSafe ? sink.certificate : nil
        return server
    }
}
