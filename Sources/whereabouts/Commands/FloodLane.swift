import EventLoop
import Simulator

/// One connection of a load test.
final class FloodLane: TCPConnectionDelegate {
  private(set) var isOpen = false
  private(set) var isBroken = false
  /// Why it could not be opened, or broke.
  private(set) var problem: LoopError?
  /// Messages in the order of sending; those before `head` are answered.
  private(set) var waiting: [Flood.Sent] = []
  private(set) var head = 0

  private let devices: [Int]
  private let answered: (Flood.Sent) -> Void
  private let protocolName: String
  private var connection: TCPConnection?
  private var output: [UInt8] = []
  private var turn = 0
  /// Answers that belong to a login, and are not counted.
  private var logins = 0
  /// Bytes of an answer that is not whole.
  private var partial = 0

  init(
    _ protocolName: String, _ devices: [Int], answered: @escaping (Flood.Sent) -> Void
  ) {
    self.protocolName = protocolName
    self.devices = devices
    self.answered = answered
  }

  func open(_ address: Address, _ loop: Loop, login: [UInt8]?) {
    connection = try? TCPConnection.connect(to: address, on: loop) { [weak self] problem in
      guard let self else { return }
      self.problem = problem
      isBroken = problem != nil
      isOpen = problem == nil
      guard isOpen else { return }
      connection?.resumeReading()
      if let login {
        logins = 1
        output += login
      }
    }
    isBroken = connection == nil
    connection?.delegate = self
  }

  func nextDevice() -> Int {
    turn += 1
    return devices[turn % devices.count]
  }

  func write(_ bytes: [UInt8], _ message: Flood.Sent) {
    output += bytes
    waiting.append(message)
  }

  func flush() {
    guard isOpen, !output.isEmpty else { return }
    connection?.write(output.span)
    output.removeAll(keepingCapacity: true)
  }

  func close() {
    isOpen = false
    connection?.close()
  }

  func connection(_ connection: TCPConnection, didRead bytes: Span<UInt8>) {
    for _ in 0..<answers(in: bytes) {
      if logins > 0 {
        logins -= 1
      } else if head < waiting.count {
        answered(waiting[head])
        head += 1
      }
    }
    if head > 4_096 {
      waiting.removeFirst(head)
      head = 0
    }
  }

  /// How many answers end in these bytes: lines, ten bytes each, or up to a number sign.
  private func answers(in bytes: Span<UInt8>) -> Int {
    if protocolName == "gt06" {
      let total = partial + bytes.count
      partial = total % 10
      return total / 10
    }
    let end = protocolName == "h02" ? UInt8(ascii: "#") : 10
    var count = 0
    for index in bytes.indices where bytes[index] == end { count += 1 }
    return count
  }

  func connectionDidEnd(_ connection: TCPConnection) { fail() }
  func connection(_ connection: TCPConnection, didFail error: LoopError) {
    problem = error
    fail()
  }
  func connectionDidDrain(_ connection: TCPConnection) {}

  private func fail() {
    isOpen = false
    isBroken = true
  }
}
