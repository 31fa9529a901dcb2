import Foundation

/// A whole file as read-only memory, shared with every other reader of the same file and paged in as it is used.
///
/// The file must not be shortened while it is mapped; `tools/make-model` replaces it by renaming, which is safe.
final class MappedFile: Sendable {
    /// Never written and valid as long as this object lives, so any thread may read it.
    nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

    init(path: String) throws(EncoderError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path: path) }
        guard status.st_size > 0 else { throw .unknownFormat }
        let length = Int(status.st_size)
        guard let start = mmap(nil, length, PROT_READ, MAP_SHARED, descriptor, 0), start != MAP_FAILED else {
            throw .unreadable(path: path)
        }
        bytes = UnsafeRawBufferPointer(start: start, count: length)
    }

    /// Gives the memory back to the system; what is needed again is read again.
    func rest() { madvise(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count, MADV_DONTNEED) }

    deinit {
        munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    }
}
