import Fleet
import Ledger
import Media
import Platform
import Telemetry
import Timeline

/// Carries out erasures one after the other on a thread of its own: what was asked for is in the
/// fleet's file, so that one that was cut short is done at the next start.
final class ErasureDesk: Sendable {
  private struct State: Sendable {
    var hasWork = true
    var isStopped = false
  }

  private let fleet: Fleet
  private let state = Monitor(State())

  init(_ fleet: Fleet) { self.fleet = fleet }

  /// Starts with what was left undone.
  ///
  /// - Parameter onErased: called after each erasure.
  func start(_ eraser: Eraser, onErased: @escaping @Sendable (Erasure) -> Void) throws {
    _ = try WorkerThread(name: "erasures") { [state, fleet] in
      while true {
        let isStopped = state.wait(microseconds: nil) { state -> Bool? in
          guard state.hasWork || state.isStopped else { return nil }
          state.hasWork = false
          return state.isStopped
        }
        if isStopped == true { return }
        do {
          for erasure in try fleet.pendingErasures() {
            Log.write("erasure \(erasure.id): \(try eraser.carryOut(erasure))")
            onErased(erasure)
          }
        } catch {
          Log.write("an erasure could not be finished, it is tried again every hour: \(error)")
        }
      }
    }
  }

  /// Has everything erased that a device has sent.
  func request(device: Int64, by requester: Requester) throws(FleetError) -> Erasure {
    let erasure = try fleet.requestErasure(device: device, by: requester)
    Log.write(
      "erasure \(erasure.id): user \(erasure.userId) has everything erased that device "
        + "\(device) has sent")
    tryAgain()
    return erasure
  }

  /// Does what is not done yet.
  func tryAgain() { state.change { $0.hasWork = true } }

  /// Begins no further erasure. One that is being done may be cut short by the end of the program,
  /// and is done at the next start.
  func stop() { state.change { $0.isStopped = true } }
}

/// Removes everything that a device has sent from all places where it is kept.
struct Eraser: Sendable {
  let fleet: Fleet
  let timeline: PackedTimeline
  let media: MediaStore
  let ledger: any Ledger
  /// Waits until everything of the ledger up to a place has been passed on.
  let wait: @Sendable (LedgerToken) -> Void

  /// - Returns: what was removed, for people.
  func carryOut(_ erasure: Erasure) throws -> String {
    // What people see goes first, and once more when nothing can follow from the ledger.
    var positions = try timeline.erase(erasure.identity)
    let removed = try ledger.erase([erasure.identity])
    wait(removed.through)
    positions += try timeline.erase(erasure.identity, through: removed.through)
    try media.erase(erasure.identity)
    let messages = removed.messages + removed.unidentified + removed.setAside
    try fleet.finish(erasure, positions: positions, messages: messages)
    let rest = removed.leftovers.isEmpty ? "" : "; NOT GONE: "
    return "\(positions) positions and \(messages) messages are gone"
      + rest + removed.leftovers.joined(separator: "; ")
  }
}
