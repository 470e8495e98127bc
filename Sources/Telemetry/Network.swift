/// A radio cell that a device heard, by the numbers that name it worldwide.
public struct CellTower: Sendable, Hashable {
  /// Mobile country code, 0 if the device did not say.
  public var mobileCountryCode: UInt32
  /// Mobile network code.
  public var mobileNetworkCode: UInt32
  /// Location area code (or tracking area code).
  public var locationAreaCode: UInt32
  /// Cell identifier; up to 36 bits in 5G.
  public var cellIdentifier: UInt64
  /// Signal strength in dBm, negative; nil if the device did not say.
  public var signalStrength: Int32?

  /// A cell by its numbers.
  public init(
    mobileCountryCode: UInt32, mobileNetworkCode: UInt32, locationAreaCode: UInt32,
    cellIdentifier: UInt64, signalStrength: Int32? = nil
  ) {
    self.mobileCountryCode = mobileCountryCode
    self.mobileNetworkCode = mobileNetworkCode
    self.locationAreaCode = locationAreaCode
    self.cellIdentifier = cellIdentifier
    self.signalStrength = signalStrength
  }
}

/// A Wi-Fi access point that a device heard.
public struct WiFiAccessPoint: Sendable, Hashable {
  /// The 48-bit hardware address in the low bits.
  public var address: UInt64
  /// Signal strength in dBm, negative; nil if the device did not say.
  public var signalStrength: Int32?
  /// Radio channel; nil if the device did not say.
  public var channel: UInt8?

  /// An access point by its hardware address.
  public init(address: UInt64, signalStrength: Int32? = nil, channel: UInt8? = nil) {
    self.address = address & 0xFFFF_FFFF_FFFF
    self.signalStrength = signalStrength
    self.channel = channel
  }

  /// The address as six hexadecimal pairs with colons, lower case.
  public var addressText: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(17)
    let digits = Array("0123456789abcdef".utf8)
    for pair in (0..<6).reversed() {
      let byte = Int(truncatingIfNeeded: address >> UInt64(pair * 8)) & 0xFF
      bytes.append(digits[byte >> 4])
      bytes.append(digits[byte & 15])
      if pair > 0 { bytes.append(UInt8(ascii: ":")) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// What a device heard of radio networks around it, from which a place can be estimated.
public struct RadioNetwork: Sendable, Hashable {
  /// Cells, the serving one first.
  public var cellTowers: [CellTower]
  /// Wi-Fi access points in the order of the message.
  public var accessPoints: [WiFiAccessPoint]

  /// A view of the radio networks around a device.
  public init(cellTowers: [CellTower] = [], accessPoints: [WiFiAccessPoint] = []) {
    self.cellTowers = cellTowers
    self.accessPoints = accessPoints
  }

  /// Whether nothing was heard.
  public var isEmpty: Bool { cellTowers.isEmpty && accessPoints.isEmpty }
}
