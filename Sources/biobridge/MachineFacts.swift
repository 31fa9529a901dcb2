internal import ArgumentParser
internal import Foundation
internal import Site

/// What administrators are shown of the machine a node runs on.
struct MachineFacts {
    let folder: URL
    let started: Date

    func read() -> NodeFacts {
        let system = try? FileManager.default.attributesOfFileSystem(forPath: folder.path)
        let ledger = try? FileManager.default.attributesOfItem(atPath: folder.appending(path: "ledger.sqlite").path)
        return NodeFacts(
            version: BioBridge.configuration.version, started: started, diskFree: number(system?[.systemFreeSize]),
            diskTotal: number(system?[.systemSize]), ledgerBytes: number(ledger?[.size]), memoryBytes: memory)
    }

    /// What is in memory now (`VmRSS` of Linux); 0 elsewhere.
    private var memory: Int {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
            let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) })
        else { return 0 }
        return kilobytes * 1024
    }

    private func number(_ value: Any?) -> Int { (value as? NSNumber)?.intValue ?? 0 }
}
