import Vocabulary

/// Types of assistance that answer what a statement speaks of.
enum AssistanceRule {
    private static let types: [(CueGroup, String)] = [
        (.training, "training"), (.funding, "funding"), (.expertise, "expertise"), (.tools, "tools"),
        (.informationHelp, "information"), (.institutions, "institutions"), (.partnership, "partnership"),
        (.researchHelp, "research"),
    ]

    static func types(_ cues: [CueGroup: [Range<Int>]]) -> [AssistanceTypeID] {
        types.compactMap { group, name in cues[group] == nil ? nil : AssistanceTypeID(name) }
    }
}

/// Who lacks it, as far as the statement names them.
enum HolderRule {
    static func holders(_ cues: [CueGroup: [Range<Int>]]) -> [BeneficiaryType] {
        BeneficiaryType.allCases.filter { type in CueGroup(rawValue: type.rawValue).map { cues[$0] != nil } ?? false }
    }
}

/// The row of the matrix of needs a statement belongs to.
enum HeadingRule {
    /// A theme of its own goes before a general need.
    private static let thematic: [(String, NeedHeading)] = [
        ("CBD-SUBJECT-ABS", .accessAndBenefitSharing), ("CBD-SUBJECT-NPABS", .accessAndBenefitSharing),
        ("CBD-SUBJECT-TKIP", .traditionalKnowledge), ("CBD-SUBJECT-PA", .protectedAreas),
    ]

    static func heading(
        kind: NeedKind, cues: [CueGroup: [Range<Int>]], themes: [SubjectID], tags: [ConceptTag]
    ) -> NeedHeading? {
        let names = Set(themes.map(\.description))
        for (subject, heading) in thematic where names.contains(subject) { return heading }
        let asksToKnow = kind == .research || kind == .information || cues[.research] != nil
        if asksToKnow {
            if names.contains("CBD-SUBJECT-IAS") { return .invasiveSpeciesResearch }
            if names.contains("CBD-SUBJECT-CC") { return .climateResearch }
            if names.contains("CBD-SUBJECT-AGR") { return .cropDiversityResearch }
        }
        if names.contains("CBD-SUBJECT-COMM") { return .publicAwareness }
        if names.contains("CBD-SUBJECT-XCH") || names.contains("CBD-SUBJECT-CHM") { return .informationSharing }
        return general(kind, cues, names)
    }

    private static func general(_ kind: NeedKind, _ cues: [CueGroup: [Range<Int>]], _ names: Set<String>)
        -> NeedHeading?
    {
        switch kind {
        case .finance: .financialResources
        case .institutional:
            cues[.partnership] != nil
                ? .institutionalArrangements
                : cues[.institutions] != nil ? .legislationAndEnforcement : .institutionalArrangements
        case .information: names.contains("CBD-SUBJECT-ENDS") ? .speciesTrends : .dataAndMonitoring
        case .capacity: .technicalExpertise
        case .technology: cues[.information] != nil ? .dataAndMonitoring : .technicalExpertise
        case .research: cues[.information] != nil ? .dataAndMonitoring : nil
        case .barrier:
            if cues[.finance] != nil {
                .financialResources
            } else if cues[.partnership] != nil {
                .sectorCoordination
            } else {
                names.contains("CBD-SUBJECT-NBSAP") ? .strategyImplementation : nil
            }
        }
    }
}
