public import Desk
public import Foundation

/// A mail on its way: the envelope and what is in it.
public struct Mail: Sendable {
    /// The letter's number.
    public var number: String
    public var from: Mailbox
    public var to: Mailbox
    public var content: Data

    public init(number: String, from: Mailbox, to: Mailbox, content: Data) {
        self.number = number
        self.from = from
        self.to = to
        self.content = content
    }
}

/// How letters leave the house.
public struct Transport: Sendable {
    /// Hands over one mail and says what became of it. Never throws, and ends within its own time limits.
    public var deliver: @Sendable (Mail) async -> Delivery

    public init(deliver: @escaping @Sendable (Mail) async -> Delivery) {
        self.deliver = deliver
    }
}

extension Transport {
    /// Puts each mail into a file of a folder instead of sending it: `dispatch-….eml`, which mail programs open. For
    /// demonstration and for nodes without a mail server. Only the folder's owner can read it: the letters hold addresses.
    public static func files(in folder: URL) throws(PostroomError) -> Transport {
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .noFolder(folder.path)
        }
        return Transport { mail in
            do {
                try mail.content.write(to: folder.appending(path: mail.number + ".eml"), options: .atomic)
                return .sent
            } catch {
                return .unreachable("file.not-written")
            }
        }
    }

    /// Sends by the mail server.
    public static func smtp(_ server: MailServer) -> Transport {
        let connection = SMTPConnection(server)
        return Transport { mail in await connection.deliver(mail) }
    }
}
