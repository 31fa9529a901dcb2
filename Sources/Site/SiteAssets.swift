internal import SiteFiles

/// The style sheet and the script, with addresses that change with their content, so that browsers keep them for ever.
enum SiteAssets {
    static let style = Asset(site_style_bytes(), site_style_size, name: "site", ending: "css", type: "text/css")
    static let script = Asset(
        site_script_bytes(), site_script_size, name: "site", ending: "js", type: "text/javascript")
    static let all = [style, script]

    struct Asset: Sendable {
        let bytes: [UInt8]
        let path: String
        /// The value of the `Content-Type` header.
        let type: String

        fileprivate init(_ start: UnsafeRawPointer?, _ size: UInt, name: String, ending: String, type: String) {
            bytes = [UInt8](UnsafeRawBufferPointer(start: start, count: Int(size)))
            // FNV-1a: it tells versions apart and guards nothing.
            let mark = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
            path = "/assets/\(name)-\(String(mark, radix: 36)).\(ending)"
            self.type = type + "; charset=utf-8"
        }
    }
}
