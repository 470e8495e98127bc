import FoundationEssentials
import TrackerProtocols

/// Bytes that a decoder must survive, and where they come from.
struct HostileInput: Sendable {
  let name: String
  let bytes: [UInt8]

  /// A line of recorded traffic, as far as it matters here.
  private struct Line: Decodable {
    let id: String
    let wire: String
    let message: String?
    let udp: String?
  }

  /// All forms of all recorded frames: as sent over TCP, as a datagram, and the message inside.
  static func recorded(_ path: String) throws -> [HostileInput] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let decoder = JSONDecoder()
    return try text.split(separator: "\n").flatMap { line in
      let frame = try decoder.decode(Line.self, from: Data(line.utf8))
      return [frame.wire, frame.udp, frame.message].compactMap { $0 }
        .compactMap { HexText.bytes($0) }.map { HostileInput(name: frame.id, bytes: $0) }
    }
  }
}
