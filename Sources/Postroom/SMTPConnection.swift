internal import CCurl
internal import CurlSupport
internal import Desk
internal import Foundation

/// One connection to a mail server, kept open between letters. libcurl waits for the server, so all of this happens on a
/// queue of its own, never on a thread that serves pages.
final class SMTPConnection: @unchecked Sendable {
    // Only touched on the queue.
    private var curl: UnsafeMutableRawPointer?
    private let server: MailServer
    private let queue = DispatchQueue(label: "biobridge.smtp")

    init(_ server: MailServer) { self.server = server }

    deinit {
        if let curl { curl_easy_cleanup(curl) }
    }

    func deliver(_ mail: Mail) async -> Delivery {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: self.send(mail)) }
        }
    }

    private func send(_ mail: Mail) -> Delivery {
        guard Curl.isReady, let curl = curl ?? curl_easy_init() else { return .unreachable("curl.2") }
        self.curl = curl
        // Keeps the open connection, forgets every setting.
        curl_easy_reset(curl)
        let recipients = curl_slist_append(nil, "<\(mail.to.address)>")
        defer { curl_slist_free_all(recipients) }
        let source = Source(mail.content)
        var words = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
        return words.withUnsafeMutableBufferPointer { words in
            set(curl)
            bb_curl_set_error(curl, words.baseAddress)
            // The buffer ends before the handle does.
            defer { bb_curl_set_error(curl, nil) }
            bb_curl_set_text(curl, CURLOPT_MAIL_FROM, "<\(mail.from.address)>")
            bb_curl_set_list(curl, CURLOPT_MAIL_RCPT, recipients)
            bb_curl_set_source(curl, readFromSource, Unmanaged.passUnretained(source).toOpaque())
            let result = curl_easy_perform(curl)
            let place: Place =
                if source.isAtEnd {
                    .letter
                } else if String(decoding: words.map(UInt8.init(bitPattern:)), as: UTF8.self).hasPrefix("RCPT failed") {
                    .recipient
                } else {
                    .before
                }
            return SMTPConnection.delivery(result, answer: bb_curl_answer(curl), at: place)
        }
    }

    /// How far the conversation had come.
    enum Place { case before, recipient, letter }

    private func set(_ curl: UnsafeMutableRawPointer) {
        let scheme = server.security == .tls ? "smtps" : "smtp"
        bb_curl_set_text(curl, CURLOPT_URL, "\(scheme)://\(server.host):\(server.port)")
        // A proxy for web pages that the surroundings name is none for mail.
        bb_curl_set_text(curl, CURLOPT_PROXY, "")
        bb_curl_set_number(curl, CURLOPT_UPLOAD, 1)
        bb_curl_set_number(curl, CURLOPT_NOSIGNAL, 1)
        bb_curl_set_number(curl, CURLOPT_CONNECTTIMEOUT, server.connectTimeout)
        bb_curl_set_number(curl, CURLOPT_TIMEOUT, server.letterTimeout)
        // Servers close what lies idle: an older connection is opened anew.
        bb_curl_set_number(curl, CURLOPT_MAXAGE_CONN, 20)
        let ssl = server.security == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL
        bb_curl_set_number(curl, CURLOPT_USE_SSL, Int(ssl.rawValue))
        bb_curl_set_number(curl, CURLOPT_SSL_VERIFYPEER, 1)
        bb_curl_set_number(curl, CURLOPT_SSL_VERIFYHOST, 2)
        if let authorities = server.authorities { bb_curl_set_text(curl, CURLOPT_CAINFO, authorities) }
        if let user = server.user { bb_curl_set_text(curl, CURLOPT_USERNAME, user) }
        if let password = server.password { bb_curl_set_text(curl, CURLOPT_PASSWORD, password) }
    }

    /// What a result of libcurl and the server's last answer mean for the letter. A refusal counts as this letter's own
    /// only where it answers to its recipient or to the letter itself; a refused sender or password would refuse all.
    static func delivery(_ result: CURLcode, answer: Int, at place: Place) -> Delivery {
        if result == CURLE_OK { return .sent }
        let code = answer >= 400 ? "smtp.\(answer)" : "curl.\(result.rawValue)"
        switch (place, answer) {
        case (.before, _): return .unreachable(code)
        case (_, 400..<500): return .postponed(code)
        case (_, 500..<600): return .refused(code)
        case (.recipient, _): return .unreachable(code)
        case (.letter, _): return .uncertain(code)
        }
    }
}

/// The bytes of a mail, as libcurl asks for them.
private final class Source {
    private let content: Data
    private var offset = 0
    private(set) var isAtEnd = false

    init(_ content: Data) { self.content = content }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, content.count - offset)
        if count == 0 {
            isAtEnd = true
            return 0
        }
        content.copyBytes(to: buffer, from: offset..<offset + count)
        offset += count
        return count
    }
}

private func readFromSource(
    _ buffer: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let buffer, let context else { return 0 }
    let source = Unmanaged<Source>.fromOpaque(context).takeUnretainedValue()
    return source.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
}
