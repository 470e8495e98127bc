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
    let sessions = try read(path, forced, protocols).filter { !$0.messages.isEmpty }
    guard !sessions.isEmpty else {
      let which =
        protocols.isEmpty ? "" : " of the protocols \(protocols.sorted().joined(separator: ", "))"
      throw UsageProblem("there is no message\(which) in '\(path)'")
    }
    guard let forced else { return sessions }
    return sessions.map {
      ReplaySession(name: $0.name, transport: forced, messages: $0.messages)
    }
  }

  private static func read(
    _ path: String, _ forced: Transport?, _ protocols: Set<String>
  ) throws -> [ReplaySession] {
    if path != "-", isCapture(path) {
      let capture = try PacketCapture.read(path)
      if let problem = capture.problem {
        Terminal.complain(
          "'\(path)' is read as far as its packet \(capture.packets.count): \(problem)")
      }
      return CapturedConversations.sessions(capture.packets)
    }
    guard
      let content = path == "-" ? try Terminal.readAll(most: Input.mostBytes) : try Input.file(path)
    else { throw UsageProblem("there is no file '\(path)'") }
    let lines = content.split(separator: 10, omittingEmptySubsequences: false).enumerated()
      .filter { !isBlank($0.element) }.map { (number: $0.offset + 1, bytes: $0.element) }
    let isJSON = lines.first?.bytes.first { $0 != 32 && $0 != 9 } == UInt8(ascii: "{")
    return isJSON
      ? try jsonLines(lines, path, forced, protocols) : try hexadecimalLines(lines, path)
  }

  /// Nothing but blanks, or a comment.
  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    let first = line.first { $0 != 32 && $0 != 9 && $0 != 13 }
    return first == nil || first == UInt8(ascii: "#")
  }

  /// Whether a file is a packet capture, by its first bytes.
  static func isCapture(_ path: String) -> Bool {
    // A capture may be larger than what is held in memory here; only its first bytes are looked at.
    guard let data = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe) else {
      return false
    }
    let magic = Array(data.prefix(4))
    return [
      [0xD4, 0xC3, 0xB2, 0xA1], [0xA1, 0xB2, 0xC3, 0xD4], [0x4D, 0x3C, 0xB2, 0xA1],
      [0xA1, 0xB2, 0x3C, 0x4D], [0x0A, 0x0D, 0x0D, 0x0A],
    ].contains(magic)
  }

  private typealias Lines = [(number: Int, bytes: ArraySlice<UInt8>)]

  private static func hexadecimalLines(_ lines: Lines, _ path: String) throws -> [ReplaySession] {
    let messages = try lines.map { line in
      guard let bytes = HexText.bytes(String(decoding: line.bytes, as: UTF8.self)) else {
        throw UsageProblem(
          "line \(line.number) of '\(path)' is not hexadecimal; a file has a message in "
            + "hexadecimal on each line, JSON objects with 'wire', or is a packet capture")
      }
      return bytes
    }
    return [ReplaySession(name: "1", transport: .tcp, messages: messages)]
  }

  private static func jsonLines(
    _ lines: Lines, _ path: String, _ forced: Transport?, _ protocols: Set<String>
  ) throws -> [ReplaySession] {
    let decoder = JSONDecoder()
    var order: [String] = []
    var sessions: [String: ReplaySession] = [:]
    for (number, text) in lines {
      guard let line = try? decoder.decode(Line.self, from: Data(text)) else {
        throw UsageProblem("line \(number) of '\(path)' is no JSON object with a 'wire'")
      }
      if let name = line.protocol, !protocols.isEmpty, !protocols.contains(name) { continue }
      let transport = forced ?? (line.transport == "udp" ? .udp : .tcp)
      let hexadecimal = transport == .udp ? line.udp ?? line.wire : line.wire
      guard let bytes = HexText.bytes(hexadecimal) else {
        throw UsageProblem("line \(number) of '\(path)': 'wire' is not hexadecimal")
      }
      let key = (line.session ?? "line \(number)") + " " + transport.name
      if sessions[key] == nil {
        order.append(key)
        sessions[key] = ReplaySession(name: key, transport: transport, messages: [])
      }
      sessions[key]?.messages.append(bytes)
    }
    return order.compactMap { sessions[$0] }
  }
}
