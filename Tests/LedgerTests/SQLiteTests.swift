import Platform
import SQLite
import TestKit
import Testing

@Suite struct SQLiteTests {
  @Test func valuesComeBackAsTheyWereBound() throws {
    let folder = try TemporaryFolder()
    let database = try Database(path: folder.path("a.sqlite"))
    try database.execute("CREATE TABLE t (a, b, c, d, e, f)")
    let insert = try database.prepare("INSERT INTO t VALUES (?,?,?,?,?,?)")
    try insert.bind(1, Int64.min)
    try insert.bind(2, 0.1)
    try insert.bind(3, "Grüße\0und mehr")
    try insert.bind(4, [UInt8](0...255))
    try insert.bind(5, nil)
    try insert.bind(6, "")
    try insert.run()
    let select = try database.prepare("SELECT a, b, c, d, e, f, typeof(f) FROM t")
    #expect(try select.step())
    #expect(select.integer(0) == .min)
    #expect(select.double(1) == 0.1)
    #expect(select.text(2) == "Grüße\0und mehr")
    #expect(select.blob(3) == [UInt8](0...255))
    #expect(select.isNull(4) && select.text(4) == "" && select.blob(4).isEmpty)
    #expect(select.text(6) == "text")
    #expect(try !select.step())
  }

  @Test func piecesOfAnArrayAreBoundAndForgotten() throws {
    let folder = try TemporaryFolder()
    let database = try Database(path: folder.path("a.sqlite"))
    try database.execute("CREATE TABLE t (a, b)")
    let insert = try database.prepare("INSERT INTO t VALUES (?,?)")
    try insert.withPieces(of: [1, 2, 3, 4]) { pieces throws(SQLiteError) in
      try pieces.bind(1, 1..<3)
      try pieces.bind(2, 2..<2)
      try insert.run()
    }
    try insert.run()
    let select = try database.prepare("SELECT a, b, typeof(a), typeof(b) FROM t")
    #expect(try select.step())
    #expect(select.blob(0) == [2, 3])
    #expect(select.text(3) == "blob")
    #expect(try select.step())
    #expect(select.text(2) == "null")
  }

  @Test func aTransactionIsAllOrNothing() throws {
    struct Stop: Error {}
    let folder = try TemporaryFolder()
    let database = try Database(path: folder.path("a.sqlite"))
    try database.execute("CREATE TABLE t (a UNIQUE)")
    try database.transaction { try database.execute("INSERT INTO t VALUES (1)") }
    #expect(throws: Stop.self) {
      try database.transaction {
        try database.execute("INSERT INTO t VALUES (2)")
        throw Stop()
      }
    }
    #expect(try database.integer("SELECT count(*) FROM t") == 1)
    #expect(!database.isInTransaction)
  }

  @Test func errorsSayWhichFileAndWhy() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.sqlite")
    do {
      _ = try Database(path: path, mode: .write)
      Issue.record("a missing file was opened")
    } catch {
      #expect(error.kind == .inputOutput)
      #expect(error.file == path && "\(error)".contains(path))
    }
    let database = try Database(path: path)
    try database.execute("CREATE TABLE t (a UNIQUE); INSERT INTO t VALUES (1)")
    do {
      try database.execute("INSERT INTO t VALUES (1)")
      Issue.record("a row was inserted twice")
    } catch {
      #expect(error.kind == .constraint)
      #expect(error.message.contains("t.a"))
    }
    #expect(throws: SQLiteError.self) { _ = try database.prepare("") }
  }

  @Test func anotherConnectionsCommitChangesTheDataVersion() throws {
    let folder = try TemporaryFolder()
    let one = try Database(path: folder.path("a.sqlite"))
    try one.execute("PRAGMA journal_mode=WAL; CREATE TABLE t (a)")
    let other = try Database(path: folder.path("a.sqlite"), mode: .write)
    let before = try one.dataVersion()
    #expect(try one.dataVersion() == before)
    try other.execute("INSERT INTO t VALUES (1)")
    #expect(try one.dataVersion() != before)
  }
}
