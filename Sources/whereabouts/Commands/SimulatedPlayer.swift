import EventLoop
import Simulator
import Telemetry

/// One simulated device with its sockets.
final class SimulatedPlayer {
  private(set) var device: SimulatedDevice
  /// Why it has no link, if it should have one.
  private(set) var problem: String?

  /// For each link one.
  private let addresses: [Address]
  private let transport: Transport
  private let loop: Loop
  private let clock: () -> Timestamp
  private var connections: [Int: SimulatedConnection] = [:]
  private var sockets: [Int: (socket: UDPSocket, local: Address)] = [:]

  init(
    _ device: SimulatedDevice, _ addresses: [Address], _ loop: Loop,
    clock: @escaping () -> Timestamp
  ) {
    self.device = device
    self.addresses = addresses
    transport = device.transport
    self.loop = loop
    self.clock = clock
  }

  func step() { perform(device.step(at: clock())) }

  func close() {
    for connection in connections.values { connection.close() }
    for own in sockets.values { own.socket.close() }
    connections = [:]
    sockets = [:]
  }

  private func perform(_ actions: [SimulatedAction]) {
    for action in actions {
      switch action {
      case .open(let link): open(link)
      case .send(let link, let bytes):
        connections[link]?.send(bytes)
        if let own = sockets[link] {
          own.socket.send(bytes.span, to: addresses[link], from: own.local)
        }
      case .close(let link):
        connections.removeValue(forKey: link)?.close()
        sockets.removeValue(forKey: link)?.socket.close()
      }
    }
  }

  private func open(_ link: Int) {
    let address = addresses[link]
    do {
      if transport == .tcp {
        connections[link] = try SimulatedConnection(to: address, loop) { [weak self] bytes in
          self?.receive(bytes, link)
        } happened: { [weak self] event in
          self?.connection(link, event)
        }
        return
      }
      let local: IPAddress =
        address.ip.isLoopback ? .loopback(address.ip.family) : .any(address.ip.family)
      let bound = try BoundSocket.bind(to: Address(local, port: 0))
      let socket = try UDPSocket(bound, on: loop) { [weak self] bytes, _, _ in
        self?.receive(bytes, link)
      }
      socket.resumeReading()
      sockets[link] = (socket, bound.address)
      device.didOpen(link)
    } catch {
      lose(link, "\(error)")
    }
  }

  private func connection(_ link: Int, _ event: SimulatedConnection.Event) {
    switch event {
    case .opened:
      problem = nil
      device.didOpen(link)
    case .closed(let reason): lose(link, reason)
    }
  }

  private func lose(_ link: Int, _ reason: String) {
    problem = reason
    connections.removeValue(forKey: link)?.close()
    device.didClose(link, at: clock())
  }

  private func receive(_ bytes: Span<UInt8>, _ link: Int) {
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for index in bytes.indices { copy.append(bytes[index]) }
    perform(device.receive(copy, over: link, at: clock()))
  }
}
