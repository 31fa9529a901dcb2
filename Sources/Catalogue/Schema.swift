import GRDB

/// The tables of the catalogue. It is disposable, so there are no migrations: another version means a rebuild.
enum Schema {
    /// Raised with every change of the tables or of what is computed into them.
    static let version = 21

    static func create(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE note (
                    name TEXT PRIMARY KEY,
                    value TEXT NOT NULL
                ) STRICT, WITHOUT ROWID;

                -- The newest revision of every paper. `request` is the dossier it belongs to.
                CREATE TABLE paper (
                    id TEXT PRIMARY KEY,
                    kind TEXT NOT NULL,
                    revision INTEGER NOT NULL,
                    author TEXT NOT NULL,
                    beganBy TEXT NOT NULL,
                    begun INTEGER NOT NULL,
                    at INTEGER NOT NULL,
                    first INTEGER NOT NULL UNIQUE,
                    request TEXT,
                    -- `Listing`: 0 stands in no public list, 1 does, 2 comes last in them.
                    listing INTEGER NOT NULL,
                    body TEXT NOT NULL CHECK (json_valid(body))
                ) STRICT;
                CREATE INDEX paper_by_listing ON paper (kind, listing, at DESC, id);
                CREATE INDEX paper_by_first ON paper (kind, first);
                CREATE INDEX opportunity_by_deadline ON paper
                    (kind, listing, ifnull(json_extract(body, '$.deadline'), '9999'), id) WHERE kind = 'opportunity';
                CREATE INDEX paper_by_request ON paper (request, first) WHERE request IS NOT NULL;
                CREATE INDEX account_by_email ON paper (json_extract(body, '$.email')) WHERE kind = 'account';
                CREATE INDEX credential_by_account ON paper (json_extract(body, '$.account')) WHERE kind = 'credential';
                CREATE INDEX session_by_token ON paper (json_extract(body, '$.tokenHash')) WHERE kind = 'session';
                CREATE INDEX session_by_account ON paper (json_extract(body, '$.account')) WHERE kind = 'session';
                CREATE INDEX pass_by_token ON paper (json_extract(body, '$.tokenHash')) WHERE kind = 'pass';
                CREATE INDEX factor_by_account ON paper (json_extract(body, '$.account')) WHERE kind = 'factor';
                CREATE INDEX release_by_account ON paper (json_extract(body, '$.account')) WHERE kind = 'release';
                CREATE INDEX invitation_by_email ON paper (json_extract(body, '$.email')) WHERE kind = 'invitation';
                CREATE INDEX appointment_by_invitation ON paper (json_extract(body, '$.invitation'))
                    WHERE kind = 'appointment';
                CREATE INDEX letter_of_account ON paper (first) WHERE kind IN ('pass', 'advice');
                CREATE INDEX organisation_by_country ON paper (json_extract(body, '$.country')) WHERE kind = 'organisation';
                CREATE INDEX appointment_by_account ON paper (json_extract(body, '$.account')) WHERE kind = 'appointment';
                CREATE INDEX appointment_by_role ON paper (json_extract(body, '$.role')) WHERE kind = 'appointment';
                CREATE INDEX appointment_by_country ON paper (json_extract(body, '$.country')) WHERE kind = 'appointment';
                CREATE INDEX appointment_by_organisation ON paper (json_extract(body, '$.organisation'))
                    WHERE kind = 'appointment';
                CREATE INDEX dispatch_by_about ON paper (json_extract(body, '$.about')) WHERE kind = 'dispatch';
                CREATE INDEX dispatch_by_outcome ON paper (json_extract(body, '$.outcome'), at) WHERE kind = 'dispatch';
                CREATE INDEX paper_by_document ON paper (json_extract(body, '$.document'), first)
                    WHERE kind IN ('reading', 'potential', 'decision');
                CREATE INDEX reading_by_state ON paper (json_extract(body, '$.state'), first) WHERE kind = 'reading';
                CREATE INDEX document_by_country ON paper (json_extract(body, '$.country'), begun)
                    WHERE kind = 'document';
                CREATE INDEX prompt_by_notice ON paper (json_extract(body, '$.notice')) WHERE kind = 'prompt';
                CREATE INDEX paper_of_dossier_by_day ON paper (begun, first) WHERE request IS NOT NULL;
                CREATE INDEX provider_by_organisation ON paper (json_extract(body, '$.organisation'))
                    WHERE kind IN ('provider', 'opportunity', 'hub', 'event');

                CREATE INDEX paper_by_record ON paper (json_extract(body, '$.record'), kind)
                    WHERE kind IN ('review', 'confirmation', 'notice');
                CREATE INDEX notice_by_place ON paper (first) WHERE kind = 'notice';

                -- What a kept record adds up to: who sees it, until when it is good, and when its keeper is next told.
                CREATE TABLE upkeep (
                    record TEXT PRIMARY KEY,
                    kind TEXT NOT NULL,
                    standing TEXT NOT NULL,
                    admitted INTEGER,
                    lastWord INTEGER,
                    until TEXT,
                    notice TEXT
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX upkeep_by_notice ON upkeep (notice) WHERE notice IS NOT NULL;
                CREATE INDEX upkeep_by_standing ON upkeep (standing, kind);
                CREATE INDEX upkeep_by_admission ON upkeep (admitted) WHERE admitted IS NOT NULL;

                -- Institutions that have a part in a record beside the one that put it down.
                CREATE TABLE participant (record TEXT NOT NULL, organisation TEXT NOT NULL, PRIMARY KEY (record, organisation))
                    STRICT, WITHOUT ROWID;
                CREATE INDEX participant_by_organisation ON participant (organisation);

                -- People who were erased: what they wrote stays, signed by an account that has no name.
                CREATE TABLE erased (account TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

                -- What a dossier adds up to, for lists. A window that passes by the clock alone changes `state` without a
                -- paper: `passes` is that moment.
                CREATE TABLE dossier (
                    request TEXT PRIMARY KEY REFERENCES paper (id),
                    country TEXT NOT NULL,
                    organisation TEXT NOT NULL,
                    author TEXT NOT NULL,
                    state TEXT NOT NULL,
                    since INTEGER NOT NULL,
                    due INTEGER,
                    passes INTEGER,
                    begun INTEGER NOT NULL,
                    submitted INTEGER,
                    sentRevision INTEGER,
                    passed INTEGER,
                    bySilence INTEGER NOT NULL,
                    matched INTEGER,
                    ended INTEGER,
                    confidential INTEGER NOT NULL,
                    -- The officer who has the case, and whether the help desk waits for somebody.
                    officer TEXT,
                    held INTEGER NOT NULL,
                    -- The request it was merged into: lists leave it out.
                    merged TEXT,
                    -- A centre has handed it over to the global help desk.
                    referred INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX dossier_by_officer ON dossier (officer) WHERE officer IS NOT NULL;
                CREATE INDEX dossier_by_country ON dossier (country, since DESC);
                CREATE INDEX dossier_by_organisation ON dossier (organisation);
                CREATE INDEX dossier_by_author ON dossier (author);
                CREATE INDEX dossier_by_state ON dossier (state, due);
                CREATE INDEX dossier_by_due ON dossier (due) WHERE due IS NOT NULL;
                CREATE INDEX dossier_by_passing ON dossier (passes) WHERE passes IS NOT NULL;

                -- Every revision of a request: others than its author see the one that was sent.
                CREATE TABLE requestRevision (
                    request TEXT NOT NULL,
                    revision INTEGER NOT NULL,
                    author TEXT NOT NULL,
                    at INTEGER NOT NULL,
                    body TEXT NOT NULL,
                    PRIMARY KEY (request, revision)
                ) STRICT, WITHOUT ROWID;

                -- Accounts named as readers, and institutions that were introduced: both may read what others may not.
                CREATE TABLE reader (request TEXT NOT NULL, account TEXT NOT NULL, PRIMARY KEY (request, account))
                    STRICT, WITHOUT ROWID;
                CREATE TABLE introduced (
                    request TEXT NOT NULL,
                    organisation TEXT NOT NULL,
                    introduction TEXT NOT NULL,
                    candidate TEXT NOT NULL,
                    fate TEXT NOT NULL,
                    PRIMARY KEY (request, introduction)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX introduced_by_organisation ON introduced (organisation);

                -- What everybody may read, and what everybody once could: `sequence` and `at` are those of the entry by
                -- which the public last saw it change, appear or go.
                CREATE TABLE publication (
                    key TEXT PRIMARY KEY,
                    kind TEXT NOT NULL,
                    sequence INTEGER NOT NULL,
                    at INTEGER NOT NULL,
                    isGone INTEGER NOT NULL,
                    subjects TEXT NOT NULL CHECK (json_valid(subjects))
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX publication_by_sequence ON publication (sequence, isGone, kind);
                CREATE INDEX publication_by_day ON publication (at);
                CREATE INDEX resource_by_origin ON paper
                    (json_extract(body, '$.origin.source'), json_extract(body, '$.origin.key')) WHERE kind = 'resource';

                -- The addresses that records lead to, and what was found there: since when it fails, and how often in a row.
                CREATE TABLE recordLink (record TEXT NOT NULL, address TEXT NOT NULL, PRIMARY KEY (record, address))
                    STRICT, WITHOUT ROWID;
                CREATE INDEX recordLink_by_address ON recordLink (address);
                CREATE TABLE linkState (
                    address TEXT PRIMARY KEY,
                    checked INTEGER NOT NULL,
                    outcome TEXT NOT NULL,
                    trouble TEXT NOT NULL,
                    failures INTEGER NOT NULL,
                    since INTEGER,
                    movedTo TEXT
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX linkState_by_failures ON linkState (failures) WHERE failures > 0;

                -- Which dossiers speak of which practice or resource: an answer that hands it out, a plan or report that names it.
                CREATE TABLE mention (record TEXT NOT NULL, request TEXT NOT NULL, PRIMARY KEY (record, request))
                    STRICT, WITHOUT ROWID;
                CREATE INDEX paper_of_brightspot ON paper (json_extract(body, '$.practice')) WHERE kind = 'brightspot';
                CREATE INDEX practice_by_request ON paper (json_extract(body, '$.request')) WHERE kind = 'practice';
                CREATE INDEX practice_by_origin ON paper (json_extract(body, '$.begunFrom')) WHERE kind = 'practice';

                CREATE INDEX draft_by_owner ON paper (json_extract(body, '$.owner')) WHERE kind = 'practicedraft';
                CREATE INDEX draft_by_shop ON paper (json_extract(body, '$.shop')) WHERE kind = 'practicedraft';
                CREATE INDEX shop_by_code ON paper (json_extract(body, '$.code')) WHERE kind = 'writeshop';
                CREATE INDEX note_by_draft ON paper (json_extract(body, '$.draft')) WHERE kind = 'draftnote';

                -- The moments of events, in milliseconds: when each begins, is over, and takes no more registrations.
                CREATE TABLE eventTime (
                    event TEXT PRIMARY KEY,
                    begins INTEGER NOT NULL,
                    isOver INTEGER NOT NULL,
                    closes INTEGER
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX eventTime_by_end ON eventTime (isOver, begins);

                -- What leads on to what: requests and institutions that are one and the same.
                CREATE TABLE merged (record TEXT PRIMARY KEY, target TEXT NOT NULL, paper TEXT NOT NULL)
                    STRICT, WITHOUT ROWID;
                CREATE INDEX merged_by_target ON merged (target);
                CREATE INDEX provider_by_fullness ON paper (json_extract(body, '$.fullUntil')) WHERE kind = 'provider';
                CREATE INDEX enquiry_by_organisation ON paper (json_extract(body, '$.organisation'))
                    WHERE kind = 'enquiry';
                CREATE INDEX enquiry_by_asker ON paper (json_extract(body, '$.asker')) WHERE kind = 'enquiry';
                """)
        try Totals.create(db)
        try Statistics.write(db)
    }
}
