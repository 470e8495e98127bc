import Wire

/// Which fields stand in front of the position in the older text form; the model in the header
/// says it.
struct SuntechLayout {
  /// A number of the model stands behind the identifier.
  let hasModelNumber: Bool
  /// Behind the time: nothing, one field of which only the maker knows the form, or a cell.
  let cellFields: Int

  /// Identifier, version, date, time, latitude, longitude, speed, course, satellites, fix,
  /// odometer, voltage, inputs and outputs, and the header.
  private static let commonFields = 14
  static let servingCellFields = 5

  init(header: Span<UInt8>) {
    hasModelNumber = !header.starts(with: "SA") && !header.starts(with: "ST2")
    if header.starts(with: "ST500") {
      cellFields = 0
    } else {
      cellFields = header.starts(with: "ST600") ? Self.servingCellFields : 1
    }
  }

  /// How many fields stand in front of those of the kind.
  var fieldsBeforeKind: Int { Self.commonFields + cellFields + (hasModelNumber ? 1 : 0) }
}

/// The mask of the newer form: a bit for each field that a report has.
struct SuntechMask {
  let bits: UInt64

  func has(_ bit: Int) -> Bool { bits & (1 << bit) != 0 }

  /// Whether date and time are both there; else they mean nothing.
  var hasTime: Bool { has(4) && has(5) }
  var hasPlace: Bool { has(11) && has(12) }

  /// How many fields stand in front of those of the kind: header, identifier, mask, and one for
  /// each of the bits 1 to 18.
  var fieldsBeforeKind: Int { 3 + (bits & 0x7FFFE).nonzeroBitCount }
}
