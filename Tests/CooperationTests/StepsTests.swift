import Testing

@testable import Cooperation

/// The table of legal steps, written down a second time by hand: who may do what where. A place not named here must be empty.
private let table = """
    drafted requester: revise submit withdraw
    drafted helpDesk: note write
    submitted requester: withdraw write
    submitted focalPoint: ask endorse object write
    submitted helpDesk: charge note nudge task write
    submitted clock: remind
    questioned requester: answerQuestion revise submit withdraw write
    questioned focalPoint: endorse object write
    questioned helpDesk: charge note nudge task write
    questioned clock: lapse
    objected requester: revise submit withdraw write
    objected focalPoint: endorse write
    objected helpDesk: charge note task write
    objected clock: lapse
    endorsed requester: withdraw write
    endorsed focalPoint: object write
    endorsed helpDesk: charge decline hold note refer task triage write
    passedBySilence requester: withdraw write
    passedBySilence focalPoint: endorse object write
    passedBySilence helpDesk: charge decline hold note refer task triage write
    passedBySilence clock: passInSilence
    triaged requester: withdraw write
    triaged focalPoint: object write
    triaged helpDesk: answer charge close decline hold introduce note refer task triage write
    answered requester: close withdraw write
    answered focalPoint: object write
    answered helpDesk: answer charge close introduce note refer task write
    answered clock: lapse
    introduced requester: reply withdraw write
    introduced focalPoint: write
    introduced helpDesk: answer charge close introduce note nudge refer task write
    introduced candidate: reply write
    matched requester: close plan reply report withdraw write
    matched focalPoint: write
    matched helpDesk: charge close introduce note plan task write
    matched candidate: plan reply report write
    planned requester: close plan reply report withdraw write
    planned focalPoint: write
    planned helpDesk: charge close introduce note plan task write
    planned candidate: plan pledge reply report write
    planned donor: pledge
    funded requester: close plan rate report write
    funded focalPoint: write
    funded helpDesk: charge close note plan task write
    funded candidate: pledge rate report write
    funded donor: pledge
    underWay requester: close plan rate report write
    underWay focalPoint: write
    underWay helpDesk: charge close note plan task write
    underWay candidate: pledge rate report write
    underWay donor: pledge
    reported requester: close rate write
    reported focalPoint: write
    reported helpDesk: charge close note plan task write
    reported candidate: rate write
    closed requester: rate
    closed candidate: rate
    closed helpDesk: note task
    withdrawn helpDesk: note task
    declined helpDesk: note task
    lapsed helpDesk: note task
    """

@Suite struct StepsTests {
    @Test func everyStateEveryStepEveryStanding() {
        var expected: [String: Set<String>] = [:]
        for line in table.split(separator: "\n") {
            let halves = line.split(separator: ":")
            expected[String(halves[0])] = Set(halves[1].split(separator: " ").map(String.init))
        }
        var seen = 0
        for state in State.allCases {
            for standing in Standing.allCases {
                let allowed = expected["\(state.rawValue) \(standing.rawValue)"] ?? []
                for step in Step.allCases {
                    let isLegal = Steps.legal(in: state, for: standing).contains(step)
                    #expect(isLegal == allowed.contains(step.rawValue), "\(state) \(standing) \(step)")
                    seen += 1
                }
            }
        }
        #expect(seen == State.allCases.count * Standing.allCases.count * Step.allCases.count)
        #expect(expected.count == table.split(separator: "\n").count)
    }

    @Test func noRequestIsEverStuck() {
        for state in State.allCases where !state.isEnd {
            let somebody = Standing.allCases.contains { standing in
                !Steps.legal(in: state, for: standing).subtracting([.write, .note, .remind]).isEmpty
            }
            #expect(somebody, "nobody can move a request that is \(state)")
        }
    }

    @Test func onlyTheDeskTouchesWhatHasEndedAndWhoAskedSaysHowItWas() {
        for state in State.allCases where state.isEnd {
            for standing in Standing.allCases {
                let may: Set<Step> =
                    [.requester, .candidate].contains(standing) && state == .closed ? [.rate] : [.note, .task]
                #expect(Steps.legal(in: state, for: standing).isSubset(of: may))
            }
        }
    }
}
