internal import CPcap

/// A packet of a capture file.
public struct CapturedPacket: Sendable {
  /// What the bytes begin with, as libpcap numbers it (1 is Ethernet).
  public let linkType: Int32
  /// The bytes that were captured.
  public let bytes: [UInt8]
}

/// What was read of a capture file.
public struct CapturedPackets: Sendable {
  /// The packets in order.
  public let packets: [CapturedPacket]
  /// Why there is nothing behind them although the file goes on; nil if it was read to its end.
  public let problem: String?
}

/// Why a capture file cannot be read.
public struct CaptureError: Error, Sendable, CustomStringConvertible {
  /// One sentence that names the file.
  public let description: String
}

/// Reads capture files (pcap and pcapng) with libpcap.
public enum PacketCapture {
  /// The most packets that are read from one file.
  public static let mostPackets = 5_000_000

  /// Reads a file as far as it can be read.
  public static func read(_ path: String) throws(CaptureError) -> CapturedPackets {
    var message = [CChar](repeating: 0, count: Int(PCAP_ERRBUF_SIZE))
    guard let capture = pcap_open_offline(path, &message) else {
      let reason = message.withUnsafeBufferPointer { buffer in
        String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      }
      throw CaptureError(description: "'\(path)' is no capture file: \(reason)")
    }
    defer { pcap_close(capture) }
    let linkType = pcap_datalink(capture)
    var packets: [CapturedPacket] = []
    var header: UnsafeMutablePointer<pcap_pkthdr>?
    var data: UnsafePointer<u_char>?
    while packets.count < mostPackets {
      let result = pcap_next_ex(capture, &header, &data)
      // Negative is the end of the file, or an error.
      guard result == 1, let header, let data else {
        let problem = result == PCAP_ERROR ? String(cString: pcap_geterr(capture)) : nil
        return CapturedPackets(packets: packets, problem: problem)
      }
      // libpcap promises `caplen` bytes at `data` until the next call.
      let bytes = UnsafeBufferPointer(start: data, count: Int(header.pointee.caplen))
      packets.append(CapturedPacket(linkType: linkType, bytes: Array(bytes)))
    }
    return CapturedPackets(
      packets: packets, problem: "no more than \(mostPackets) packets are read")
  }
}
