public import Foundation
import NeedsMiningFiles
import Vocabulary

/// The trained weights: for statements in English, whose words it knows, and for other languages; with and without meaning.
public struct NeedModel: Hashable, Sendable {
    struct Variant: Hashable, Sendable {
        /// 0 is the line between a need and none.
        var need: LinearModel
        var kinds: [NeedKind: LinearModel]
    }

    /// By whether single words are known and whether meaning is compared.
    enum View: Int, CaseIterable, Sendable {
        case wordsAndMeaning, words, meaning, cues

        init(words: Bool, meaning: Bool) {
            self = words ? (meaning ? .wordsAndMeaning : .words) : (meaning ? .meaning : .cues)
        }
        var usesWords: Bool { self == .wordsAndMeaning || self == .words }
        /// The features it knows.
        var ranges: [Range<Int>] {
            Features.Layout.views.filter { usesWords || $0.lowerBound < Features.Layout.words.lowerBound }
        }
        var usesMeaning: Bool { self == .wordsAndMeaning || self == .meaning }
    }

    /// Names the examples and the training: `needs-2, 2584 examples`.
    public var version: String
    var variants: [Variant]

    public static let standard: NeedModel = {
        let bytes = Data(bytes: needs_mining_weights_bytes(), count: Int(needs_mining_weights_size))
        guard let model = NeedModel(bytes) else { preconditionFailure("compiled-in weights of needs are damaged") }
        return model
    }()

    private static let magic = "biobridge needs 2\n"

    /// Nil for what `data` did not write.
    public init?(_ data: Data) {
        var rest = data[...]
        guard rest.starts(with: Self.magic.utf8) else { return nil }
        rest = rest.dropFirst(Self.magic.utf8.count)
        guard let end = rest.firstIndex(of: 10) else { return nil }
        version = String(decoding: rest[..<end], as: UTF8.self)
        rest = rest[rest.index(after: end)...]
        variants = []
        func next(_ view: View) -> LinearModel? {
            var model = LinearModel()
            for range in view.ranges {
                guard rest.count >= range.count + 4 else { return nil }
                let step = Float(bitPattern: rest.prefix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
                for (feature, byte) in zip(range, rest.dropFirst(4)) {
                    model.weights[feature] = Float(Int8(bitPattern: byte)) * step
                }
                rest = rest.dropFirst(range.count + 4)
            }
            return model
        }
        for view in View.allCases {
            guard let need = next(view) else { return nil }
            var kinds: [NeedKind: LinearModel] = [:]
            for kind in NeedKind.allCases {
                guard let model = next(view) else { return nil }
                kinds[kind] = model
            }
            variants.append(Variant(need: need, kinds: kinds))
        }
        guard rest.isEmpty else { return nil }
    }

    init(version: String, variants: [Variant]) {
        self.version = version
        self.variants = variants
    }

    /// A line that names it, then each model view by view: a scale, and one byte for each weight.
    public var data: Data {
        var data = Data((Self.magic + version + "\n").utf8)
        for view in View.allCases {
            let variant = variants[view.rawValue]
            for model in [variant.need] + NeedKind.allCases.compactMap({ variant.kinds[$0] }) {
                for range in view.ranges {
                    let weights = model.weights[range]
                    let step = max(weights.map(abs).max() ?? 0, 1e-9) / 127
                    withUnsafeBytes(of: step.bitPattern.littleEndian) { data.append(contentsOf: $0) }
                    data.append(contentsOf: weights.map { UInt8(bitPattern: Int8(($0 / step).rounded())) })
                }
            }
        }
        return data
    }
}
