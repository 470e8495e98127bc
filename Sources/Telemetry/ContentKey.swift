/// What tells two records of one device apart, however often and by whatever way they arrive.
///
/// It is made from what the device measured, never from what a resend changes (packet numbers,
/// signal strength, marks of stored records), so that a copy has the key of its original.
public struct ContentKey: Sendable, Hashable {
  /// 64 bits of a hash.
  public let rawValue: UInt64

  /// A key as stored.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The key of a record.
  ///
  /// A record without any time of its own counts as measured when it was received, and none is a
  /// copy of another: two heartbeats are two records, also in one millisecond.
  ///
  /// - Parameters:
  ///   - protocolName: the protocol that it came by; the same event by two protocols is two
  ///     records.
  ///   - identifier: the position's number, which tells records without a time apart.
  public init(
    _ position: Position, protocolName: String, receivedAt: Timestamp, identifier: Int64
  ) {
    var hash = StableHash()
    hash.add(protocolName.utf8)
    let time = position.deviceTime ?? position.fixTime ?? receivedAt
    hash.add(UInt64(bitPattern: time.milliseconds))
    hash.add(UInt64(bitPattern: position.fixTime?.milliseconds ?? 0))
    if position.deviceTime == nil && position.fixTime == nil {
      hash.add(UInt64(bitPattern: identifier))
    }
    if let place = position.location {
      hash.add(UInt64(bitPattern: Int64((place.latitude * 1e7).rounded())))
      hash.add(UInt64(bitPattern: Int64((place.longitude * 1e7).rounded())))
    } else {
      hash.add(1)
    }
    for key in Self.measured {
      if let value = position[key] {
        hash.add(key.name.utf8)
        hash.add(value.description.utf8)
      }
    }
    rawValue = hash.value
  }

  /// The attributes that say which event a record is about.
  static let measured: [AttributeKey] = [.event, .alarm, .type, .result, .driverUniqueId]
}

/// A hash that is the same on every machine and in every run (FNV-1a of 64 bits with a final
/// mix), because its values are stored.
struct StableHash: Sendable {
  private(set) var state: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: String.UTF8View) {
    for byte in bytes { add(byte: byte) }
    add(byte: 0xFF)
  }

  mutating func add(_ value: UInt64) {
    for shift in 0..<8 { add(byte: UInt8(truncatingIfNeeded: value >> UInt64(shift * 8))) }
  }

  mutating func add(byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  var value: UInt64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ (mixed >> 33)
  }
}
