/// What an expression speaks for. The raw value is its name in `cues.json`.
enum CueGroup: String, CaseIterable, Sendable {
    // Whether it is a need.
    case need, lack, barrier, ask, strengthen, done, law
    // What it is a need of.
    case technology, capacity, finance, information, institutional, research
    // How pressing it is.
    case urgent, priority
    // Who needs it, by the values of `BeneficiaryType`.
    case nationalGovernment = "national-government"
    case subnationalGovernment = "subnational-government"
    case indigenousPeoples = "indigenous-peoples"
    case localCommunities = "local-communities"
    case women, youth, researchers
    case civilSociety = "civil-society"
    case producers, business, educators
    case generalPublic = "general-public"
    // What would help.
    case training, funding, expertise, tools
    case informationHelp = "information-help"
    case institutions, partnership
    case researchHelp = "research-help"

    /// Those that tell a need from other statements, or kinds of needs apart.
    static let judging: [CueGroup] = [
        .need, .lack, .barrier, .ask, .strengthen, .done, .law, .technology, .capacity, .finance, .information,
        .institutional, .research, .urgent, .priority,
    ]
}
