internal import Hummingbird
internal import Matching
internal import Vocabulary
internal import WebSupport

/// What the address of the page of gaps asks for. What cannot be read asks for nothing.
struct GapsQuery: Equatable {
    var region: Region?
    var kind: GapsView.Kind?
    var subject: SubjectID?

    init() {}

    init(_ form: Form) {
        region = Region(rawValue: form.typed("region"))
        kind = GapsView.Kind(rawValue: form.typed("kind"))
        subject = SubjectID(form.typed("subject"))
    }

    init(_ request: Request) throws { self.init(try request.query()) }

    var isEmpty: Bool { self == GapsQuery() }

    /// A theme asks for gaps of that theme alone.
    func asks(for gap: Gap) -> Bool {
        if let region, gap.region != region { return false }
        if let kind, GapsView.Kind(gap.topic) != kind { return false }
        if let subject { return gap.topic == .subject(subject) }
        return true
    }

    func path(_ route: SiteRoute) -> SitePath {
        SitePath(route).with("region", region?.rawValue).with("kind", kind?.rawValue)
            .with("subject", subject?.description)
    }
}
