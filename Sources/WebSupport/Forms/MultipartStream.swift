import Foundation

/// The parts of a `multipart` body (RFC 2046 §5.1.1), one after another, out of bytes as they arrive: never more of them are
/// held than were given at once, one header and one delimiter.
struct MultipartStream {
    enum Event: Equatable {
        /// A part begins; names of its header in lower case.
        case part([String: String])
        /// More of its content.
        case content([UInt8])
        case partEnd
        /// Behind the closing delimiter: what follows does not count.
        case end
    }

    private enum Place {
        case preamble, delimiter, header, contentStart, content, partEnd, end
    }

    private let delimiter: [UInt8]
    private let headerBytes: Int
    private var place = Place.preamble
    /// A line end before the first byte, so that the first delimiter is like the others.
    private var rest: [UInt8] = [ASCII.carriageReturn, ASCII.lineFeed]

    init(boundary: String, headerBytes: Int) {
        self.headerBytes = headerBytes
        delimiter = Array("\r\n--".utf8) + Array(boundary.utf8)
    }

    /// Whether the closing delimiter has come: a body that ends before was cut off.
    var isAtEnd: Bool { place == .end }

    /// Bytes that were given and not yet looked at.
    var waiting: Int { rest.count }

    mutating func take(_ bytes: some Sequence<UInt8>) {
        if place != .end { rest.append(contentsOf: bytes) }
    }

    /// What comes next; nil until more bytes are given. Throws `malformedForm` or `notText`.
    mutating func next() throws(WebProblem) -> Event? {
        while true {
            switch place {
            case .preamble:
                guard let found = find(delimiter) else {
                    rest = Array(rest.suffix(delimiter.count - 1))
                    return nil
                }
                rest.removeFirst(found + delimiter.count)
                place = .delimiter
            case .delimiter:
                guard try passDelimiter() else { return nil }
            case .header:
                return try header().map { .part($0) }
            case .contentStart:
                // An empty content may share its line end with the header's last line.
                guard rest.count >= delimiter.count else { return nil }
                if rest.starts(with: delimiter) {
                    rest.removeFirst(delimiter.count)
                    place = .partEnd
                } else {
                    rest.removeFirst(2)
                    place = .content
                }
            case .content:
                return content()
            case .partEnd:
                place = .delimiter
                return .partEnd
            case .end:
                rest = []
                return .end
            }
        }
    }

    /// What stands behind a delimiter: two hyphens after the last one, else blanks and a line end. False where more is needed.
    private mutating func passDelimiter() throws(WebProblem) -> Bool {
        guard rest.count >= 2 else { return false }
        if rest[0] == ASCII.hyphen, rest[1] == ASCII.hyphen {
            place = .end
            return true
        }
        guard let first = rest.firstIndex(where: { $0 != ASCII.space && $0 != ASCII.tab }), first + 1 < rest.count
        else {
            guard rest.count <= headerBytes else { throw WebProblem(.malformedForm) }
            return false
        }
        guard rest[first] == ASCII.carriageReturn, rest[first + 1] == ASCII.lineFeed else {
            throw WebProblem(.malformedForm)
        }
        rest.removeFirst(first + 2)
        place = .header
        return true
    }

    private mutating func header() throws(WebProblem) -> [String: String]? {
        // The line end of its last line stays: it may belong to the delimiter.
        let end: Int
        if rest.starts(with: [ASCII.carriageReturn, ASCII.lineFeed]) {
            end = 0
        } else if let found = find([ASCII.carriageReturn, ASCII.lineFeed, ASCII.carriageReturn, ASCII.lineFeed]) {
            end = found + 2
        } else {
            guard rest.count <= headerBytes + 4 else { throw WebProblem(.malformedForm) }
            return nil
        }
        guard end <= headerBytes else { throw WebProblem(.malformedForm) }
        let lines = rest[..<end]
        rest.removeFirst(end)
        place = .contentStart
        return try Self.fields(lines)
    }

    private static func fields(_ bytes: ArraySlice<UInt8>) throws(WebProblem) -> [String: String] {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw WebProblem(.notText) }
        var fields: [String: String] = [:]
        for line in text.split(separator: "\r\n") {
            guard let colon = line.utf8.firstIndex(of: ASCII.colon) else { throw WebProblem(.malformedForm) }
            let value = String(line[line.utf8.index(after: colon)...])
            fields[line[..<colon].lowercased()] = value.trimmingASCIIBlanks
        }
        return fields
    }

    private mutating func content() -> Event? {
        if let found = find(delimiter) {
            let bytes = Array(rest[..<found])
            rest.removeFirst(found + delimiter.count)
            place = .partEnd
            if !bytes.isEmpty { return .content(bytes) }
            place = .delimiter
            return .partEnd
        }
        // Its end may be the beginning of a delimiter.
        let sure = rest.count - (delimiter.count - 1)
        guard sure > 0 else { return nil }
        let bytes = Array(rest[..<sure])
        rest.removeFirst(sure)
        return .content(bytes)
    }

    /// Every pattern here begins with a carriage return.
    private func find(_ pattern: [UInt8]) -> Int? {
        rest.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress, let first = pattern.first else { return nil }
            var from = 0
            while from + pattern.count <= bytes.count,
                let found = memchr(start + from, Int32(first), bytes.count - pattern.count - from + 1)
            {
                let place = UnsafeRawPointer(found) - start
                if memcmp(found, pattern, pattern.count) == 0 { return place }
                from = place + 1
            }
            return nil
        }
    }
}
