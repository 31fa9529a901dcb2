/// What can happen to a request. Each step is one verb and files one paper (`plan` may be followed by more).
public enum Step: String, CaseIterable, Sendable {
    case revise, submit, withdraw
    case endorse, object, ask, answerQuestion
    case passInSilence, remind, lapse
    case triage, decline, answer, introduce, note
    case reply, plan, pledge, report, close
    case write
    /// The help desk's own housekeeping: who has the case, what it waits for, what is to be done, who is asked again.
    case charge, hold, task, nudge
    /// A centre hands the request over to the global help desk, or gets it back.
    case refer
    /// Who asked says how the help was.
    case rate
}
