import Glibc
import Telemetry
import TrackerProtocols

/// The inputs that the fuzzer begins with: all frames of all worked examples.
enum Seeds {
  /// Writes each frame as it is and resealed into a folder that exists.
  ///
  /// - Returns: how many files were written; 0 if there is nothing to begin with.
  static func write(into folder: String) -> Int {
    var written = 0
    for (index, type) in FuzzInput.protocols.enumerated() {
      let name = type.about.name
      guard let examples = try? WorkedExample.parse(type.about.examples) else {
        complain("the examples of \(name) cannot be read")
        return 0
      }
      for (number, example) in examples.enumerated() where !example.frame.isEmpty {
        let raw: FuzzInput.Choices = example.transport == .udp ? [.datagram] : []
        for choices in [raw, raw.union([.resealed, .stored])] {
          let head = [UInt8(truncatingIfNeeded: index), choices.rawValue]
          let path = "\(folder)/\(name)-\(number)-\(choices.rawValue)"
          if !write(head + example.frame, to: path) { return 0 }
          written += 1
        }
      }
    }
    return written
  }

  private static func write(_ bytes: [UInt8], to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    defer { fclose(file) }
    return fwrite(bytes, 1, bytes.count, file) == bytes.count
  }
}
