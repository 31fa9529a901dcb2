import Catalogue
public import Cooperation
public import Desk
public import Foundation
public import TextAnalysis
import Vocabulary

/// A file of records from elsewhere, on its way in.
public struct Import: Sendable {
    /// What the person at the desk says about the file.
    public struct Options: Sendable {
        public var kind: PublicKind
        public var fileName: String
        /// Whose list it is, in words.
        public var source: String
        /// Its page; empty where there is none.
        public var address: String
        public var consent: Intake.Consent
        /// Of texts whose column does not say; nil: guessed from each.
        public var language: Language?
        /// Also takes what looks like something that is here.
        public var takesAlike: Bool

        public init(
            kind: PublicKind, fileName: String, source: String, address: String = "", consent: Intake.Consent,
            language: Language? = nil, takesAlike: Bool = false
        ) {
            self.kind = kind
            self.fileName = fileName
            self.source = source
            self.address = address
            self.consent = consent
            self.language = language
            self.takesAlike = takesAlike
        }
    }

    /// The kinds a file may have.
    public static let kinds: [PublicKind] = [
        .organisation, .provider, .opportunity, .practice, .need, .resource, .hub, .partnership, .request,
        .event, .project,
    ]

    /// Those this person may take in: centres are named by administrators, requests and partnerships are the help desk's to
    /// bring. A focal point brings what belongs to her country: institutions, what they offer, needs, and requests as drafts.
    public static func kinds(for viewer: Viewer) -> [PublicKind] {
        guard viewer.may(.takeIn) else { return [] }
        let isOfCountry = viewer.countries(for: .takeIn) != nil
        return kinds.filter { kind in
            if isOfCountry { return [.organisation, .provider, .opportunity, .need, .request].contains(kind) }
            return switch kind {
            case .hub: viewer.may(.writeHub)
            case .partnership, .request, .event, .project: viewer.holds(.helpDesk)
            default: true
            }
        }
    }

    private let desk: Desk

    public init(_ desk: Desk) { self.desk = desk }

    /// Reads, checks and compares the whole file, and files nothing.
    public func rehearse(_ data: Data, _ options: Options, by viewer: Viewer) async throws -> ImportReport {
        try desk.mayTakeIn(viewer)
        return try await read(data, options, viewer).report
    }

    /// The same, and then files all that was not refused, in one piece or not at all.
    public func carryOut(
        _ data: Data, _ options: Options, by viewer: Viewer, once formKey: String? = nil
    ) async throws -> ImportReport {
        try desk.mayTakeIn(viewer)
        return try await ImportQueue.shared.run {
            let reading = try await read(data, options, viewer)
            var report = reading.report
            let refusals = report.remarks.filter { $0.weight == .refused }.prefix(Intake.mostRefusals).map {
                Intake.Refusal(line: $0.line, column: String($0.column.prefix(100)), code: $0.reason.code)
            }
            let links = options.address.isEmpty ? [] : [Link(title: "", address: options.address)]
            let intake = Intake(
                records: options.kind.paper, fileName: options.fileName, fileDigest: FileDigest.hexadecimal(of: data),
                source: options.source, links: links, consent: options.consent, lines: report.lines,
                made: reading.papers.count, known: report.known, refused: report.refused, refusals: Array(refusals))
            report.intake = try await desk.takeIn(
                intake, as: reading.id, reading.papers, by: viewer, once: formKey)
            return report
        }
    }

    private func read(_ data: Data, _ options: Options, _ viewer: Viewer) async throws -> Reading {
        guard Import.kinds(for: viewer).contains(options.kind) else { throw ImportError.kindNotTaken }
        // What is found here is read before the work begins: it needs no waiting then.
        let institutions = try await Institutions.here(desk)
        let works = try await KnownWorks.here(desk, options.kind, viewer)
        let ids = try IDSource(desk)
        return try await Background.run {
            var reading = try Reading(
                RawTable(data), options, viewer: viewer, institutions: institutions, works: works, ids: ids)
            try reading.read()
            return reading
        }
    }
}

/// Imports one after another: each compares with what the one before brought.
private actor ImportQueue {
    static let shared = ImportQueue()
    private var last: Task<Void, Never>?

    func run<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
        let before = last
        let task = Task {
            await before?.value
            return try await work()
        }
        last = Task { _ = await task.result }
        return try await task.value
    }
}

/// Makes identifiers where one cannot wait.
struct IDSource: Sendable {
    private let desk: Desk

    init(_ desk: Desk) throws { self.desk = desk }

    func next<Body: Paper>(_ kind: Body.Type) throws -> ID<Body> { try desk.nextID(of: kind) }
}
