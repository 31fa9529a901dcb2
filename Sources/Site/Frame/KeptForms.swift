internal import Foundation
internal import Hummingbird
internal import Synchronization
internal import WebSupport

/// Forms of people whose session had ended, or who had none yet, when they sent them: kept for a day in memory, so that
/// what they typed stands in the form again once they have signed in. Nothing is filed before that.
///
/// A form is given back to the browser that sent it and to nobody else. The oldest make room for new ones.
final class KeptForms: Sendable {
    /// The part of an address that names a kept form.
    static let fieldName = "kept"

    struct Kept: Sendable {
        let route: SiteRoute
        let form: Form
        /// Ties it to the browser.
        fileprivate let proof: String
        fileprivate let until: Date
        fileprivate let size: Int
    }

    private struct Shelf {
        var forms: [String: Kept] = [:]
        var order: [String] = []
        var size = 0
    }

    private static let seconds = 86_400.0
    private let capacity: Int
    private let shelf = Mutex(Shelf())

    /// - Parameter bytes: kept at most.
    init(bytes: Int = 32 << 20) { capacity = bytes }

    /// Keeps a form and gives the key for the address to come back to.
    func keep(_ form: Form, of route: SiteRoute, _ context: SiteContext, now: Date) -> String {
        let form = form.withoutHiddenFields
        let key = Token.random().text
        let size = form.fields.reduce(0) { $0 + $1.key.utf8.count + $1.value.reduce(0) { $0 + $1.utf8.count } }
        let kept = Kept(
            route: route, form: form, proof: context.web.formToken(for: key),
            until: now.addingTimeInterval(Self.seconds), size: size)
        shelf.withLock { shelf in
            shelf.forms[key] = kept
            shelf.order.append(key)
            shelf.size += size
            while let oldest = shelf.order.first, shelf.size > capacity || (shelf.forms[oldest]?.until ?? now) < now {
                shelf.order.removeFirst()
                shelf.size -= shelf.forms.removeValue(forKey: oldest)?.size ?? 0
            }
        }
        return key
    }

    /// The form of that key, if this browser sent it within the day.
    func form(_ key: String, _ context: SiteContext, now: Date) -> Kept? {
        guard let kept = shelf.withLock({ $0.forms[key] }), kept.until >= now,
            context.web.accepts(formToken: kept.proof, for: key)
        else { return nil }
        return kept
    }
}

extension Routes {
    /// Off to sign in; the form stands again, as it was typed, on the page that one then comes back to.
    static func keptUntilSignedIn(
        _ form: Form, of route: SiteRoute, then back: SitePath, _ visit: Visit, _ context: SiteContext, _ site: Site
    ) throws -> Response {
        let key = site.kept.keep(form, of: route, context, now: visit.now)
        let address = visit.address(back.with(KeptForms.fieldName, key))
        return try visit.seeOther(SitePath(.signIn).with(LocalPath.fieldName, address), done: Done.kept.rawValue)
    }

    /// The form that was kept for the address somebody came back to.
    static func kept(_ query: Form, _ visit: Visit, _ context: SiteContext, _ site: Site) -> KeptForms.Kept? {
        site.kept.form(query.typed(KeptForms.fieldName), context, now: visit.now)
    }
}
