import EventLoop

/// A connection of a simulated device.
final class SimulatedConnection: TCPConnectionDelegate {
  enum Event {
    case opened
    case closed(String)
  }

  private var connection: TCPConnection?
  private var happened: ((Event) -> Void)?
  private var received: ((Span<UInt8>) -> Void)?

  init(
    to address: Address, _ loop: Loop, received: @escaping (Span<UInt8>) -> Void,
    happened: @escaping (Event) -> Void
  ) throws {
    self.happened = happened
    self.received = received
    connection = try TCPConnection.connect(to: address, on: loop) { [weak self] problem in
      guard let self else { return }
      if let problem {
        happened(.closed("\(problem)"))
      } else {
        connection?.resumeReading()
        happened(.opened)
      }
    }
    connection?.delegate = self
  }

  func send(_ bytes: [UInt8]) { connection?.write(bytes.span) }

  /// Ends it without further events.
  func close() {
    happened = nil
    received = nil
    // A server must get what was written before, even if the rest of it is lost.
    connection?.finishWriting()
    connection?.close()
    connection = nil
  }

  func connection(_ connection: TCPConnection, didRead bytes: Span<UInt8>) { received?(bytes) }
  func connectionDidEnd(_ connection: TCPConnection) {
    happened?(.closed("the server closed the connection"))
  }
  func connection(_ connection: TCPConnection, didFail error: LoopError) {
    happened?(.closed("\(error)"))
  }
  func connectionDidDrain(_ connection: TCPConnection) {}
}
