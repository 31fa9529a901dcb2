import Cooperation

/// The readings that go on in this process: how far each is, and how to stop it. What must survive is in the papers.
actor ReadingRoom {
    private var running: [ReadingID: (task: Task<Void, Never>, progress: DocumentMiner.Progress)] = [:]

    func began(_ id: ReadingID, _ task: Task<Void, Never>) {
        running[id] = (task, DocumentMiner.Progress(pagesRead: 0, pages: 0))
    }

    func moved(_ id: ReadingID, to progress: DocumentMiner.Progress) { running[id]?.progress = progress }

    func ended(_ id: ReadingID) { running[id] = nil }

    func progress(of id: ReadingID) -> DocumentMiner.Progress? { running[id]?.progress }

    func isRunning(_ id: ReadingID) -> Bool { running[id] != nil }

    func cancel(_ id: ReadingID) { running[id]?.task.cancel() }
}
