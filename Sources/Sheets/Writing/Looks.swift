import CXlsxWriter

/// The formats of one workbook, one for each look, with and without the shape of a day.
struct Looks {
    private let formats: [CellLook: UnsafeMutablePointer<lxw_format>]
    private let days: [CellLook: UnsafeMutablePointer<lxw_format>]

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        var formats: [CellLook: UnsafeMutablePointer<lxw_format>] = [:]
        var days: [CellLook: UnsafeMutablePointer<lxw_format>] = [:]
        for look in CellLook.allCases {
            formats[look] = Self.format(look, in: book)
            days[look] = Self.format(look, in: book)
            if let day = days[look] { format_set_num_format(day, "yyyy\\-mm\\-dd") }
        }
        self.formats = formats
        self.days = days
    }

    func format(_ look: CellLook, isDay: Bool) -> UnsafeMutablePointer<lxw_format>? {
        isDay ? days[look] : formats[look]
    }

    private static func format(
        _ look: CellLook, in book: UnsafeMutablePointer<lxw_workbook>
    ) -> UnsafeMutablePointer<lxw_format>? {
        guard let format = workbook_add_format(book) else { return nil }
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        format_set_text_wrap(format)
        switch look {
        case .plain: break
        case .title:
            format_set_bold(format)
            format_set_font_size(format, 14)
            format_set_font_color(format, ink)
        case .note:
            format_set_italic(format)
            format_set_font_color(format, 0x44_5A_55)
        case .heading:
            format_set_bold(format)
            format_set_font_color(format, 0xFF_FF_FF)
            format_set_bg_color(format, ink)
            format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        case .label:
            format_set_bold(format)
            format_set_font_color(format, ink)
            format_set_bg_color(format, 0xEE_F3_EF)
        case .input:
            format_set_bg_color(format, 0xFF_FB_EF)
            format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_border_color(format, 0xB9_B2_9C)
            format_set_unlocked(format)
        case .heat1: shade(format, 0xE7_F1_EC, isLight: true)
        case .heat2: shade(format, 0xBF_DD_D0, isLight: true)
        case .heat3: shade(format, 0x8A_BF_AC, isLight: true)
        case .heat4: shade(format, 0x2F_7A_66, isLight: false)
        case .heat5: shade(format, 0x0F_4A_3F, isLight: false)
        }
        return format
    }

    private static let ink: lxw_color_t = 0x0F_3D_3E

    private static func shade(_ format: UnsafeMutablePointer<lxw_format>, _ colour: lxw_color_t, isLight: Bool) {
        format_set_bg_color(format, colour)
        format_set_font_color(format, isLight ? ink : 0xFF_FF_FF)
        format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    }
}
