extension Draft {
    /// What can be judged without the ledger.
    func check(bodyLimit: Int) throws(LedgerError) {
        try Self.check(name: paper.rawValue, field: "paper")
        try Self.check(name: kind, field: "kind")
        try Self.check(name: author, field: "author")
        guard base >= 0 else { throw .invalid(field: "base") }
        guard body.count <= bodyLimit else { throw .tooLarge(bytes: body.count, limit: bodyLimit) }
        for claim in claims { try claim.check() }
    }

    /// Names are 1 to 200 bytes without control characters: a zero byte would end the text in C.
    static func check(name: String, field: String, limit: Int = 200) throws(LedgerError) {
        let isSound =
            (1...limit).contains(name.utf8.count)
            && !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
        guard isSound else { throw .invalid(field: field) }
    }
}

extension Claim {
    func check() throws(LedgerError) {
        try Draft.check(name: space, field: "claim.space")
        try Draft.check(name: key, field: "claim.key", limit: 4000)
    }
}
