import Foundation
import GRDB

/// The tables of a ledger's file. What can be said as a constraint is said here; the triggers make it append-only.
enum SQLiteSchema {
    /// Stands in the file's header, with the format, so that `file` and we know a ledger when we see one ("BBLe").
    static let applicationID = 0x4242_4C65
    static let format = 1

    static let statements = [
        """
        CREATE TABLE entry (
            sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
            paper TEXT NOT NULL CHECK (paper <> ''),
            revision INTEGER NOT NULL CHECK (revision > 0),
            kind TEXT NOT NULL CHECK (kind <> ''),
            author TEXT NOT NULL CHECK (author <> ''),
            home TEXT NOT NULL CHECK (home <> ''),
            at INTEGER NOT NULL, -- milliseconds since 1970
            lasting INTEGER NOT NULL CHECK (lasting IN (0, 1)), -- 0: the body goes when a newer revision comes
            redaction TEXT CHECK (redaction IS NULL OR body IS NULL), -- why the paper was redacted
            body_digest BLOB NOT NULL CHECK (length(body_digest) = 32),
            claims_digest BLOB CHECK (length(claims_digest) = 32), -- NULL: no claims taken or released
            previous BLOB NOT NULL CHECK (length(previous) = 32),
            digest BLOB NOT NULL CHECK (length(digest) = 32),
            body BLOB, -- NULL: emptied, or a redaction
            UNIQUE (paper, revision)
        ) STRICT
        """,
        """
        CREATE TABLE claim_change (
            change INTEGER PRIMARY KEY CHECK (change > 0),
            sequence INTEGER NOT NULL REFERENCES entry (sequence),
            claim BLOB NOT NULL CHECK (length(claim) = 32), -- the digest of space and key
            taken INTEGER NOT NULL CHECK (taken IN (0, 1)) -- 1: by the paper of the entry; 0: released
        ) STRICT
        """,
        "CREATE INDEX claim_change_by_claim ON claim_change (claim, change, taken, sequence)",
        """
        CREATE TABLE blob (
            digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
            content BLOB NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE head (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            sequence INTEGER NOT NULL CHECK (sequence >= 0),
            digest BLOB NOT NULL CHECK (length(digest) = 32)
        ) STRICT
        """,
        "INSERT INTO head VALUES (1, 0, zeroblob(32))",
        """
        CREATE TRIGGER entry_follows BEFORE INSERT ON entry
        WHEN NEW.sequence <> 1 + coalesce((SELECT max(sequence) FROM entry), 0)
            OR NEW.revision <> 1 + coalesce((SELECT max(revision) FROM entry WHERE paper = NEW.paper), 0)
        BEGIN SELECT RAISE(ABORT, 'an entry follows the last one'); END
        """,
        """
        CREATE TRIGGER entry_stays BEFORE DELETE ON entry
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
        """,
        """
        CREATE TRIGGER entry_is_fixed BEFORE UPDATE ON entry
        WHEN NEW.body IS NOT NULL
            OR (OLD.sequence, OLD.paper, OLD.revision, OLD.kind, OLD.author, OLD.home, OLD.at, OLD.lasting,
                OLD.body_digest, OLD.previous, OLD.digest)
            <> (NEW.sequence, NEW.paper, NEW.revision, NEW.kind, NEW.author, NEW.home, NEW.at, NEW.lasting,
                NEW.body_digest, NEW.previous, NEW.digest)
            OR OLD.redaction IS NOT NEW.redaction
            OR OLD.claims_digest IS NOT NEW.claims_digest
            OR NOT EXISTS (
                SELECT 1 FROM entry AS later
                WHERE later.paper = OLD.paper AND later.revision > OLD.revision
                    AND (OLD.lasting = 0 OR later.redaction IS NOT NULL))
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
        """,
        """
        CREATE TRIGGER claim_is_single BEFORE INSERT ON claim_change
        WHEN NEW.taken = coalesce(
            (SELECT taken FROM claim_change WHERE claim = NEW.claim ORDER BY change DESC LIMIT 1), 0)
        BEGIN SELECT RAISE(ABORT, 'a claim is held once'); END
        """,
        """
        CREATE TRIGGER claim_change_follows BEFORE INSERT ON claim_change
        WHEN NEW.change <> 1 + coalesce((SELECT max(change) FROM claim_change), 0)
        BEGIN SELECT RAISE(ABORT, 'a change of claims follows the last one'); END
        """,
        """
        CREATE TRIGGER claim_change_stays BEFORE DELETE ON claim_change
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
        """,
        """
        CREATE TRIGGER claim_change_is_fixed BEFORE UPDATE ON claim_change
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
        """,
        """
        CREATE TRIGGER blob_stays BEFORE DELETE ON blob
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
        """,
        """
        CREATE TRIGGER blob_is_fixed BEFORE UPDATE ON blob
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
        """,
        """
        CREATE TRIGGER head_stays BEFORE DELETE ON head
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
        """,
        """
        CREATE TRIGGER head_advances BEFORE UPDATE ON head
        WHEN NEW.sequence <= OLD.sequence OR NEW.sequence <> (SELECT max(sequence) FROM entry)
        BEGIN SELECT RAISE(ABORT, 'the head only advances'); END
        """,
    ]

    static func create(in database: Database) throws {
        try database.inTransaction(.immediate) {
            for statement in statements { try database.execute(sql: statement) }
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            try database.execute(sql: "PRAGMA user_version = \(format)")
            return .commit
        }
    }

    /// Refuses a file that is not a ledger of this format, to the letter: a changed constraint is no constraint.
    static func check(_ database: Database) throws {
        guard try Int.fetchOne(database, sql: "PRAGMA application_id") == applicationID else {
            throw LedgerError.notALedger("it has another application's mark")
        }
        let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        guard found <= format else { throw LedgerError.newerFormat(found) }
        let model = try DatabaseQueue()
        let expected = try model.write { model in
            for statement in statements { try model.execute(sql: statement) }
            return try definitions(model)
        }
        guard found == format, try definitions(database) == expected else {
            throw LedgerError.damaged("its tables are not those of format \(found)")
        }
    }

    private static func definitions(_ database: Database) throws -> [String?] {
        try Optional<String>.fetchAll(
            database, sql: "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY 1")
    }
}
