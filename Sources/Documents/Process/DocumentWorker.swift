import CSandbox
import Foundation
import Glibc

/// The child's side: the hidden command of the program calls this and nothing else.
public enum DocumentWorker {
    /// Puts itself under limits, reads, and prints what came of it. The value is the exit code: 0 where something was printed
    /// for the parent to read, be it a refusal.
    public static func run(_ argument: String) -> Int32 {
        guard let order = try? JSONDecoder().decode(WorkerOrder.self, from: Data(argument.utf8)) else { return 64 }
        restrict(order.limits)
        do throws(DocumentRefusal) {
            let parser = DocumentParser(limits: order.limits, folder: URL(filePath: order.folder)) { progress in
                say(.progress(progress))
            }
            say(.document(try parser.parse(URL(filePath: order.file), named: order.name)))
        } catch {
            say(.refusal(error))
        }
        return 0
    }

    private static func restrict(_ limits: ReadingLimits) {
        _ = bb_die_with_parent()
        _ = bb_limit(Int32(bb_core), 0, 0)
        let seconds = UInt(limits.processorSeconds)
        _ = bb_limit(Int32(bb_cpu_seconds), seconds, seconds + 5)
        let bytes = UInt(limits.megabytes) * 1_048_576
        _ = bb_limit(Int32(bb_address_space), bytes, bytes)
        let size = UInt(limits.unpacked)
        _ = bb_limit(Int32(bb_file_size), size, size)
    }

    private static func say(_ reply: WorkerReply) {
        guard var line = try? JSONEncoder().encode(reply) else { return }
        line.append(10)
        line.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = write(1, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                rest = rest.dropFirst(count)
            }
        }
    }
}
