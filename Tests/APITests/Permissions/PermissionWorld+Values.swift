import Foundation
import Telemetry

extension PermissionWorld {
  /// What an object of a kind must have.
  static func values(_ kind: String, _ mark: String) -> [String: AttributeValue] {
    let name = AttributeValue.text(mark)
    let calendar = Data("BEGIN:VCALENDAR\nEND:VCALENDAR".utf8).base64EncodedString()
    return switch kind {
    case "geofence": ["name": name, "area": .text("CIRCLE (10 20, 300)")]
    case "driver": ["name": name, "uniqueId": name]
    case "maintenance": ["name": name, "type": .text("odometer")]
    case "notification": ["description": name, "type": .text("alarm")]
    case "calendar": ["name": name, "data": .text(calendar)]
    case "command": ["description": name, "type": .text("positionSingle")]
    case "attribute":
      [
        "description": name, "attribute": .text("x"), "expression": .text("1"),
        "type": .text("number"),
      ]
    case "order": ["uniqueId": name]
    case "report": ["description": name, "type": .text("summary")]
    default: ["name": name]
    }
  }

  /// An object of texts.
  static func json(_ values: [String: AttributeValue]) -> String {
    "{" + values.map { "\"\($0)\":\"\($1.description)\"" }.sorted().joined(separator: ",") + "}"
  }
}
