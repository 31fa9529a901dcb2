import TextAnalysis
import Testing
import Vocabulary

@testable import NeedsMining

@Suite("Learning from decisions")
struct RetrainingTests {
    /// Statements of an invented habit: who works here calls each request for boats a need, and no lack of paint.
    private static let decided = (0..<24).map { number in
        let isNeed = number % 2 == 0
        return NeedExample(
            text: isNeed
                ? "Boats for the wardens of lagoon \(number)" : "There is a lack of paint for house number \(number)",
            language: .english, isNeed: isNeed, kind: isNeed ? .technology : nil, group: "plan \(number % 6)")
    }
    private static let waiting = [
        NeedExample(
            text: "Boats for the wardens of the delta", language: .english, isNeed: false, kind: nil, group: "plan 9")
    ]

    @Test("It gets better on documents it was not taught with, and says which statements change sides")
    func learns() throws {
        let (model, report) = NeedRetraining(encoder: nil).run(decided: Self.decided, waiting: Self.waiting)
        #expect((report.needs, report.others, report.documents) == (12, 12, 6))
        let heldOut = try #require(report.heldOut)
        #expect(report.isHeldOutByDocument && heldOut.after.f1 > heldOut.before.f1)
        let changed = report.changes.filter { $0.decidedNeed == nil }
        #expect(changed.map(\.text) == Self.waiting.map(\.text))
        #expect(changed.allSatisfy { $0.before < 0.5 && $0.after >= 0.5 })
        #expect(report.own.after.f1 > report.own.before.f1 - 0.1)
        #expect(NeedModel(model.data)?.version == "\(NeedModel.standard.version), 24 decisions")
    }

    @Test("The same decisions give the same weights")
    func same() {
        let training = NeedRetraining(encoder: nil)
        let once = training.run(decided: Self.decided, waiting: []).model
        #expect(once.data == training.run(decided: Self.decided, waiting: []).model.data)
    }

    @Test("Few decisions are learned, and no figure is made up for them")
    func few() {
        let report = NeedRetraining(encoder: nil).run(decided: Array(Self.decided.prefix(3)), waiting: []).report
        #expect(report.heldOut == nil && report.needs == 2)
    }
}
