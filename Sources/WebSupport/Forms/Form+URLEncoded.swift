extension Form {
    /// Reads `application/x-www-form-urlencoded`. Names without a value, values without a name and stray `%` are taken as
    /// browsers take them. Throws `tooLarge`, `tooManyParts` or `notText`.
    public init(urlEncoded bytes: [UInt8], limits: Limits = .text) throws(WebProblem) {
        guard bytes.count <= limits.bytes else { throw WebProblem(.tooLarge) }
        var pairs = 0
        for pair in bytes.split(separator: ASCII.ampersand) {
            pairs += 1
            guard pairs <= limits.parts else { throw WebProblem(.tooManyParts) }
            let equals = pair.firstIndex(of: ASCII.equals) ?? pair.endIndex
            let value = pair[equals...].dropFirst()
            guard let name = PercentEncoding.decode(pair[..<equals], plusIsBlank: true, isStrict: false) else {
                throw WebProblem(.notText)
            }
            guard name.utf8.count <= limits.nameBytes else { throw WebProblem(.malformedForm) }
            guard let text = PercentEncoding.decode(value, plusIsBlank: true, isStrict: false) else {
                throw WebProblem(.notText, field: name)
            }
            add(text, to: name)
        }
    }

    /// Reads an address's query, without its `?`.
    public init(query: String, limits: Limits = .query) throws(WebProblem) {
        try self.init(urlEncoded: Array(query.utf8), limits: limits)
    }

    /// The fields as a query, names sorted; for links that keep what was chosen and for tests.
    public var urlEncoded: String {
        fields.sorted { $0.key < $1.key }
            .flatMap { name, values in
                values.map { PercentEncoding.encode(name) + "=" + PercentEncoding.encode($0) }
            }
            .joined(separator: "&")
    }
}
