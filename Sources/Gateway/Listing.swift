import Synchronization

/// A list of connections in the making: every loop adds its own, the last one hands it over.
final class Listing: Sendable {
  private struct State {
    var missing: Int
    var overviews: [ConnectionOverview] = []
  }

  private let state: Mutex<State>
  private let completion: @Sendable ([ConnectionOverview]) -> Void
  /// The most connections to list, over all loops.
  let most: Int

  init(
    loops: Int, most: Int, completion: @escaping @Sendable ([ConnectionOverview]) -> Void
  ) {
    state = Mutex(State(missing: loops))
    self.most = most
    self.completion = completion
  }

  /// Adds a part of a loop's connections; false if no more are wanted.
  func add(_ part: [ConnectionOverview]) -> Bool {
    state.withLock { state in
      state.overviews.append(contentsOf: part.prefix(max(most - state.overviews.count, 0)))
      return state.overviews.count < most
    }
  }

  /// One loop is done.
  func finish() {
    let all = state.withLock { state -> [ConnectionOverview]? in
      state.missing -= 1
      return state.missing == 0 ? state.overviews.sorted { $0.id < $1.id } : nil
    }
    if let all { completion(all) }
  }
}
