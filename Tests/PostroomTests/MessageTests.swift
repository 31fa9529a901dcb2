import Foundation
import Testing

@testable import Postroom

@Suite("Mails, byte by byte")
struct MessageTests {
    @Test func aPlainMailIsExactlyThis() throws {
        let content = String(decoding: try mail(to: "a@example.org").content, as: UTF8.self)
        let expected = [
            "From: <post@bio-bridge.example>", "To: <a@example.org>", "Subject: Ping",
            "Date: Thu, 12 Mar 2026 23:30:00 +0000", "Message-ID: <dispatch-1@bio-bridge.example>",
            "References: <request-1@bio-bridge.example>", "Auto-Submitted: auto-generated", "Content-Language: en",
            "MIME-Version: 1.0", "Content-Type: multipart/alternative;", " boundary=\"=_dispatch-1\"", "",
            "--=_dispatch-1", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable",
            "", "Hello", ".", "..", "Good-bye",
            "--=_dispatch-1", "Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: quoted-printable",
            "", "<p>Hello</p>", "--=_dispatch-1--", "",
        ]
        #expect(content.components(separatedBy: "\r\n") == expected)
    }

    @Test(
        "no text of a person ends a header line",
        arguments: [
            "Hi\r\nBcc: victim@example.org", "Hi\nBcc: victim@example.org", "Hi\rBcc: x", "Hi\u{0}\u{2028}Bcc: x",
            "=?UTF-8?B?SGk=?=", "Émile\r\nBcc: victim@example.org", "\u{85}Bcc: x",
        ])
    func injection(text: String) {
        for header in [HeaderText.unstructured(text, taken: 9), HeaderText.phrase(text, taken: 6)] {
            for (index, line) in header.components(separatedBy: "\r\n").enumerated() {
                #expect(index == 0 || line.hasPrefix(" ="))
                #expect(line.utf8.allSatisfy { (32..<127).contains($0) })
            }
            #expect(!header.contains("=?UTF-8?B?SGk=?="))
        }
    }

    @Test func longHeadersAreFoldedWithoutCuttingACharacter() {
        let title = String(repeating: "حفظ التنوع البيولوجي 保护 ", count: 8)
        let lines = HeaderText.unstructured(title, taken: 9).components(separatedBy: "\r\n ")
        #expect(lines.count > 3)
        var text = ""
        for line in lines {
            #expect(line.utf8.count <= 75)
            let word = line.dropFirst("=?UTF-8?B?".count).dropLast(2)
            text += Data(base64Encoded: String(word)).flatMap { String(data: $0, encoding: .utf8) } ?? "broken"
        }
        #expect(text == title.trimmingCharacters(in: .whitespaces))
    }

    @Test func bodiesTakeTheShorterEncoding() {
        #expect(BodyText("Éléphants").encoding == "base64")
        #expect(BodyText("Les éléphants du parc").content == "Les =C3=A9l=C3=A9phants du parc")
        #expect(BodyText("ends with a blank \na=b").content == "ends with a blank=20\r\na=3Db")
        #expect(BodyText("حفظ التنوع البيولوجي").encoding == "base64")
        let long = BodyText(String(repeating: "word ", count: 60))
        #expect(long.content.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 76 })
    }

    @Test func anAddressThatCouldSayMoreIsNone() {
        for address in ["a@b.org>\r\nRCPT TO:<c@d.org", "a b@c.org", "<a@b.org>", "a@b", "a@b.org\n"] {
            #expect(Mailbox(name: "", address: address) == nil)
        }
    }

    @Test func settingsOfTheServer() throws {
        #expect(try MailServer("smtp://mail.example.org").port == 587)
        #expect(try MailServer("smtps://mail.example.org").security == .tls)
        let own = try MailServer("smtp-plain://localhost:2525")
        #expect(own.port == 2525 && own.security == .none)
        #expect(try MailServer("smtp://me@mail.example.org:25", password: "p").user == "me")
        #expect(throws: PostroomError.plainOnlyAtHome("mail.example.org")) {
            try MailServer("smtp-plain://mail.example.org")
        }
        for wrong in ["", "mail.example.org", "http://a.org", "smtp://", "smtp://a:secret@b.org", "smtp://a.org/x"] {
            #expect(throws: PostroomError.notAServer(wrong)) { try MailServer(wrong) }
        }
    }

    @Test func aServerThatCannotBeReachedIsLeftAloneForLongerAndLonger() {
        #expect(
            (1...9).map { PostService.pause(after: $0) }
                == [60, 120, 240, 480, 960, 1920, 3600, 3600, 3600].map { .seconds($0) })
    }
}
