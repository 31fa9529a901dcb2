internal import Localisation
internal import WebSupport

extension Words {
    /// A message whose places are filled with pieces of a page: a link, a name with its own direction.
    func html(_ key: MessageKey, count: Int? = nil, _ pieces: [String: HTML] = [:]) -> HTML {
        template(key, count: count).parts.map { part in
            switch part {
            case .text(let text): return HTML(text: text)
            case .place("count"): return HTML(text: count.map { number($0) } ?? "")
            case .place(let name): return pieces[name] ?? HTML(text: "{\(name)}")
            }
        }.joined()
    }
}

/// An address of e-mail, written from left to right; where the line is too short it breaks before its sign.
func emailAddress(_ address: String) -> HTML {
    let parts = address.split(separator: "@", maxSplits: 1).map(String.init)
    let text: HTML = parts.count == 2 ? "\(parts[0])<wbr>@\(parts[1])" : HTML(text: address)
    return "<bdi dir=\"ltr\" class=\"whole\">\(text)</bdi>"
}

/// A few words only a screen reader says.
func spoken(_ text: String) -> HTML { "<span class=\"hidden\">\(text)</span>" }
