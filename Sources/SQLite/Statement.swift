internal import CSQLite

/// A compiled SQL statement: parameters are counted from 1, columns from 0.
///
/// It belongs to the thread of its ``Database``. What is bound stays bound until it is bound anew
/// or cleared.
public final class Statement {
  private let database: Database
  // Finalised only in deinit, so it is valid for as long as anybody can use it.
  let handle: OpaquePointer

  init(_ database: Database, _ sql: String) throws(SQLiteError) {
    var compiled: OpaquePointer?
    let persistent = UInt32(SQLITE_PREPARE_PERSISTENT)
    try database.check(
      sqlite3_prepare_v3(database.handle, sql, -1, persistent, &compiled, nil))
    guard let compiled else {
      throw SQLiteError(code: SQLITE_MISUSE, message: "empty statement", file: database.path)
    }
    self.database = database
    handle = compiled
  }

  deinit { sqlite3_finalize(handle) }

  // MARK: Parameters

  /// Binds a whole number.
  public func bind(_ index: Int, _ value: Int64) throws(SQLiteError) {
    try check(sqlite3_bind_int64(handle, Int32(index), value))
  }

  /// Binds a whole number.
  public func bind(_ index: Int, _ value: Int) throws(SQLiteError) {
    try bind(index, Int64(value))
  }

  /// Binds a number.
  public func bind(_ index: Int, _ value: Double) throws(SQLiteError) {
    try check(sqlite3_bind_double(handle, Int32(index), value))
  }

  /// Binds 1 for true and 0 for false.
  public func bind(_ index: Int, _ value: Bool) throws(SQLiteError) {
    try bind(index, value ? Int64(1) : 0)
  }

  /// Binds text; SQLite makes a copy.
  public func bind(_ index: Int, _ value: String) throws(SQLiteError) {
    var text = value
    let code = text.withUTF8 { bytes in
      // The pointer is used only during the call. An empty text may have no address, which would
      // bind NULL, so it gets one.
      bytes.withMemoryRebound(to: CChar.self) { characters in
        if let start = characters.baseAddress {
          sqlite3_bind_text(
            handle, Int32(index), start, Int32(characters.count), csqlite_transient())
        } else {
          sqlite3_bind_text(handle, Int32(index), "", 0, csqlite_transient())
        }
      }
    }
    try check(code)
  }

  /// Binds bytes; SQLite makes a copy.
  public func bind(_ index: Int, _ value: [UInt8]) throws(SQLiteError) {
    try bind(index, bytes: value.span)
  }

  /// Binds bytes; SQLite makes a copy.
  public func bind(_ index: Int, bytes: Span<UInt8>) throws(SQLiteError) {
    // The pointer is used only during the call. Bytes without an address would bind NULL.
    let code = bytes.withUnsafeBufferPointer { buffer in
      if let start = buffer.baseAddress, !buffer.isEmpty {
        sqlite3_bind_blob64(
          handle, Int32(index), start, UInt64(buffer.count), csqlite_transient())
      } else {
        sqlite3_bind_zeroblob(handle, Int32(index), 0)
      }
    }
    try check(code)
  }

  /// What stands for NULL: the literal `nil`.
  public struct Null: Sendable, ExpressibleByNilLiteral {
    /// NULL.
    public init(nilLiteral: ()) {}
  }

  /// Binds NULL.
  public func bind(_ index: Int, _ value: Null) throws(SQLiteError) {
    try check(sqlite3_bind_null(handle, Int32(index)))
  }

  /// Binds a whole number, or NULL for nil.
  public func bind(_ index: Int, optional value: Int64?) throws(SQLiteError) {
    if let value { try bind(index, value) } else { try bind(index, nil) }
  }

  /// Binds a number, or NULL for nil.
  public func bind(_ index: Int, optional value: Double?) throws(SQLiteError) {
    if let value { try bind(index, value) } else { try bind(index, nil) }
  }

