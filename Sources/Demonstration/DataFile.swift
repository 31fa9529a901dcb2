import DemonstrationFiles
import Foundation

/// A compiled-in data file of the demonstration.
struct DataFile {
    let name: String
    let bytes: UnsafeRawPointer?
    let size: UInt

    static var organisations: DataFile {
        DataFile(
            name: "organisations", bytes: demonstration_organisations_bytes(), size: demonstration_organisations_size)
    }
    static var hubs: DataFile {
        DataFile(name: "hubs", bytes: demonstration_hubs_bytes(), size: demonstration_hubs_size)
    }
    static var providers: DataFile {
        DataFile(name: "providers", bytes: demonstration_providers_bytes(), size: demonstration_providers_size)
    }
    static var opportunities: DataFile {
        DataFile(
            name: "opportunities", bytes: demonstration_opportunities_bytes(), size: demonstration_opportunities_size)
    }
    static var practices: DataFile {
        DataFile(name: "practices", bytes: demonstration_practices_bytes(), size: demonstration_practices_size)
    }
    static var resources: DataFile {
        DataFile(name: "resources", bytes: demonstration_resources_bytes(), size: demonstration_resources_size)
    }
    static var partnerships: DataFile {
        DataFile(
            name: "partnerships", bytes: demonstration_partnerships_bytes(), size: demonstration_partnerships_size)
    }
    static var projects: DataFile {
        DataFile(name: "projects", bytes: demonstration_projects_bytes(), size: demonstration_projects_size)
    }
    static var needs: DataFile {
        DataFile(name: "needs", bytes: demonstration_needs_bytes(), size: demonstration_needs_size)
    }
    static var requests: DataFile {
        DataFile(name: "requests", bytes: demonstration_requests_bytes(), size: demonstration_requests_size)
    }
    static var wordings: DataFile {
        DataFile(name: "wordings", bytes: demonstration_wordings_bytes(), size: demonstration_wordings_size)
    }
    static var accounts: DataFile {
        DataFile(name: "accounts", bytes: demonstration_accounts_bytes(), size: demonstration_accounts_size)
    }
    /// What the help desk takes in as a list, by its own import.
    static var takenIn: DataFile {
        DataFile(name: "taken-in", bytes: demonstration_taken_in_bytes(), size: demonstration_taken_in_size)
    }
    /// Two editions of one plan, written for the demonstration.
    static var earlierStrategy: DataFile {
        DataFile(
            name: "strategy-2019.html", bytes: demonstration_strategy_2019_bytes(),
            size: demonstration_strategy_2019_size)
    }
    static var strategy: DataFile {
        DataFile(
            name: "strategy-2026.html", bytes: demonstration_strategy_2026_bytes(),
            size: demonstration_strategy_2026_size)
    }

    var contents: Data { bytes.map { Data(bytes: $0, count: Int(size)) } ?? Data() }

    /// The whole file as JSON of that shape.
    func decode<Shape: Decodable>(_ shape: Shape.Type) throws(DemonstrationError) -> Shape {
        try decode(contents, line: 1)
    }

    /// Each line as JSON of that shape.
    func lines<Shape: Decodable>(_ shape: Shape.Type) throws(DemonstrationError) -> [Shape] {
        var decoded: [Shape] = []
        for (index, line) in contents.split(separator: 10).enumerated() {
            decoded.append(try decode(line, line: index + 1))
        }
        return decoded
    }

    private func decode<Shape: Decodable>(_ data: Data, line: Int) throws(DemonstrationError) -> Shape {
        do {
            return try JSONDecoder().decode(Shape.self, from: data)
        } catch {
            throw .damaged(file: name, line: line, reason: "\(error)")
        }
    }
}
