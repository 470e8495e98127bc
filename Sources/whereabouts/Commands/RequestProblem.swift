import FoundationEssentials
import Telemetry
import TrackerProtocols

/// A line of JSON that is no request: it is answered, and the lines behind it as well.
enum RequestProblem {
  private struct Named: Decodable { let id: String }

  /// - Parameter members: what a request must have, for people.
  static func answer(_ line: String, _ error: any Error, _ members: String) -> [UInt8] {
    let reason =
      switch error {
      case DecodingError.keyNotFound(let key, _): "'\(key.stringValue)' is missing"
      case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
        "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' has a wrong type"
      default: "it is no JSON object"
      }
    let id = (try? JSONDecoder().decode(Named.self, from: Data(line.utf8)))?.id
    return answer(id, "this is no request: \(reason); it needs \(members)")
  }

  static func answer(_ id: String?, _ problem: String) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("id", id.map { .text($0) })
      json.member("error", .text(problem))
    }
    json.endLine()
    return json.bytes
  }
}
