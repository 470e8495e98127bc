import Foundation
import TestKit

/// A line of the recorded traffic that may lie beside the project.
struct RecordedFrame: Decodable {
  let id: String
  let `protocol`: String
  let session: String
  let wire: String
  let udp: String?
  let transport: String
  let ids: [String]?
  let replies: [String]?
  let device: Entered?
  let positions: [Place]

  struct Place: Decodable {
    let outdated: Bool?
  }

  /// What an operator had entered; only that there was something counts here.
  struct Entered: Decodable {
    init(from decoder: any Decoder) {}
  }

  static let file = Program.repository.deletingLastPathComponent()
    .appending(path: "shared/conformance/frames.jsonl").path

  static var isThere: Bool { FileManager.default.fileExists(atPath: file) }

  /// The frames of some protocols in the order of their numbers.
  static func load(_ protocols: Set<String>) throws -> [RecordedFrame] {
    let decoder = JSONDecoder()
    let data = try Data(contentsOf: URL(filePath: file))
    return try data.split(separator: 10)
      .map { try decoder.decode(RecordedFrame.self, from: Data($0)) }
      .filter { protocols.contains($0.protocol) }
  }
}
