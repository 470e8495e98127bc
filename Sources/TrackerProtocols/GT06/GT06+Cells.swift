import Telemetry
import Wire

extension GT06 {
  /// The cell behind a position: the numbers' widths, and what stands in front of them.
  enum CellStep: String, Sendable {
    case C3, C4, C8
    /// The country code and network code have two bytes each.
    case N4
    /// A type tells the widths.
    case CT
    /// A length that counts itself.
    case L3, L8
    /// A length that does not count itself.
    case L4, LN4
  }

  /// The widths of the numbers of a cell in bytes.
  struct CellWidths: Sendable {
    var area: Int
    var cell: Int
    /// Whether the network code has two bytes in any case.
    var isWide = false

    static let c3 = CellWidths(area: 2, cell: 3)
    static let c4 = CellWidths(area: 2, cell: 4)
    static let c8 = CellWidths(area: 4, cell: 8)
    static let n4 = CellWidths(area: 2, cell: 4, isWide: true)
  }

  /// Reads the cell of a position. It is missing where nothing is left.
  static func read(
    _ step: CellStep, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    guard !frame.isAtEnd else { return }
    switch step {
    case .C3: try cell(.c3, &frame, &reports)
    case .C4: try cell(.c4, &frame, &reports)
    case .C8: try cell(.c8, &frame, &reports)
    case .N4: if frame.remaining >= 10 { try cell(.n4, &frame, &reports) }
    case .CT: try typedCell(&frame, &reports)
    case .L3: try countedCell(.c3, countsItself: true, &frame, &reports)
    case .L8: try countedCell(.c8, countsItself: true, &frame, &reports)
    case .L4: try countedCell(.c4, countsItself: false, &frame, &reports)
    case .LN4: try countedCell(.n4, countsItself: false, &frame, &reports)
    }
  }

  /// The country and network that cells belong to.
  static func network(
    _ frame: inout FieldReader, isWide: Bool
  ) throws(DecodeError) -> (country: UInt32, network: UInt32) {
    let country = try frame.u16("mobile country code")
    let hasWideNetwork = isWide || country & 0x8000 != 0
    let network = try frame.unsigned("mobile network code", bytes: hasWideNetwork ? 2 : 1)
    return (UInt32(truncatingIfNeeded: country & 0x7FFF), UInt32(truncatingIfNeeded: network))
  }

  static func cell(
    _ widths: CellWidths, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let (country, network) = try network(&frame, isWide: widths.isWide)
    let area = try frame.unsigned("location area code", bytes: widths.area)
    let cell = try frame.unsigned("cell", bytes: widths.cell)
    reports.add(
      CellTower(
        mobileCountryCode: country, mobileNetworkCode: network,
        locationAreaCode: UInt32(truncatingIfNeeded: area), cellIdentifier: cell))
  }

  private static func typedCell(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let isWide = try frame.u8("cell type") >= 3
    try cell(isWide ? .c8 : .c3, &frame, &reports)
    try frame.skip("signal", isWide ? 2 : 1)
  }

  /// Reads a cell with a length in front of it. Some firmware counts one too few, so a cell is
  /// always read whole, and only what is above it is skipped.
  private static func countedCell(
    _ widths: CellWidths, countsItself: Bool, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let length = Int(try frame.u8("length of the cell"))
    if length == 0 {
      try emptyCell(&frame)
      return
    }
    let start = frame.offset
    try cell(widths, &frame, &reports)
    let surplus = length &- (countsItself ? 1 : 0) &- (frame.offset - start)
    if surplus > 0 { try frame.skip("more of the cell", surplus) }
  }

  /// Behind a length of 0 some firmware leaves room for seven cells, all zero from the second on.
  private static func emptyCell(_ frame: inout FieldReader) throws(DecodeError) {
    let room = 45
    guard frame.remaining >= room else { return }
    for distance in 9..<room where frame.peek(distance) != 0 { return }
    try frame.skip("room for cells", room)
  }
}
