/// One part of a score as a whole number.
struct WholePart {
    var source: Hit.Part.Source
    var group: Int
    var value: Int64
}

extension Reader {
    /// The parts of a document's score, each clause by field; their sum is the score.
    func wholeParts(segment place: Int, doc: Int, _ query: Query, _ plan: Plan) -> [WholePart] {
        let segment = states[place].segment
        let formula = plan.formula
        var parts: [WholePart] = []
        for clause in plan.clauses {
            guard let found = clause.places[place] else { continue }
            switch clause.source {
            case .term(let term):
                addParts(of: term, at: found, clause, segment, doc, formula, to: &parts)
            case .facet(let facet, let value):
                guard facet.place >= 0, facet.place < schema.facets.count,
                    segment.facets.row(doc, facet: facet.place, of: schema.facets.count).contains(value)
                else { continue }
                parts.append(WholePart(source: .facet(facet, value), group: clause.group, value: Int64(clause.weight)))
            }
        }
        if let vector = query.vector, vector.weight > 0,
            let cosine = VectorSearch.cosine(vector.vector, segment.vectors, doc: doc, length: schema.vectorLength)
        {
            let value = Int64((vector.weight * max(0, cosine) * plan.unit).rounded())
            if value > 0 { parts.append(WholePart(source: .vector(cosine: cosine), group: -1, value: value)) }
        }
        return parts
    }

    /// Divides what a term adds among the fields it stands in, by what it weighs in each.
    private func addParts(
        of text: String, at term: Int, _ clause: Plan.Clause, _ segment: Segment, _ doc: Int,
        _ formula: ImpactFormula, to parts: inout [WholePart]
    ) {
        let range = segment.postings(of: term, near: doc)
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            if segment.postingDocs[middle] < UInt32(doc) { low = middle + 1 } else { high = middle }
        }
        guard low < range.upperBound, segment.postingDocs[low] == UInt32(doc) else { return }
        let value = Int64(clause.weight) * Int64(segment.postingImpacts[low])
        let counts = segment.frequencies[Int(segment.postingFrequencies[low])]
        // Most terms stand in one field, which then has it all.
        let first = counts == 0 ? 0 : counts.trailingZeroBitCount / 8
        if counts >> UInt64(first * 8) <= 0xFF {
            parts.append(WholePart(source: .term(text, FieldID(first)), group: clause.group, value: value))
            return
        }
        let weights = schema.fields.indices.map { field in
            let length = Int(segment.fieldLengths[doc * schema.fields.count + field])
            return Double(counts >> UInt64(field * 8) & 0xFF) * formula.occurrenceWeight(field: field, length: length)
        }
        let sum = weights.reduce(0, +)
        guard sum > 0 else {
            parts.append(WholePart(source: .term(text, FieldID(first)), group: clause.group, value: value))
            return
        }
        var rest = value
        let standing = weights.indices.filter { weights[$0] > 0 }
        for field in standing {
            let share = field == standing.last ? rest : Int64((Double(value) * weights[field] / sum).rounded(.down))
            rest -= share
            parts.append(WholePart(source: .term(text, FieldID(field)), group: clause.group, value: share))
        }
    }
}
