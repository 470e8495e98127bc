import Platform
import Telemetry
import TrackerProtocols

/// What several commands understand by a word.
extension Words {
  /// The protocol of a name; nil if none is given.
  static func protocolType(_ name: String?) throws -> (any TrackerProtocol.Type)? {
    guard let name else { return nil }
    guard let type = Catalogue.named(name) else {
      let known = Catalogue.protocols.map { $0.about.name }.joined(separator: ", ")
      throw UsageProblem("there is no protocol '\(name)'; protocols: \(known)")
    }
    return type
  }

  /// What was entered for the device.
  func deviceSettings() throws -> DeviceSettings {
    var settings = DeviceSettings(model: self["model"])
    for pair in (self["options"] ?? "").split(separator: ",") {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw UsageProblem("--options takes name=value, with commas between them, not '\(pair)'")
      }
      settings.options[parts[0]] = parts[1]
    }
    return ZoneTable { Terminal.note($0) }.resolve(settings)
  }

  /// The transport of a name; TCP if none is given.
  static func transport(_ name: String?) throws -> Transport {
    guard let name else { return .tcp }
    guard let transport = Transport.allCases.first(where: { $0.name == name }) else {
      throw UsageProblem("a transport is tcp or udp, not '\(name)'")
    }
    return transport
  }

  /// The time of a text; now if none is given.
  static func time(_ text: String?) throws -> Timestamp {
    guard let text else { return .now }
    guard let time = Timestamp(iso8601: text) else {
      throw UsageProblem("'\(text)' is no time; write it like 2026-01-02T03:04:05Z")
    }
    return time
  }
}

extension Timestamp {
  /// The machine's clock.
  static var now: Timestamp { Timestamp(milliseconds: Clock.milliseconds()) }
}
