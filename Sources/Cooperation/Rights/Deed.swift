/// What can be asked or done outside the steps of a single request (those are in `Step`).
public enum Deed: String, CaseIterable, Sendable {
    case browse, search, readHistory
    case startRequest, writeNeed
    case writeOrganisation, writeProvider, writeOpportunity, writePractice, writeHub
    case review, writePartnership, writeEvent, writeProject
    case seeQueue, seeCountryDesk, seeOwnWork, matchFreely
    case writeAlert
    case takeIn, writeResource, writeSource
    /// See which links of records lead nowhere; choose practices that everybody sees first.
    case seeLinks, chooseBrightSpots
    /// Open a write-shop, in which a group writes practices together.
    case openWriteShop
    case keepWordings, seeWorkload, merge
    case enquire, seeFunding
    /// Invite institutions to the roster where somebody is missing.
    case engage
    /// Send in national documents, see the potential needs in them and decide about them.
    case decideNeeds
    case appointForCountry, setNonObjectionRule
    case keepOwnAccount, suspendAccounts, seeAudit, mendPost
    case appointAnybody, seeAccounts, seeHealth, backUp
    case keepTexts, releaseFactors
}
