import Fleet
import FoundationEssentials
import Models
import Telemetry
import TrackerProtocols
import WebServer

extension API {
  /// What a protocol is, and what can be entered about devices that speak it.
  static func readProtocol(_ call: Call) throws(Problem) -> HTTPResponse {
    let name = call.parts["name"] ?? ""
    guard let type = Catalogue.named(name) else {
      throw Problem(404, "There is no protocol \(name). GET /api/protocols lists all.")
    }
    return .json { $0.about(type.about) }
  }

  /// What can be entered about a device, by the protocol that it last spoke; before it has called,
  /// by that of its model.
  func listOptions(_ call: Call) throws(Problem) -> HTTPResponse {
    let device = try device(try call.number(), call)
    let type = Self.protocolType(of: device)
    let about = type.map { $0.about }
    let options = about?.options ?? [.zone()]
    return .json { json in
      json.object { json in
        json.member("protocol", about.map { .text($0.name) })
        json.key("options")
        json.array(options) { $0.option($1) }
      }
    }
  }

  private static func protocolType(of device: Device) -> (any TrackerProtocol.Type)? {
    if let spoken = device.protocolName.flatMap({ Catalogue.named($0) }) { return spoken }
    let model = ModelCatalogue.model(entered: device.model ?? "")
    return model?.protocols.first.flatMap { Catalogue.named($0.value) }
  }
}

/// The checks of a device's settings against what the protocols say of them.
enum OptionCheck {
  private static let zones = "/usr/share/zoneinfo"

  /// The settings of all protocols by name; several protocols may look at the same one.
  private static let known: [String: [DeviceOption]] = {
    var known: [String: [DeviceOption]] = [:]
    for type in Catalogue.protocols {
      for option in type.about.options { known[option.key, default: []].append(option) }
    }
    return known
  }()

  /// Makes sure that what was entered anew about a device can mean something.
  ///
  /// What stands already is left alone, so that an old mistake is in nobody's way, and so is what
  /// no protocol looks at.
  static func check(_ device: Device, instead old: [String: AttributeValue]) throws(Problem) {
    for (key, value) in device.attributes.sorted(by: { $0.key < $1.key }) where old[key] != value {
      guard let options = options(key, of: device) else { continue }
      let problems = options.map { problem(value.description, $0) }
      if problems.allSatisfy({ $0 != nil }), let problem = problems.first ?? nil {
        throw Problem(400, "The field attributes.\(key) \(problem).")
      }
    }
  }

  /// What the device's own protocol says of a setting, or what all do.
  private static func options(_ key: String, of device: Device) -> [DeviceOption]? {
    if let type = device.protocolName.flatMap({ Catalogue.named($0) }) {
      let about = type.about
      if let own = about.options.first(where: { $0.key == key }) { return [own] }
    }
    return known[key]
  }

  private static func problem(_ value: String, _ option: DeviceOption) -> String? {
    if let problem = option.problem(with: value) { return problem }
    guard option.values == .zone, ClockZone(offset: value) == nil else { return nil }
    guard FileManager.default.fileExists(atPath: "\(zones)/\(value)") else {
      return "must be an offset such as +02:00 or a region of GET /api/server/timezones"
    }
    return nil
  }
}
