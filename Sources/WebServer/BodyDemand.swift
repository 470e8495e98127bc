import Synchronization

/// A connection asks for the next piece of a body. It is to be answered once; a demand that is
/// dropped breaks the answer off, so that the client sees that something is missing.
public final class BodyDemand: Sendable {
  private let mailbox: Mailbox
  private let connection: UInt64
  private let exchange: UInt64
  private let isAnswered = Atomic(false)

  init(mailbox: Mailbox, connection: UInt64, exchange: UInt64) {
    self.mailbox = mailbox
    self.connection = connection
    self.exchange = exchange
  }

  deinit { answer(.failure) }

  /// Gives the next piece; the connection will ask for another one.
  public func supply(_ bytes: [UInt8]) { answer(.bytes(bytes)) }

  /// Says that the body is complete.
  public func finish() { answer(.end) }

  /// Breaks the answer off: the connection is closed, so that the client knows.
  public func fail() { answer(.failure) }

  private func answer(_ piece: BodyPiece) {
    let (isFirst, _) = isAnswered.compareExchange(
      expected: false, desired: true, ordering: .relaxed)
    if isFirst { mailbox.post(.piece(connection: connection, exchange: exchange, piece)) }
  }
}

/// What is supplied on demand.
enum BodyPiece: Sendable {
  case bytes([UInt8])
  case end
  case failure
}
