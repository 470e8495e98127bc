import FoundationEssentials
import PacketCapture
import Telemetry
import TrackerProtocols

/// Messages of one sender, in order.
struct ReplaySession {
  /// What the file calls it.
  let name: String
  /// How its messages travel.
  let transport: Transport
  /// What it sends, a write or a datagram each.
  var messages: [[UInt8]]
}

/// Recorded messages in a file: JSON lines, hexadecimal lines, or a packet capture.
enum ReplayTraffic {
  /// A line of JSON: `wire` is the message in hexadecimal, `udp` its form as a datagram.
  private struct Line: Decodable {
    let wire: String
    let udp: String?
    let transport: String?
    let session: String?
    let `protocol`: String?
  }

  /// The sessions of a file.
  ///
  /// - Parameters:
  ///   - forced: sends all as this transport; nil keeps what was recorded.
  ///   - protocols: only these, if the file names them; empty for all.
  static func load(
    _ path: String, forced: Transport?, protocols: Set<String>
  ) throws -> [ReplaySession] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UsageProblem("'\(path)' cannot be read")
    }
    let sessions: [ReplaySession]
    if isCapture(data) {
      sessions = CapturedConversations.sessions(try PacketCapture.packets(inFile: path))
    } else if data.first == UInt8(ascii: "{") {
      sessions = try jsonLines(data, path, forced, protocols)
    } else {
      sessions = try hexadecimalLines(data, path)
    }
    guard let forced else { return sessions }
    return sessions.map {
      ReplaySession(name: $0.name, transport: forced, messages: $0.messages)
    }
  }

  private static func isCapture(_ data: Data) -> Bool {
    let magic = Array(data.prefix(4))
    return [
      [0xD4, 0xC3, 0xB2, 0xA1], [0xA1, 0xB2, 0xC3, 0xD4], [0x4D, 0x3C, 0xB2, 0xA1],
      [0xA1, 0xB2, 0x3C, 0x4D], [0x0A, 0x0D, 0x0D, 0x0A],
    ].contains(magic)
  }

  private static func hexadecimalLines(_ data: Data, _ path: String) throws -> [ReplaySession] {
    var messages: [[UInt8]] = []
    for (index, line) in data.split(separator: 10).enumerated() {
      let text = String(decoding: line, as: UTF8.self)
      guard let bytes = HexText.bytes(text) else {
        throw UsageProblem("line \(index + 1) of '\(path)' is not hexadecimal")
      }
      if !bytes.isEmpty { messages.append(bytes) }
    }
    return [ReplaySession(name: "1", transport: .tcp, messages: messages)]
  }

  private static func jsonLines(
    _ data: Data, _ path: String, _ forced: Transport?, _ protocols: Set<String>
  ) throws -> [ReplaySession] {
    let decoder = JSONDecoder()
    var order: [String] = []
    var sessions: [String: ReplaySession] = [:]
    for (index, text) in data.split(separator: 10).enumerated() {
      guard let line = try? decoder.decode(Line.self, from: Data(text)) else {
        throw UsageProblem("line \(index + 1) of '\(path)' is no JSON object with a 'wire'")
      }
      if let name = line.protocol, !protocols.isEmpty, !protocols.contains(name) { continue }
      let transport = forced ?? (line.transport == "udp" ? .udp : .tcp)
      let hexadecimal = transport == .udp ? line.udp ?? line.wire : line.wire
      guard let bytes = HexText.bytes(hexadecimal) else {
        throw UsageProblem("line \(index + 1) of '\(path)': 'wire' is not hexadecimal")
      }
      let key = (line.session ?? "line \(index + 1)") + " " + transport.name
      if sessions[key] == nil {
        order.append(key)
        sessions[key] = ReplaySession(name: key, transport: transport, messages: [])
      }
      sessions[key]?.messages.append(bytes)
    }
    return order.compactMap { sessions[$0] }
  }
}
