internal import CPlatform

/// An internet address and a port.
public struct Address: Sendable, Hashable, CustomStringConvertible {
  /// The address.
  public var ip: IPAddress
  /// The port.
  public var port: UInt16
  /// The network interface of a link-local IPv6 address, else 0.
  public var scope: UInt32

  /// An address and a port.
  public init(_ ip: IPAddress, port: UInt16, scope: UInt32 = 0) {
    self.ip = ip
    self.port = port
    self.scope = scope
  }

  /// From text such as `192.0.2.1:8888` or `[2001:db8::1]:8888`; nil if it is neither.
  public init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"),
      let port = UInt16(text[text.index(after: colon)...])
    else { return nil }
    var host = text[..<colon]
    let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
    if isBracketed { host = host.dropFirst().dropLast() }
    guard let ip = IPAddress(String(host)), (ip.family == .v6) == isBracketed else { return nil }
    self.init(ip, port: port)
  }

  /// The address of a machine by its name; nil if the system knows none. Waits for the system,
  /// which may take seconds, so it is not for a loop's thread.
  public init?(name: String, port: UInt16) {
    var flat = platform_address()
    guard platform_resolve(name, &flat) == 0, let found = Address(flat) else { return nil }
    self.init(found.ip, port: port, scope: found.scope)
  }

  /// The usual text form, an IPv6 address in brackets.
  public var description: String { ip.family == .v4 ? "\(ip):\(port)" : "[\(ip)]:\(port)" }
}

extension Address {
  /// From the flat form of the C side; nil if that is empty.
  init?(_ flat: platform_address) {
    guard let family = IPAddress.Family(rawValue: flat.family) else { return nil }
    // The C array of sixteen bytes is imported as a tuple, which can be read only as raw memory.
    let ip = withUnsafeBytes(of: flat.bytes) { bytes in
      if family == .v4 {
        return IPAddress(v4: UInt32(bigEndian: bytes.loadUnaligned(as: UInt32.self)))
      }
      return IPAddress(
        v6High: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
        low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }
    self.init(ip, port: flat.port, scope: flat.scope)
  }

  /// The flat form of the C side.
  var flat: platform_address {
    var flat = platform_address()
    flat.family = ip.family.rawValue
    flat.port = port
    flat.scope = scope
    withUnsafeMutableBytes(of: &flat.bytes) { target in
      if ip.family == .v4 {
        let value = UInt32(truncatingIfNeeded: ip.low).bigEndian
        target.storeBytes(of: value, as: UInt32.self)
      } else {
        target.storeBytes(of: ip.high.bigEndian, as: UInt64.self)
        target.storeBytes(of: ip.low.bigEndian, toByteOffset: 8, as: UInt64.self)
      }
    }
    return flat
  }
}
