import Gateway
import Synchronization
import Telemetry

/// A sink that keeps batches in memory and says that they are durable when the test wants it.
final class ControlledSink: MessageSink {
  /// A message with its bytes, outside of its batch.
  struct Stored: Sendable, Hashable {
    var message: MessageBatch.Message
    var raw: String
    var reply: String
    /// The values of the attribute `event` of its records.
    var events: [Int64]
  }

  private struct State {
    var isOpen = true
    var isAutomatic: Bool
    var waiting: [@Sendable (BatchOutcome) -> Void] = []
    var stored: [Stored] = []
    var introductions: [MessageBatch.Introduction] = []
    var refusals = 0
  }

  private let state: Mutex<State>

  /// A sink; an automatic one says at once that everything is durable.
  init(isAutomatic: Bool = false) { state = Mutex(State(isAutomatic: isAutomatic)) }

  func submit(
    _ batch: MessageBatch, completion: @escaping @Sendable (BatchOutcome) -> Void
  ) -> Bool {
    let isAutomatic = state.withLock { state -> Bool? in
      guard state.isOpen else {
        state.refusals += 1
        return nil
      }
      for message in batch.messages { state.stored.append(Self.copy(message, batch)) }
      state.introductions += batch.introductions
      if !state.isAutomatic { state.waiting.append(completion) }
      return state.isAutomatic
    }
    if isAutomatic == true { completion(.durable) }
    return isAutomatic != nil
  }

  private static func copy(_ message: MessageBatch.Message, _ batch: MessageBatch) -> Stored {
    var events: [Int64] = []
    var offset = message.records.lowerBound
    for _ in 0..<message.recordCount {
      let record = CompactReport.read(
        batch.bytes.span, at: &offset, receivedAt: message.receivedAt)
      if case .integer(let value)? = record?.position[.event] { events.append(value) }
    }
    return Stored(
      message: message, raw: String(decoding: batch.bytes[message.raw], as: UTF8.self),
      reply: String(decoding: batch.bytes[message.reply], as: UTF8.self), events: events)
  }

  /// Whether there is room; a closed sink refuses every batch.
  func setOpen(_ isOpen: Bool) { state.withLock { $0.isOpen = isOpen } }

  func setAutomatic() {
    let waiting = state.withLock { state in
      state.isAutomatic = true
      defer { state.waiting = [] }
      return state.waiting
    }
    for completion in waiting { completion(.durable) }
  }

  /// Tells the outcome of the batch at a place among those that wait.
  func complete(_ index: Int, _ outcome: BatchOutcome = .durable) {
    let completion = state.withLock { $0.waiting.remove(at: index) }
    completion(outcome)
  }

  var waiting: Int { state.withLock { $0.waiting.count } }
  var stored: [Stored] { state.withLock { $0.stored } }
  var introductions: [MessageBatch.Introduction] { state.withLock { $0.introductions } }
  var refusals: Int { state.withLock { $0.refusals } }
}
