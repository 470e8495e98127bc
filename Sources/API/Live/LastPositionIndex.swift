import Synchronization
import Telemetry
import Timeline

/// The number of each device's newest position, which lists of devices carry.
final class LastPositionIndex: Sendable {
  private let timeline: any Timeline
  /// Nil until somebody asked; one number for each device with a history.
  private let numbers = Mutex<[DeviceIdentity: Int64]?>(nil)

  init(timeline: any Timeline) { self.timeline = timeline }

  /// Takes over what is new.
  func take(_ updates: [TimelineUpdate]) {
    numbers.withLock { numbers in
      guard numbers != nil else { return }
      for update in updates where update.isLastKnown {
        numbers?[update.position.identity] = update.position.id
      }
    }
  }

  /// Looks up a device's newest position anew, because positions were removed.
  func forget(_ identity: DeviceIdentity) {
    numbers.withLock { numbers in
      guard numbers != nil else { return }
      do throws(TimelineError) {
        numbers?[identity] = try timeline.lastKnown(of: identity)?.id
      } catch {
        // The next question reads them all.
        numbers = nil
      }
    }
  }

  /// Asks the timeline again, after history was removed.
  func forget() { numbers.withLock { $0 = nil } }

  /// The number of a device's newest position; 0 if it has none, which is what existing clients
  /// expect then.
  func number(of identity: DeviceIdentity) -> Int64 {
    numbers.withLock { numbers in
      // Read with the lock held, so that no update falls in between.
      if numbers == nil, let last = try? timeline.lastKnown() {
        numbers = Dictionary(last.map { ($0.identity, $0.id) }) { _, newer in newer }
      }
      return numbers?[identity] ?? 0
    }
  }
}
