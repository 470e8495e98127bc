import Ledger
import Synchronization
import Telemetry
import TrackerProtocols

/// A message of a device, for clients that ask what devices send.
struct LiveLogLine: Sendable {
  /// So many bytes of a message are told of.
  static let mostBytes = 2_048

  let identity: DeviceIdentity
  private let protocolName: String
  private let address: String
  private let bytes: [UInt8]

  init(_ record: LedgerRecord) {
    identity = record.identity
    protocolName = record.protocolName
    address = record.origin?.peer ?? ""
    bytes = Array(record.raw.prefix(Self.mostBytes))
  }

  /// The line in JSON.
  ///
  /// - Parameters:
  ///   - uniqueId: what the sender calls itself; empty if it has not said.
  ///   - device: the API's number of the device; 0 for an arrival.
  func json(uniqueId: String, device: Int64) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("host", .text(host))
      json.member("address", .text(address))
      json.member("protocol", protocolName.isEmpty ? nil : .text(protocolName))
      json.member("uniqueId", uniqueId.isEmpty ? nil : .text(uniqueId))
      json.member("deviceId", .integer(device))
      json.member("data", .text(data))
    }
    return json.bytes
  }

  /// The address without its port and without brackets.
  private var host: String {
    guard let colon = address.lastIndex(of: ":") else { return address }
    return address[..<colon].filter { $0 != "[" && $0 != "]" }
  }

  /// Plain text as it is, with its line ends made visible; anything else as hexadecimal digits.
  private var data: String {
    let isPlain = bytes.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x0A || $0 == 0x0D }
    guard isPlain else { return HexText.text(bytes) }
    var text = ""
    for byte in bytes {
      switch byte {
      case 0x0A: text += "\\n"
      case 0x0D: text += "\\r"
      default: text.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return text
  }
}

/// Whether a client wants to be told what devices send.
final class LogWish: Sendable {
  private let flag = Atomic(false)

  var isOn: Bool { flag.load(ordering: .relaxed) }

  /// Sets it; returns what it was.
  func exchange(_ isOn: Bool) -> Bool { flag.exchange(isOn, ordering: .relaxed) }
}
