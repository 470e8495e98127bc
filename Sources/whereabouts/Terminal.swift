import Glibc

/// Standard input, output and error output.
enum Terminal {
  /// Writes a line to standard output.
  static func write(_ line: String) { write(Array(line.utf8) + [10]) }

  /// Writes bytes to standard output.
  static func write(_ bytes: [UInt8]) { put(bytes, STDOUT_FILENO) }

  /// Writes a line to standard error.
  static func complain(_ line: String) { put(Array("whereabouts: \(line)\n".utf8), STDERR_FILENO) }

  /// Writes a line to standard error as it is.
  static func note(_ line: String) { put(Array("\(line)\n".utf8), STDERR_FILENO) }

  private static func put(_ bytes: [UInt8], _ file: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withContiguousStorageIfAvailable { part in
        Glibc.write(file, part.baseAddress, part.count)
      }
      guard let written, written > 0 else { return }
      rest = rest.dropFirst(written)
    }
  }

  /// Calls the closure with each line of standard input, without its end, until the end.
  static func eachLine(_ body: (String) throws -> Void) rethrows {
    while let line = readLine(strippingNewline: true) { try body(line) }
  }
}
