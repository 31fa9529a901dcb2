import Foundation
import Testing

@testable import Site
import WebSupport

@Suite("The style sheet")
struct StyleTests {
    let sheet = String(decoding: SiteAssets.styleFile.bytes, as: UTF8.self)

    /// Text of seven to one (WCAG 2.2, 1.4.6) on every ground it stands on.
    @Test("text can be read", arguments: ["light", "dark"])
    func text(scheme: String) throws {
        let colours = try colours(of: scheme)
        let pairs = [
            ("text", ["paper", "sheet", "wash", "act-wash", "error-wash"]), ("quiet", ["paper", "sheet"]),
            ("ink", ["paper", "sheet", "act-wash"]), ("link", ["paper", "sheet"]), ("error", ["paper", "sheet"]),
            ("on-ink", ["ink"]), ("on-strip", ["strip"]), ("on-act", ["act"]),
        ]
        for (text, grounds) in pairs {
            for ground in grounds {
                let ratio = contrast(try #require(colours[text]), try #require(colours[ground]))
                #expect(ratio >= 7, "\(scheme): \(text) on \(ground) is \(ratio)")
            }
        }
        #expect(contrast(try #require(colours["error"]), try #require(colours["error-wash"])) >= 7)
    }

    /// Three to one for what one must see to understand or to use (1.4.11); letters on the map's squares 4.5.
    @Test("marks and the borders of controls can be seen", arguments: ["light", "dark"])
    func marks(scheme: String) throws {
        let colours = try colours(of: scheme)
        for mark in ["edge", "ink", "act-edge", "error"] {
            for ground in ["paper", "sheet"] {
                let ratio = contrast(try #require(colours[mark]), try #require(colours[ground]))
                #expect(ratio >= 3, "\(scheme): \(mark) on \(ground) is \(ratio)")
            }
        }
        for level in 0...4 {
            let letters = try #require(colours[level > 2 ? "on-level-high" : "on-level-low"])
            let ratio = contrast(letters, try #require(colours["level-\(level)"]))
            #expect(ratio >= 4.5, "\(scheme): level \(level) is \(ratio)")
        }
    }

    @Test("the levels of the map keep their order in grey", arguments: ["light", "dark"])
    func levels(scheme: String) throws {
        let colours = try colours(of: scheme)
        let light = try (0...4).map { luminance(try #require(colours["level-\($0)"])) }
        #expect(light == light.sorted(by: scheme == "light" ? (>) : (<)))
    }

    @Test("directions are logical, so that Arabic needs no other sheet")
    func logical() {
        let physical = /(margin|padding|border)-(left|right)|[^-]\b(left|right)\s*:|text-align:\s*(left|right)/
        #expect(sheet.matches(of: physical).map { String($0.0) } == [])
    }

    @Test("it is light, asks nobody else for anything, and braces close")
    func light() {
        // A quarter of that on the wire.
        #expect(SiteAssets.styleFile.bytes.count < 36_000)
        #expect(SiteAssets.scriptFile.bytes.count < 5_000)
        #expect(!sheet.contains("url("))
        #expect(!sheet.contains("@import"))
        #expect(sheet.filter { $0 == "{" }.count == sheet.filter { $0 == "}" }.count)
    }

    @Test("it serves the dark, more contrast, forced colours, less motion and paper")
    func media() {
        for query in ["prefers-color-scheme: dark", "prefers-contrast: more", "forced-colors: active", "print"] {
            #expect(sheet.contains("@media (\(query))") || sheet.contains("@media \(query)"), "\(query)")
        }
        let transitions = sheet.split(separator: "\n").filter { $0.contains("transition") || $0.contains("animation") }
        #expect(transitions.allSatisfy { $0.contains("prefers-reduced-motion: no-preference") })
    }

    @Test("the address of an asset names its content")
    func address() {
        #expect(SiteAssets.style.hasPrefix("/assets/site."))
        #expect(SiteAssets.style != SiteAssets.script)
    }

    /// The colours of the first `:root` block (light), or of the one in the query for the dark over them.
    private func colours(of scheme: String) throws -> [String: Int] {
        let blocks = sheet.matches(of: /:root \{([^}]*)\}/).prefix(2).map { String($0.1) }
        try #require(blocks.count == 2)
        let sources = scheme == "dark" ? blocks : [blocks[0]]
        return sources.joined().matches(of: /--([a-z0-9-]+): #([0-9a-f]{6});/).reduce(into: [:]) {
            $0[String($1.1)] = Int(String($1.2), radix: 16)
        }
    }

    /// WCAG 2.2, relative luminance.
    private func luminance(_ colour: Int) -> Double {
        let parts = [colour >> 16, colour >> 8, colour].map { part -> Double in
            let value = Double(part & 0xFF) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private func contrast(_ one: Int, _ other: Int) -> Double {
        let (low, high) = (min(luminance(one), luminance(other)), max(luminance(one), luminance(other)))
        return (high + 0.05) / (low + 0.05)
    }
}
