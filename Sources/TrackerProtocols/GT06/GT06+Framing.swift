import Telemetry
import Wire

extension GT06 {
  static func recognise(_ bytes: Span<UInt8>, _ stream: StreamState) -> Recognition {
    switch GT06Header.read(bytes) {
    case .no(let offset, let expected): return .no(at: offset, expected: expected)
    case .more(let count): return .more(count)
    case .header(let header):
      if bytes.count < header.total { return recogniseShort(bytes, header, stream) }
      guard GT06Header.ends(bytes, at: header.total) else {
        return recogniseMisfit(bytes, header, stream)
      }
      var proofs: Proofs = [.sync, .length, .terminator]
      if GT06Header.checksumHolds(bytes, before: header.total - 2) {
        proofs.insert(.checksum)
      } else if isKeepAlive(header) {
        // The same bytes are topin's, which may claim them with more right.
        proofs = [.sync, .terminator, .grammar]
      } else if !header.isLong, !typesWithoutChecksum.contains(header.type) {
        return .no(at: header.total - 4, expected: "a checksum that holds")
      }
      return .yes(proofs, frame: header.total)
    }
  }

  /// Short messages that are known by length and end bytes alone, because no relative has them.
  private static let typesWithoutChecksum: Set<UInt8> = [
    0x01, 0x12, 0x16, 0x19, 0x22, 0x24, 0x25, 0x26, 0x27, 0x28, 0x2C, 0x2D, 0x2E, 0x31, 0x32, 0x34,
    0x36, 0x37, 0x39, 0x61, 0x95, 0xA0, 0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA7, 0xA9,
  ]

  private static func isKeepAlive(_ header: GT06Header) -> Bool {
    !header.isLong && header.length == 1 && header.type == 0x08
  }

  /// Fewer bytes than the length field announces.
  private static func recogniseShort(
    _ bytes: Span<UInt8>, _ header: GT06Header, _ stream: StreamState
  ) -> Recognition {
    if stream.edge != .open, lacksEndBytes(bytes, header) {
      return .yes([.sync, .length, .grammar], frame: bytes.count)
    }
    return .more(header.total)
  }

  /// Whether all is there but the end bytes, so that the checksum can be tried.
  private static func lacksEndBytes(_ bytes: Span<UInt8>, _ header: GT06Header) -> Bool {
    guard bytes.count == header.total - 1 || bytes.count == header.total - 2 else { return false }
    return GT06Header.checksumHolds(bytes, before: header.total - 2)
  }

  /// The end bytes do not stand where the length field says.
  private static func recogniseMisfit(
    _ bytes: Span<UInt8>, _ header: GT06Header, _ stream: StreamState
  ) -> Recognition {
    switch header.listTotal(bytes) {
    case .more(let count): return .more(count)
    case .total(let total) where hasDigitsOfDate(bytes):
      return .yes([.sync, .length, .terminator, .grammar], frame: total)
    case .no, .total: break
    }
    // Of the messages whose length does not count the type, topin has those of 18 bytes.
    if header.type == 0x11, header.length > 18 {
      switch header.uncountedTypeTotal(bytes) {
      case .more(let count): return .more(count)
      case .total(let total): return .yes([.sync, .length, .terminator, .grammar], frame: total)
      case .no: break
      }
    }
    guard let total = header.searchedTotal(bytes) else {
      return stream.edge == .open && bytes.count < GT06Header.longestSearch
        ? .more(bytes.count + 1) : .no(at: header.total - 2, expected: "0D 0A")
    }
    guard GT06Header.checksumHolds(bytes, before: total - 2) else {
      return .no(at: header.total - 2, expected: "0D 0A where the length field says")
    }
    return .yes([.sync, .terminator, .checksum], frame: total)
  }

  private static func hasDigitsOfDate(_ bytes: Span<UInt8>) -> Bool {
    var date = FieldReader(bytes)
    do throws(DecodeError) {
      try date.skip("header", 4)
      let year = try date.packedDecimal("year", bytes: 1)
      let month = try date.packedDecimal("month", bytes: 1)
      let day = try date.packedDecimal("day", bytes: 1)
      let hour = try date.packedDecimal("hour", bytes: 1)
      return year >= 10 && (1...12).contains(month) && (1...31).contains(day) && hour < 24
    } catch {
      return false
    }
  }

  // MARK: Framing

  mutating func nextFrame(in bytes: Span<UInt8>, _ stream: StreamState) -> FrameStep {
    switch GT06Header.read(bytes) {
    case .no: return .skip(Self.distanceToHeader(bytes))
    case .more(let count): return .needMore(count)
    case .header(let header):
      if GT06Header.ends(bytes, at: header.total) { return .frame(header.total) }
      switch header.listTotal(bytes) {
      case .total(let total): return .frame(total)
      case .more(let count) where bytes.count >= header.total && stream.edge == .open:
        return .needMore(count)
      case .more, .no: break
      }
      if case .total(let total) = header.uncountedTypeTotal(bytes) { return .frame(total) }
      return Self.misfit(bytes, header, stream)
    }
  }

  /// The end bytes do not stand where the length field says, or have not come yet. End bytes
  /// further ahead count only when the announced length has come, lest data be taken for them.
  private static func misfit(
    _ bytes: Span<UInt8>, _ header: GT06Header, _ stream: StreamState
  ) -> FrameStep {
    let isWhole = bytes.count >= header.total
    if isWhole, GT06Header.checksumHolds(bytes, before: header.total - 2) {
      // The checksum says where the frame ends, even if its end bytes are damaged.
      return .frame(header.total - (bytes[header.total - 2] == 0x0D ? 1 : 2))
    }
    switch stream.edge {
    case .open:
      if !isWhole {
        return header.canBeBare && GT06Header.ends(bytes, at: bytes.count)
          ? .waitForPause : .needMore(header.total)
      }
    case .paused, .ended:
      if !isWhole, lacksEndBytes(bytes, header) { return .frame(bytes.count) }
      if !isWhole, stream.edge == .paused, !header.canBeBare { return .needMore(header.total) }
    }
    if let total = header.searchedTotal(bytes) { return .frame(total) }
    guard isWhole, bytes.count >= GT06Header.longestSearch || stream.edge == .ended else {
      return .needMore(max(header.total, bytes.count + 1))
    }
    return .skip(distanceToHeader(bytes))
  }

  /// How many bytes stand in front of what can be the next header.
  private static func distanceToHeader(_ bytes: Span<UInt8>) -> Int {
    var index = 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x78 || byte == 0x79, index + 1 == bytes.count || bytes[index + 1] == byte {
        return index
      }
      index += 1
    }
    return bytes.count
  }
}
