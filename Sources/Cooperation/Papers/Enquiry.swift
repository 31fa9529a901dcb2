public import Vocabulary

/// A letter to those who speak for an institution, or to the focal point of a country, from somebody who does not know their addresses and whose own they do
/// not learn: it is passed on. A later one of the same `thread` answers it.
public struct Enquiry: Paper {
    public static let kind = PaperKind.enquiry

    /// The institution that was written to; nil where it was a country's focal point.
    public var organisation: OrganisationID?
    /// The country whose focal point was written to.
    public var country: CountryCode?
    /// Who wrote the first letter; nobody but she and those it was addressed to reads any of them.
    public var asker: AccountID
    /// The first letter of the exchange; nil in the first itself.
    public var thread: ID<Enquiry>?
    /// The page it was written from, as a record's identifier.
    public var about: String?
    public var text: LocalizedText

    public init(
        to addressee: Addressee, asker: AccountID, thread: ID<Enquiry>? = nil, about: String? = nil,
        text: LocalizedText
    ) {
        switch addressee {
        case .institution(let id): organisation = id
        case .focalPoint(let code): country = code
        }
        self.asker = asker
        self.thread = thread
        self.about = about
        self.text = text
    }

    /// Whom a letter is for.
    public enum Addressee: Hashable, Sendable {
        case institution(OrganisationID)
        /// The national focal point of that country, and who acts for her.
        case focalPoint(CountryCode)
    }

    /// Nil for a paper that names neither; such a one is never filed.
    public var addressee: Addressee? {
        organisation.map { .institution($0) } ?? country.map { .focalPoint($0) }
    }

    public func problems() -> [Problem] {
        var check = Check()
        if addressee == nil { check.wrong("organisation", .missing) }
        check.text(text, "text", upTo: 4000)
        if let about { check.text(about, "about", upTo: 120) }
        return check.problems
    }
}
