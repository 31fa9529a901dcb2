/// The requester sends her request to her country's focal point: this revision of it, from now on. It opens the window.
public struct Submission: Paper {
    public static let kind = PaperKind.submission

    public var request: RequestID
    /// The revision of the request that was submitted.
    public var revision: Int

    public init(request: RequestID, revision: Int) {
        self.request = request
        self.revision = revision
    }

    public func problems() -> [Problem] { [] }
}
