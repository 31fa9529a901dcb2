/// The help desk's triage of a request that its country has let pass: is it eligible, and which way does it go?
public struct Assessment: Paper {
    public static let kind = PaperKind.assessment

    /// The published criteria of entry (M5), as the seed-fund calls and the CTCN ask them, in our words.
    public enum Criterion: String, Codable, CaseIterable, Sendable {
        case countryDriven, withinMandate, clearProblem, namedResult, notServedElsewhere
    }

    public enum Verdict: String, Codable, CaseIterable, Sendable { case yes, no, unclear }

    /// A quick answer by the desk, or a partner for a project.
    public enum Lane: String, Codable, CaseIterable, Sendable { case quickAnswer, project }

    /// What a request is scored by, 0 to 5 each (M5): in the manner of the evaluation grids of seed-fund calls, in our words.
    public enum Measure: String, Codable, CaseIterable, Sendable {
        case relevance, clarity, feasibility, results, ownership, lasting
    }

    public struct Mark: Hashable, Codable, Sendable {
        public static let bounds = 0...5

        public var measure: Measure
        public var points: Int

        public init(measure: Measure, points: Int) {
            self.measure = measure
            self.points = points
        }
    }

    public struct Finding: Hashable, Codable, Sendable {
        public var criterion: Criterion
        public var verdict: Verdict
        public var note: String

        public init(criterion: Criterion, verdict: Verdict, note: String = "") {
            self.criterion = criterion
            self.verdict = verdict
            self.note = note
        }
    }

    public var request: RequestID
    public var findings: [Finding]
    public var lane: Lane
    /// 0 to 100; nil where the desk gave none.
    public var quality: Int?
    /// By the measures; nil in assessments from before there were measures.
    public var marks: [Mark]?
    public var note: LocalizedText

    public init(
        request: RequestID, findings: [Finding], lane: Lane, quality: Int? = nil, marks: [Mark]? = nil,
        note: LocalizedText = LocalizedText()
    ) {
        self.request = request
        self.findings = findings
        self.lane = lane
        self.quality = quality ?? Assessment.average(marks ?? []).map { Int(($0 * 20).rounded()) }
        self.marks = marks
        self.note = note
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.count(findings, "findings", 1...Criterion.allCases.count)
        for (index, finding) in findings.enumerated() {
            check.optionalText(finding.note, "findings.\(index)", upTo: 1000)
        }
        check.number(quality, "quality", 0...100)
        check.count((marks ?? []).map(\.measure), "marks", 0...Measure.allCases.count)
        for mark in marks ?? [] { check.number(mark.points, "mark-\(mark.measure.rawValue)", Mark.bounds) }
        check.optionalText(note, "note", upTo: 3000)
        return check.problems
    }

    /// The mean of the marks given, 0 to 5; nil where there is none.
    public static func average(_ marks: [Mark]) -> Double? {
        marks.isEmpty ? nil : Double(marks.map(\.points).reduce(0, +)) / Double(marks.count)
    }
}
