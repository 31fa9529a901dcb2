public import Catalogue
public import Cooperation
import Matching
import Vocabulary

extension Desk {
    /// The needs that a filter keeps, for the matrix. From public papers, for everybody.
    public func needEntries(_ filter: NeedFilter = NeedFilter()) async throws(DeskError) -> [NeedEntry] {
        let all = try await asking { try await catalogue.needEntries() }
        let day = now
        return await offTheLoop { all.filter { filter.keeps($0, on: day) } }
    }

    /// The matrix of needs.
    public func needMatrix(
        _ filter: NeedFilter = NeedFilter(), rowsBy: NeedMatrix.RowsBy = .heading,
        columnsBy: NeedMatrix.ColumnsBy = .region
    ) async throws(DeskError) -> NeedMatrix {
        let needs = try await needEntries(filter)
        return await offTheLoop { NeedMatrix(needs, rowsBy: rowsBy, columnsBy: columnsBy) }
    }

    /// The papers behind a part of the matrix, the newest first, in pages.
    public func needs(
        _ filter: NeedFilter, unnamed: Bool = false, limit: Int = 30, offset: Int = 0
    ) async throws(DeskError) -> Page<Filed<Need>> {
        let entries = try await needEntries(filter).filter { !unnamed || $0.heading == nil }
        let ids = entries.map(\.id).sorted(by: >)
        let papers = try await records(Array(ids.dropFirst(offset).prefix(limit)))
        return Page(items: papers, total: ids.count, offset: offset)
    }

    /// Where a kind of need has no answer yet: its unanswered needs in a region, beside what is offered to it there.
    public func unansweredNeeds(_ filter: NeedFilter = NeedFilter()) async throws(DeskError) -> [UnansweredNeeds] {
        let matrix = try await needMatrix(filter)
        let gaps = await gaps()
        var found: [UnansweredNeeds] = []
        for row in matrix.rows {
            guard case .heading(let heading) = row else { continue }
            for case .region(let region) in matrix.columns {
                let cell = matrix[row, .region(region)]
                guard cell.unanswered > 0 else { continue }
                let offers = gaps.filter { gap in
                    guard case .subject(let subject) = gap.topic else { return false }
                    return gap.region == region && heading.subjects.contains(subject)
                }
                found.append(
                    UnansweredNeeds(
                        heading: heading, region: region, cell: cell,
                        providersThere: offers.map(\.providersThere).max(),
                        providers: offers.map(\.providers).max()))
            }
        }
        return found.sorted { left, right in
            left.cell.unanswered == right.cell.unanswered
                ? (left.heading, left.region) < (right.heading, right.region)
                : left.cell.unanswered > right.cell.unanswered
        }
    }
}
