internal import Cooperation
public import Desk
internal import Foundation
public import Logging

/// Sends the letters that are due. Each is taken in hand in the ledger before it leaves, so that it leaves once.
public actor PostOffice {
    let desk: Desk
    let writer: LetterWriter
    let transport: Transport
    let rules: PostRules
    let logger: Logger
    /// Papers up to here call for no more letters.
    private var settled: Int64 = 0
    /// Notices up to here call for no more letters.
    private var noticed: Int64 = 0
    private let newsRules: NewsRules
    /// When it was last looked for news.
    private var newsLookedFor: Date?
    private var settledOfAccounts: Int64 = 0

    /// What one round did.
    public struct Round: Hashable, Sendable {
        public var sent = 0
        /// Postponed, refused, or of unknown fate.
        public var notSent = 0
        /// The mail server could not be spoken to; the rest waits.
        public var isServerUnreachable = false
    }

    public init(
        desk: Desk, writer: LetterWriter, transport: Transport, rules: PostRules = PostRules(),
        newsRules: NewsRules = NewsRules(), logger: Logger
    ) {
        self.desk = desk
        self.writer = writer
        self.transport = transport
        self.rules = rules
        self.newsRules = newsRules
        self.logger = logger
    }

    /// Sends everything that is due, until the task is cancelled or the server cannot be spoken to.
    public func sendDue() async throws(DeskError) -> Round {
        var round = Round()
        // The ledger tells of a commit before what follows it has read it; other servers commit, too.
        try await desk.catchUp()
        // Somebody sits before the page and waits for her link.
        try await sendAboutAccounts(&round)
        if !round.isServerUnreachable { try await sendAboutRequests(&round) }
        if !round.isServerUnreachable { try await sendRelays(&round) }
        if !round.isServerUnreachable { try await sendPrompts(&round) }
        if !round.isServerUnreachable { try await sendNews(&round) }
        return round
    }

    private func sendAboutAccounts(_ round: inout Round) async throws(DeskError) {
        while !Task.isCancelled {
            let (letters, settled) = try await desk.accountLettersToSend(
                after: settledOfAccounts, limit: 50, rules: rules)
            let begun = try await send(letters, &round, desk.begin, writer.message)
            settledOfAccounts = max(settledOfAccounts, settled)
            // What somebody else has in hand is not waited for.
            if begun == 0 || round.isServerUnreachable { return }
        }
    }

    private func sendAboutRequests(_ round: inout Round) async throws(DeskError) {
        while !Task.isCancelled {
            let batch = try await desk.lettersToSend(after: settled, limit: 50, rules: rules)
            settled = max(settled, batch.settled)
            let begun = try await send(batch.letters, &round, desk.begin, writer.message)
            if begun == 0 || round.isServerUnreachable { return }
        }
    }

    /// Passes on the letters of exchanges.
    private func sendRelays(_ round: inout Round) async throws(DeskError) {
        guard writer.exchange != nil else { return }
        _ = try await send(try await desk.relaysToSend(rules: rules), &round, desk.begin, writer.message)
    }

    /// Tells keepers that the terms of their records end.
    private func sendPrompts(_ round: inout Round) async throws(DeskError) {
        guard writer.keeping != nil else { return }
        while !Task.isCancelled {
            let (letters, settled) = try await desk.promptsToSend(after: noticed, rules: rules)
            noticed = max(noticed, settled)
            let begun = try await send(letters, &round, desk.begin, writer.message)
            if begun == 0 || round.isServerUnreachable { return }
        }
    }

    /// Tells people what is new and fits what they watch; looks at most every few minutes, since it reads much.
    private func sendNews(_ round: inout Round) async throws(DeskError) {
        guard writer.news != nil else { return }
        let moment = desk.now
        if let last = newsLookedFor, moment.timeIntervalSince(last) < newsRules.interval { return }
        newsLookedFor = moment
        _ = try await send(try await desk.newsToSend(rules: newsRules), &round, desk.begin, writer.message)
    }

    /// Takes each letter in hand, sends it, and files what came of it; stops where the mail server cannot be spoken to.
    /// - Returns: how many were taken in hand.
    private func send<Letter: Sendable, Record: Posted>(
        _ letters: [Letter], _ round: inout Round,
        _ begin: @Sendable (Letter) async throws(DeskError) -> Filed<Record>?,
        _ message: @Sendable (Letter, Filed<Record>) -> MailMessage?
    ) async throws(DeskError) -> Int {
        var begun = 0
        for letter in letters where !Task.isCancelled {
            guard let record = try await begin(letter) else { continue }
            begun += 1
            let delivery = await deliver(message(letter, record))
            try await desk.finish(record, with: delivery, rules: rules)
            note(delivery, record)
            if delivery == .sent { round.sent += 1 } else { round.notSent += 1 }
            if case .unreachable = delivery {
                round.isServerUnreachable = true
                return begun
            }
        }
        return begun
    }

    private func deliver(_ message: MailMessage?) async -> Delivery {
        guard let message else { return .refused("address") }
        return await transport.deliver(
            Mail(number: message.number, from: message.from, to: message.to, content: message.content))
    }

    /// The log names letters by their number, never people.
    private func note<Record: Posted>(_ delivery: Delivery, _ record: Filed<Record>) {
        let level: Logger.Level = delivery == .sent ? .info : .warning
        logger.log(
            level: level, "letter",
            metadata: [
                "record": "\(record.id)", "about": "\(record.body.subject)", "delivery": "\(delivery)",
                "attempt": "\(record.body.attempt)",
            ])
    }
}
