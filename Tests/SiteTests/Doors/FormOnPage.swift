import Foundation
import WebTesting

/// A form as a browser finds it on a page: where it goes, and what can be filled in.
struct FormOnPage: Sendable {
    struct Control: Sendable {
        let name: String
        /// `hidden`, `text`, `textarea`, `file`, `choice`, `button` …
        let kind: String
        /// What a browser would send if nobody touched it, or the choices there are.
        var values: [String]
    }

    let action: String
    let carriesFiles: Bool
    private(set) var controls: [Control] = []

    /// Kinds somebody can type anything into.
    static let typed: Set<String> = ["text", "textarea", "email", "password", "number", "date", "search", "tel", "url"]

    /// The forms of a page that change something, in their order.
    static func all(in page: String) -> [FormOnPage] {
        var forms: [FormOnPage] = []
        for part in page.components(separatedBy: "<form ").dropFirst() {
            let markup = Markup("<form " + part.components(separatedBy: "</form>")[0])
            guard let head = markup.elements.first, head.attributes["method"] == "post",
                let action = head.attributes["action"]
            else { continue }
            var form = FormOnPage(action: action, carriesFiles: head.attributes["enctype"] != nil)
            for element in markup.elements.dropFirst() { form.add(element) }
            forms.append(form)
        }
        return forms
    }

    private mutating func add(_ element: Markup.Element) {
        let all = element.attributes
        switch element.name {
        case "textarea": controls.append(Control(name: all["name"] ?? "", kind: "textarea", values: []))
        case "select": controls.append(Control(name: all["name"] ?? "", kind: "choice", values: []))
        case "option": controls[controls.count - 1].values.append(all["value"] ?? "")
        case "button":
            if let name = all["name"] { add(name, "button", all["value"] ?? "") }
        case "input":
            let kind = all["type"] ?? "text"
            let isChoice = kind == "radio" || kind == "checkbox"
            add(all["name"] ?? "", isChoice ? "choice" : kind, all["value"] ?? "")
        default: break
        }
    }

    private mutating func add(_ name: String, _ kind: String, _ value: String) {
        if kind == "choice" || kind == "button",
            let place = controls.firstIndex(where: { $0.name == name && $0.kind == kind })
        {
            controls[place].values.append(value)
        } else {
            controls.append(Control(name: name, kind: kind, values: [value]))
        }
    }

    /// Filled in with a text wherever something can be typed, and with a choice that is there.
    /// - Parameter turn: which of the choices, and which button.
    func filled(with text: String, turn: Int, returning: String) -> [(String, String)] {
        controls.compactMap { control in
            switch control.kind {
            case "hidden":
                // Where one goes afterwards is the reader's own to say, and so an attacker's.
                (control.name, control.name == "return" ? returning : control.values.first ?? "")
            case "choice", "button":
                control.values.isEmpty ? nil : (control.name, control.values[turn % control.values.count])
            case let kind where Self.typed.contains(kind): (control.name, text)
            default: nil
            }
        }
    }

    /// What tells this form from others that go to the same kind of place.
    var shape: String { controls.map { "\($0.kind) \($0.name)" }.joined(separator: ",") }
}
