import Cooperation

/// A line of a data file: a paper, its key, and how long ago it was filed.
struct Record<Body: Paper>: Decodable {
    /// The identifier's own part.
    let id: ID<Body>
    let body: Body
    /// Counted back from the day the demonstration is filled in.
    let daysAgo: Int

    private enum CodingKeys: String, CodingKey { case key, paper, daysAgo }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let key = try container.decode(String.self, forKey: .key)
        guard let id = ID<Body>(own: key) else {
            throw DecodingError.dataCorruptedError(
                forKey: .key, in: container, debugDescription: "not a part of an identifier: \(key)")
        }
        self.id = id
        body = try container.decode(Body.self, forKey: .paper)
        daysAgo = try container.decodeIfPresent(Int.self, forKey: .daysAgo) ?? 900
    }
}
