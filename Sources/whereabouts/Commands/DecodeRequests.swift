import Detection
import FoundationEssentials
import FrontDesk
import Telemetry
import TrackerProtocols
import Wire

/// Answers requests to decode, one JSON object a line, for measuring against recorded traffic.
///
/// A request names the chunks as they arrived; after the last of them the sender pauses. Requests
/// of one session share a conversation.
enum DecodeRequests {
  /// A request line.
  private struct Request: Decodable {
    let id: String
    let session: String?
    let transport: String?
    let chunks: [String]
    let `protocol`: String?
    let device: [String: AttributeText]?
    let now: Int64?
  }

  /// The most sessions that are remembered at once.
  private static let mostSessions = 100_000

  static func answerAll() {
    let decoder = JSONDecoder()
    let detector = Detector()
    let zones = ZoneTable { Terminal.note($0) }
    var sessions: [String: Explainer] = [:]
    Terminal.eachLine { line in
      guard !line.isEmpty else { return }
      let request: Request
      do {
        request = try decoder.decode(Request.self, from: Data(line.utf8))
      } catch {
        Terminal.write(RequestProblem.answer(line, error, "id and chunks"))
        return
      }
      guard let chunks = bytes(request.chunks) else {
        Terminal.write(RequestProblem.answer(request.id, "'chunks' has what is not hexadecimal"))
        return
      }
      let key = "\(request.session ?? request.id) \(request.protocol ?? "")"
      var explainer: Explainer
      if let known = sessions.removeValue(forKey: key) {
        explainer = known
        explainer.removeFrames()
      } else {
        let type = request.protocol.flatMap { Catalogue.named($0) }
        if type == nil, let name = request.protocol {
          Terminal.write(RequestProblem.answer(request.id, "there is no protocol '\(name)'"))
          return
        }
        explainer = Explainer(type, listens: false, detector: detector)
      }
      explainer.settings = zones.resolve(settings(request.device ?? [:]))
      Terminal.write(answer(request, chunks, &explainer))
      if sessions.count < mostSessions { sessions[key] = explainer }
    }
  }

  private static func settings(_ device: [String: AttributeText]) -> DeviceSettings {
    var options = device.mapValues(\.text)
    let model = options.removeValue(forKey: "model")
    return DeviceSettings(model: model, options: options)
  }

  private static func bytes(_ chunks: [String]) -> [[UInt8]]? {
    let bytes = chunks.compactMap { HexText.bytes($0) }
    return bytes.count == chunks.count ? bytes : nil
  }

  private static func answer(
    _ request: Request, _ chunks: [[UInt8]], _ explainer: inout Explainer
  ) -> [UInt8] {
    let receivedAt = request.now.map { Timestamp(milliseconds: $0) } ?? .now
    let isDatagram = request.transport == "udp"
    let transport: Transport = isDatagram ? .udp : .tcp
    for chunk in chunks {
      let stream = StreamState(transport: transport, edge: isDatagram ? .ended : .open)
      explainer.feed(chunk, stream, receivedAt: receivedAt)
    }
    explainer.feed([], StreamState(transport: transport, edge: .paused), receivedAt: receivedAt)
    explainer.end(transport, receivedAt: receivedAt)

    var json = JSONWriter()
    json.object { json in
      json.member("id", .text(request.id))
      json.member("protocol", explainer.type.map { .text($0.about.name) })
      let identifier = explainer.frames.compactMap(\.reports.identifier).last
      json.member("uniqueId", identifier.map { .text($0) })
      json.key("positions")
      json.array(explainer.frames.flatMap(\.reports.positions)) { json, position in
        json.position(request.now == nil ? position : position.received(at: receivedAt))
      }
      json.key("replies")
      let replies = explainer.frames.flatMap { frame in
        (0..<frame.reports.replyCount).map { HexText.text(frame.reports.reply(at: $0)) }
      }
      json.array(replies) { json, reply in json.value(.text(reply)) }
      json.key("candidates")
      json.array(candidates(explainer.certificate)) { json, name in json.value(.text(name)) }
      let problem = explainer.frames.compactMap(\.error).first?.description
      json.member("error", problem.map { .text($0) })
    }
    json.endLine()
    return json.bytes
  }
}

extension DecodeRequests {
  /// The protocols of which nothing in the first bytes says that they are not it, the one that
  /// was taken first; none if no detection was asked for.
  private static func candidates(_ certificate: Certificate?) -> [String] {
    guard let certificate else { return [] }
    let taken = certificate.protocolName.map { [$0] } ?? []
    return taken + certificate.rivals.map(\.protocolName) + certificate.waiting
  }
}

extension Position {
  /// The record as it is shown: the time of receipt stands for times that the message lacks.
  fileprivate func received(at time: Timestamp) -> Position {
    guard fixTime == nil, deviceTime == nil || location != nil else { return self }
    var shown = self
    shown.deviceTime = deviceTime ?? time
    if location != nil { shown.fixTime = time }
    return shown
  }
}

/// A JSON value of any simple type.
struct AttributeText: Decodable {
  let value: AttributeValue

  /// The value as text.
  var text: String { value.description }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let flag = try? container.decode(Bool.self) {
      value = .boolean(flag)
    } else if let number = try? container.decode(Int64.self) {
      value = .integer(number)
    } else if let number = try? container.decode(Double.self) {
      value = .number(number)
    } else {
      value = .text(try container.decode(String.self))
    }
  }
}
