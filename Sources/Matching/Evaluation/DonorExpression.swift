import Foundation
import TextAnalysis
import Vocabulary

/// An expression of interest as LifeWeb kept it, with those who funded it. Only what ranking donors needs is read.
struct DonorExpression: Decodable {
    struct Donation: Decodable {
        let donor: String?
    }

    let title: String?
    let summary: String?
    let description: String?
    let keywords: String?
    let fundingStatus: String?
    let donations: [Donation]?

    private enum CodingKeys: String, CodingKey {
        case title, summary, description, keywords
        case fundingStatus = "funding_status"
        case donations = "donors"
    }

    /// Who gave, each once.
    var donors: Set<String> {
        Set(
            (donations ?? []).compactMap { $0.donor?.trimmingCharacters(in: .whitespacesAndNewlines) }
                .filter { !$0.isEmpty })
    }

    var text: String { [title, summary, description, keywords].compactMap(\.self).joined(separator: "\n") }

    /// Whether part of the money is in hand already, which the requester knows before looking for more.
    var hasCoFinancing: Bool { fundingStatus == "some secured funding" }

    /// One JSON object a line.
    /// - Parameter withDonors: whether a file in which nobody gave is of no use.
    static func read(_ text: String, withDonors: Bool = true) throws(EvaluationError) -> [DonorExpression] {
        var all: [DonorExpression] = []
        for (number, line) in Lines(text) {
            guard let one = try? JSONDecoder().decode(DonorExpression.self, from: Data(line.utf8)) else {
                throw .malformedLine(number)
            }
            all.append(one)
        }
        guard !all.isEmpty, !withDonors || all.contains(where: { !$0.donors.isEmpty }) else { throw .empty }
        return all
    }
}
