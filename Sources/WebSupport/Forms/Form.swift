public import struct Foundation.Data

/// What a person sent: the fields of a form or of an address's query, as typed, and its files.
///
/// Reading is lenient where people are (blanks around, a blank for no number, digits of other scripts) and says
/// clearly what cannot be read; it never ends the program.
public struct Form: Sendable, Equatable {
    /// How much is read before it is refused.
    public struct Limits: Sendable {
        /// Of the whole body, in bytes.
        public var bytes: Int
        /// Of fields and files together.
        public var parts: Int
        /// Of one file, in bytes.
        public var fileBytes: Int
        /// Of a field's name, in bytes.
        public var nameBytes: Int
        /// Of the header of one part, in bytes.
        public var headerBytes: Int
        /// In which the whole body has to arrive.
        public var time: Duration

        public init(
            bytes: Int = 1 << 20, parts: Int = 1_000, fileBytes: Int = 10 << 20, nameBytes: Int = 200,
            headerBytes: Int = 4_096, time: Duration = .seconds(60)
        ) {
            self.bytes = bytes
            self.parts = parts
            self.fileBytes = fileBytes
            self.nameBytes = nameBytes
            self.headerBytes = headerBytes
            self.time = time
        }

        /// A form of words: 1 MiB.
        public static let text = Limits()
        /// A form with files: 25 MiB, each file 10 MiB, ten minutes on a slow line.
        public static let files = Limits(bytes: 25 << 20, time: .seconds(600))
        /// An address's query.
        public static let query = Limits(bytes: 16_384, parts: 200)
    }

    /// A file that came with a form.
    public struct File: Sendable, Equatable {
        /// The last part of its name, without control characters and folders. Never a path to write to.
        public let name: String
        /// The media type the browser claims; to be checked against the content.
        public let type: String
        public let data: Data

        public init(name: String, type: String, data: Data) {
            self.name = name
            self.type = type
            self.data = data
        }
    }

    /// A file that came with a form and lies on disk as long as somebody holds this.
    public struct Upload: Sendable, Equatable {
        /// As that of a `File`.
        public let name: String
        /// The media type the browser claims; to be checked against the content.
        public let type: String
        public let file: SpooledFile
    }

    /// The values of each field, in the order of the body.
    public internal(set) var fields: [String: [String]] = [:]
    public internal(set) var files: [String: [File]] = [:]
    /// Files of a form that was read by `Request.spooledForm`; the others are in `files`.
    public internal(set) var uploads: [String: [Upload]] = [:]

    public init() {}

    /// A form made by hand, for tests and for pages that show one again.
    public init(fields: [String: [String]]) { self.fields = fields }

    mutating func add(_ value: String, to name: String) { fields[name, default: []].append(value) }

    mutating func add(_ file: File, to name: String) { files[name, default: []].append(file) }

    mutating func add(_ upload: Upload, to name: String) { uploads[name, default: []].append(upload) }
}
