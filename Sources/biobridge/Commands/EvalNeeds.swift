internal import ArgumentParser
internal import Foundation
internal import NeedsMining

extension EvalCommand {
    struct Needs: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tells needs from other statements, and their kinds apart (G2, G3).",
            discussion: """
                FILE is tab-separated with the columns label (need or other), need_type, iso2, sector and text. Cross-validation \
                trains anew on the countries of nine tenths and tests on the others, ten times; the shipped weights are tested on \
                all rows.
                """)

        @OptionGroup var input: EvaluationInput

        func run() async throws {
            let report = try NeedEvaluation.run(try input.text(), encoder: EvaluationInput.encoder())
            if input.json { return try Output.json(report) }
            print("\(report.rows) statements of \(report.groups) countries, \(report.needs) of them needs")
            line("keyword rule", report.keywordRule)
            print("by cross-validation by country")
            for method in report.crossValidation { line("  " + method.name, method.scores) }
            print("as shipped (\(report.model))")
            for method in report.shipped { line("  " + method.name, method.scores) }
            print("our own statements, by cross-validation by meaning")
            for method in report.languages { line("  " + method.name, method.scores) }
            print("confusion, first method: what it is, then what it is taken for")
            for (truth, row) in report.confusion.sorted(by: { $0.key < $1.key }) {
                let cells = row.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
                print("  \(truth): " + cells.joined(separator: ", "))
            }
        }

        private func line(_ name: String, _ scores: NeedScores) {
            let kind = scores.accuracyOfKind.map { String(format: ", kind %.3f", $0) } ?? ""
            let figures = String(
                format: "F1 %.3f, precision %.3f, recall %.3f", scores.f1, scores.precision, scores.recall)
            print("\(name): \(figures)\(kind)")
        }
    }
}
