import Foundation
import TextAnalysis
import Vocabulary

/// An expression of interest as LifeWeb kept it, with those who funded it. Only what ranking donors needs is read.
struct DonorExpression: Decodable {
    struct Donation: Decodable {
        let donor: String
    }

    let id: String
    let title: String
    let summary: String?
    let description: String?
    let keywords: String?
    let fundingStatus: String?
    let donations: [Donation]?

    private enum CodingKeys: String, CodingKey {
        case id, title, summary, description, keywords
        case fundingStatus = "funding_status"
        case donations = "donors"
    }

    /// Who gave, each once.
    var donors: Set<String> {
        Set((donations ?? []).map { $0.donor.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty })
    }

    var text: String { [title, summary, description, keywords].compactMap(\.self).joined(separator: "\n") }

    /// Whether part of the money is in hand already, which the requester knows before looking for more.
    var hasCoFinancing: Bool { fundingStatus == "some secured funding" }

    /// One JSON object a line.
    static func read(_ text: String) throws(EvaluationError) -> [DonorExpression] {
        var all: [DonorExpression] = []
        for (place, line) in text.split(whereSeparator: \.isNewline).enumerated() {
            guard let one = try? JSONDecoder().decode(DonorExpression.self, from: Data(line.utf8)) else {
                throw .malformedLine(place + 1)
            }
            all.append(one)
        }
        guard all.contains(where: { !$0.donors.isEmpty }) else { throw .empty }
        return all
    }
}
