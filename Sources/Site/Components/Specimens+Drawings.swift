internal import Localisation
internal import Vocabulary
internal import WebSupport

extension Specimens {
    var ways: HTML { way.html() + ended.html() + way.small() + ended.small() }

    var way: StepLine {
        StepLine(
            words: words,
            steps: [
                .init(name: words("components.step-sent"), state: .done, note: day(-61)),
                .init(
                    name: words("components.step-position"), state: .done,
                    note: words("components.note-silence", ["date": day(-40)])),
                .init(name: words("components.step-assessed"), state: .done, note: day(-33)),
                .init(
                    name: words("components.step-matched"), state: .now,
                    note: words("components.note-until", ["date": day(9)])),
                .init(name: words("components.step-planned"), state: .next),
                .init(name: words("components.step-funded"), state: .next),
                .init(name: words("components.step-carried-out"), state: .next),
                .init(name: words("components.step-closed"), state: .next),
            ])
    }

    var ended: StepLine {
        StepLine(
            words: words,
            steps: [
                .init(name: words("components.step-sent"), state: .done, note: day(-90)),
                .init(name: words("components.step-position"), state: .skipped),
                .init(name: words("components.step-assessed"), state: .done, note: day(-80)),
                .init(name: words("components.ended"), state: .ended, note: day(-71)),
            ])
    }

    var map: TileMap {
        TileMap(
            words: words, caption: words("components.map-caption"), valueTitle: words("components.open-needs"),
            tiles: tiles, thresholds: [1, 3, 6, 10])
    }

    var network: NetworkDrawing {
        NetworkDrawing(
            words: words, caption: words("components.network-caption"),
            knots: [["BJ", "BF", "NE"], ["CO", "CR", "EC", "PA"], ["KE", "TZ", "UG"]].map { codes in
                .init(title: words("components.network"), countries: codes.compactMap { CountryCode($0) })
            })
    }

    var reasons: ReasonBar {
        ReasonBar(
            words: words,
            parts: [
                .init(reason: words("components.reason-themes"), points: 31),
                .init(reason: words("components.reason-help"), points: 18),
                .init(reason: words("components.reason-place"), points: 12),
                .init(reason: words("components.reason-language"), points: 8),
                .init(reason: words("components.reason-record"), points: 5),
            ], missing: [words("components.missing-funding"), words("components.missing-equipment")])
    }

    var tables: HTML {
        let months = (0..<6).map {
            (
                label: words.shortMonth(date(-30 * (6 - $0))), name: words.month(date(-30 * (6 - $0))),
                value: Double([3, 5, 4, 8, 7, 11][$0])
            )
        }
        return DataTable(
            caption: words("components.table-caption"),
            columns: [
                .init(title: words("common.country")), .init(title: words("components.open-needs"), isNumber: true),
                .init(title: words("components.answered"), isNumber: true),
                .init(title: words("components.days"), isNumber: true),
            ],
            rows: [("components.benin", 7, 12, 84), ("components.bhutan", 12, 3, 131), ("components.samoa", 3, 5, 47)]
                .map { (name: MessageKey, open: Int, answered: Int, days: Int) in
                    [HTML(text: words(name))] + [open, answered, days].map { HTML(text: words.number($0)) }
                }
        ).html()
            + BarTable(
                words: words, caption: words("components.map-caption"), nameTitle: words("common.country"),
                valueTitle: words("components.open-needs"),
                rows: [
                    (words("components.bhutan"), 12), (words("components.benin"), 7), (words("components.samoa"), 3),
                ]
            ).html()
            + ColumnChart(
                words: words, caption: words("components.chart-caption"), nameTitle: words("components.month"),
                valueTitle: words("components.answered"), columns: months
            ).html()
    }
}
