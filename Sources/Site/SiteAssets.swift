internal import SiteFiles
internal import WebSupport

/// The style sheet and the script, with addresses that change with their content, so that browsers keep them for ever.
enum SiteAssets {
    static let styleFile = Assets.File(
        name: "site.css", type: "text/css; charset=utf-8", bytes: lean(bytes(site_style_bytes(), site_style_size)))
    static let scriptFile = Assets.File(
        name: "site.js", type: "text/javascript; charset=utf-8",
        bytes: lean(bytes(site_script_bytes(), site_script_size)))
    static let assets = Assets([styleFile, scriptFile])

    static let style = assets.address(of: styleFile.name)
    static let script = assets.address(of: scriptFile.name)

    /// The file without its indents and the lines that only explain (`//`, or from a line that begins with `/*` to one that
    /// ends with `*/`): what is sent over a weak line.
    static func lean(_ file: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        var isExplaining = false
        for line in file.split(separator: UInt8(ascii: "\n")) {
            let code = line.drop { $0 == UInt8(ascii: " ") }
            if code.starts(with: "/*".utf8) { isExplaining = true }
            let isLeftOut = isExplaining || code.starts(with: "//".utf8)
            if isExplaining, code.suffix(2).elementsEqual("*/".utf8) { isExplaining = false }
            if isLeftOut { continue }
            kept += code + [UInt8(ascii: "\n")]
        }
        return kept
    }

    private static func bytes(_ start: UnsafeRawPointer?, _ size: UInt) -> [UInt8] {
        [UInt8](UnsafeRawBufferPointer(start: start, count: Int(size)))
    }
}
