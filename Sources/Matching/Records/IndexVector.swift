import SearchIndex

/// A vector as the index keeps it; the encoder has a type of the same name.
typealias IndexVector = Vector
