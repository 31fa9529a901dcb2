import Cooperation
import Desk
import TextAnalysis
import Vocabulary

/// Plays the steps of the stories through the desk, each by who may take it.
struct Player {
    let desk: Desk
    let people: People
    /// The institution behind each candidate.
    let institutions: [Introduction.Candidate: OrganisationID]

    func play(_ step: StoryStep, of story: Story) async throws(DemonstrationError) {
        do {
            try await take(step, in: story.request)
        } catch {
            throw .step(request: story.request.id.rawValue, step: step.step.rawValue, reason: "\(error)")
        }
    }

    private func take(_ step: StoryStep, in request: Record<Request>) async throws {
        let id = request.id
        switch step.step {
        case .draft:
            let author = try account(requester(request))
            try await desk.setUp([ChosenPaper(request.body, as: id, by: .account(author))], by: .office)
        case .submit:
            try await desk.submit(id, by: try await viewer(requester(request)))
        case .revise:
            let viewer = try await viewer(requester(request))
            let current = try await desk.dossier(id, for: viewer).dossier.request
            var revised = current.body
            revised.problem = try text(step)
            try await desk.revise(id, to: revised, from: current.revision, by: viewer)
        case .withdraw:
            try await desk.withdraw(id, because: try text(step), by: try await viewer(requester(request)))
        case .endorse, .object, .ask:
            try await desk.take(stance(step), on: id, because: step.said, by: try await viewer(focalPoint(request)))
        case .answerQuestion:
            try await desk.answerQuestion(on: id, saying: try text(step), by: try await viewer(requester(request)))
        case .message:
            try await desk.write(try text(step), on: id, by: try await viewer(requester(request)))
        case .close:
            let outcome = try step.outcome.orMissing("outcome")
            let closer = step.byHelpDesk == true ? People.Part.officer : requester(request)
            try await desk.close(id, outcome, saying: step.said, by: try await viewer(closer))
        case .triage, .decline, .answer, .introduce, .note:
            try await work(step, on: request)
        case .reply, .plan, .pledge, .report, .rate:
            try await cooperate(step, on: request)
        }
    }

    /// What the help desk does.
    private func work(_ step: StoryStep, on request: Record<Request>) async throws {
        let id = request.id
        let officer = try await viewer(.officer)
        switch step.step {
        case .triage:
            let findings =
                step.findings ?? Assessment.Criterion.allCases.map { Assessment.Finding(criterion: $0, verdict: .yes) }
            let assessment = Assessment(
                request: id, findings: findings, lane: step.lane ?? .project, quality: step.quality, note: step.said)
            try await desk.assess(assessment, by: officer)
        case .decline:
            try await desk.decline(id, because: try text(step), by: officer)
        case .answer:
            try await desk.answer(
                Answer(
                    request: id, text: try text(step), practices: step.practices ?? [],
                    resources: step.resources ?? []),
                by: officer)
        case .introduce:
            let candidate = try step.candidate.orMissing("candidate")
            try await desk.introduce(
                Introduction(request: id, candidate: candidate, letter: try text(step)), by: officer)
        default:
            try await desk.write(try text(step), to: .desk, on: id, by: officer)
        }
    }

    /// What the two sides and the donors do.
    private func cooperate(_ step: StoryStep, on request: Record<Request>) async throws {
        let id = request.id
        switch step.step {
        case .reply:
            let candidate = try step.candidate.orMissing("candidate")
            let side = try step.side.orMissing("side")
            let stance = try step.stance.orMissing("stance")
            let viewer = try await viewer(part(of: side, candidate, request))
            let introductions = try await desk.dossier(id, for: viewer).dossier.introductions
            let filed = try introductions.first { $0.body.candidate == candidate }.orMissing("introduction")
            try await desk.reply(stance, to: filed.id, on: id, because: step.said, by: viewer)
        case .plan:
            let plan = Plan(
                request: id, text: try text(step), starts: step.startsIn.map { desk.today.adding(days: $0) },
                ends: step.endsIn.map { desk.today.adding(days: $0) }, needsNoFunding: step.needsNoFunding ?? false)
            try await desk.plan(plan, by: try await viewer(requester(request)))
        case .pledge:
            let donor = try step.organisation.orMissing("organisation")
            let pledge = Pledge(request: id, organisation: donor, amount: step.amount, text: step.said)
            try await desk.pledge(pledge, by: try await viewer(People.Part(role: .donor, organisation: donor)))
        case .rate:
            let candidate = try step.candidate.orMissing("candidate")
            let viewer = try await viewer(requester(request))
            let introductions = try await desk.dossier(id, for: viewer).dossier.introductions
            let filed = try introductions.first { $0.body.candidate == candidate }.orMissing("introduction")
            let points = try step.points.orMissing("points")
            let feedback = Feedback(request: id, introduction: filed.id, points: points, text: step.said)
            try await desk.rate(feedback, by: viewer)
        default:
            let report = Report(
                request: id, stage: try step.stage.orMissing("stage"), text: try text(step),
                whatDidNotWork: step.whatDidNotWork?.text ?? LocalizedText())
            try await desk.report(report, by: try await viewer(requester(request)))
        }
    }

    private func stance(_ step: StoryStep) -> Position.Stance {
        switch step.step {
        case .object: .objection
        case .ask: .question
        default: .endorsement
        }
    }

    private func requester(_ request: Record<Request>) -> People.Part {
        People.Part(role: .representative, organisation: request.body.organisation)
    }

    private func focalPoint(_ request: Record<Request>) -> People.Part {
        People.Part(role: .focalPoint, country: request.body.country)
    }

    private func part(
        of side: Reply.Side, _ candidate: Introduction.Candidate, _ request: Record<Request>
    ) throws -> People.Part {
        switch side {
        case .requester: requester(request)
        case .candidate:
            People.Part(role: .representative, organisation: try institutions[candidate].orMissing("institution"))
        }
    }

    private func account(_ part: People.Part) throws -> AccountID { try people.account(part).orMissing("account") }

    func viewer(_ part: People.Part) async throws -> Viewer { try await desk.viewer(try account(part)) }

    private func text(_ step: StoryStep) throws -> LocalizedText { try step.text.orMissing("text").text }
}

extension StoryStep {
    fileprivate var said: LocalizedText { text?.text ?? LocalizedText() }
}

extension Optional {
    fileprivate func orMissing(_ field: String) throws -> Wrapped {
        guard let self else { throw MissingField(name: field) }
        return self
    }
}

/// A step lacks a field its verb needs.
private struct MissingField: Error { let name: String }
