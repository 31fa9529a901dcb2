internal import Cooperation
internal import Hummingbird
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// What the address of a list asks for. What cannot be read narrows nothing, and the page says so: a link from elsewhere
/// still opens the list.
struct ListQuery {
    static let pageLength = 30
    private static let lastPage = 100_000

    private let form: Form

    init(_ request: Request) throws { form = try request.query() }

    /// The bare address.
    init() { form = Form() }

    /// From 1.
    var page: Int {
        let asked = Int(form.typed("page")) ?? 1
        return min(max(asked, 1), Self.lastPage)
    }

    var offset: Int { (page - 1) * Self.pageLength }

    var country: CountryCode? { CountryCode(text("country")) }
    var subject: SubjectID? { SubjectID(text("subject")) }
    var assistance: AssistanceTypeID? { AssistanceTypeID(text("assistance")) }
    var target: FrameworkTarget? { FrameworkTarget(text("target")) }

    var region: Region? { Region(rawValue: text("region")) }

    /// Of partnerships.
    var direction: CooperationDirection? { CooperationDirection(rawValue: text("direction")) }

    func text(_ name: String) -> String { form.typed(name) }

    /// The parts of the address that name nothing on our lists.
    /// - Parameter choices: the choices of the list's own parts, by their names.
    func unknown(_ choices: [String: any (RawRepresentable<String>).Type] = [:]) -> [UnknownPart] {
        var parts: [UnknownPart] = []
        func ask(_ part: UnknownPart.Kind, _ name: String, isKnown: Bool) {
            if !text(name).isEmpty, !isKnown { parts.append(UnknownPart(kind: part, value: text(name))) }
        }
        ask(.country, "country", isKnown: country != nil)
        ask(.subject, "subject", isKnown: subject != nil)
        ask(.assistance, "assistance", isKnown: assistance != nil)
        ask(.target, "target", isKnown: target != nil)
        ask(.other, "region", isKnown: region != nil)
        for (name, choice) in choices.sorted(by: { $0.key < $1.key }) {
            ask(.other, name, isKnown: choice.init(rawValue: text(name)) != nil)
        }
        return parts
    }
}

/// A part of an address that asks for what is not on the list it names.
struct UnknownPart {
    enum Kind: String { case country, subject, assistance, target, other }

    let kind: Kind
    let value: String
}

extension Visit {
    /// Says by what a list was not narrowed, and why.
    func notice(of parts: [UnknownPart]) -> HTML {
        if parts.isEmpty { return HTML() }
        let lines = parts.map { part -> HTML in
            let code: HTML = "<b>\(bdi: part.value.shortened(to: 60))</b>"
            return "<p>\(words.html(MessageKey("facet.unknown-\(part.kind.rawValue)"), ["code": code]))</p>"
        }
        return Notice(tone: .act, body: lines.joined()).html()
    }
}
