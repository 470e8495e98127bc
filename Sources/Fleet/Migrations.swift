import SQLite
import Telemetry

/// The steps that bring a fleet file to what this program knows. A step is never changed once it
/// has been released; a new one is added at the end.
enum Migrations {
  static let all: [(name: String, sql: String)] = [
    ("001-first", first), ("002-objects", objects), ("003-versions", versions),
    ("004-erasures", erasures), ("005-actions", actions),
    ("006-commands", commands), ("007-tokens", tokens), ("008-codes", codes),
  ]

  /// Brings the file up to date. An older program refuses a newer file, because it could break
  /// what it does not know.
  static func run(_ database: Database, at time: Timestamp) throws {
    try database.execute(
      "CREATE TABLE IF NOT EXISTS migration(name TEXT PRIMARY KEY, appliedAt INTEGER) WITHOUT ROWID"
    )
    try database.transaction {
      var applied: [String] = []
      let names = try database.prepare("SELECT name FROM migration ORDER BY name")
      while try names.step() { applied.append(names.text(0)) }
      let unknown = applied.filter { name in !all.contains { $0.name == name } }
      guard unknown.isEmpty else {
        throw FleetError.newerFile(path: database.path, unknown: unknown)
      }
      let record = try database.prepare("INSERT INTO migration VALUES(?, ?)")
      for step in all where !applied.contains(step.name) {
        try database.execute(step.sql)
        try record.bind(1, step.name)
        try record.bind(2, time.milliseconds)
        try record.run()
      }
    }
  }

  private static let versions = """
    CREATE TABLE version(
      identity INTEGER NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL,
      firstSeen INTEGER NOT NULL, lastSeen INTEGER NOT NULL,
      PRIMARY KEY(identity, kind, firstSeen)) WITHOUT ROWID;
    """

  private static let first = """
    CREATE TABLE meta(key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
    INSERT INTO meta VALUES('nextIdentity', 1), ('contactsWatermark', 0);

    CREATE TABLE identity(
      id INTEGER PRIMARY KEY, firstSeen INTEGER NOT NULL, lastSeen INTEGER NOT NULL,
      protocol TEXT NOT NULL, transport INTEGER, peer TEXT NOT NULL,
      messages INTEGER NOT NULL DEFAULT 0, storedBytes INTEGER NOT NULL DEFAULT 0,
      lastPosition INTEGER, hadDevice INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE identifier(
      text TEXT PRIMARY KEY, identity INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX identifierByIdentity ON identifier(identity);
    CREATE TABLE strangerDay(day INTEGER PRIMARY KEY, bytes INTEGER NOT NULL);

    CREATE TABLE device(
      id INTEGER PRIMARY KEY AUTOINCREMENT, identity INTEGER NOT NULL UNIQUE, name TEXT NOT NULL,
      uniqueId TEXT NOT NULL UNIQUE, disabled INTEGER NOT NULL, groupId INTEGER NOT NULL,
      calendarId INTEGER NOT NULL, phone TEXT, model TEXT, contact TEXT, category TEXT,
      expirationTime INTEGER, attributes TEXT NOT NULL);

    CREATE TABLE user(
      id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, login TEXT UNIQUE,
      email TEXT NOT NULL UNIQUE, phone TEXT, readonly INTEGER NOT NULL,
      administrator INTEGER NOT NULL, map TEXT, latitude REAL NOT NULL, longitude REAL NOT NULL,
      zoom INTEGER NOT NULL, coordinateFormat TEXT, disabled INTEGER NOT NULL,
      expirationTime INTEGER, deviceLimit INTEGER NOT NULL, userLimit INTEGER NOT NULL,
      deviceReadonly INTEGER NOT NULL, limitCommands INTEGER NOT NULL,
      disableReports INTEGER NOT NULL, fixedEmail INTEGER NOT NULL, poiLayer TEXT, totpKey TEXT,
      temporary INTEGER NOT NULL, attributes TEXT NOT NULL, passwordHash TEXT NOT NULL);
    CREATE TABLE session(
      id INTEGER PRIMARY KEY AUTOINCREMENT, hash BLOB NOT NULL UNIQUE, userId INTEGER NOT NULL,
      createdAt INTEGER NOT NULL, lastUsedAt INTEGER NOT NULL, address TEXT NOT NULL,
      agent TEXT NOT NULL, origin TEXT);
    CREATE TABLE token(
      id INTEGER PRIMARY KEY AUTOINCREMENT, hash BLOB NOT NULL UNIQUE, userId INTEGER NOT NULL,
      createdAt INTEGER NOT NULL, expiresAt INTEGER NOT NULL);
    CREATE TABLE link(
      ownerKind TEXT NOT NULL, ownerId INTEGER NOT NULL, propertyKind TEXT NOT NULL,
      propertyId INTEGER NOT NULL,
      PRIMARY KEY(ownerKind, ownerId, propertyKind, propertyId)) WITHOUT ROWID;
    CREATE INDEX linkByProperty ON link(propertyKind, propertyId);

    CREATE TABLE server(
      id INTEGER PRIMARY KEY CHECK(id = 1), registration INTEGER NOT NULL,
      readonly INTEGER NOT NULL, deviceReadonly INTEGER NOT NULL, limitCommands INTEGER NOT NULL,
      disableReports INTEGER NOT NULL, map TEXT, bingKey TEXT, mapUrl TEXT, overlayUrl TEXT,
      poiLayer TEXT, announcement TEXT, latitude REAL NOT NULL, longitude REAL NOT NULL,
      zoom INTEGER NOT NULL, forceSettings INTEGER NOT NULL, coordinateFormat TEXT,
      attributes TEXT NOT NULL);
    CREATE TABLE statistics(
      day INTEGER NOT NULL, name TEXT NOT NULL, value INTEGER NOT NULL,
      PRIMARY KEY(day, name)) WITHOUT ROWID;
    """

