/// The help desk's direct answer, where no partner is needed.
public struct Answer: Paper {
    public static let kind = PaperKind.answer

    public var request: RequestID
    public var text: LocalizedText
    public var practices: [PracticeID]

    public init(request: RequestID, text: LocalizedText, practices: [PracticeID] = []) {
        self.request = request
        self.text = text
        self.practices = practices
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(text, "text", upTo: 8000)
        check.count(practices, "practices", 0...20)
        return check.problems
    }
}
