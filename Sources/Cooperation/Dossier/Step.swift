/// What can happen to a request. Each step is one verb and files one paper (`plan` may be followed by more).
public enum Step: String, CaseIterable, Sendable {
    case revise, submit, withdraw
    case endorse, object, ask, answerQuestion
    case passInSilence, remind, lapse
    case triage, decline, answer, introduce, note
    case reply, plan, pledge, report, close
    case write
}
