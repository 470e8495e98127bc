import Foundation
import TestKit
import Testing

/// A packet capture is replayed as what the device sent, whatever the packets did.
@Suite struct CaptureTests {
  /// A classic capture file of Ethernet frames.
  private static func capture(_ packets: [[UInt8]]) -> Data {
    var data = Data([0xD4, 0xC3, 0xB2, 0xA1, 2, 0, 4, 0] + [UInt8](repeating: 0, count: 8))
    data.append(contentsOf: [0xFF, 0xFF, 0, 0, 1, 0, 0, 0])
    for packet in packets {
      let count = withUnsafeBytes(of: UInt32(packet.count).littleEndian) { Array($0) }
      data.append(contentsOf: [UInt8](repeating: 0, count: 8) + count + count + packet)
    }
    return data
  }

  /// A TCP segment of an invented device or of the server (port 8888).
  private static func segment(
    fromDevice: Bool, sequence: UInt32, flags: UInt8, _ payload: [UInt8] = [],
    port: UInt16 = 4_000
  ) -> [UInt8] {
    let device: [UInt8] = [192, 0, 2, 17]
    let server: [UInt8] = [192, 0, 2, 1]
    let own = [UInt8(port >> 8), UInt8(port & 255)]
    let ports: [UInt8] = fromDevice ? own + [0x22, 0xB8] : [0x22, 0xB8] + own
    let number = withUnsafeBytes(of: sequence.bigEndian) { Array($0) }
    let tcp = ports + number + [0, 0, 0, 0, 0x50, flags, 0xFF, 0xFF, 0, 0, 0, 0] + payload
    let total = UInt16(20 + tcp.count)
    let ip: [UInt8] =
      [0x45, 0, UInt8(total >> 8), UInt8(total & 255), 0, 0, 0, 0, 64, 6, 0, 0]
      + (fromDevice ? device + server : server + device)
    return [UInt8](repeating: 2, count: 12) + [8, 0] + ip + tcp
  }

  @Test func theDevicesSideIsSentOnceAndInOrder() throws {
    let frame = Array(
      "*HQ,9170000001,V1,101112,A,5230.9765,N,01322.6622,E,012.50,271,020126,FFFFFBFF#".utf8)
    let half = frame.count / 2
    let packets = [
      Self.segment(fromDevice: true, sequence: 99, flags: 0x02),
      Self.segment(fromDevice: false, sequence: 7, flags: 0x12),
      Self.segment(fromDevice: true, sequence: 100, flags: 0x18, Array(frame[..<half])),
      // Sent again because it was not acknowledged, now with the rest.
      Self.segment(fromDevice: true, sequence: 100, flags: 0x18, Array(frame[..<half])),
      Self.segment(fromDevice: true, sequence: 100, flags: 0x18, frame),
      Self.segment(fromDevice: false, sequence: 8, flags: 0x18, Array("answer".utf8)),
    ]
    try replay(packets, messages: 2)
  }

  /// Packets of a mobile network overtake each other; a capture may begin in the middle, with an
  /// answer of the server.
  @Test func whatOvertakesAndWhatBeganBeforeIsUnderstood() throws {
    let frame = Array(
      "*HQ,9170000001,V1,101112,A,5230.9765,N,01322.6622,E,012.50,271,020126,FFFFFBFF#".utf8)
    let pieces = [frame[..<20], frame[20..<50], frame[50...]].map { Array($0) }
    let packets = [
      // Another device makes known which side is the server.
      Self.segment(fromDevice: true, sequence: 9, flags: 0x18, [0x0D, 0x0A], port: 4_001),
      Self.segment(fromDevice: false, sequence: 8, flags: 0x18, Array("answer".utf8)),
      Self.segment(fromDevice: true, sequence: 100, flags: 0x18, pieces[0]),
      Self.segment(fromDevice: true, sequence: 150, flags: 0x18, pieces[2]),
      Self.segment(fromDevice: true, sequence: 120, flags: 0x18, pieces[1]),
    ]
    try replay(packets, messages: 4, sessions: 2)
  }

  private func replay(_ packets: [[UInt8]], messages: Int, sessions: Int = 1) throws {
    let folder = try TemporaryFolder()
    let file = folder.path("capture.pcap")
    try Self.capture(packets).write(to: URL(filePath: file))
    let server = try TestServer(data: folder.path("data"))
    let run = try Program.run([
      "replay", file, "--to", "127.0.0.1:\(server.trackerPort)", "--json", "--wait", "500",
    ])
    #expect(run.status == 0, "\(run.complaints)")
    let sent = "\(messages) of \(messages) messages in \(sessions) sessions sent"
    #expect(run.complaints.contains(sent), "\(run.complaints)")
    // *HQ,9170000001,V4,V1, is the start of the only answer.
    #expect(run.output.contains("2a48512c393137303030303030312c56342c56312c"), "\(run.output)")
    let list = try Program.run(["device", "list", "--data-folder", server.data])
    #expect(list.output.contains("9170000001"))
  }
}
