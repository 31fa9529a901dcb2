public import Vocabulary

/// That somebody has worked with a country on a theme before: in a partnership, or in a request it helped with.
public struct Experience: Hashable, Sendable {
    public var country: CountryCode
    public var subject: SubjectID

    public init(country: CountryCode, subject: SubjectID) {
        self.country = country
        self.subject = subject
    }
}
