import Testing

@testable import Cooperation

/// The table of legal steps, written down a second time by hand: who may do what where. A place not named here must be empty.
private let table = """
    drafted requester: revise submit withdraw
    drafted helpDesk: note write
    submitted requester: withdraw write
    submitted focalPoint: ask endorse object write
    submitted helpDesk: note write
    submitted clock: remind
    questioned requester: answerQuestion revise submit withdraw write
    questioned focalPoint: endorse object write
    questioned helpDesk: note write
    questioned clock: lapse
    objected requester: revise submit withdraw write
    objected focalPoint: endorse write
    objected helpDesk: note write
    objected clock: lapse
    endorsed requester: withdraw write
    endorsed focalPoint: object write
    endorsed helpDesk: decline note triage write
    passedBySilence requester: withdraw write
    passedBySilence focalPoint: endorse object write
    passedBySilence helpDesk: decline note triage write
    passedBySilence clock: passInSilence
    triaged requester: withdraw write
    triaged focalPoint: object write
    triaged helpDesk: answer close decline introduce note triage write
    answered requester: close withdraw write
    answered focalPoint: object write
    answered helpDesk: answer close introduce note write
    answered clock: lapse
    introduced requester: reply withdraw write
    introduced focalPoint: write
    introduced helpDesk: answer close introduce note write
    introduced candidate: reply write
    matched requester: close plan reply report withdraw write
    matched focalPoint: write
    matched helpDesk: close introduce note plan write
    matched candidate: plan reply report write
    planned requester: close plan reply report withdraw write
    planned focalPoint: write
    planned helpDesk: close introduce note plan write
    planned candidate: plan pledge reply report write
    planned donor: pledge
    funded requester: close plan report write
    funded focalPoint: write
    funded helpDesk: close note plan write
    funded candidate: pledge report write
    funded donor: pledge
    underWay requester: close plan report write
    underWay focalPoint: write
    underWay helpDesk: close note plan write
    underWay candidate: pledge report write
    underWay donor: pledge
    reported requester: close write
    reported focalPoint: write
    reported helpDesk: close note plan write
    reported candidate: write
    closed helpDesk: note
    withdrawn helpDesk: note
    declined helpDesk: note
    lapsed helpDesk: note
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

    @Test func onlyTheDeskTouchesWhatHasEnded() {
        for state in State.allCases where state.isEnd {
            for standing in Standing.allCases {
                #expect(Steps.legal(in: state, for: standing).isSubset(of: [.note]))
            }
        }
    }
}
