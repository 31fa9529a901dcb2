extension Practice {
    /// The parts of the template that a snapshot may leave open, in their order. What a practice always has is not among them.
    public enum TemplatePart: String, CaseIterable, Sendable {
        case context, blocks, enabling, lessons, figures, whatDidNotWork, cost, conditions
    }

    /// What it still lacks to be told in full; empty for a practice in full.
    public var missingParts: [TemplatePart] { TemplatePart.allCases.filter { !has($0) } }

    /// Told in full, by the whole template; else it is a snapshot.
    public var isFull: Bool { missingParts.isEmpty }

    private func has(_ part: TemplatePart) -> Bool {
        switch part {
        case .context: !context.isEmpty
        case .blocks: !blocks.isEmpty
        case .enabling: blocks.contains { !$0.enabling.isEmpty }
        case .lessons: blocks.contains { !$0.lessons.isEmpty }
        case .figures: !figures.isEmpty
        case .whatDidNotWork: !whatDidNotWork.isEmpty
        case .cost: cost != nil
        case .conditions: !conditions.isEmpty
        }
    }
}
