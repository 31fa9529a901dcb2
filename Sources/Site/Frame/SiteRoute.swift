/// Every place of the site: its pattern, as the router knows it, below the language (`/fr/requests/:id`).
/// Pages are nouns; what changes something is a noun too (`POST …/position`).
enum SiteRoute: String, CaseIterable, Sendable {
    case home = ""
    case about, figures, search, components
    case figuresFile = "figures.csv"
    case signIn = "sign-in"
    case signOut = "sign-out"
    case join
    case signInCode = "sign-in/code"
    case forgotten = "sign-in/forgotten"
    /// Where the link of a letter leads; `:id` is its token.
    case link = "links/:id"

    case account
    case accountPassword = "account/password"
    case accountEmail = "account/email"
    case secondFactor = "account/second-factor"
    case secondFactorOff = "account/second-factor/off"
    case factorCode = "account/second-factor/code"
    case recoveryCodes = "account/recovery-codes"
    case sessions = "account/sessions"
    case ownAppointment = "account/appointments"
    case ownData = "account/data.json"
    case erasure = "account/erasure"

    case administration
    case accounts = "administration/accounts"
    case personAccount = "administration/accounts/:id"
    case personAppointments = "administration/accounts/:id/appointments"
    case personSuspension = "administration/accounts/:id/suspension"
    case invitations = "administration/invitations"
    case deadlines = "administration/deadlines"
    case lists = "administration/lists"
    case jobs = "administration/jobs"
    case letters = "administration/letters"
    case health = "administration/health"
    case audit = "administration/audit"
    case invitation = "invitations/:id"
    case countryRule = "countries/:id/deadline"
    case countryPeople = "country-desk/people"

    case requests, needs, providers, opportunities, practices, hubs, organisations, countries, partnerships
    case data, resources
    case file = "files/:id"
    case imports = "desk/imports"
    case importing = "desk/imports/taking-in"
    case importReport = "desk/import-reports/:id"
    case intake = "desk/imports/:id"
    case intakeUndo = "desk/imports/:id/undoing"
    case sources = "desk/sources"
    case sourceRest = "desk/sources/:id/rest"
    case resource = "resources/:id"
    case request = "requests/:id"
    case need = "needs/:id"
    case provider = "providers/:id"
    case opportunity = "opportunities/:id"
    case practice = "practices/:id"
    case hub = "hubs/:id"
    case partnership = "partnerships/:id"
    case newProvider = "providers/new"
    case editProvider = "providers/:id/edit"
    case newOpportunity = "opportunities/new"
    case editOpportunity = "opportunities/:id/edit"
    case newPractice = "practices/new"
    case editPractice = "practices/:id/edit"
    case newPartnership = "partnerships/new"
    case editPartnership = "partnerships/:id/edit"
    case newOrganisation = "organisations/new"
    case editOrganisation = "organisations/:id/edit"

    case reviews
    case providerReview = "providers/:id/review"
    case practiceReview = "practices/:id/review"
    case providerConfirmation = "providers/:id/confirmation"
    case practiceConfirmation = "practices/:id/confirmation"
    case hubCoverage = "hubs/coverage"
    case hubCoverageFile = "hubs/coverage.csv"
    case organisation = "organisations/:id"
    case country = "countries/:id"
    case themes, targets
    case theme = "themes/:id"
    case target = "targets/:id"

    case gaps
    case gapsFile = "gaps.csv"
    case providerNeeds = "providers/:id/needs"
    case offerOfHelp = "providers/:id/offers-of-help"
    case opportunityRequests = "opportunities/:id/requests"
    case alerts = "work/alerts"
    case alertsSeen = "work/alerts/seen"
    case newsLetters = "news-letters/:id"

    case work
    case newRequest = "requests/new"
    case editRequest = "requests/:id/edit"
    /// The form on paper, empty.
    case paperForm = "requests/form"
    case requestOnPaper = "requests/:id/paper"
    case requestText = "requests/:id/request.txt"
    case submission = "requests/:id/submission"
    case withdrawal = "requests/:id/withdrawal"
    case countryDesk = "country-desk"
    case position = "requests/:id/position"
    case questionAnswer = "requests/:id/question-answer"
    case message = "requests/:id/messages"

    case queue = "desk"
    case helpCase = "desk/cases/:id"
    case assessment = "requests/:id/assessment"
    case refusal = "requests/:id/refusal"
    case answer = "requests/:id/answer"
    case newIntroduction = "desk/cases/:id/introduction"
    case whyNot = "desk/cases/:id/why-not"
    case introduction = "requests/:id/introductions"
    case note = "requests/:id/notes"

    case reply = "requests/:id/replies"
    case plan = "requests/:id/plan"
    case pledge = "requests/:id/pledges"
    case report = "requests/:id/reports"
    case closing = "requests/:id/closing"

    /// The pattern with its language, for the router.
    var pattern: String { rawValue.isEmpty ? ":language" : ":language/" + rawValue }
}
