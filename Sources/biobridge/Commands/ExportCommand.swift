internal import ArgumentParser
internal import Catalogue
internal import Cooperation
internal import Desk
internal import Exchange
internal import Foundation
internal import Site
internal import Vocabulary

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes all public records of a kind as a file; also while a server works.",
        discussion: """
            What a visitor of the site may read, and nothing else. CSV is UTF-8 with a mark for spreadsheets; texts that a
            spreadsheet would take for formulas have an apostrophe in front, which `biobridge import` takes away again.
            """)

    @OptionGroup var data: DataFolder
    @Option(help: "Which: \(PublicKind.allCases.map(\.rawValue).joined(separator: ", ")).", transform: word)
    var kind: PublicKind
    @Option(help: "csv, xlsx or json.", transform: word) var format: TableFormat = .csv
    @Option(help: "Only of or for this country, such as BJ.") var country: String?
    @Option(help: "Only about this theme, such as CBD-SUBJECT-MAR.") var subject: String?
    @Option(help: "Where people find the site, as in https://bio-bridge.example: for the addresses in the file.")
    var baseAddress = "http://localhost"
    @Option(help: "The file to write; without it, to standard output.", completion: .file()) var to: String?

    func validate() throws {
        if let country, CountryCode(country) == nil { throw ValidationError("no such country: \(country)") }
        if let subject, SubjectID(subject) == nil { throw ValidationError("no such theme: \(subject)") }
    }

    func run() async throws {
        let house = try await House.read(data.url)
        let country = country.flatMap { CountryCode($0) }
        let subject = subject.flatMap { SubjectID($0) }
        let selection = Selection(
            kind, records: RecordFilter(subject: subject, country: country),
            requests: RequestFilter(countries: Set([country].compactMap { $0 }), subject: subject))
        let publisher = Site.publisher(base: baseAddress, contact: "post@bio-bridge.invalid")
        let export = Export(Shelf(house.desk), selection, publisher)
        if format == .xlsx {
            let book = try await export.workbook(title: kind.plural, notes: [baseAddress], isRightToLeft: false)
            return try write(book)
        }
        var text = Data()
        for try await piece in export.pieces(format) {
            if to == nil { FileHandle.standardOutput.write(Data(piece.utf8)) } else { text.append(Data(piece.utf8)) }
        }
        if to != nil { try write(text) }
    }

    private func write(_ bytes: Data) throws {
        guard let to else { return FileHandle.standardOutput.write(bytes) }
        try bytes.write(to: URL(filePath: to), options: .atomic)
    }
}

/// Reads one of a few words of the command line.
func word<Value: RawRepresentable<String> & CaseIterable>(_ text: String) throws -> Value {
    guard let value = Value(rawValue: text) else {
        throw ValidationError("one of \(Value.allCases.map(\.rawValue).joined(separator: ", ")), not \(text)")
    }
    return value
}
