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

    /// Trains by AdaGrad in an order that is the same each time.
    ///
    /// - Parameters:
    ///   - importance: how much each example counts.
    ///   - shrink: pulls each weight towards nothing whenever it is used; `docs/quality.md` has what others than this give.
    static func trained(
        on examples: [Features], _ isPositive: [Bool], importance: [Float], passes: Int = 24, shrink: Float = 0.1
    ) -> LinearModel {
        var model = LinearModel()
        var squares = model.weights
        var order = Array(examples.indices)
        var random = SplitMix(state: 20_261)
        for pass in 0..<passes {
            order.shuffle(using: &random)
            let rate = 0.25 / (1 + 0.15 * Float(pass))
            for place in order {
                let features = examples[place]
                let error = sigmoid(model.logit(features)) - (isPositive[place] ? 1 : 0)
                need_step(
                    &model.weights, &squares, features.index, features.values, features.index.count,
                    error * importance[place], rate, shrink)
            }
        }
        return model
    }
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
