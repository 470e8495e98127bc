import Synchronization

/// What a path that is a WebSocket does with a client.
public protocol WebSocketDelegate: AnyObject, Sendable {
  /// The client is connected. Called on the web thread, as all of these are.
  func opened(_ socket: WebSocket)
  /// The client sent a message.
  func received(_ text: [UInt8], from socket: WebSocket)
  /// The client was behind and has now taken everything that waited for it.
  func drained(_ socket: WebSocket)
  /// The client is gone.
  func closed(_ socket: WebSocket)
}

/// What is done with a request to become a WebSocket.
public enum WebSocketDecision: Sendable {
  /// The client is let in.
  case accept(any WebSocketDelegate)
  /// The client gets this answer instead.
  case refuse(HTTPResponse)
}

/// One connected WebSocket client. All functions may be called from any thread.
public final class WebSocket: Sendable, Identifiable {
  /// What became of a message to a client.
  public enum Outcome: Sendable, Hashable {
    /// It waits for its turn.
    case queued
    /// Too much waits already: it was dropped. ``WebSocketDelegate/drained(_:)`` tells when there
    /// is room again.
    case full
    /// The client is gone.
    case closed
  }

  /// How many messages that were taken may lie in front of the others before they are removed.
  private static let mostTaken = 64

  private struct State {
    var messages: [[UInt8]] = []
    var next = 0
    var bytes = 0
    var isBehind = false
    var isClosed = false
    var closesWith: UInt16?
    var wasWoken = false
  }

  /// A number that no other client of this server has.
  public let id: UInt64
  /// The network address of the client.
  public let peer: String
  /// The most bytes that may wait.
  public let limit: Int
  private let mailbox: Mailbox
  private let state = Mutex(State())

  init(id: UInt64, peer: String, limit: Int, mailbox: Mailbox) {
    self.id = id
    self.peer = peer
    self.limit = limit
    self.mailbox = mailbox
  }

  /// Sends a text message (UTF-8). A single message may be longer than the limit if nothing else
  /// waits, so that a large first picture of the world always fits.
  @discardableResult
  public func send(_ text: [UInt8]) -> Outcome {
    let (outcome, wakes) = state.withLock { state -> (Outcome, Bool) in
      if state.isClosed || state.closesWith != nil { return (.closed, false) }
      guard state.bytes == 0 || state.bytes + text.count <= limit else {
        state.isBehind = true
        return (.full, false)
      }
      state.messages.append(text)
      state.bytes += text.count
      defer { state.wasWoken = true }
      return (.queued, !state.wasWoken)
    }
    if wakes { mailbox.post(.writable(connection: id)) }
    return outcome
  }

  /// Closes the connection after what already waits was sent.
  public func close(code: UInt16 = 1000) {
    let wakes = state.withLock { state in
      guard !state.isClosed, state.closesWith == nil else { return false }
      state.closesWith = code
      return true
    }
    if wakes { mailbox.post(.writable(connection: id)) }
  }

  /// Bytes that wait to be sent.
  public var waitingBytes: Int { state.withLock(\.bytes) }

  /// What the web thread has to do next for this client.
  enum Step {
    case write([UInt8])
    case close(UInt16)
    case rest(hasDrained: Bool)
  }

  func nextStep() -> Step {
    state.withLock { state in
      if state.next < state.messages.count {
        let message = state.messages[state.next]
        state.messages[state.next] = []
        state.next += 1
        state.bytes -= message.count
        if state.next == state.messages.count || state.next >= Self.mostTaken {
          state.messages.removeFirst(state.next)
          state.next = 0
        }
        return .write(message)
      }
      if let code = state.closesWith { return .close(code) }
      defer {
        state.isBehind = false
        state.wasWoken = false
      }
      return .rest(hasDrained: state.isBehind)
    }
  }

  func markClosed() {
    state.withLock { state in
      state.isClosed = true
      state.messages = []
      state.next = 0
      state.bytes = 0
    }
  }
}
