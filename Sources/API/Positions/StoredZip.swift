/// A zip archive with one file that is not compressed, as KMZ is.
enum StoredZip {
  /// The archive of a file. Its time is the earliest that the form knows, so that the same content
  /// gives the same archive.
  static func archive(_ name: String, _ content: [UInt8]) -> [UInt8] {
    var facts: [UInt8] = []
    // Version 2.0, no flags, stored; midnight of 1980-01-01.
    for value: UInt16 in [20, 0, 0, 0, 0x21] { append(value, to: &facts) }
    append(checksum(content), to: &facts)
    append(UInt32(clamping: content.count), to: &facts)
    append(UInt32(clamping: content.count), to: &facts)
    append(UInt16(clamping: name.utf8.count), to: &facts)
    append(UInt16(0), to: &facts)

    var bytes: [UInt8] = []
    append(UInt32(0x0403_4B50), to: &bytes)
    bytes += facts
    bytes += name.utf8
    bytes += content

    let start = bytes.count
    append(UInt32(0x0201_4B50), to: &bytes)
    append(UInt16(20), to: &bytes)
    bytes += facts
    // No comment, first disk, no attributes inside or outside, at the beginning.
    for value: UInt16 in [0, 0, 0] { append(value, to: &bytes) }
    for value: UInt32 in [0, 0] { append(value, to: &bytes) }
    bytes += name.utf8
    let length = bytes.count - start

    append(UInt32(0x0605_4B50), to: &bytes)
    for value: UInt16 in [0, 0, 1, 1] { append(value, to: &bytes) }
    append(UInt32(clamping: length), to: &bytes)
    append(UInt32(clamping: start), to: &bytes)
    append(UInt16(0), to: &bytes)
    return bytes
  }

  /// The checksum of zip archives (CRC-32 of ISO 3309).
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8)
    }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { sum, _ in
      sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1
    }
  }

  private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: value.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}
