import EventLoop
import Synchronization

/// How many connections there are, in all and from where.
final class ConnectionCounts: Sendable {
  private struct State {
    var total = 0
    var perNetwork: [AddressPrefix: Int] = [:]
  }

  private let most: Int
  private let mostPerNetwork: Int
  private let state = Mutex(State())

  init(most: Int, mostPerNetwork: Int) {
    self.most = most
    self.mostPerNetwork = mostPerNetwork
  }

  /// Whose connections are counted together: an IPv4 address, an IPv6 network of 64 bits.
  static func network(of address: IPAddress) -> AddressPrefix {
    AddressPrefix(address, length: address.family == .v4 ? 32 : 64)
  }

  /// One more connection in all; false if there are too many.
  func enter() -> Bool {
    state.withLock { state in
      guard state.total < most else { return false }
      state.total += 1
      return true
    }
  }

  /// One more connection from an address; false if there are too many from there.
  func enter(from address: IPAddress) -> Bool {
    state.withLock { state in
      let network = Self.network(of: address)
      let count = state.perNetwork[network] ?? 0
      guard count < mostPerNetwork else { return false }
      state.perNetwork[network] = count + 1
      return true
    }
  }

  /// One connection less; with its address if that was counted.
  func leave(_ address: IPAddress?) {
    state.withLock { state in
      state.total -= 1
      guard let address else { return }
      let network = Self.network(of: address)
      let count = (state.perNetwork[network] ?? 0) - 1
      state.perNetwork[network] = count > 0 ? count : nil
    }
  }

  /// Whether more than four fifths of all connections are taken.
  var isCrowded: Bool { state.withLock { $0.total * 5 > most * 4 } }

  /// How many there are.
  var total: Int { state.withLock { $0.total } }
}
