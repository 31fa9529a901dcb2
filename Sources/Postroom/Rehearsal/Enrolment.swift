internal import Cooperation
internal import Desk
internal import TextAnalysis
internal import Vocabulary

/// One member of a rehearsal: an institution, who keeps its entry, what it offers, and perhaps a practice.
struct Enrolment {
    let number: Int
    let hasPractice: Bool

    /// - Parameter keepers: gets who keeps each record.
    func papers<Keeper>(
        _ keepers: inout [Kept: Keeper], _ keeper: (AccountID, Int) -> Keeper
    ) throws(DeskError) -> [ChosenPaper] {
        guard let organisation = OrganisationID(own: "o\(number)"), let account = AccountID(own: "k\(number)"),
            let appointment = ID<Appointment>(own: "p\(number)"), let provider = ProviderID(own: "m\(number)"),
            let practice = PracticeID(own: "r\(number)"), let subject = Vocabulary.standard.subjects.first?.id,
            let help = Vocabulary.standard.topAssistanceTypes.first?.id, let country = CountryCode("SN")
        else { throw .unavailable("rehearsal.identifier") }
        var profile = ProviderProfile(
            organisation: organisation, title: text("Help \(number)"), coverage: .everywhere, subjects: [subject],
            free: [help], expertise: text("Monitoring"), languages: [LanguageCode(Language.english)])
        if number % 10 == 9 { profile.expert = ProviderProfile.Expert(name: "Expert \(number)") }
        var papers = [
            try ChosenPaper(
                Organisation(name: text("Institute \(number)"), type: .academic, country: country), as: organisation),
            try ChosenPaper(
                Account(name: "Keeper \(number)", email: "k\(number)@example.org", language: .english), as: account),
            try ChosenPaper(
                Appointment(account: account, role: .representative, organisation: organisation), as: appointment),
            try ChosenPaper(profile, as: provider),
        ]
        keepers[.provider(provider)] = keeper(account, number)
        guard hasPractice else { return papers }
        let body = Practice(
            title: text("Practice \(number)"), summary: text("In short"), problem: text("A problem"),
            whatWasDone: text("Something"), results: text("Figures"), organisations: [organisation],
            countries: [country], subjects: [subject])
        papers.append(try ChosenPaper(body, as: practice))
        keepers[.practice(practice)] = keeper(account, number + 7)
        return papers
    }

    private func text(_ words: String) -> LocalizedText { LocalizedText(words, in: .english) }
}
