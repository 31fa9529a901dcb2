/// The terms each word form leads to: nearly always one, which lies in a plain array.
struct FormLeads {
    private var first: [UInt32] = []
    private var others: [Int: [UInt32]] = [:]

    mutating func add(_ term: UInt32, to form: Int) {
        while first.count <= form { first.append(.max) }
        if first[form] == term { return }
        if first[form] == .max {
            first[form] = term
        } else if others[form]?.contains(term) != true {
            others[form, default: []].append(term)
        }
    }

    func terms(of form: Int) -> [UInt32] {
        guard form < first.count, first[form] != .max else { return [] }
        return [first[form]] + (others[form] ?? [])
    }
}
