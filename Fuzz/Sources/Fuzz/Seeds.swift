import Glibc
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
      for (number, frames) in conversations(examples).enumerated() {
        let path = "\(folder)/\(name)-\(number)"
        for (step, frame) in frames.enumerated() {
          for choices: FuzzInput.Choices in [[], [.resealed, .stored]] {
            let input = [UInt8(truncatingIfNeeded: index), choices.rawValue] + frame
            guard write(input, to: "\(path)-\(step)-\(choices.rawValue)") else { return 0 }
            written += 1
          }
        }
        guard frames.count > 1 else { continue }
        let choices: FuzzInput.Choices = [.sequence, .resealed, .stored]
        let input = [UInt8(truncatingIfNeeded: index), choices.rawValue]
        guard write(input + FuzzInput.sequence(frames), to: path) else { return 0 }
        written += 1
      }
    }
    return written
  }

  /// The frames of the examples, those of one conversation together.
  private static func conversations(_ examples: [WorkedExample]) -> [[[UInt8]]] {
    var conversations: [[[UInt8]]] = []
    for example in examples where !example.frame.isEmpty {
      if example.continues, !conversations.isEmpty {
        conversations[conversations.count - 1].append(example.frame)
      } else {
        conversations.append([example.frame])
      }
    }
    return conversations
  }

  private static func write(_ bytes: [UInt8], to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    defer { fclose(file) }
    return fwrite(bytes, 1, bytes.count, file) == bytes.count
  }
}
