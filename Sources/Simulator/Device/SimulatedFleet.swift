public import Telemetry
import TrackerProtocols

/// The devices of a simulation, of one protocol or of several in turn.
public enum SimulatedFleet {
  /// The names of all protocols that can be simulated.
  public static var protocols: [String] { Catalogue.protocols.map { $0.about.name } }

  /// The parts that protocols play, over the transport that they have if they lack this one.
  public static func scripts(
    _ names: [String], _ transport: Transport
  ) throws(ProtocolScript.Problem) -> [ProtocolScript] {
    var scripts: [ProtocolScript] = []
    for name in names {
      guard let type = Catalogue.named(name) else {
        throw ProtocolScript.Problem(description: "there is no protocol '\(name)'")
      }
      let own = type.about.transports.contains(transport)
      let other = transport == .tcp ? Transport.udp : .tcp
      scripts.append(try ProtocolScript(type, own ? transport : other))
    }
    return scripts
  }

  /// Devices that play these parts in turn.
  public static func devices(
    _ count: Int, _ scripts: [ProtocolScript], _ plan: DevicePlan, seed: UInt64, start: Timestamp
  ) -> [SimulatedDevice] {
    guard !scripts.isEmpty else { return [] }
    return (0..<count).map { number in
      SimulatedDevice(
        scripts[number % scripts.count], plan, number: number, seed: seed, start: start)
    }
  }
}
