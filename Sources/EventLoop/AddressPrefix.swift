/// A range of addresses that begin alike, such as `192.0.2.0/24`.
public struct AddressPrefix: Sendable, Hashable, CustomStringConvertible {
  /// The first address of the range.
  public let first: IPAddress
  /// How many leading bits are fixed.
  public let length: Int

  /// The range that an address lies in; a length beyond the family's is cut to it.
  public init(_ address: IPAddress, length: Int) {
    let bits = address.family == .v4 ? 32 : 128
    self.length = min(max(length, 0), bits)
    first = Self.masked(address, self.length)
  }

  /// From text such as `10.0.0.0/8` or a single address; nil if it is neither.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let address = parts.first.flatMap({ IPAddress(String($0)) }) else { return nil }
    let bits = address.family == .v4 ? 32 : 128
    guard parts.count == 2 else {
      self.init(address, length: bits)
      return
    }
    guard let length = Int(parts[1]), (0...bits).contains(length) else { return nil }
    self.init(address, length: length)
  }

  /// Whether an address lies in the range.
  public func contains(_ address: IPAddress) -> Bool {
    address.family == first.family && Self.masked(address, length) == first
  }

  /// The text form.
  public var description: String { "\(first)/\(length)" }

  private static func masked(_ address: IPAddress, _ length: Int) -> IPAddress {
    if address.family == .v4 {
      return IPAddress(
        v4: UInt32(truncatingIfNeeded: address.low) & UInt32(truncatingIfNeeded: mask(length + 32)))
    }
    return IPAddress(
      v6High: address.high & mask(min(length, 64)), low: address.low & mask(max(length - 64, 0)))
  }

  /// 64 bits of which the first `length` are set; shifts beyond the width give 0 in Swift.
  private static func mask(_ length: Int) -> UInt64 { ~(UInt64.max >> UInt64(length)) }
}
