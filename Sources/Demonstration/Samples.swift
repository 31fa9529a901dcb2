public import Cooperation

/// The bodies of the demonstration's papers, for whoever needs texts of the real kind (measurements, exercises).
public struct Samples: Sendable {
    public let organisations: [Organisation]
    public let providers: [ProviderProfile]
    public let opportunities: [Opportunity]
    public let practices: [Practice]
    public let requests: [Request]

    public init() throws(DemonstrationError) {
        let data = try DemonstrationData()
        organisations = data.organisations.map(\.body)
        providers = data.providers.map(\.body)
        opportunities = data.opportunities.map(\.body)
        practices = data.practices.map(\.body)
        requests = data.stories.map(\.request.body)
    }
}
