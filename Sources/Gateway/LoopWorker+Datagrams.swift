import EventLoop
import Telemetry
import TrackerProtocols

// Datagrams. The system gives all datagrams of one peer to the same socket, so a conversation
// stays on one loop; see ClaimRegistry for devices that change their port.
extension LoopWorker {
  func received(
    _ bytes: Span<UInt8>, from peer: Address, to local: Address, by socket: UDPSocket
  ) {
    statistics.datagrams += 1
    statistics.bytes += UInt64(bytes.count)
    let key = Peer(address: peer, local: local)
    if let session = peers[key] {
      session.heard(bytes.count)
      converse(bytes, .ended, session)
      return
    }
    let session = TrackerSession(
      commons.nextConnection(), connection: nil, socket: socket, peer: peer, local: local,
      worker: self, conversation: newConversation(.udp))
    session.heard(bytes.count)
    converse(bytes, .ended, session)
    guard session.conversation.isIdentified else {
      // A stranger's datagram is stored within its quota and forgotten.
      if strangersNoted < Self.mostStrangersNoted {
        strangersNoted += 1
        noteStranger(session)
      } else {
        statistics.endedUnidentified += 1
      }
      return
    }
    // Any other peer makes room: it is met anew with its next datagram.
    if peers.count >= limits.datagramPeers, let other = peers.first?.value { close(other) }
    peers[key] = session
    sessions[session.id] = session
    wheel.add(session.id, at: second + limits.datagramSeconds)
  }
}
