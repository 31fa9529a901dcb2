internal import ArgumentParser
internal import Cooperation
internal import Desk
internal import Foundation
internal import NeedsMining

extension TrainCommand {
    struct Decisions: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Learns from what this node's people decided about potential needs, and shows what it changes.",
            discussion: """
                Nothing changes before --take. Accepted, merged and split ones are examples of needs, those declined as no need \
                or as too vague of none. The shipped weights are moved no further than the decisions ask. What is taken over is \
                the file needs.model in the node's folder; documents read from then on are judged by it, without a new start. \
                It knows words of the documents it was taught with: keep it where they are. Works beside a running server.
                """)

        @OptionGroup var data: DataFolder
        @Flag(help: "Take the new weights over.") var take = false
        @Flag(help: "Go back to the shipped weights.") var drop = false
        @Flag(help: "Print the figures and all changes as JSON.") var json = false
        @Option(help: "Changed statements that are shown.") var shown = 20

        func validate() throws {
            if take && drop { throw ValidationError("one of --take and --drop") }
            guard shown >= 0 else { throw ValidationError("--shown is a number from 0 on") }
        }

        func run() async throws {
            let file = NeedModelFile(data.url)
            if drop {
                try file.drop()
                return Output.note("the shipped weights (\(NeedModel.standard.version)) are in use")
            }
            let house = try await House.read(data.url)
            let judged = try await house.desk.judgedStatements(for: .office)
            guard !judged.decided.isEmpty else {
                throw Refusal("nobody has decided about a potential need yet: there is nothing to learn from")
            }
            let encoder = Model.encoder(beside: data.url)
            let (model, report) = NeedRetraining(encoder: encoder).run(
                decided: judged.decided, waiting: judged.waiting)
            if json { try Output.json(report) } else { print(report) }
            if encoder == nil { Output.note("there is no model of the sentence encoder: meaning was not compared") }
            guard take else { return Output.note("nothing was changed; --take takes these weights over") }
            try file.take(model)
            Output.note("taken over: \(file.place.path); --drop goes back")
        }

        private func print(_ report: NeedRetraining.Report) {
            let learned = "\(report.needs) needs and \(report.others) others of \(report.documents) documents"
            Swift.print("learned from \(learned): \(report.version)")
            if let heldOut = report.heldOut {
                let what = report.isHeldOutByDocument ? "documents" : "statements of this one document"
                Swift.print("decisions on \(what) it was not taught with, five times a fifth held back")
                lines(heldOut)
            } else {
                Swift.print("fewer than \(NeedRetraining.leastToHoldOut) decisions: none could be held back to test on")
            }
            Swift.print("our own statements in six languages")
            lines(report.own)
            Swift.print("\(report.changes.count) statements change sides")
            for change in report.changes.prefix(shown) {
                let decided = change.decidedNeed.map { $0 ? "accepted" : "declined" } ?? "waiting"
                let chances = String(format: "%.2f to %.2f", change.before, change.after)
                Swift.print("  \(chances)  \(decided)  \(change.text)")
            }
        }

        private func lines(_ comparison: NeedRetraining.Comparison) {
            for (name, scores) in [("shipped", comparison.before), ("new", comparison.after)] {
                let kind = scores.accuracyOfKind.map { String(format: ", kind %.3f", $0) } ?? ""
                let figures = String(
                    format: "F1 %.3f, precision %.3f, recall %.3f", scores.f1, scores.precision, scores.recall)
                Swift.print("  \(name): \(figures)\(kind)")
            }
        }
    }
}
