/// How much a term says about a document: BM25F (Robertson and Zaragoza 2009, section 3.6) without the term's rarity.
struct ImpactFormula: Sendable {
    private let weights: [Double]
    private let penalties: [Double]
    private let usualLengths: [Double]
    private let saturation: Double

    init(_ schema: Schema) {
        weights = schema.fields.map { max(0, $0.weight) }
        penalties = schema.fields.map { min(1, max(0, $0.lengthPenalty)) }
        usualLengths = schema.fields.map { max(1, $0.usualLength) }
        saturation = schema.saturation
    }

    /// What one occurrence in a field of this length weighs.
    func occurrenceWeight(field: Int, length: Int) -> Double {
        weights[field] / (1 - penalties[field] + penalties[field] * Double(length) / usualLengths[field])
    }

    /// 1 to 255, of the weighted frequency over all fields.
    func impact(_ weightedFrequency: Double) -> UInt8 {
        UInt8(min(255, max(1, (255 * weightedFrequency / (saturation + weightedFrequency)).rounded())))
    }
}
