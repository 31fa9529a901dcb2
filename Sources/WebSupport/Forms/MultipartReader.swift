/// The parts of a `multipart` body, one after another, as ranges of its bytes.
struct MultipartReader {
    struct Part {
        /// Names in lower case.
        let headers: [String: String]
        let body: Range<Int>
    }

    private let bytes: [UInt8]
    private let delimiter: [UInt8]
    private let headerBytes: Int
    /// Where the next part's header starts; `nil` before the first delimiter was found.
    private var position: Int?
    private var isAtEnd = false

    init(_ bytes: [UInt8], boundary: String, headerBytes: Int) {
        self.bytes = bytes
        self.headerBytes = headerBytes
        delimiter = Array("\r\n--".utf8) + Array(boundary.utf8)
    }

    /// The next part; `nil` after the last. A body that ends before its closing delimiter is `malformedForm`: it was cut off.
    mutating func next() throws(WebProblem) -> Part? {
        let start: Int
        if let position {
            start = position
        } else {
            start = try first()
        }
        if isAtEnd { return nil }
        let (headers, bodyStart) = try headers(from: start)
        // An empty body may share its line end with the header's last line.
        guard let bodyEnd = find(delimiter, from: bodyStart - 2) else { throw WebProblem(.malformedForm) }
        try pass(delimiterAt: bodyEnd)
        return Part(headers: headers, body: bodyStart..<max(bodyStart, bodyEnd))
    }

    /// Passes the first delimiter (whatever stands before it does not count) and tells where its header starts.
    private mutating func first() throws(WebProblem) -> Int {
        if bytes.starts(with: delimiter.dropFirst(2)) {
            try pass(delimiterAt: -2)
        } else if let found = find(delimiter, from: 0) {
            try pass(delimiterAt: found)
        } else {
            throw WebProblem(.malformedForm)
        }
        return position ?? bytes.count
    }

    private mutating func pass(delimiterAt start: Int) throws(WebProblem) {
        var after = start + delimiter.count
        if after + 1 < bytes.count, bytes[after] == ASCII.hyphen, bytes[after + 1] == ASCII.hyphen {
            isAtEnd = true
            position = bytes.count
            return
        }
        while after < bytes.count, bytes[after] == ASCII.space || bytes[after] == ASCII.tab { after += 1 }
        guard after + 1 < bytes.count, bytes[after] == ASCII.carriageReturn, bytes[after + 1] == ASCII.lineFeed else {
            throw WebProblem(.malformedForm)
        }
        position = after + 2
    }

    private func headers(from start: Int) throws(WebProblem) -> ([String: String], bodyStart: Int) {
        var headers: [String: String] = [:]
        var lineStart = start
        while true {
            guard
                let lineEnd = find([ASCII.carriageReturn, ASCII.lineFeed], from: lineStart, limit: start + headerBytes)
            else { throw WebProblem(.malformedForm) }
            if lineEnd == lineStart { return (headers, lineEnd + 2) }
            guard let line = String(validating: bytes[lineStart..<lineEnd], as: UTF8.self) else {
                throw WebProblem(.notText)
            }
            guard let colon = line.utf8.firstIndex(of: ASCII.colon) else { throw WebProblem(.malformedForm) }
            let value = String(line[line.utf8.index(after: colon)...])
            headers[line[..<colon].lowercased()] = value.trimmingASCIIBlanks
            lineStart = lineEnd + 2
        }
    }

    private func find(_ pattern: [UInt8], from start: Int, limit: Int = .max) -> Int? {
        let end = min(bytes.count, limit) - pattern.count
        guard start >= 0, start <= end else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            pattern.withUnsafeBufferPointer { pattern in
                var index = start
                while index <= end {
                    var length = 0
                    while length < pattern.count, bytes[index + length] == pattern[length] { length += 1 }
                    if length == pattern.count { return index }
                    index += 1
                }
                return nil
            }
        }
    }
}
