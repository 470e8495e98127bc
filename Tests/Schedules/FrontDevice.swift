import Simulator
import Telemetry
import TrackerProtocols

/// A device that sends real frames of its protocol.
struct FrontDevice: Sendable {
  /// A record as it is sent first and as it is sent again, and what it says.
  struct Made: Sendable {
    let frames: [[UInt8]]
    let time: Timestamp
  }

  static let protocols = ["startek", "gt06", "h02"]

  let identity: DeviceIdentity
  let identifier: String
  let protocolName: String
  /// What it sends first on every connection; nothing if every message says who it is.
  let login: [UInt8]?
  let made: [Made]

  /// A device that makes so many records.
  init?(_ number: Int, count: Int, random: inout Generator) {
    protocolName = Self.protocols[number % Self.protocols.count]
    identity = DeviceIdentity(rawValue: Int64(number + 1))
    // Boards of h02 have names of ten digits.
    let name = (protocolName == "h02" ? 4_106_000_100 : 358_000_000_000_100) + number
    guard let type = Catalogue.named(protocolName) else { return nil }
    var login: [UInt8]?
    let template: FrameTemplate?
    switch protocolName {
    case "startek":
      template = FrameTemplate(type, example: "Confirmation wanted")
      identifier = String(name)
    case "gt06":
      var first = FrameTemplate(type, example: "Login")
      first?.set("IMEI", packedDigits: name)
      first?.seal()
      login = first?.bytes
      template = FrameTemplate(type, example: "Position")
      identifier = String(name)
    default:
      template = FrameTemplate(type, example: "Position, confirmed with the server's clock")
      identifier = String(name)
    }
    guard var template else { return nil }
    self.login = login
    template.set("identifier", digits: name)
    var made: [Made] = []
    for index in 0..<count {
      let seconds = Int64(index) * 600 + Int64.random(in: 0..<600, using: &random)
      let time = Day.midnight.advanced(byMilliseconds: seconds * 1_000)
      Self.write(time, protocolName, &template)
      let frames = (0..<2).map { copy in
        // What a resend changes.
        template.set("packet character", number: 65 + (index + copy * 13) % 26)
        template.set("serial number", number: index + copy * 1_000 + 1)
        template.seal()
        return template.bytes
      }
      made.append(Made(frames: frames, time: time))
    }
    self.made = made
  }

  private static func write(
    _ time: Timestamp, _ protocolName: String, _ template: inout FrameTemplate
  ) {
    let civil = CivilTime(time)
    let (year, month, day) = (civil.year % 100, civil.month, civil.day)
    let clock = (civil.hour * 100 + civil.minute) * 100 + civil.second
    switch protocolName {
    case "startek":
      template.set("time", digits: ((year * 100 + month) * 100 + day) * 1_000_000 + clock)
    case "gt06":
      let parts = [year, month, day, civil.hour, civil.minute, civil.second]
      template.set("time", bytes: parts.map { UInt8(truncatingIfNeeded: $0) })
    default:
      template.set("time", digits: clock)
      template.set("date", digits: (day * 100 + month) * 100 + year)
    }
  }
}
