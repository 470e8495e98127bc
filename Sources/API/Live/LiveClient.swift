import Telemetry
import WebServer

/// A connected client, as the hub keeps it.
struct LiveClient: Sendable {
  let socket: WebSocket
  let user: Int64
  /// Whether the session, token or user still opens the door.
  let isAllowed: @Sendable () -> Bool
  /// Whether it is told what devices send.
  let log: LogWish
  /// Devices whose newest position the client has missed. At most as many as it may see.
  var missedPositions: Set<DeviceIdentity> = []
  /// Devices of which the client has missed something else.
  var missedDevices: Set<Int64> = []
  /// Whether it has not taken what was sent, so that nothing more is sent for now.
  var isBehind = false
  /// Which of the two comes first when it catches up: in turn, so that neither is always cut off.
  var catchesUpPositionsFirst = false

  init(
    _ socket: WebSocket, _ user: Int64, _ log: LogWish, _ isAllowed: @escaping @Sendable () -> Bool
  ) {
    self.socket = socket
    self.user = user
    self.log = log
    self.isAllowed = isAllowed
  }
}

/// A piece of JSON about a device, written once for all who get it.
struct LiveItem: Sendable {
  let identity: DeviceIdentity
  let device: Int64
  let json: [UInt8]
}

/// Makes messages of items: `{"positions":[…]}`, as few as are needed.
enum LiveMessage {
  /// A message begins anew when it has so many bytes.
  static let mostBytes = 65_536
  /// A message that only says that the server is there.
  static let keepAlive = Array("{}".utf8)

  /// One of several messages, and how many items are in it.
  struct Part: Sendable {
    var bytes: [UInt8]
    var items: Int
  }

  static func all(_ name: String, _ items: [LiveItem]) -> [Part] {
    var parts: [Part] = []
    var part = Part(bytes: [], items: 0)
    for item in items {
      if part.bytes.count >= mostBytes {
        part.bytes.append(contentsOf: "]}".utf8)
        parts.append(part)
        part = Part(bytes: [], items: 0)
      }
      if part.items == 0 {
        part.bytes = Array("{\"\(name)\":[".utf8)
      } else {
        part.bytes.append(UInt8(ascii: ","))
      }
      part.bytes.append(contentsOf: item.json)
      part.items += 1
    }
    if part.items > 0 {
      part.bytes.append(contentsOf: "]}".utf8)
      parts.append(part)
    }
    return parts
  }

  /// One message with everything, also if there is nothing.
  static func whole(_ name: String, _ items: [LiveItem]) -> [UInt8] {
    var message = Array("{\"\(name)\":[".utf8)
    for (index, item) in items.enumerated() {
      if index > 0 { message.append(UInt8(ascii: ",")) }
      message.append(contentsOf: item.json)
    }
    return message + "]}".utf8
  }
}
