internal import ArgumentParser
internal import Desk
internal import Foundation
internal import Logging
internal import Postroom
internal import Site
internal import WebSupport

/// How letters leave the house.
struct MailOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The server that takes mail: smtp://[user@]host[:port] (STARTTLS), smtps://…, or smtp-plain://localhost.",
            discussion:
                "A password is read from BIOBRIDGE_MAIL_PASSWORD. Without a server, letters become files in DIR/outgoing."
        ))
    var mailServer: String?
    @Option(help: "The address letters come from; needed with --mail-server.") var mailFrom: String?
    @Option(help: "A file of certificates to trust for the mail server instead of the system's.")
    var mailAuthorities: String?
    @Option(help: "Where people find the site, as in https://bio-bridge.example; needed with --mail-server.")
    var baseAddress: String?

    func validate() throws {
        if mailServer != nil && (mailFrom == nil || baseAddress == nil) {
            throw ValidationError("--mail-server needs --mail-from and --base-address")
        }
        if let mailServer { _ = try server(mailServer) }
        if let mailFrom, Mailbox(name: "", address: mailFrom) == nil {
            throw ValidationError("--mail-from is not a mail address")
        }
        if let baseAddress {
            let parts = URLComponents(string: baseAddress)
            guard let parts, ["https", "http"].contains(parts.scheme), parts.host?.isEmpty == false, parts.query == nil,
                parts.fragment == nil, ["", "/"].contains(parts.path)
            else { throw ValidationError("--base-address is https:// or http:// and the name of the site") }
        }
    }

    /// - Parameter address: where this server itself is found, for a house without a name of its own.
    func service(
        for desk: Desk, folder: URL, address: String, key: SecretKey, logger: Logger
    ) throws -> PostService {
        // The name `.invalid` is nobody's for ever (RFC 2606): letters in files come from nowhere.
        guard let from = Mailbox(name: "", address: mailFrom ?? "post@bio-bridge.invalid") else {
            throw Refusal("--mail-from is not a mail address")
        }
        var base = baseAddress ?? address
        if base.hasSuffix("/") { base.removeLast() }
        let writer = LetterWriter(
            from: from, page: { [base] language, request in base + Site.path(of: request, in: language) },
            link: { [base] in base + Site.path(ofLink: $1, in: $0) },
            news: NewsPages(
                work: { [base] language in base + Site.pathOfWork(in: language) },
                record: { [base] language, key in Site.path(ofRecord: key, in: language).map { base + $0 } },
                stop: { [base] language, account in
                    base + Site.path(endingNewsTo: account, key: key, in: language)
                },
                reasons: { language, news in Site.reasons(news, in: language, saying: desk.messages) }),
            record: { [base] language, key in Site.path(ofRecord: key, in: language).map { base + $0 } },
            acts: { [base] language, letter in
                Site.acts(of: letter, in: language, key: key).map {
                    LetterAct(stance: $0.stance, address: base + $0.path)
                }
            }, exchange: { [base] language, enquiry in base + Site.path(of: enquiry, in: language) },
            keeping: KeepingPages(
                record: { [base] language, record in base + Site.path(of: record, in: language) },
                confirm: { [base] language, account, notice in
                    base + Site.path(confirming: notice, by: account, key: key, in: language)
                }), messages: { desk.messages })
        let transport: Transport =
            if let mailServer {
                .smtp(try server(mailServer))
            } else {
                try .files(in: folder.appending(path: "outgoing"))
            }
        let office = PostOffice(desk: desk, writer: writer, transport: transport, logger: logger)
        return PostService(desk: desk, office: office, logger: logger)
    }

    private func server(_ address: String) throws -> MailServer {
        do {
            let password = ProcessInfo.processInfo.environment["BIOBRIDGE_MAIL_PASSWORD"]
            var server = try MailServer(address, password: password)
            server.authorities = mailAuthorities
            return server
        } catch {
            switch error {
            case .plainOnlyAtHome: throw ValidationError("smtp-plain:// is for a server on this machine only")
            default: throw ValidationError("--mail-server is smtp://, smtps:// or smtp-plain:// and a host")
            }
        }
    }
}
