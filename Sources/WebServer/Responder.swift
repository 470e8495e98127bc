import Synchronization

/// The way to answer one request, at once or later, from any thread, exactly once.
///
/// A responder that is dropped without an answer answers 500, so that no client waits for ever.
public final class Responder: Sendable {
  private struct State {
    var response: HTTPResponse?
    var isAnswered = false
  }

  private let state = Mutex(State())
  private let mailbox: Mailbox
  private let connection: UInt64
  private let exchange: UInt64
  private let presence: ClientPresence

  init(
    mailbox: Mailbox, connection: UInt64, exchange: UInt64, presence: ClientPresence
  ) {
    self.mailbox = mailbox
    self.connection = connection
    self.exchange = exchange
    self.presence = presence
  }

  deinit {
    let isAnswered = state.withLock(\.isAnswered)
    if !isAnswered {
      let problem = HTTPResponse.problem(
        500, "The server has no answer to this request. Please report what you asked for.")
      mailbox.post(.answer(connection: connection, exchange: exchange, problem))
    }
  }

  /// Whether the client still waits for the answer, as far as is known.
  public var isAwaited: Bool { presence.isThere }

  /// Answers. Only the first answer counts; the result says whether this was it.
  @discardableResult
  public func respond(_ response: HTTPResponse) -> Bool {
    let isFirst = state.withLock { state in
      defer { state.isAnswered = true }
      return !state.isAnswered
    }
    if isFirst {
      mailbox.post(.answer(connection: connection, exchange: exchange, response))
    }
    return isFirst
  }
}
