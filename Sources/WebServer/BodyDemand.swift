import Synchronization

/// A connection asks for the next piece of a body. It is to be answered once; a demand that is
/// dropped breaks the answer off, so that the client sees that something is missing.
public final class BodyDemand: Sendable {
  /// Gives bytes another form; nil breaks the answer off.
  typealias Encoder = @Sendable (_ bytes: [UInt8], _ isLast: Bool) -> [UInt8]?

  private let deliver: @Sendable (BodyPiece) -> Void
  private let isAnswered = Atomic(false)

  init(mailbox: Mailbox, connection: UInt64, exchange: UInt64) {
    deliver = { mailbox.post(.piece(connection: connection, exchange: exchange, $0)) }
  }

  private init(_ deliver: @escaping @Sendable (BodyPiece) -> Void) { self.deliver = deliver }

  /// A demand for the same piece in another form.
  func encoded(by encoder: @escaping Encoder) -> BodyDemand {
    BodyDemand { piece in
      switch piece {
      case .bytes(let bytes):
        self.answer(encoder(bytes, false).map { .bytes($0) } ?? .failure)
      case .end(let bytes): self.answer(encoder(bytes, true).map { .end($0) } ?? .failure)
      case .failure: self.answer(.failure)
      }
    }
  }

  deinit { answer(.failure) }

  /// Gives the next piece; the connection will ask for another one.
  public func supply(_ bytes: [UInt8]) { answer(.bytes(bytes)) }

  /// Says that the body is complete.
  public func finish() { answer(.end([])) }

  /// Breaks the answer off: the connection is closed, so that the client knows.
  public func fail() { answer(.failure) }

  private func answer(_ piece: BodyPiece) {
    let (isFirst, _) = isAnswered.compareExchange(
      expected: false, desired: true, ordering: .relaxed)
    if isFirst { deliver(piece) }
  }
}

/// What is supplied on demand.
enum BodyPiece: Sendable {
  case bytes([UInt8])
  /// The last bytes; often none.
  case end([UInt8])
  case failure
}
