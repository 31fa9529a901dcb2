internal import Catalogue
internal import Cooperation
internal import Localisation
internal import Sheets
internal import Vocabulary

extension FiguresView {
    /// All figures as comma-separated values: table, name, code, number.
    func file() -> String {
        let words = visit.words
        var lines = [[words("figures.table"), words("figures.name"), words("figures.code"), words("figures.number")]]
        lines += State.allCases.compactMap { state in
            figures.byState[state].map { [states.caption, visit.word(state), state.rawValue, String($0)] }
        }
        for series in [outcomes, word] {
            lines += series.rows.map { [series.caption, $0.name, "", String($0.value)] }
        }
        lines += figures.byCountry.sorted { $0.key < $1.key }.map { country, count in
            [words("home.map"), visit.name(country), country.description, String(count)]
        }
        lines += groups.rows.enumerated().map { position, row in
            [groups.caption, row.name, CountryGroup.allCases[position].rawValue, String(row.value)]
        }
        for month in months {
            let name = words.month(date(month))
            let code = String(words.machineDate(date(month)).prefix(7))
            lines.append([words("figures.submitted-caption"), name, code, String(progress.submitted[month] ?? 0)])
            lines.append([words("figures.answered-caption"), name, code, String(progress.answered[month] ?? 0)])
        }
        lines += paces.map { [words("figures.paces-caption"), $0.name, "", String($0.pace.medianDays)] }
        lines += progress.flows.map { flow in
            let from = flow.from.map { visit.name($0) } ?? words("figures.several-countries")
            let code = "\(flow.from?.description ?? "")>\(flow.to)"
            return [words("figures.flows-caption"), "\(from) → \(visit.name(flow.to))", code, String(flow.count)]
        }
        lines += holdings.rows.map { [holdings.caption, $0.name, "", String($0.value)] }
        return CommaSeparated.text(lines)
    }
}
