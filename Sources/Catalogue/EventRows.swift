import Cooperation
import GRDB

/// Keeps at which moments each event begins, is over and takes no more registrations, while entries are applied: lists ask the
/// clock, and the clock knows no days and zones.
enum EventRows {
    static func follow(_ event: Event, _ id: String, _ db: Database) throws {
        let closes = event.outlook == .cancelled ? nil : event.registrationCloses
        try db.execute(
            sql: "INSERT OR REPLACE INTO eventTime (event, begins, isOver, closes) VALUES (?, ?, ?, ?)",
            arguments: [id, event.begins.milliseconds, event.isOverAt.milliseconds, closes?.milliseconds])
    }

    static func forget(_ id: String, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM eventTime WHERE event = ?", arguments: [id])
    }
}
