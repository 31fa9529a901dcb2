import Cooperation
public import Desk
public import Foundation

extension BundleFile {
    /// Reads a bundle and holds every line against the chain and the seal. What comes back is what the node it names has signed; who
    /// that node is, a person has to know by its key's fingerprint.
    public static func read(_ file: Data) throws(BundleFault) -> ShopBundle {
        guard file.count <= limit else { throw .tooLarge(most: limit >> 20) }
        var lines = file.split(separator: UInt8(ascii: "\n")).map { line in
            // Mail programs and sticks may have ended lines their own way.
            line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        }.filter { !$0.isEmpty }
        guard let first = lines.first, first.prefix(300).contains(format.utf8) else { throw .notABundle }
        guard let seal = lines.last.flatMap({ Self.seal($0) }) else { throw .cutOff }
        lines.removeLast()
        var digest: [UInt8] = []
        var read: [Line] = []
        for (place, text) in lines.enumerated() {
            let line = try Self.line(text, place, &digest)
            if place == 0, let head = line.head, head.version != version { throw .otherVersion(head.version) }
            read.append(line)
        }
        guard let head = read.first?.head, head.format == format, let node = NodeKey(head.node) else {
            throw .notABundle
        }
        guard read.count == head.lines + 1 else { throw .cutOff }
        guard node.hasSigned(digest, for: .bundle, seal: seal) else { throw .wrongSeal }
        for (place, line) in read.enumerated().dropFirst() where line.draft == nil && line.note == nil {
            throw .unreadable(line: place + 1)
        }
        return ShopBundle(
            node: node, shop: head.shop, shopVersion: head.shopVersion, name: head.name, day: head.day,
            group: head.group, drafts: read.compactMap(\.draft), notes: read.compactMap(\.note))
    }

    private static func line(
        _ text: Data.SubSequence, _ place: Int, _ digest: inout [UInt8]
    ) throws(BundleFault) -> Line {
        let stated = text.prefix(64)
        let json = text.dropFirst(65)
        guard stated.count == 64, text.dropFirst(64).first == UInt8(ascii: " ") else {
            throw place == 0 ? .notABundle : .changed(line: place + 1)
        }
        let own = next(digest, json)
        let isRight = FileDigest.hexadecimal(own).utf8.elementsEqual(stated)
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .millisecondsSince1970
        let line = try? decoder.decode(Line.self, from: Data(json))
        // What is well in itself but not behind the line before it has lost its place.
        if let line, line.number != place { throw .outOfOrder(line: place + 1, found: line.number + 1) }
        guard isRight else { throw .changed(line: place + 1) }
        guard let line else { throw .unreadable(line: place + 1) }
        digest = own
        return line
    }

    private static func seal(_ line: Data.SubSequence) -> Seal? {
        let word = "seal "
        guard line.starts(with: word.utf8) else { return nil }
        return Seal(String(decoding: line.dropFirst(word.utf8.count), as: UTF8.self))
    }
}
