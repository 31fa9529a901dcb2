public import Foundation

/// A small sound document, which is then damaged.
public struct Seed: Sendable {
    enum Content: Sendable {
        /// An archive's parts, packed anew after one of them was changed.
        case archive([(name: String, content: Data)])
        /// Objects of a PDF; the table of their places is made anew after one of them was changed.
        case pdf([Data])
        case bytes(Data)
    }

    public let name: String
    /// The ending of its name.
    public var format: String { name.split(separator: ".").last.map(String.init) ?? name }
    let content: Content

    /// A file whose bytes are all that is known of it.
    public init(_ name: String, _ bytes: Data) {
        self.name = name
        content = .bytes(bytes)
    }

    init(_ name: String, _ content: Content) {
        self.name = name
        self.content = content
    }

    /// One of each format, in several languages.
    public static let all: [Seed] = [
        Seed("plan.docx", .archive([("[Content_Types].xml", Data("<Types/>".utf8)), ("word/document.xml", word)])),
        Seed("plan.odt", .archive([("mimetype", Data(odtType.utf8)), ("content.xml", open)])),
        Seed("needs.xlsx", .archive(workbook)),
        Seed("plan.pdf", .pdf(pages)),
        Seed("plan.html", Data(html.utf8)),
        Seed("needs.csv", Data("id;text\n1;\"Boats are needed; \"\"now\"\"\"\n2;Нужны лодки\n".utf8)),
        Seed("plan.txt", Data("1. Needs\n\nBoats are needed in the lagoon.\n\u{C}Il manque des cartes.\n需要船只。\n".utf8)),
        Seed("old.txt", "Нужны лодки, карты и обученные люди.".data(using: .windowsCP1251) ?? Data()),
        Seed("wide.txt", "نحتاج إلى قوارب وخرائط".data(using: .utf16LittleEndian) ?? Data()),
    ]

    private static let word = Data(
        """
        <?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/\
        main"><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Needs</w:t></w:r></w:p><w:p><w:r><w:t \
        xml:space="preserve">Boats are needed &amp; paid for.</w:t><w:br w:type="page"/></w:r></w:p><w:tbl><w:tr><w:tc><w:p>\
        <w:r><w:t>Il manque des cartes</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>
        """.utf8)
    private static let odtType = "application/vnd.oasis.opendocument.text"
    private static let open = Data(
        """
        <?xml version="1.0"?><office:document-content xmlns:office="urn:o" xmlns:text="urn:t" xmlns:table="urn:b"><office:body>\
        <text:h text:outline-level="2">Потребности</text:h><text:p>Нужны лодки<text:note><text:p>note</text:p></text:note>.\
        </text:p><text:list><text:list-item><text:p>Maps</text:p></text:list-item></text:list><table:table><table:table-row>\
        <table:table-cell><text:p>a</text:p></table:table-cell></table:table-row></table:table></office:body>\
        </office:document-content>
        """.utf8)
    private static let workbook: [(name: String, content: Data)] = [
        (
            "xl/workbook.xml",
            """
            <workbook xmlns="m" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>\
            <sheet name="Needs" sheetId="1" r:id="rId1"/></sheets></workbook>
            """
        ),
        (
            "xl/_rels/workbook.xml.rels",
            """
            <Relationships><Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>
            """
        ),
        ("xl/sharedStrings.xml", "<sst count=\"1\"><si><t>Boats are needed</t></si></sst>"),
        (
            "xl/worksheets/sheet1.xml",
            """
            <worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1"><v>2026</v></c></row><row r="3">\
            <c r="B3" t="inlineStr"><is><t>Нужны карты</t></is></c></row></sheetData></worksheet>
            """
        ),
    ].map { ($0.0, Data($0.1.utf8)) }
    private static let pages: [Data] = [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [4 0 R 6 0 R] /Count 2 >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
        "<< /Length 62 >>\nstream\nBT /F1 11 Tf 14 TL 60 760 Td (Boats are needed here.) Tj T* ET\nendstream",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R /Resources << /XObject << /P 8 0 R >> >> >>",
        "<< /Length 25 >>\nstream\n595 0 0 842 0 0 cm /P Do \nendstream",
        "<< /Type /XObject /Subtype /Image /Width 8 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 16 >>\n"
            + "stream\n0123456789abcdef\nendstream",
        "<< /Title (A plan) /Author 9 0 R >>",
    ].map { Data($0.utf8) }
    private static let html = """
        <!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Plan &eacute;</title><style>p{}</style></head><body>
        <h2>Besoins</h2><p>Il faut des bateaux &#38; des cartes<br>ici.<ul><li>un<li>deux</ul><table><tr><td>a<td>b</table>
        <script>if (a < b) alert(1)</script></body></html>
        """
}