  /// What people did stays as it is until it is old.
  private static let actions = """
    CREATE TABLE action(
      id INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL, address TEXT NOT NULL,
      userId INTEGER NOT NULL, userEmail TEXT NOT NULL, actionType TEXT NOT NULL,
      objectType TEXT NOT NULL, objectId INTEGER NOT NULL, detail TEXT NOT NULL);
    CREATE INDEX actionByTime ON action(time);
    CREATE TRIGGER actionStays BEFORE UPDATE ON action
      BEGIN SELECT raise(ABORT, 'what was done is not changed'); END;
    CREATE TABLE accumulator(
      deviceId INTEGER PRIMARY KEY, time INTEGER NOT NULL, totalDistance REAL NOT NULL,
      hours INTEGER NOT NULL);
    CREATE TABLE deviceImage(
      deviceId INTEGER PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL,
      content BLOB NOT NULL);
    ALTER TABLE identity ADD COLUMN longestPause INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE identity ADD COLUMN secondPause INTEGER NOT NULL DEFAULT 0;
    """

  /// Tokens have a name and may be for reading only; a session that a token opened ends with it.
  private static let tokens = """
    ALTER TABLE token ADD COLUMN name TEXT NOT NULL DEFAULT '';
    ALTER TABLE token ADD COLUMN readonly INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE session ADD COLUMN tokenId INTEGER;
    ALTER TABLE session ADD COLUMN endsAt INTEGER;
    ALTER TABLE session ADD COLUMN readonly INTEGER NOT NULL DEFAULT 0;
    """

  /// The last step of a second factor that was used: no code opens twice, also after a restart.
  private static let codes = "ALTER TABLE user ADD COLUMN totpStep INTEGER;"

  /// Commands that wait for their devices, and what happened to devices. A position tells of an
  /// event of one type once, however often it is read from the ledger.
  private static let commands = """
    CREATE TABLE queuedCommand(
      id INTEGER PRIMARY KEY AUTOINCREMENT, deviceId INTEGER NOT NULL, userId INTEGER NOT NULL,
      type TEXT NOT NULL, attributes TEXT NOT NULL, description TEXT, queuedAt INTEGER NOT NULL,
      expiresAt INTEGER NOT NULL, state INTEGER NOT NULL, reason TEXT NOT NULL);
    CREATE INDEX queuedCommandByDevice ON queuedCommand(deviceId);

    CREATE TABLE event(
      id INTEGER PRIMARY KEY AUTOINCREMENT, deviceId INTEGER NOT NULL, type TEXT NOT NULL,
      time INTEGER NOT NULL, positionId INTEGER NOT NULL, attributes TEXT NOT NULL);
    CREATE INDEX eventByDevice ON event(deviceId, id);
    CREATE UNIQUE INDEX eventByPosition ON event(positionId, type) WHERE positionId <> 0;
    """

  /// Fields and attributes are JSON objects; the forms of the kinds say what is in them.
  private static let objects = """
    CREATE TABLE object(
      kind TEXT NOT NULL, id INTEGER NOT NULL, fields TEXT NOT NULL, attributes TEXT NOT NULL,
      PRIMARY KEY(kind, id)) WITHOUT ROWID;
    """

  /// Who had what erased. It holds numbers only: a name or an identifier would be a trace.
  private static let erasures = """
    CREATE TABLE erasure(
      id INTEGER PRIMARY KEY AUTOINCREMENT, identity INTEGER NOT NULL, deviceId INTEGER NOT NULL,
      userId INTEGER NOT NULL, requestedAt INTEGER NOT NULL, finishedAt INTEGER,
      positions INTEGER NOT NULL DEFAULT 0, messages INTEGER NOT NULL DEFAULT 0);
    """
}
