internal import Localisation
internal import TextAnalysis

/// What stands in the HTML of a letter and is somebody's text.
enum MailHTML {
    /// Somebody's own text, in its own direction.
    static func user(_ text: String, _ language: Language) -> String {
        let clean = escaped(HeaderText.oneLine(text))
        return "<bdi lang=\"\(language.code)\" dir=\"\(language.direction)\">\(clean)</bdi>"
    }

    /// By unicode scalar: a quote followed by a combining accent is still a quote for a browser.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
