import Foundation
import Testing

@testable import SentenceVectors

@Suite("Where the model is") struct ModelLocationTests {
    @Test("named by the environment, else in the caller's folders, else nowhere") func find() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("place-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(ModelLocation.find(in: [folder], environment: [:]) == nil)
        let file = folder.appendingPathComponent(ModelLocation.fileName)
        try Data("x".utf8).write(to: file)
        let elsewhere = folder.appendingPathComponent("elsewhere")
        #expect(ModelLocation.find(in: [elsewhere, folder], environment: [:])?.path == file.path)
        #expect(ModelLocation.find(environment: [ModelLocation.variable: folder.path])?.path == file.path)
        #expect(ModelLocation.find(environment: [ModelLocation.variable: file.path])?.path == file.path)
        let named = ModelLocation.find(in: [folder], environment: [ModelLocation.variable: "/nowhere/at/all"])
        #expect(named?.path == "/nowhere/at/all")
    }

    @Test("what is not a model is refused, not read") func notAModel() throws {
        let folder = FileManager.default.temporaryDirectory
        let file = folder.appendingPathComponent("not-a-model-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(throws: EncoderError.unreadable(path: file.path)) { try SentenceEncoder(modelAt: file) }
        #expect(throws: EncoderError.unreadable(path: folder.path)) { try SentenceEncoder(modelAt: folder) }
        for content in ["", "BBVECTOR", String(repeating: "x", count: 500)] {
            try Data(content.utf8).write(to: file)
            #expect(throws: EncoderError.unknownFormat) { try SentenceEncoder(modelAt: file) }
        }
        var header = Data("BBVECTOR".utf8) + Data([1, 0, 0, 0, 255, 255, 255, 255])
        header += Data([128, 0, 0, 0, 0, 0, 0, 0]) + Data(repeating: 0, count: 104)
        try header.write(to: file)
        #expect(throws: EncoderError.damaged(part: "checksum")) { try SentenceEncoder(modelAt: file) }
        #expect(throws: EncoderError.self) { try SentenceEncoder(modelAt: file, check: .structure) }
    }
}

@Suite("A damaged model", .enabled(if: TestModel.isThere, TestModel.skipped))
struct DamagedModelTests {
    @Test("is refused: one bit turned, the end missing") func damaged() throws {
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("damaged-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: copy) }
        let whole = try Data(contentsOf: #require(TestModel.place))
        for place in [70, 3_000, 5_000_000, whole.count - 1_000] {
            var data = whole
            data[place] ^= 0x10
            try data.write(to: copy)
            #expect(throws: EncoderError.damaged(part: "checksum")) { try SentenceEncoder(modelAt: copy) }
        }
        try whole.dropLast(1).write(to: copy)
        #expect(throws: EncoderError.damaged(part: "length")) { try SentenceEncoder(modelAt: copy, check: .structure) }
    }

    @Test("its pieces, turned and cut at random, are refused or read, never a crash") func damagedPieces() throws {
        let file = try ModelFile(path: #require(TestModel.place).path, check: .structure)
        let pieces = Array(try file.bytes("pieces"))
        let tail = Array(pieces.suffix(237_700))
        var state: UInt64 = 7
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var read = 0
        for _ in 0..<60 {
            // A small vocabulary with the real rules, damaged.
            var bytes = Array(pieces.prefix(20_000)) + tail
            for _ in 0..<random(200) { bytes[random(bytes.count)] = UInt8(random(256)) }
            bytes.removeLast(random(2) * random(bytes.count))
            let text = Array("Für ﬁne ½ ﷺ mangroves 红树林 عَرَبِيّ".utf8)
            let found = bytes.withUnsafeBytes { bytes -> Int? in
                guard let tokenizer = try? Tokenizer(model: bytes, vocabulary: Network.vocabulary) else { return nil }
                return text.withUnsafeBytes { tokenizer.pieces(of: $0).count }
            }
            if let found { read += 1; #expect(found <= 4_096) }
        }
        #expect(read < 60)
    }
}
