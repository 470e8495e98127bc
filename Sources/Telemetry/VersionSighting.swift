/// That a device reported a version of itself.
public struct VersionSighting: Sendable, Hashable {
  /// What has a version; the raw value is the name in the API, and stored.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case firmware, hardware

    /// The attribute that carries it.
    public var key: AttributeKey {
      switch self {
      case .firmware: .firmware
      case .hardware: .hardware
      }
    }
  }

  /// The longest version in bytes; what is longer is cut off.
  public static let longestValue = 128

  /// What has the version.
  public let kind: Kind
  /// The version, as the device writes it.
  public let value: String
  /// When it was so, by the device's clock; never later than when it was received.
  public let time: Timestamp

  /// A sighting by its parts.
  public init(_ kind: Kind, _ value: String, at time: Timestamp) {
    self.kind = kind
    self.value = value
    self.time = time
  }

  /// What attributes say of versions.
  ///
  /// - Parameters:
  ///   - time: the device's clock; nil if it gave no time.
  ///   - receivedAt: when the message was received, which a device's clock cannot be ahead of.
  public static func all(
    in attributes: [Attribute], at time: Timestamp?, receivedAt: Timestamp
  ) -> [VersionSighting] {
    let time = min(time ?? receivedAt, receivedAt)
    return Kind.allCases.compactMap { kind in
      guard case .text(let text)? = attributes.first(where: { $0.key == kind.key })?.value
      else { return nil }
      let value = cut(text)
      return value.isEmpty ? nil : VersionSighting(kind, value, at: time)
    }
  }

  private static func cut(_ text: String) -> String {
    var value = text[...]
    while value.utf8.count > longestValue { value.removeLast() }
    return String(value.drop { $0 == " " })
  }

  /// Whether stored records can hold a version at all: quick, and never wrongly no. Nearly all
  /// records hold none, and this spares reading them.
  public static func isPossible(in reports: Span<UInt8>) -> Bool {
    // The head of the attribute as the compact form writes it: code 31 or 32, a text.
    var previous: UInt8 = 0
    for index in reports.indices {
      let byte = reports[index]
      if (previous == 0xFB && byte == 0x01) || (previous == 0x83 && byte == 0x02) { return true }
      previous = byte
    }
    return false
  }
}
