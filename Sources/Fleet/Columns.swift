import SQLite
import Telemetry

/// Binds values to the parameters of a statement one after another.
struct Parameters {
  let statement: Statement
  private var index = 0

  init(_ statement: Statement) { self.statement = statement }

  mutating func add(_ value: Int64) throws(SQLiteError) { try statement.bind(next(), value) }
  mutating func add(_ value: Double) throws(SQLiteError) { try statement.bind(next(), value) }
  mutating func add(_ value: Bool) throws(SQLiteError) { try statement.bind(next(), value) }
  mutating func add(_ value: String) throws(SQLiteError) { try statement.bind(next(), value) }
  mutating func add(_ value: [UInt8]) throws(SQLiteError) { try statement.bind(next(), value) }
  mutating func add(_ value: Timestamp) throws(SQLiteError) { try add(value.milliseconds) }
  mutating func add(optional value: Int64?) throws(SQLiteError) {
    try statement.bind(next(), optional: value)
  }
  mutating func add(optional value: String?) throws(SQLiteError) {
    try statement.bind(next(), optional: value)
  }
  mutating func add(optional value: Timestamp?) throws(SQLiteError) {
    try add(optional: value?.milliseconds)
  }

  private mutating func next() -> Int {
    index += 1
    return index
  }
}

/// Reads the columns of a row one after another.
struct Columns {
  let statement: Statement
  private var index = -1

  init(_ statement: Statement) { self.statement = statement }

  mutating func integer() -> Int64 { statement.integer(next()) }
  mutating func double() -> Double { statement.double(next()) }
  mutating func boolean() -> Bool { statement.integer(next()) != 0 }
  mutating func text() -> String { statement.text(next()) }
  mutating func blob() -> [UInt8] { statement.blob(next()) }
  mutating func time() -> Timestamp { Timestamp(milliseconds: integer()) }
  mutating func optionalInteger() -> Int64? {
    let column = next()
    return statement.isNull(column) ? nil : statement.integer(column)
  }
  mutating func optionalText() -> String? {
    let column = next()
    return statement.isNull(column) ? nil : statement.text(column)
  }
  mutating func optionalTime() -> Timestamp? {
    optionalInteger().map(Timestamp.init(milliseconds:))
  }

  private mutating func next() -> Int {
    index += 1
    return index
  }
}
