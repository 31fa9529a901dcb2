extension Ledger {
    /// All entries behind a place up to where the ledger ended when it got there, in pages; read as they are asked for.
    public func stream(after sequence: Int64, pageSize: Int = 500) -> AsyncThrowingStream<[Entry], any Error> {
        let cursor = PageCursor(ledger: self, sequence: sequence, pageSize: pageSize)
        return AsyncThrowingStream { try await cursor.next() }
    }

    /// As `stream(after:)`, but at the end it waits for what will be committed; it ends when the ledger is closed or the
    /// task is cancelled.
    public func follow(after sequence: Int64, pageSize: Int = 500) -> AsyncThrowingStream<[Entry], any Error> {
        let cursor = PageCursor(ledger: self, sequence: sequence, pageSize: pageSize)
        let news = News(heads())
        return AsyncThrowingStream {
            while true {
                if let page = try await cursor.next() { return page }
                guard await news.wait() else { return nil }
            }
        }
    }
}

/// Where one reader of a stream stands.
private actor PageCursor {
    private let ledger: any Ledger
    private var sequence: Int64
    private let pageSize: Int

    init(ledger: any Ledger, sequence: Int64, pageSize: Int) {
        self.ledger = ledger
        self.sequence = sequence
        self.pageSize = pageSize
    }

    func next() async throws -> [Entry]? {
        let page = try await ledger.entries(after: sequence, limit: pageSize)
        guard let last = page.last else { return nil }
        sequence = last.sequence
        return page
    }
}

/// Waits for the next head.
private actor News {
    private var heads: AsyncStream<Head>.Iterator

    init(_ heads: AsyncStream<Head>) {
        self.heads = heads.makeAsyncIterator()
    }

    /// False when there will be no more.
    func wait() async -> Bool {
        var iterator = heads
        let head = await iterator.next(isolation: self)
        heads = iterator
        return head != nil
    }
}
