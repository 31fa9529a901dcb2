import Cooperation
public import Desk
public import Foundation

/// A bundle as a file: a line for each paper, each chained to the line before, and the node's seal under the last.
///
/// A line is the SHA-256 of the digest before it and its own JSON, 64 hexadecimal digits, a blank, and the JSON. So the first line
/// that was changed, left out or moved is found and named; and who counts all digests anew has not the node's seal.
public enum BundleFile {
    static let format = "biobridge-bundle"
    static let version = 1
    /// In bytes.
    public static let limit = 30 << 20

    /// What a line says; the first says what the bundle is.
    struct Line: Codable {
        /// 0 for the first.
        var number: Int
        var head: Head?
        var draft: ShopBundle.Draft?
        var note: ShopBundle.Note?
    }

    struct Head: Codable {
        var format: String
        var version: Int
        var node: String
        var shop: WriteShopID
        var shopVersion: Int
        var name: String
        var day: CalendarDay
        var group: String
        /// How many lines follow before the seal.
        var lines: Int
    }

    /// - Parameter seal: signs the last digest.
    public static func write(_ bundle: ShopBundle, seal: ([UInt8]) -> Seal) throws -> Data {
        let head = Head(
            format: format, version: version, node: bundle.node.description, shop: bundle.shop,
            shopVersion: bundle.shopVersion, name: bundle.name, day: bundle.day, group: bundle.group,
            lines: bundle.drafts.count + bundle.notes.count)
        var lines = [Line(number: 0, head: head)]
        lines += bundle.drafts.map { Line(number: 0, draft: $0) } + bundle.notes.map { Line(number: 0, note: $0) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .millisecondsSince1970
        var file = Data()
        var digest: [UInt8] = []
        for place in lines.indices {
            lines[place].number = place
            let json = try encoder.encode(lines[place])
            digest = next(digest, json)
            file.append(contentsOf: FileDigest.hexadecimal(digest).utf8)
            file.append(contentsOf: " ".utf8)
            file.append(json)
            file.append(contentsOf: "\n".utf8)
        }
        file.append(contentsOf: "seal \(seal(digest).hexadecimal)\n".utf8)
        return file
    }

    static func next(_ before: [UInt8], _ json: some DataProtocol) -> [UInt8] { FileDigest.of(before + Array(json)) }
}
