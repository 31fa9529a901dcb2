/// One thing that is wrong in what somebody wrote: which field, what, and the figures a sentence about it needs.
/// The sentence itself comes from the message catalogues, under `problems.<code>`.
public struct Problem: Hashable, Sendable {
    public enum Code: String, CaseIterable, Sendable {
        case missing, tooLong, tooManyWords, tooFew, tooMany, notAChoice, notANumber, outOfBounds, notADay, wrongOrder,
            notAnAddress, notAnEmail, brokenText, unknown, taken, notMet, tooCommon, wrongPassword, wrongCode, lastOne,
            wrongPlaces, notAnIdentifier, notATime, fileTooLarge, noFile, emptyFile, noneTicked, tooFewTicked
    }

    /// The field's name as in the code and the form; parts of a list by number: `assistance.0.how`.
    public var field: String
    public var code: Code
    /// Figures by name: `limit`, `count`, `least`, `most`.
    public var figures: [String: Int]

    public init(field: String, code: Code, figures: [String: Int] = [:]) {
        self.field = field
        self.code = code
        self.figures = figures
    }
}
