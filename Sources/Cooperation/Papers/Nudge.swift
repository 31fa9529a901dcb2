/// The help desk asks somebody who has not answered to do so. A letter follows from it.
public struct Nudge: Paper {
    public static let kind = PaperKind.nudge

    public enum Asked: String, Codable, CaseIterable, Sendable { case requester, focalPoint, candidate }

    /// Nobody is asked again before so many days are over.
    public static let pause = 3

    public var request: RequestID
    public var asked: Asked
    /// The introduction that waits for an answer; nil for the focal point's window and for her questions.
    public var introduction: IntroductionID?

    public init(request: RequestID, asked: Asked, introduction: IntroductionID? = nil) {
        self.request = request
        self.asked = asked
        self.introduction = introduction
    }

    public func problems() -> [Problem] { [] }
}