  /// Binds text, or NULL for nil.
  public func bind(_ index: Int, optional value: String?) throws(SQLiteError) {
    if let value { try bind(index, value) } else { try bind(index, nil) }
  }

  /// Binds bytes, or NULL for nil.
  public func bind(_ index: Int, optional value: [UInt8]?) throws(SQLiteError) {
    if let value { try bind(index, value) } else { try bind(index, nil) }
  }

  /// Lets pieces of an array be bound without a copy while the body runs; then the statement is
  /// reset and all its parameters are NULL.
  public func withPieces<Result, Failure: Error>(
    of array: [UInt8], _ body: (borrowing Pieces) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer {
      reset()
      clearBindings()
    }
    // SQLite keeps the addresses until they are bound anew. They stay valid while the body runs,
    // and the deferred lines above make SQLite forget them before anybody can step again.
    let outcome = array.withUnsafeBufferPointer { buffer -> Swift.Result<Result, Failure> in
      let pieces = Pieces(statement: self, buffer: buffer)
      do throws(Failure) {
        let result = try body(pieces)
        return .success(result)
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  /// An array whose pieces can be bound without a copy; see ``Statement/withPieces(of:_:)``.
  public struct Pieces: ~Copyable {
    fileprivate let statement: Statement
    fileprivate let buffer: UnsafeBufferPointer<UInt8>

    /// Binds a piece.
    ///
    /// A range that the array does not have is a mistake of the program.
    public func bind(_ index: Int, _ range: Range<Int>) throws(SQLiteError) {
      let handle = statement.handle
      if range.isEmpty {
        try statement.check(sqlite3_bind_zeroblob(handle, Int32(index), 0))
        return
      }
      precondition(range.lowerBound >= 0 && range.upperBound <= buffer.count)
      guard let start = buffer.baseAddress else { return }
      try statement.check(
        sqlite3_bind_blob64(
          handle, Int32(index), start + range.lowerBound, UInt64(range.count), nil))
    }
  }

  /// Makes all parameters NULL.
  public func clearBindings() { sqlite3_clear_bindings(handle) }

  // MARK: Running

  /// Goes to the next row.
  ///
  /// - Returns: whether there is one; after the last the statement is reset, so that it can be
  ///   run again.
  public func step() throws(SQLiteError) -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    guard code == SQLITE_DONE else {
      let error = database.error(code)
      reset()
      throw error
    }
    reset()
    return false
  }

  /// Runs the statement to its end and ignores the rows that it gives.
  public func run() throws(SQLiteError) {
    while try step() {}
  }

  /// Forgets where it is, so that it can be run again with the same parameters.
  public func reset() {
    // The code repeats the error of the last step, which that has already thrown.
    _ = sqlite3_reset(handle)
  }

  // MARK: Columns

  /// Whether the value of a column of this row is NULL.
  public func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  /// A whole number of this row; NULL is 0.
  public func integer(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }

  /// A number of this row; NULL is 0.
  public func double(_ column: Int) -> Double { sqlite3_column_double(handle, Int32(column)) }

  /// A text of this row; NULL is empty.
  public func text(_ column: Int) -> String {
    guard let start = sqlite3_column_text(handle, Int32(column)) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    // Valid until the next step; the text is copied here.
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Bytes of this row; NULL is empty.
  public func blob(_ column: Int) -> [UInt8] {
    withBlob(column) { span in
      span.withUnsafeBufferPointer { Array($0) }
    }
  }

  /// Reads bytes of this row where SQLite has them, without a copy; NULL is empty.
  public func withBlob<Result, Failure: Error>(
    _ column: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = sqlite3_column_blob(handle, Int32(column))
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    // Valid until the next step, which the body cannot make the span outlive.
    let bytes = UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)
    return try body(bytes.assumingMemoryBound(to: UInt8.self).span)
  }

  private func check(_ code: Int32) throws(SQLiteError) { try database.check(code) }
}
