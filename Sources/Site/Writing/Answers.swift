internal import Cooperation
internal import Localisation
internal import Vocabulary

/// The parts of a record as a form's answers.
extension Visit {
    func answer(_ text: LocalizedText) -> [String] { [plain(text)] }
    func answer(_ number: Int?) -> [String] { [number.map(String.init) ?? ""] }
    func answer(_ day: CalendarDay?) -> [String] { [day?.description ?? ""] }

    func answer(_ countries: [CountryCode]) -> [String] {
        [words.sorted(countries) { name($0) }.map { name($0) }.joined(separator: "\n")]
    }

    /// The answers to a question about places: everywhere or not, and which.
    func answers(_ name: String, _ coverage: Coverage) -> [String: [String]] {
        switch coverage {
        case .everywhere: [name: ["everywhere"]]
        case .countries(let list): [name: ["countries"], name + "-countries": answer(Array(list))]
        }
    }

    /// The figures of a result as parts of a question, each with its place in this revision.
    func answers(_ name: String, _ figures: [Practice.ResultFigure]) -> [String: [String]] {
        var all: [String: [String]] = [:]
        for (index, figure) in figures.enumerated() {
            let parts = [
                "what": answer(figure.what), "before": [figure.before], "after": [figure.after],
                "year": answer(figure.year), PartField.origin: [String(index + 1)],
            ]
            for (part, answer) in parts { all[PartField.name(name, index + 1, part)] = answer }
        }
        return all
    }

    func answers(_ name: String, _ money: Money?) -> [String: [String]] {
        guard let money else { return [:] }
        return [name: [String(money.amount)], name + "-currency": [money.currency]]
    }

    func answer(_ links: [Cooperation.Link]) -> [String] {
        [links.map { $0.title.isEmpty ? $0.address : "\($0.title) \($0.address)" }.joined(separator: "\n")]
    }
}
