internal import SiteFiles
internal import WebSupport

/// The style sheet and the script, with addresses that change with their content, so that browsers keep them for ever.
enum SiteAssets {
    static let styleFile = Assets.File(
        name: "site.css", type: "text/css; charset=utf-8", bytes: bytes(site_style_bytes(), site_style_size))
    static let scriptFile = Assets.File(
        name: "site.js", type: "text/javascript; charset=utf-8", bytes: bytes(site_script_bytes(), site_script_size))
    static let assets = Assets([styleFile, scriptFile])

    static let style = assets.address(of: styleFile.name)
    static let script = assets.address(of: scriptFile.name)

    private static func bytes(_ start: UnsafeRawPointer?, _ size: UInt) -> [UInt8] {
        [UInt8](UnsafeRawBufferPointer(start: start, count: Int(size)))
    }
}
