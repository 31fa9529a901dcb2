import CXlsxWriter
import Foundation

extension EntryRule {
    func write(to sheet: UnsafeMutablePointer<lxw_worksheet>) throws(SheetsError) {
        var validation = lxw_data_validation()
        // C strings that live until the call below has copied them.
        var texts: [UnsafeMutablePointer<CChar>?] = []
        defer { texts.forEach { free($0) } }
        func keep(_ text: String) -> UnsafeMutablePointer<CChar>? {
            let copy = text.isEmpty ? nil : strdup(text)
            texts.append(copy)
            return copy
        }
        validation.input_title = keep(hintTitle.cut(to: 32))
        validation.input_message = keep(hint.cut(to: 255))
        validation.error_message = keep(refusal.cut(to: 255))
        switch kind {
        case .oneOf(let source, let column, let rows):
            let letters = CellName.letters(of: column)
            let name = WorkbookWriter.sheetName(source).replacing("'", with: "''")
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            validation.value_formula = keep("='\(name)'!$\(letters)$\(rows.lowerBound):$\(letters)$\(rows.upperBound)")
        case .length(let most):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LENGTH.rawValue)
            validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO.rawValue)
            validation.value_number = Double(most)
        case .wholeNumber(let range):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
            validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
            validation.minimum_number = Double(range.lowerBound)
            validation.maximum_number = Double(range.upperBound)
        }
        let code = worksheet_data_validation_range(
            sheet, UInt32(rows.lowerBound - 1), UInt16(columns.lowerBound - 1), UInt32(rows.upperBound - 1),
            UInt16(columns.upperBound - 1), &validation)
        guard code == LXW_NO_ERROR else { throw .unwritable("rule \(code.rawValue)") }
    }
}

extension String {
    fileprivate func cut(to limit: Int) -> String {
        guard utf16.count > limit else { return self }
        var text = self
        while text.utf16.count >= limit { text.removeLast() }
        return text + "…"
    }
}
