/// A letter to those who speak for an institution, from somebody who does not know their addresses and whose own they do
/// not learn: it is passed on. A later one of the same `thread` answers it.
public struct Enquiry: Paper {
    public static let kind = PaperKind.enquiry

    /// The institution that was written to.
    public var organisation: OrganisationID
    /// Who wrote the first letter; nobody but she and those who speak for the institution reads any of them.
    public var asker: AccountID
    /// The first letter of the exchange; nil in the first itself.
    public var thread: ID<Enquiry>?
    /// The page it was written from, as a record's identifier.
    public var about: String?
    public var text: LocalizedText

    public init(
        organisation: OrganisationID, asker: AccountID, thread: ID<Enquiry>? = nil, about: String? = nil,
        text: LocalizedText
    ) {
        self.organisation = organisation
        self.asker = asker
        self.thread = thread
        self.about = about
        self.text = text
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(text, "text", upTo: 4000)
        if let about { check.text(about, "about", upTo: 120) }
        return check.problems
    }
}
