public import Telemetry
import TrackerProtocols

/// A device of a load test: it sends positions that differ in time only, and wants each answered.
public struct FloodDevice: Sendable {
  /// The protocols that a load can be made of.
  public static let protocols = ["startek", "gt06", "h02"]

  /// What the device calls itself.
  public let identifier: String
  /// What it sends first on every connection; nothing if every message says who it is.
  public let login: [UInt8]?

  private enum Clock: Sendable {
    case text, binary, split
  }

  private var template: FrameTemplate
  private let clock: Clock
  private var drive: Drive

  /// A device of a protocol.
  ///
  /// - Parameter number: from 0; makes the identifier.
  /// - Returns: nil if no load can be made of the protocol.
  public init?(_ protocolName: String, number: Int) {
    guard let type = Catalogue.named(protocolName) else { return nil }
    switch protocolName {
    case "startek":
      guard var position = FrameTemplate(type, example: "Confirmation wanted") else { return nil }
      identifier = String(350_000_000_000_000 + number)
      position.set("identifier", digits: 350_000_000_000_000 + number)
      (template, clock, login) = (position, .text, nil)
    case "gt06":
      guard var first = FrameTemplate(type, example: "Login"),
        let position = FrameTemplate(type, example: "Position")
      else { return nil }
      identifier = String(351_000_000_000_000 + number)
      first.set("IMEI", packedDigits: 351_000_000_000_000 + number)
      first.seal()
      (template, clock, login) = (position, .binary, first.bytes)
    case "h02":
      guard
        var position = FrameTemplate(type, example: "Position, confirmed with the server's clock")
      else { return nil }
      identifier = String(9_000_000_000 + number)
      position.set("identifier", digits: 9_000_000_000 + number)
      (template, clock, login) = (position, .split, nil)
    default: return nil
    }
    drive = Drive(seed: UInt64(number))
  }

  /// The next position of its drive, at a moment in whole seconds.
  public mutating func position(at time: Timestamp) -> [UInt8] {
    drive.step()
    if case .text = clock { write(drive) }
    let civil = CivilTime(time)
    let date = (civil.year % 100, civil.month, civil.day)
    switch clock {
    case .text:
      let day = (date.0 * 100 + date.1) * 100 + date.2
      template.set(
        "time", digits: ((day * 100 + civil.hour) * 100 + civil.minute) * 100 + civil.second)
    case .binary:
      template.set(
        "time",
        bytes: [date.0, date.1, date.2, civil.hour, civil.minute, civil.second]
          .map { UInt8(truncatingIfNeeded: $0) })
    case .split:
      template.set("time", digits: (civil.hour * 100 + civil.minute) * 100 + civil.second)
      template.set("date", digits: (date.2 * 100 + date.1) * 100 + date.0)
    }
    template.seal()
    return template.bytes
  }

  /// Writes the place of a drive into a text that has as many digits.
  private mutating func write(_ drive: Drive) {
    template.set("latitude", text: Self.fixed(drive.latitude, digits: 2))
    template.set("longitude", text: Self.fixed(drive.longitude, digits: 2))
    template.set("speed", digits: Int(drive.speed))
    template.set("course", digits: Int(drive.course))
    template.set("odometer", digits: Int(drive.odometer))
  }

  /// Degrees with two digits before the point and six behind it.
  private static func fixed(_ degrees: Double, digits: Int) -> [UInt8] {
    let millionths = Int((degrees * 1_000_000).rounded())
    var text = [UInt8](repeating: UInt8(ascii: "."), count: digits + 7)
    var rest = millionths
    for index in text.indices.reversed() where index != digits {
      text[index] = 48 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    return text
  }
}
