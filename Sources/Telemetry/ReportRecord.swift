/// The time and place of one record while a frame is decoded.
public struct ReportRecord: Sendable {
  /// When the place was determined.
  public var fixTime: Timestamp?
  /// The device's clock when it made the record.
  public var deviceTime: Timestamp?
  /// Whether the record has a place of its own.
  public var hasLocation = false
  /// The place; it counts only if ``hasLocation``.
  public var location = Location()

  let firstAttribute: Int
  let firstTower: Int
  let firstAccessPoint: Int

  /// A record of which nothing is known, in front of all others.
  static let empty = ReportRecord(
    firstAttribute: 0, firstTower: 0, firstAccessPoint: 0)

  init(firstAttribute: Int, firstTower: Int, firstAccessPoint: Int) {
    self.firstAttribute = firstAttribute
    self.firstTower = firstTower
    self.firstAccessPoint = firstAccessPoint
  }

  /// Sets both times, as most messages have only one.
  public mutating func setTime(_ time: Timestamp?) {
    fixTime = time
    deviceTime = time
  }

  /// Takes the times, which were read as UTC, for those of a clock in another zone.
  mutating func readTimes(by clock: ClockZone) {
    fixTime = fixTime.map(clock.moment(shown:))
    deviceTime = deviceTime.map(clock.moment(shown:))
  }
}

/// An attribute without a text of its own: texts are ranges of a common buffer, and a word of a
/// protocol's own is a number. Copying one copies bytes, nothing else.
public struct FlatAttribute: Sendable {
  /// A value; a text is a range of ``Reports/textBytes``.
  public enum Value: Sendable {
    case integer(Int64)
    case number(Double)
    case boolean(Bool)
    case text(start: Int, count: Int)
  }

  /// The code of the vocabulary's word, or 0.
  public let code: UInt16
  /// The number of a member of a family, or -1.
  public let number: Int16
  /// Which of the protocol's own words it is, if the code is 0.
  let ownWord: UInt16
  /// What the device said.
  public var value: Value
}

/// What belongs to one record besides its time and place, as views on the lists of its frame.
struct RecordItems: ~Copyable, ~Escapable {
  let attributes: Span<FlatAttribute>
  let towers: Span<CellTower>
  let accessPoints: Span<WiFiAccessPoint>

  @_lifetime(copy attributes, copy towers, copy accessPoints)
  init(
    attributes: Span<FlatAttribute>, towers: Span<CellTower>, accessPoints: Span<WiFiAccessPoint>
  ) {
    self.attributes = attributes
    self.towers = towers
    self.accessPoints = accessPoints
  }
}
