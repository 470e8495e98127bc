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

  /// Everything on standard input, as it comes.
  ///
  /// - Throws: if it is more than so many bytes.
  static func readAll(most: Int) throws -> [UInt8] {
    if isatty(STDIN_FILENO) == 1 { note("reading from the keyboard; Ctrl-D on a new line ends it") }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(STDIN_FILENO, &piece, piece.count)
      guard count > 0 else { return bytes }
      bytes += piece.prefix(count)
      guard bytes.count <= most else {
        throw UsageProblem("standard input has over \(most >> 20) MB; cut it into pieces")
      }
    }
  }

  /// A line that a person types without seeing it, or the first line of what stands in its place;
  /// nil at the end.
  static func secret(_ prompt: String) -> String? {
    guard isatty(STDIN_FILENO) == 1 else { return readLine(strippingNewline: true) }
    put(Array(prompt.utf8), STDERR_FILENO)
    var usual = termios()
    let isKnown = tcgetattr(STDIN_FILENO, &usual) == 0
    var silent = usual
    silent.c_lflag &= ~tcflag_t(ECHO)
    if isKnown { tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) }
    let line = readLine(strippingNewline: true)
    if isKnown { tcsetattr(STDIN_FILENO, TCSAFLUSH, &usual) }
    note("")
    return line
  }

  /// Calls the closure with each line of standard input, without its end, until the end.
  static func eachLine(_ body: (String) throws -> Void) rethrows {
    while let line = readLine(strippingNewline: true) { try body(line) }
  }
}
