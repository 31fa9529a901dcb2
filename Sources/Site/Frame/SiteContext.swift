internal import Desk
internal import Hummingbird
internal import WebSupport

/// What goes with a request through the site's layers.
struct SiteContext: WebRequestContext {
    typealias Identity = Person

    var coreContext: CoreRequestContextStorage
    let web: WebState<Person>

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        web = .init(source: source)
    }
}

/// The context of pages for people who have signed in.
typealias MemberContext = SignedIn<SiteContext>
