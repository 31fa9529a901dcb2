/// What reading one document may cost.
public struct ReadingLimits: Codable, Hashable, Sendable {
    /// Of the file, in bytes.
    public var fileSize: Int
    public var pages: Int
    /// Of text that comes out, in bytes of UTF-8.
    public var text: Int
    /// Of any file inside an archive, and of all that are read, unpacked, in bytes.
    public var unpacked: Int
    /// Wall time in seconds, without recognition of pictures.
    public var seconds: Int
    /// Of processor, for each process of the reader.
    public var processorSeconds: Int
    /// Of address space that a process of the reader may ask for, in megabytes.
    public var megabytes: Int
    /// Pages of pictures whose text is recognised; none at 0.
    public var recognisedPages: Int
    /// Wall time in seconds where pictures are read.
    public var recognitionSeconds: Int

    /// 60 MB, 2,000 pages, 20 MB of text, a minute; 60 scanned pages in ten minutes.
    public static let standard = ReadingLimits(
        fileSize: 60_000_000, pages: 2_000, text: 20_000_000, unpacked: 200_000_000, seconds: 60, processorSeconds: 60,
        megabytes: 1_500, recognisedPages: 60, recognitionSeconds: 600)

    public init(
        fileSize: Int, pages: Int, text: Int, unpacked: Int, seconds: Int, processorSeconds: Int, megabytes: Int,
        recognisedPages: Int, recognitionSeconds: Int
    ) {
        self.fileSize = fileSize
        self.pages = pages
        self.text = text
        self.unpacked = unpacked
        self.seconds = seconds
        self.processorSeconds = processorSeconds
        self.megabytes = megabytes
        self.recognisedPages = recognisedPages
        self.recognitionSeconds = recognitionSeconds
    }
}
