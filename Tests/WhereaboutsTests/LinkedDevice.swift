import Simulator
import Telemetry
import TestKit

/// A simulated device on a real socket; its clock runs as fast as the test likes.
final class LinkedDevice {
  private(set) var device: SimulatedDevice
  private(set) var now: Timestamp
  private let transport: Transport
  private let port: UInt16
  private var connection: TestSocket?
  private var datagrams: TestDatagramSocket?

  init(_ device: SimulatedDevice, _ transport: Transport, port: Int, start: Timestamp) {
    self.device = device
    self.transport = transport
    self.port = UInt16(port)
    now = start
  }

  /// Lets the device's clock go on to a moment, in steps of a minute, and waits for the answers
  /// that it expects after each.
  func run(to end: Timestamp) throws {
    while now < end {
      now = min(now.advanced(byMilliseconds: 60_000), end)
      try turn()
    }
  }

  /// Sends what is still stored.
  func drain() throws {
    for _ in 0..<10_000 where device.waiting > 0 { try turn() }
  }

  private func turn() throws {
    try perform(device.step(at: now))
    let isAnswered = eventually { [self] in
      listen(milliseconds: 1)
      return device.unanswered == 0
    }
    guard isAnswered else {
      throw TestServerFailure("\(device.identifier) waits in vain for \(device.unanswered) answers")
    }
  }

  /// Takes what the server says without being asked, and answers it.
  func hearCommand() -> Bool {
    let before = device.commands.count
    return eventually { [self] in
      listen(milliseconds: 20)
      return device.commands.count > before
    }
  }

  private func listen(milliseconds: Int) {
    let bytes: [UInt8]?
    if let connection {
      bytes = try? connection.receiveAny(milliseconds: milliseconds)
    } else {
      bytes = (try? datagrams?.receive(milliseconds: milliseconds))?.bytes
    }
    guard let bytes, !bytes.isEmpty else { return }
    // What cannot be sent is missed by the test that waits for it.
    try? perform(device.receive(bytes, over: 0, at: now))
  }

  private func perform(_ actions: [SimulatedAction]) throws {
    for action in actions {
      switch action {
      case .open(let link):
        if transport == .tcp {
          connection = try TestSocket(port: port)
        } else {
          datagrams = try TestDatagramSocket()
        }
        device.didOpen(link)
        try perform(device.step(at: now))
      case .send(_, let bytes):
        try connection?.send(bytes)
        try datagrams?.send(bytes, to: "127.0.0.1", port: port)
      case .close:
        connection?.end()
        connection = nil
        datagrams = nil
      }
    }
  }
}
