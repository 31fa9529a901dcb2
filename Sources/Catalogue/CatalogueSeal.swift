import CSealedPages
import Foundation

/// What lies beside a catalogue that was closed properly: a checksum of every page of its file.
///
/// The file is used only as it was sealed. A small one is looked at as a whole when it is opened; of a large one, each page is
/// held against its sum when SQLite reads it, so that opening takes no longer with a million records than with none.
struct CatalogueSeal {
    static let name = "catalogue.seal"

    private static let magic = Data("BBSEAL2\n".utf8)
    private static let pageSize = Int(SP_PAGE_SIZE)
    private let sums: [UInt32]

    /// Layout, little-endian: magic, the sums (4 bytes each), the checksum of all before.
    init?(of folder: URL) {
        guard let bytes = try? Data(contentsOf: folder.appending(path: Self.name), options: .mappedIfSafe),
            bytes.count >= Self.magic.count + 4, bytes.count % 4 == 0, bytes.prefix(Self.magic.count) == Self.magic
        else { return nil }
        let numbers = bytes.dropFirst(Self.magic.count).withUnsafeBytes { raw in
            (0..<raw.count / 4).map { UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self)) }
        }
        guard Self.sum(of: bytes.dropLast(4)) == numbers.last else { return nil }
        sums = numbers.dropLast()
    }

    /// Of a file that is closed. Pages that were guarded and not written keep the sum they had: what went wrong with them
    /// meanwhile is noticed later, too.
    init(of content: Data, at path: String) {
        let known = (0..<content.count / Self.pageSize).map { page -> UInt32? in
            var sum: UInt32 = 0
            return sp_sum(path, UInt32(page), &sum) ? sum : nil
        }
        sums = Self.sums(of: content, known: known)
    }

    func write(to folder: URL) throws {
        var bytes = Self.magic
        for sum in sums { withUnsafeBytes(of: sum.littleEndian) { bytes.append(contentsOf: $0) } }
        let own = Self.sum(of: bytes)
        withUnsafeBytes(of: own.littleEndian) { bytes.append(contentsOf: $0) }
        try bytes.write(to: folder.appending(path: Self.name), options: .atomic)
    }

    /// Whether a file has as many pages.
    func fits(size: Int) -> Bool { size == sums.count * Self.pageSize }

    func holds(_ content: Data) -> Bool {
        fits(size: content.count) && Self.sums(of: content) == sums
    }

    private static func sum(of bytes: Data) -> UInt32 {
        bytes.withUnsafeBytes { raw in raw.baseAddress.map { sp_sum_of($0, raw.count) } ?? 0 }
    }

    /// One for each whole page, by all processors. Pages whose sum is known are not read.
    private static func sums(of content: Data, known: [UInt32?] = []) -> [UInt32] {
        let count = content.count / pageSize
        let parts = (count + Pages.together - 1) / Pages.together
        return content.withUnsafeBytes { bytes in
            [UInt32](unsafeUninitializedCapacity: count) { sums, filled in
                let pages = Pages(sums: sums, bytes: bytes, count: count, known: known)
                DispatchQueue.concurrentPerform(iterations: parts) { pages.reckon($0) }
                filled = count
            }
        }
    }

    /// Unchecked for the addresses: each part is read and its sums written by one thread, while the caller waits.
    private struct Pages: @unchecked Sendable {
        static let together = 1_024

        let sums: UnsafeMutableBufferPointer<UInt32>
        let bytes: UnsafeRawBufferPointer
        let count: Int
        let known: [UInt32?]

        func reckon(_ part: Int) {
            guard let start = bytes.baseAddress else { return }
            for page in part * Pages.together..<min((part + 1) * Pages.together, count) {
                let sum =
                    (known.isEmpty ? nil : known[page])
                    ?? sp_sum_of(start + page * CatalogueSeal.pageSize, CatalogueSeal.pageSize)
                (sums.baseAddress.map { $0 + page })?.initialize(to: sum)
            }
        }
    }

    /// From now on SQLite reads nothing else of this file than was sealed, or written since.
    func guardFile(at path: String) -> Bool {
        sums.withUnsafeBufferPointer { sp_guard(path, $0.baseAddress, UInt32($0.count)) }
    }
}

/// A catalogue's file as SQLite names it, and what is known about its pages while it is open.
struct GuardedFile {
    let path: String

    init(_ folder: URL) {
        let real = realpath(folder.path, nil)
        defer { free(real) }
        path = (real.map { String(cString: $0) } ?? folder.path) + "/" + Catalogue.fileName
    }

    /// A page was found to be other than it was sealed.
    var isBroken: Bool { sp_is_broken(path) }

    /// Files opened from now on are not guarded.
    func release() { sp_release(path) }

    /// Holds every page against its sum, some at a time, with pauses: whoever answers people goes first. False where one is
    /// wrong.
    func check() -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return false }
        let pages = UInt32(Int(status.st_size) / Int(SP_PAGE_SIZE))
        let together: UInt32 = 512
        for first in stride(from: 0, to: pages, by: Int(together)) {
            guard sp_check(path, descriptor, first, together) else { return false }
            usleep(1_000)
        }
        return !isBroken
    }
}
