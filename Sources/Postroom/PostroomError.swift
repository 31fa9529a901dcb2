/// What is wrong with the settings of the post room.
public enum PostroomError: Error, Equatable, Sendable {
    /// Not `smtp://host`, `smtps://host` or `smtp-plain://localhost`, with an optional user before and port behind.
    case notAServer(String)
    /// Mail without encryption is only handed to a server on this machine.
    case plainOnlyAtHome(String)
    /// The sender is not a mail address.
    case notAnAddress(String)
    /// The folder for letters cannot be made.
    case noFolder(String)

    public var code: String {
        switch self {
        case .notAServer: "postroom.not-a-server"
        case .plainOnlyAtHome: "postroom.plain-only-at-home"
        case .notAnAddress: "postroom.not-an-address"
        case .noFolder: "postroom.no-folder"
        }
    }
}
