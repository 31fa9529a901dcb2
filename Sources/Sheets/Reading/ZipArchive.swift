import CZip
package import Foundation

/// The parts of a ZIP archive in memory, read one at a time and never further than a limit.
package final class ZipArchive {
    private let bytes: UnsafeMutableRawBufferPointer
    private let handle: OpaquePointer
    /// What may still be unfolded.
    private var left: Int
    private let limit: Int

    package init(_ data: Data, limit: Int) throws(SheetsError) {
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, data.count), alignment: 1)
        data.withUnsafeBytes { bytes.copyMemory(from: $0) }
        self.bytes = bytes
        self.limit = limit
        left = limit
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let source = zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(data.count), 0, &error) else {
            bytes.deallocate()
            throw .notAWorkbook
        }
        guard let handle = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            bytes.deallocate()
            throw .notAWorkbook
        }
        self.handle = handle
    }

    deinit {
        zip_discard(handle)
        bytes.deallocate()
    }

    /// The content of a part; nil where there is none of that name. What the archive says of sizes is not believed.
    package func part(_ name: String) throws(SheetsError) -> Data? {
        guard zip_name_locate(handle, name, 0) >= 0 else { return nil }
        guard let file = zip_fopen(handle, name, 0) else { throw .damaged(part: name) }
        defer { zip_fclose(file) }
        var content = Data()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, zip_uint64_t($0.count)) }
            if count < 0 { throw .damaged(part: name) }
            if count == 0 { return content }
            left -= Int(count)
            if left < 0 { throw .tooLarge(limit: limit) }
            content.append(contentsOf: buffer[..<Int(count)])
        }
    }
}
