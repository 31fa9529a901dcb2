internal import ArgumentParser
internal import Cooperation
internal import Desk
internal import Exchange
internal import Foundation
internal import TextAnalysis

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Takes in a list of records from a CSV, XLSX or JSON file, or rehearses it.",
        discussion: """
            Every line that is not taken is named with its cell and the reason. All that is taken is filed at once or not at
            all, and can be taken back: biobridge import undo IMPORT --data DIR.
            """,
        subcommands: [Take.self, Undo.self], defaultSubcommand: Take.self)

    struct Take: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "take", abstract: "Takes in a file.")

        @OptionGroup var data: DataFolder
        @Argument(help: "The file.", completion: .file()) var file: String
        @Option(help: "What it holds: \(Import.kinds.map(\.rawValue).joined(separator: ", ")).", transform: word)
        var kind: PublicKind
        @Option(help: "Whose list it is; shown with every record.") var source = ""
        @Option(help: "The list's page on the web.") var link = ""
        @Option(help: "On what ground: \(Intake.Consent.allCases.map(\.rawValue).joined(separator: ", ")).")
        var consent: String?
        @Option(help: "Language of texts whose column does not say; without it, guessed.") var language: String?
        @Flag(help: "Also takes what looks nearly like something that is here.") var alike = false
        @Flag(help: "Reads, checks and compares, and files nothing.") var dryRun = false
        @Option(help: "A file for the report line by line, as CSV.", completion: .file()) var report: String?
        @Flag(help: "Print JSON.") var json = false

        func validate() throws {
            if !dryRun {
                if source.isEmpty { throw ValidationError("--source says whose list it is") }
                guard consent.flatMap(Intake.Consent.init(rawValue:)) != nil else {
                    throw ValidationError("--consent says on what ground the list may stand here")
                }
            }
            if let language, Language(rawValue: language) == nil {
                throw ValidationError("no such language: \(language)")
            }
        }

        func run() async throws {
            guard let bytes = FileManager.default.contents(atPath: file) else { throw Refusal("cannot read \(file)") }
            let options = Import.Options(
                kind: kind, fileName: URL(filePath: file).lastPathComponent, source: source.isEmpty ? "-" : source,
                address: link, consent: consent.flatMap(Intake.Consent.init(rawValue:)) ?? .published,
                language: language.flatMap(Language.init(rawValue:)), takesAlike: alike)
            let found: ImportReport
            do {
                if dryRun {
                    let house = try await House.read(data.url)
                    found = try await Import(house.desk).rehearse(bytes, options, by: .office)
                } else {
                    found = try await House.working(in: data.url) { house in
                        try await Import(house.desk).carryOut(bytes, options, by: .office)
                    }
                }
            } catch let error as ImportError {
                throw Refusal("\(file): \(error.code)\(detail(error))")
            }
            if let report {
                let text = ReportFile.commaSeparated(found) { "\($0.reason)" }
                try Data(text.utf8).write(to: URL(filePath: report), options: .atomic)
            }
            if json { return try Output.json(Shown(found)) }
            show(found)
        }

        private func detail(_ error: ImportError) -> String {
            switch error {
            case .columnMissing(let name, let found): " (no column \(name); found: \(found.joined(separator: ", ")))"
            case .unreadable(let reason): " (\(reason))"
            case .tooManyLines(let most), .tooManyColumns(let most): " (at most \(most))"
            case .empty, .kindNotTaken: ""
            }
        }

        private func show(_ report: ImportReport) {
            for remark in report.remarks where remark.weight == .refused {
                let place = [remark.cell, remark.column].filter { !$0.isEmpty }.joined(separator: " ")
                print("line \(remark.line)\(place.isEmpty ? "" : ", " + place): \(remark.reason)")
            }
            for column in report.unknownColumns { print("not read: column \(column)") }
            print(
                """
                \(report.lines) lines: \(report.made) new, \(report.institutions) institutions made for them, \
                \(report.known) known, \(report.refused) refused
                """)
            if let intake = report.intake { print(intake) } else { print("nothing filed") }
        }
    }

    struct Undo: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "undo", abstract: "Takes back what an import brought and nobody has built on.")

        @OptionGroup var data: DataFolder
        @Argument(help: "The identifier of the import.") var intake: String

        func run() async throws {
            guard let id = IntakeID(rawValue: intake) else { throw ValidationError("not an import: \(intake)") }
            let undone = try await House.working(in: data.url) { house in
                try await house.desk.undo(id, by: .office)
                return try await house.desk.intake(id, for: .office).body
            }
            print("\(undone.made - undone.kept) taken back, \(undone.kept) kept")
        }
    }

    private struct Shown: Encodable {
        struct Line: Encodable {
            let line: Int
            let column: String
            let cell: String
            let weight: String
            let code: String
        }

        let intake: String?
        let lines: Int
        let made: Int
        let institutions: Int
        let known: Int
        let refused: Int
        let unknownColumns: [String]
        let remarks: [Line]

        init(_ report: ImportReport) {
            intake = report.intake?.rawValue
            lines = report.lines
            made = report.made
            institutions = report.institutions
            known = report.known
            refused = report.refused
            unknownColumns = report.unknownColumns
            remarks = report.remarks.map {
                Line(
                    line: $0.line, column: $0.column, cell: $0.cell, weight: $0.weight.rawValue, code: $0.reason.code)
            }
        }
    }
}
