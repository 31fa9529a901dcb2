/// The lists of the field, as they are compiled in: constant data, read once.
///
/// Each list is a file of `Sources/Files/VocabularyFiles/data` that names its source and date.
public struct Vocabulary: Sendable {
    /// Parties and the two States that are not, by code.
    public let countries: [Country]
    /// Themes in the order they are shown, group by group.
    public let subjects: [Subject]
    /// The whole tree, each type before its children.
    public let assistanceTypes: [AssistanceType]

    let countryByCode: [CountryCode: Country]
    let groups: [CountryGroup: GroupList]
    let places: PlaceLabels
    let forms: FormLabels
    let needs: NeedLabels
    let subjectGroups: LabelTable<SubjectGroup>
    let subjectByID: [SubjectID: Subject]
    let subjectsLeftOut: Set<SubjectID>
    let targets: TargetList
    let aims: AimList
    let assistanceTypeByID: [AssistanceTypeID: AssistanceType]
    let definitions: [Definition: Definition.Entry]
    let needHeadings: NeedHeadingList

    /// The one vocabulary. It is built when it is first asked for; damaged compiled-in data end the program with their
    /// reason, which no input can bring about.
    public static let standard: Vocabulary = {
        do {
            return try Vocabulary()
        } catch {
            preconditionFailure("compiled-in vocabulary: \(error)")
        }
    }()

    /// Reads and checks all lists. Throws `VocabularyError.damagedList` with the list and the reason.
    init() throws {
        countries = try CountryList.read()
        countryByCode = Dictionary(uniqueKeysWithValues: countries.map { ($0.code, $0) })
        groups = try GroupList.readAll(known: Set(countryByCode.keys))
        places = try PlaceLabels()
        forms = try FormLabels()
        needs = try NeedLabels()
        let subjectList = try SubjectList()
        subjects = subjectList.subjects
        subjectGroups = subjectList.groups
        subjectsLeftOut = subjectList.leftOut
        subjectByID = Dictionary(uniqueKeysWithValues: subjects.map { ($0.id, $0) })
        targets = try TargetList()
        aims = try AimList()
        assistanceTypes = try AssistanceTypeList.read()
        assistanceTypeByID = Dictionary(uniqueKeysWithValues: assistanceTypes.map { ($0.id, $0) })
        definitions = try Definition.readAll()
        needHeadings = try NeedHeadingList(known: Set(subjects.map(\.id)))
    }

    /// How the Aichi targets went on into those of the Kunming-Montreal framework.
    public var crosswalk: [Crosswalk] { targets.crosswalk }
}
