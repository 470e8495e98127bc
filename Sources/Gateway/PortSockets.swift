import EventLoop

/// The sockets of the port: for each loop one per address for streams and one for datagrams.
struct PortSockets: Sendable {
  /// The sockets of one loop.
  struct OfLoop: Sendable {
    var streams: [BoundSocket] = []
    var datagrams: [BoundSocket] = []

    func close() {
      for socket in streams + datagrams { socket.close() }
    }
  }

  var perLoop: [OfLoop]
  /// The addresses with their real ports.
  var addresses: [Address] = []

  /// A free port may be free for streams and taken for datagrams; then another is tried.
  private static let mostAttempts = 16

  /// Opens all sockets, so that the system divides peers among all loops from the first one on.
  static func open(_ configuration: GatewayConfiguration) throws(LoopError) -> PortSockets {
    for _ in 1..<mostAttempts {
      do throws(LoopError) {
        return try attempt(configuration)
      } catch {
        guard error.isTakenAddress, configuration.addresses.contains(where: { $0.port == 0 })
        else { throw error }
      }
    }
    return try attempt(configuration)
  }

  private static func attempt(
    _ configuration: GatewayConfiguration
  ) throws(LoopError) -> PortSockets {
    var sockets = PortSockets(perLoop: (0..<configuration.loops).map { _ in OfLoop() })
    var freePort: UInt16 = 0
    do throws(LoopError) {
      for wish in configuration.addresses {
        var address = wish
        if address.port == 0 { address.port = freePort }
        do throws(LoopError) {
          try sockets.open(&address)
        } catch {
          guard wish.ip == .any(.v6), error.isMissingAddress, !sockets.addresses.isEmpty else {
            throw error
          }
          continue
        }
        if wish.port == 0 { freePort = address.port }
        sockets.addresses.append(address)
      }
    } catch {
      for own in sockets.perLoop { own.close() }
      throw error
    }
    return sockets
  }

  private mutating func open(_ address: inout Address) throws(LoopError) {
    if address.port != 0 { try BoundSocket.checkFree(address) }
    for loop in perLoop.indices {
      let stream = try BoundSocket.listen(on: address)
      perLoop[loop].streams.append(stream)
      address = stream.address
      perLoop[loop].datagrams.append(try BoundSocket.bind(to: address))
    }
  }
}
