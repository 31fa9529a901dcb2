public import Foundation

/// What a paper of one kind says. Its author, time and revision stand on the sheet around it (`Filed`).
public protocol Paper: Codable, Hashable, Sendable {
    static var kind: PaperKind { get }

    /// Everything that is wrong with it, all at once; empty when it may be filed. See `Problem`.
    func problems() -> [Problem]
}

/// The kinds of papers. The raw value stands in the ledger, in identifiers and in addresses: it never changes.
public enum PaperKind: String, Codable, CaseIterable, Sendable {
    case account, credential, session, appointment
    case organisation, hub, provider, opportunity, practice, rule, event, project
    case need, request, submission, position, assessment, answer, introduction, reply, plan, pledge, report, message,
        closing, reminder, dispatch
    case alert, bulletin
    case review, confirmation, notice, prompt, partnership
    case resource, source, intake, withdrawal
    case pass, tidings, factor, invitation, suspension
    case charge, hold, task, wording, nudge, merge, feedback, enquiry, relay, referral, outreach
    case document, reading, potential, decision
    case rewording, release
    case linkround, brightspot, practicedraft, writeshop, draftnote

    /// Kinds whose older bodies are emptied when a new revision lands: a changed password must not be found in the past.
    public static let secret: Set<PaperKind> = [.credential, .session, .pass, .factor]

    /// Kinds that everybody may read as they are. A request is not among them: who may read it is for its dossier to say.
    public static let published: Set<PaperKind> = [
        .organisation, .hub, .provider, .opportunity, .practice, .need, .resource, .partnership, .event,
        .project,
    ]

    /// Kinds that are about one request and belong to its dossier.
    public static let ofDossier: Set<PaperKind> = [
        .request, .submission, .position, .assessment, .answer, .introduction, .reply, .plan, .pledge, .report,
        .message, .reminder, .closing, .charge, .hold, .task, .nudge, .feedback,
        .referral,
    ]
}

/// A paper as it lies in the ledger: one revision, who wrote it and when.
public struct Filed<Body: Paper>: Hashable, Sendable {
    public var id: ID<Body>
    /// 1 for the first.
    public var revision: Int
    public var author: Author
    public var at: Date
    public var body: Body

    public init(id: ID<Body>, revision: Int, author: Author, at: Date, body: Body) {
        self.id = id
        self.revision = revision
        self.author = author
        self.at = at
        self.body = body
    }
}

extension Paper {
    /// The one way a body is written down: sorted keys, so that the same body has the same bytes and the same digest.
    public func encoded() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .millisecondsSince1970
        return try encoder.encode(self)
    }

    public static func decoded(from data: Data) throws -> Self {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .millisecondsSince1970
        return try decoder.decode(Self.self, from: data)
    }
}
