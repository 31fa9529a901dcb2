public import Foundation

/// Damaged documents, the same for the same number: half of them have their bytes changed, half are changed inside (a part
/// of an archive, an object of a PDF, elements and numbers of a text) and put together again properly.
public struct Mutation: Sendable {
    private let seeds: [Seed]

    public init(_ seeds: [Seed] = Seed.all) { self.seeds = seeds }

    public func document(_ number: Int) -> (name: String, format: String, bytes: Data) {
        var random = Generator(state: UInt64(number) &* 0x9e37_79b9_7f4a_7c15 &+ 7)
        let seed = seeds[number % seeds.count]
        let isInside = Bool.random(using: &random)
        var bytes = isInside ? inside(seed, &random) : packed(seed)
        if !isInside { bytes = Self.changedBytes(bytes, &random) }
        return (seed.name, seed.format, bytes)
    }

    private func packed(_ seed: Seed) -> Data {
        switch seed.content {
        case .archive(let parts): Packing.archive(parts)
        case .pdf(let objects): Packing.pdf(objects)
        case .bytes(let bytes): bytes
        }
    }

    private func inside(_ seed: Seed, _ random: inout Generator) -> Data {
        switch seed.content {
        case .archive(var parts):
            let place = Int.random(in: 0..<parts.count, using: &random)
            switch Int.random(in: 0..<8, using: &random) {
            case 0: parts.remove(at: place)
            case 1: parts.append(parts[place])
            case 2: parts[place].name += "/../../x"
            default: parts[place].content = Self.changedText(parts[place].content, &random)
            }
            return Packing.archive(parts)
        case .pdf(var objects):
            let place = Int.random(in: 0..<objects.count, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: objects.remove(at: place)
            case 1: objects[place] = objects[Int.random(in: 0..<objects.count, using: &random)]
            default: objects[place] = Self.changedObject(objects[place], &random)
            }
            return Packing.pdf(objects)
        case .bytes(let bytes): return Self.changedText(bytes, &random)
        }
    }

    /// Some of: bytes changed, a stretch cut out, a stretch doubled, the end cut off, a stretch of noise put in.
    private static func changedBytes(_ bytes: Data, _ random: inout Generator) -> Data {
        var bytes = Array(bytes)
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, place + Int.random(in: 1...64, using: &random))
            switch Int.random(in: 0..<5, using: &random) {
            case 0: for index in place..<end { bytes[index] = UInt8.random(in: 0...255, using: &random) }
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: Array(repeating: bytes[place..<end], count: 20).joined(), at: place)
            case 3: bytes.removeSubrange(max(1, place)...)
            default:
                bytes.insert(contentsOf: (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }, at: place)
            }
        }
        return Data(bytes)
    }

    /// Elements left out, doubled, exchanged and nested thousands deep; numbers made huge; texts made long or no text at all.
    private static func changedText(_ bytes: Data, _ random: inout Generator) -> Data {
        var pieces = Self.pieces(of: Array(bytes))
        for _ in 0..<Int.random(in: 1...3, using: &random) where !pieces.isEmpty {
            let place = Int.random(in: 0..<pieces.count, using: &random)
            switch Int.random(in: 0..<9, using: &random) {
            case 0: pieces.remove(at: place)
            case 1: pieces.insert(pieces[place], at: Int.random(in: 0...pieces.count, using: &random))
            case 2: pieces.swapAt(place, Int.random(in: 0..<pieces.count, using: &random))
            case 3:
                // Some thousand deep, and never so long that making it takes longer than reading it.
                let deep = min([100, 2_000, 8_000].randomElement(using: &random) ?? 100, 120_000 / pieces[place].count)
                pieces.insert(Array(repeatElement(pieces[place], count: deep).joined()), at: place)
            case 4: if pieces[place].count < 2_000 { pieces[place] = numbersChanged(pieces[place], &random) }
            case 5: pieces.insert(Array(entities.randomElement(using: &random, or: "").utf8), at: place)
            case 6: pieces.insert(Array(repeating: UInt8(ascii: "x"), count: 60_000), at: place)
            case 7: pieces.insert((0..<40).map { _ in UInt8.random(in: 0...255, using: &random) }, at: place)
            default: pieces.removeSubrange(place...)
            }
        }
        return pieces.reduce(into: Data()) { $0.append(contentsOf: $1) }
    }

    private static let entities = [
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>", "&#x110000;", "&#0;", "&nothing;",
        "<![CDATA[",
        "<!--", "]]>", "<script>", "<w:t>", "\"", "\u{0}", "\u{C}", "\u{202E}", "\u{FEFF}",
    ]

    /// Tags apart from texts.
    private static func pieces(of bytes: [UInt8]) -> [[UInt8]] {
        var pieces: [[UInt8]] = [[]]
        for byte in bytes {
            if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "\n") { pieces.append([]) }
            pieces[pieces.count - 1].append(byte)
            if byte == UInt8(ascii: ">") { pieces.append([]) }
        }
        return pieces.filter { !$0.isEmpty }
    }

    /// Numbers, names and filters that point nowhere, back to themselves, or beyond all measure.
    private static func changedObject(_ object: Data, _ random: inout Generator) -> Data {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return changedBytes(object, &random)
        case 1:
            let filter = filters.randomElement(using: &random, or: "FlateDecode")
            return Data(
                String(decoding: object, as: UTF8.self).replacing("/Length", with: "/Filter \(filter) /Length").utf8)
        case 2:
            let (old, new) = (names.randomElement(using: &random, or: ""), names.randomElement(using: &random, or: ""))
            return Data(String(decoding: object, as: UTF8.self).replacing(old, with: new).utf8)
        default: return Data(numbersChanged(Array(object), &random))
        }
    }

    private static let filters = [
        "/FlateDecode", "/LZWDecode", "/JBIG2Decode", "/DCTDecode", "/JPXDecode", "/CCITTFaxDecode", "/RunLengthDecode",
        "/ASCII85Decode", "[/FlateDecode /FlateDecode /ASCIIHexDecode]", "/Crypt",
    ]
    private static let names = [
        "/Kids", "/Count", "/Parent", "/Contents", "/Type", "/Pages", "/Page", "/Font", "/XObject", "/Resources",
        "/Length", "/MediaBox", "/Type1", "/TrueType", "/Type0", "/Type3", "/Encrypt", "/DeviceGray", "/Indexed",
    ]

    private static func numbersChanged(_ bytes: [UInt8], _ random: inout Generator) -> [UInt8] {
        var result: [UInt8] = []
        var isInNumber = false
        for byte in bytes {
            let isDigit = (48...57).contains(byte)
            if isDigit, isInNumber { continue }
            isInNumber = isDigit && Int.random(in: 0..<3, using: &random) == 0
            if isInNumber {
                result += Array(figures.randomElement(using: &random, or: "0").utf8)
            } else {
                result.append(byte)
            }
        }
        return result
    }

    private static let figures = [
        "0", "-1", "1", "2", "4", "9", "255", "65536", "1048576", "2147483647", "2147483648", "4294967296",
        "99999999999999999999", "0.00000001", "-99999", "1e400",
    ]
}

struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

extension [String] {
    fileprivate func randomElement(using random: inout Generator, or otherwise: String) -> String {
        randomElement(using: &random) ?? otherwise
    }
}
