internal import Foundation
internal import WebSupport

/// A node's name and its one secret, kept in `node.json` beside the ledger and readable by its owner only.
struct NodeIdentity: Codable {
    var name: String
    /// 32 random bytes, from which every other key of the node is derived.
    var key: Data

    private static let file = "node.json"

    /// Reads it, or makes one on a folder's first day.
    static func ofFolder(_ folder: URL) throws -> NodeIdentity {
        let file = folder.appending(path: file)
        if FileManager.default.fileExists(atPath: file.path) {
            let identity = try JSONDecoder().decode(NodeIdentity.self, from: Data(contentsOf: file))
            guard identity.key.count == SecretKey.length, !identity.name.isEmpty else {
                throw Refusal("\(file.path) is not a node's identity")
            }
            return identity
        }
        let identity = NodeIdentity(name: "node-" + Token.random().text.prefix(8).lowercased(), key: randomKey())
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        let isMade = FileManager.default.createFile(
            atPath: file.path, contents: try encoder.encode(identity), attributes: [.posixPermissions: 0o600])
        guard isMade else { throw Refusal("cannot write \(file.path)") }
        return identity
    }

    private static func randomKey() -> Data {
        var random = SystemRandomNumberGenerator()
        return Data((0..<SecretKey.length).map { _ in UInt8.random(in: 0...255, using: &random) })
    }

    var secretKey: SecretKey {
        get throws {
            guard let key = SecretKey(bytes: Array(key)) else { throw Refusal("the node's key is broken") }
            return key
        }
    }
}
