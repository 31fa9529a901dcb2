import Foundation

extension Memory {
    private static let pageSize = 1 << 21

    /// New memory with a copy of some bytes, at an address that is a multiple of 64.
    ///
    /// Two MB and more lie on pages of that size where the system has them: columns are read here and there, and with
    /// small pages the processor mostly looks for where a page is.
    convenience init(copying bytes: UnsafeRawBufferPointer) {
        if bytes.count >= Self.pageSize, let large = Self.large(bytes.count) {
            large.copyMemory(from: bytes)
            self.init(UnsafeRawBufferPointer(large)) {
                munmap(UnsafeMutableRawPointer(mutating: $0.baseAddress), $0.count)
            }
        } else {
            let raw = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 64)
            raw.copyMemory(from: bytes)
            self.init(UnsafeRawBufferPointer(raw)) { $0.deallocate() }
        }
    }

    /// Nil where the system has none.
    private static func large(_ count: Int) -> UnsafeMutableRawBufferPointer? {
        // One page more, so that it can begin where a page begins; what is too much is given back at once.
        let small = Int(sysconf(Int32(_SC_PAGESIZE)))
        let size = (count + small - 1) / small * small
        let whole = size + pageSize
        guard let start = mmap(nil, whole, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
            start != MAP_FAILED
        else { return nil }
        let before = (pageSize - Int(bitPattern: start) % pageSize) % pageSize
        if before > 0 { munmap(start, before) }
        let first = start + before
        let after = whole - before - size
        if after > 0 { munmap(first + size, after) }
        madvise(first, size, MADV_HUGEPAGE)
        return UnsafeMutableRawBufferPointer(start: first, count: count)
    }
}
