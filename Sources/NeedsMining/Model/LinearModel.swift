import CNeedKernels
import Foundation

/// Logistic regression: one weight for each feature.
struct LinearModel: Hashable, Sendable {
    var weights: [Float]

    init() { weights = [Float](repeating: 0, count: Features.Layout.count) }
    init(weights: [Float]) { self.weights = weights }

    func logit(_ features: Features) -> Float {
        need_sum(weights, features.index, features.values, features.index.count)
    }

    /// Each weight times its own factor: what was learned on scaled features, for features as they are.
    func scaled(by scale: [Float]) -> LinearModel { LinearModel(weights: zip(weights, scale).map { $0 * $1 }) }

    /// A support vector machine, trained by coordinate descent in its dual (Hsieh and others 2008), in an order that is the same
    /// each time: the widest margin between the two sides, where each example on the wrong side of it costs something.
    ///
    /// - Parameters:
    ///   - cost: what an example costs at most; more means less restraint.
    ///   - start: what it is held near to; nothing, if not said.
    static func trained(
        on examples: [Features], _ isPositive: [Bool], cost: [Float], from start: LinearModel = LinearModel()
    ) -> LinearModel {
        var model = start
        var pulls = [Float](repeating: 0, count: examples.count)
        let squares = examples.map { $0.values.reduce(0) { $0 + $1 * $1 } }
        var order = Array(examples.indices)
        var random = SplitMix(state: 20_261)
        for _ in 0..<mostPasses {
            order.shuffle(using: &random)
            var furthest: Float = 0
            for place in order where squares[place] > 0 {
                let features = examples[place]
                let side: Float = isPositive[place] ? 1 : -1
                let short = 1 - side * model.logit(features)
                let pull = min(max(pulls[place] + short / squares[place], 0), cost[place])
                guard pull != pulls[place] else { continue }
                furthest = max(furthest, abs(short))
                need_add(
                    &model.weights, features.index, features.values, features.index.count,
                    (pull - pulls[place]) * side)
                pulls[place] = pull
            }
            if furthest < nearEnough { break }
        }
        return model
    }

    private static let mostPasses = 60
    /// No example moves the model further than this: it is trained.
    private static let nearEnough: Float = 0.05
}

func sigmoid(_ value: Float) -> Float { 1 / (1 + exp(-value)) }

/// The same shuffle on every machine.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
