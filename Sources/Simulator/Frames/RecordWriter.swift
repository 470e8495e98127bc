import Telemetry

/// Where and how the values of one record stand in a message. It is found by trial: a value is
/// written in some form, and the protocol's own decoder says whether it came out.
struct RecordWriter: Sendable {
  /// Numbers that a record has.
  enum Quantity: Sendable, CaseIterable {
    case latitude, longitude, speed, course, batteryLevel

    /// What fields of it are usually called.
    var name: String {
      switch self {
      case .latitude: "latitude"
      case .longitude: "longitude"
      case .speed: "speed"
      case .course: "course"
      case .batteryLevel: "battery"
      }
    }

    /// The number in a record.
    func value(of position: Position) -> Double? {
      switch self {
      case .latitude: position.location?.latitude
      case .longitude: position.location?.longitude
      case .speed: position.location?.speed
      case .course: position.location?.course
      case .batteryLevel:
        switch position[.batteryLevel] {
        case .integer(let level): Double(level)
        case .number(let level): level
        default: nil
        }
      }
    }

    /// How it may be written.
    var codings: [NumberCoding] {
      let knots = 1 / 1.852
      let radian = 180 / Double.pi
      switch self {
      case .latitude, .longitude:
        return [
          .text(1), .textMinutes, .signed(1e-6), .binary(1e-6), .signed(1 / 1_800_000),
          .binary(1 / 1_800_000),
          .packedMinutes, .signed(1e-7), .binary(1e-5), .reversedSigned(1e-6),
          .reversedSigned(1 / 600_000), .reversedFloat(1), .reversedFloat(radian),
          .reversedSigned(radian / 1e8), .reversed(1 / 3_600_000), .text(1e-6),
        ]
      case .speed:
        return [
          .text(1), .text(knots), .binary(knots), .binary(1), .binary(knots / 10), .packed(1),
          .packed(knots), .binary(knots / 100), .reversed(knots / 10), .reversedFloat(knots),
          .packed(knots / 10), .binary(knots * 0.036), .reversed(knots * 0.036),
        ]
      case .course:
        return [
          .text(1), .binary(1), .packed(1), .binary(2), .binary(0.1), .reversed(1), .reversed(0.1),
          .binary(0.01), .reversed(radian / 1_000),
        ]
      case .batteryLevel: return [.text(1), .binary(1), .packed(1)]
      }
    }

    /// How far from the wish what comes out may be.
    var tolerance: Double {
      switch self {
      case .latitude, .longitude: 2e-5
      case .speed, .batteryLevel: 0.6
      case .course: 1.1
      }
    }

    /// Two values that no example has.
    var trials: [Double] {
      switch self {
      case .latitude: [48.123456, 3.654321]
      case .longitude: [11.234567, 104.765432]
      case .speed: [17, 31]
      case .course: [123, 77]
      case .batteryLevel: [63, 41]
      }
    }
  }

  struct Number: Sendable {
    let slot: FrameSlot
    let coding: NumberCoding
    /// Whether it takes values below zero.
    var isSigned = false
  }

  /// A letter or bit for the hemisphere.
  struct Hemisphere: Sendable {
    let slot: FrameSlot
    let positive: UInt64
    let negative: UInt64
  }

  struct Clock: Sendable {
    let slot: FrameSlot
    let coding: ClockCoding
  }

  var clocks: [Clock] = []
  /// The time as one number, where it is no clock of digits; two where that of the fix is another.
  var counters: [CountedClock] = []
  /// The time as fields of their own.
  var named: NamedClock?
  var numbers: [Quantity: Number] = [:]
  var hemispheres: [Quantity: Hemisphere] = [:]

  /// Whether it can say where it was.
  var hasPlace: Bool { numbers[.latitude] != nil && numbers[.longitude] != nil }

  /// Whether it can say when it was.
  var hasTime: Bool { !clocks.isEmpty || !counters.isEmpty || named != nil }

  /// How many milliseconds the smallest step of its clock has, at least a second.
  var timeStep: Int64 { max(counters.map(\.unit).max() ?? 0, 1_000) }

  /// Whether it can be anywhere on Earth.
  var goesAnywhere: Bool {
    [Quantity.latitude, .longitude].allSatisfy {
      hemispheres[$0] != nil || numbers[$0]?.isSigned == true
    }
  }

  /// Writes the time.
  func write(_ time: Timestamp, to message: inout [UInt8]) {
    for clock in clocks { clock.coding.write(time, clock.slot, &message) }
    for counter in counters { counter.write(time, &message) }
    named?.write(time, &message)
  }

  /// Writes a number, if the record has a place for it.
  ///
  /// - Returns: false if it has none or the number does not fit.
  @discardableResult
  func write(_ value: Double, _ quantity: Quantity, to message: inout [UInt8]) -> Bool {
    guard let number = numbers[quantity] else { return false }
    if let hemisphere = hemispheres[quantity] {
      return hemisphere.slot.set(
        value < 0 ? hemisphere.negative : hemisphere.positive, in: &message)
        && number.coding.write(value.magnitude, number.slot, &message)
    }
    guard value >= 0 || number.isSigned else { return false }
    return number.coding.write(value, number.slot, &message)
  }
}
