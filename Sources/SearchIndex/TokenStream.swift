/// One term of a document at its place.
struct Token {
    var term: Int
    var field: Int
    /// Within the field; the texts of one field lie far apart.
    var position: Int
}

/// The terms of a document in as few bytes as is quick: about two a term.
///
/// A term is `rank * 4 + step`, where step 0 to 2 is how far it lies after the one before and 3 means that the distance
/// follows. Distance 0 after step 3 stands for no term: it announces a field, whose place follows.
enum TokenStream {
    static func append(_ value: Int, to bytes: inout [UInt8]) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Tokens must be grouped by field and ascending by position.
    static func encode(_ tokens: some Sequence<(rank: Int, field: Int, position: Int)>, to bytes: inout [UInt8]) {
        var field = -1
        var position = 0
        for token in tokens {
            if token.field != field {
                append(3, to: &bytes)
                append(0, to: &bytes)
                append(token.field, to: &bytes)
                field = token.field
                position = 0
            }
            let step = max(0, token.position - position)
            if step < 3 {
                append(token.rank << 2 | step, to: &bytes)
            } else {
                append(token.rank << 2 | 3, to: &bytes)
                append(step, to: &bytes)
            }
            position += step
        }
    }
}

extension Segment {
    /// Visits the terms of a document in order.
    @inline(__always)
    func forEachToken(of doc: Int, _ visit: (Token) -> Void) {
        var offset = Int(streamStarts[doc])
        let end = Int(streamStarts[doc + 1])
        precondition(end <= stream.count)
        func next() -> Int {
            var value = 0
            var shift = 0
            while offset < end {
                let byte = stream.base[offset]
                offset += 1
                value |= Int(byte & 0x7F) << shift
                if byte < 0x80 { break }
                shift += 7
            }
            return value
        }
        var field = 0
        var position = 0
        while offset < end {
            let head = next()
            var step = head & 3
            if step == 3 {
                step = next()
                if step == 0 {
                    field = next()
                    position = 0
                    continue
                }
            }
            position += step
            visit(Token(term: Int(termOfRank[head >> 2]), field: field, position: position))
        }
    }
}
