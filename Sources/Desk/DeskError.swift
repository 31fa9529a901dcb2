public import Cooperation

/// Why the desk did not do it. Nothing was filed when one is thrown. The code is stable; the words are the site's.
public enum DeskError: Error, Equatable, Sendable {
    /// There is no such thing, or this person may not know that there is.
    case notFound
    /// It was here for everybody, and was taken away for good (erasure).
    case gone
    /// This person may not do that.
    case refused(String)
    /// It can be done, but not by signing in as nobody.
    case signInFirst
    /// Not in the state the request is in.
    case illegal(Step, State)
    /// What was written has these problems, all of them.
    case invalid([Problem])
    /// Somebody else revised it meanwhile; it is at this revision now.
    case conflict(current: Int)
    /// This form was sent before; this paper came of it.
    case alreadyDone(paper: String)
    /// E-mail address and password do not go together.
    case wrongPassword
    /// The code of the second factor is wrong, or was taken before.
    case wrongCode
    /// The link of a letter was used, has run out, or never was one of ours.
    case passSpent
    /// The store could not do it: the code of the error below.
    case unavailable(String)

    public var code: String {
        switch self {
        case .notFound: "desk.not-found"
        case .gone: "desk.gone"
        case .refused: "desk.refused"
        case .signInFirst: "desk.sign-in-first"
        case .illegal: "desk.illegal"
        case .invalid: "desk.invalid"
        case .conflict: "desk.conflict"
        case .alreadyDone: "desk.already-done"
        case .wrongPassword: "desk.wrong-password"
        case .wrongCode: "desk.wrong-code"
        case .passSpent: "desk.pass-spent"
        case .unavailable: "desk.unavailable"
        }
    }
}
