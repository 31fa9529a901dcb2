import Cooperation
import Desk
import Foundation
import Logging
import Rehearsal
import TextAnalysis

@testable import Postroom

let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

func mailbox(_ address: String, name: String = "") throws -> Mailbox {
    guard let mailbox = Mailbox(name: name, address: address) else { throw PostroomError.notAnAddress(address) }
    return mailbox
}

func writer() throws -> LetterWriter {
    LetterWriter(
        from: try mailbox("post@bio-bridge.example"),
        page: { language, request in "https://bio-bridge.example/\(language.code)/requests/\(request.own)" },
        link: { language, token in
            "https://bio-bridge.example/\(language.code)/" + (token.map { "links/" + $0 } ?? "account")
        }, record: { language, key in "https://bio-bridge.example/\(language.code)/records/\(key)" })
}

/// A mail with these words, which is all that matters to the server.
func mail(to address: String, subject: String = "Ping") throws -> Mail {
    let message = MailMessage(
        from: try mailbox("post@bio-bridge.example"), to: try mailbox(address), subject: subject,
        date: Date(timeIntervalSince1970: 1_773_358_200), number: "dispatch-1", thread: "request-1", language: .english,
        plain: "Hello\n.\n..\nGood-bye", html: "<p>Hello</p>")
    return Mail(number: message.number, from: message.from, to: message.to, content: message.content)
}

extension Stage {
    func office(_ transport: Transport) throws -> PostOffice {
        PostOffice(desk: desk, writer: try writer(), transport: transport, logger: quiet)
    }

    /// The one letter that is due, in words.
    func message() async throws -> MailMessage {
        guard let letter = try await desk.lettersToSend(limit: 1).letters.first,
            let dispatch = try await desk.begin(letter), let message = try writer().message(letter, as: dispatch)
        else { throw DeskError.notFound }
        return message
    }
}
