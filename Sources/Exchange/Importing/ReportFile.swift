/// The remarks of an import as a table to work from.
public enum ReportFile {
    /// - Parameter sentence: a remark in words.
    public static func commaSeparated(_ report: ImportReport, sentence: (Remark) -> String) -> String {
        let head: [Cell] = ["line", "column", "cell", "weight", "code", "reason"].map { .text($0) }
        let lines = report.remarks.map { remark in
            CommaSeparatedWriter.line([
                .number(remark.line), .text(remark.column), .text(remark.cell), .text(remark.weight.rawValue),
                .text(remark.reason.code), .text(sentence(remark)),
            ])
        }
        return CommaSeparatedWriter.mark + CommaSeparatedWriter.line(head) + lines.joined()
    }
}
