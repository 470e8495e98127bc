import CWebSockets
import Glibc
import Synchronization

/// What other threads want done on the web thread.
///
/// It is bounded by what it carries: one answer or piece per request, one wake per WebSocket
/// client.
final class Mailbox: Sendable {
  enum Letter: Sendable {
    case answer(connection: UInt64, exchange: UInt64, HTTPResponse)
    case piece(connection: UInt64, exchange: UInt64, BodyPiece)
    case writable(connection: UInt64)
    case stop
  }

  private struct State {
    var letters: [Letter] = []
    var context: ContextPointer?
    var webThread: pthread_t?
  }

  private let state = Mutex(State())

  /// The context to wake when something arrives; nil once it is gone. Called on the web thread.
  func setContext(_ context: OpaquePointer?) {
    let pointer = context.map(ContextPointer.init)
    state.withLock { state in
      state.context = pointer
      state.webThread = pthread_self()
      if pointer == nil { state.letters = [] }
    }
  }

  /// Leaves a letter and wakes the web thread; without one the letter is dropped.
  func post(_ letter: Letter) {
    state.withLock { state in
      guard let context = state.context else { return }
      state.letters.append(letter)
      // The web thread looks into the mailbox after each of its steps anyway. The call is within
      // the lock, so that the context cannot be destroyed in between.
      if state.letters.count == 1, state.webThread != pthread_self() {
        lws_cancel_service(context.pointer)
      }
    }
  }

  /// Takes all letters.
  func take() -> [Letter] {
    state.withLock { state in
      if state.letters.isEmpty { return [] }
      defer { state.letters = [] }
      return state.letters
    }
  }
}

/// A libwebsockets context as a value that may be handed between threads: the only function that
/// is called with it from another thread is `lws_cancel_service`, which is made for that.
struct ContextPointer: @unchecked Sendable {
  let pointer: OpaquePointer
}
