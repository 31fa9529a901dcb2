/// Why a bundle is not taken: what is wrong with it, and where.
public enum BundleFault: Error, Hashable, Sendable {
    /// It is something else.
    case notABundle
    /// It was written by a program that writes bundles in another way.
    case otherVersion(Int)
    /// In megabytes, how large it may be.
    case tooLarge(most: Int)
    /// The line is not what was signed: something in it was changed.
    case changed(line: Int)
    /// Lines are missing, stand twice or stand in another order: this one should stand there.
    case outOfOrder(line: Int, found: Int)
    /// The end is missing.
    case cutOff
    /// Not the node that it names has signed it, or not this.
    case wrongSeal
    /// The line is signed, but nothing that this program can read.
    case unreadable(line: Int)
}
