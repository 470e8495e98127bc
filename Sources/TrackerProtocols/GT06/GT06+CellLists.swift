import Telemetry
import Wire

extension GT06 {
  /// Lists of cells and access points.
  enum CellListStep: String, Sendable {
    case cells18, cells24, cellsWanway, cells33, cellsSL4X, cellsA1, cellsA2, cellsA9
    /// The list of the Topin dialect: the length byte of the frame counts the access points.
    case wifiList
    case wifiF3
  }

  /// How a list of cells is laid out; chapter 6.7 of the sheet.
  struct CellList: Sendable {
    var widths: CellWidths
    /// How many cells there are; nil if a count stands in front of them.
    var count: Int? = 7
    /// Whether the timing advance stands in front, not behind.
    var startsWithTiming = false
    /// Whether a byte says if the cells are of 4G, which have wider numbers.
    var hasTechnology = false
    var hasAccessPoints = false
    var hasAlarm = false

    /// The layout of a step; nil for one that is no list of cells.
    init?(_ step: CellListStep) {
      switch step {
      case .cells18: self.init(widths: .c3, hasAccessPoints: true)
      case .cells24: self.init(widths: .c3)
      case .cellsWanway: self.init(widths: .c3, count: nil, startsWithTiming: true)
      case .cells33: self.init(widths: .c4, count: 6, hasAccessPoints: true)
      case .cellsSL4X: self.init(widths: .n4, startsWithTiming: true)
      case .cellsA1: self.init(widths: .c8)
      case .cellsA2: self.init(widths: .c8, hasAccessPoints: true)
      case .cellsA9:
        self.init(
          widths: .c3, count: nil, hasTechnology: true, hasAccessPoints: true, hasAlarm: true)
      case .wifiList, .wifiF3: return nil
      }
    }

    private init(
      widths: CellWidths, count: Int? = 7, startsWithTiming: Bool = false,
      hasTechnology: Bool = false, hasAccessPoints: Bool = false, hasAlarm: Bool = false
    ) {
      self.widths = widths
      self.count = count
      self.startsWithTiming = startsWithTiming
      self.hasTechnology = hasTechnology
      self.hasAccessPoints = hasAccessPoints
      self.hasAlarm = hasAlarm
    }
  }

  static func read(
    _ step: CellListStep, _ frame: inout FieldReader, _ message: Message,
    _ reports: inout Reports
  ) throws(DecodeError) {
    if let list = CellList(step) {
      try read(list, &frame, message, &reports)
    } else if step == .wifiList {
      try dialectList(&frame, message, &reports)
    } else {
      let count = try frame.u8("number of access points")
      for _ in 0..<count where frame.remaining >= 8 {
        try frame.skip("unknown", 2)
        try accessPoint(&frame, &reports, hasSignal: false)
      }
    }
  }

  private static func read(
    _ list: CellList, _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    if list.startsWithTiming { try frame.skip("timing advance", 1) }
    let owner = try network(&frame, isWide: list.widths.isWide)
    var widths = list.widths
    if list.hasTechnology, try frame.u8("cell technology") > 0 { widths = .c8 }
    let count =
      if let count = list.count { count } else { Int(try frame.u8("number of cells")) }
    let room = widths.area + widths.cell + 1
    for _ in 0..<count where frame.remaining >= room {
      try listedCell(widths.area, widths.cell, owner, &frame, &reports)
    }
    guard !list.startsWithTiming, !frame.isAtEnd else { return }
    try frame.skip("timing advance", 1)
    if list.hasAccessPoints { try accessPoints(&frame, &reports) }
    if list.hasAlarm, frame.remaining >= 2 {
      try alarm(&frame, message, &reports, isExtended: true)
    }
  }

  /// A cell of a list; those with area 0 only fill the room.
  private static func listedCell(
    _ area: Int, _ cell: Int, _ owner: (country: UInt32, network: UInt32),
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let area = try frame.unsigned("location area code", bytes: area)
    let cell = try frame.unsigned("cell", bytes: cell)
    let signal = try frame.u8("signal")
    guard area != 0 else { return }
    reports.add(
      CellTower(
        mobileCountryCode: owner.country, mobileNetworkCode: owner.network,
        locationAreaCode: UInt32(truncatingIfNeeded: area), cellIdentifier: cell,
        signalStrength: -Int32(signal)))
  }

  /// Reads a count and so many access points. What is called a count may be another byte in old
  /// units, so a list that would not fit is none.
  private static func accessPoints(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    guard let count = frame.peek(), Int(count) * 7 < frame.remaining else { return }
    try frame.skip("number of access points", 1)
    for _ in 0..<count { try accessPoint(&frame, &reports) }
  }

  private static func accessPoint(
    _ frame: inout FieldReader, _ reports: inout Reports, hasSignal: Bool = true
  ) throws(DecodeError) {
    let address = try frame.unsigned("access point", bytes: 6)
    let signal: Int32? = if hasSignal { -Int32(try frame.u8("signal")) } else { nil }
    reports.add(WiFiAccessPoint(address: address, signalStrength: signal))
  }

  /// Types 17 and 69 of the Topin dialect, which are answered with their own date.
  private static func dialectList(
    _ frame: inout FieldReader, _ message: Message, _ reports: inout Reports
  ) throws(DecodeError) {
    var ahead = frame.lookahead()
    let date = try ahead.unsigned("time", bytes: 6)
    reports.current.deviceTime = try frame.packedTime("time", by: message.zone)
    for _ in 0..<message.length { try accessPoint(&frame, &reports) }
    let count = try frame.u8("number of cells")
    let owner = try network(&frame, isWide: false)
    for _ in 0..<count where frame.remaining >= 5 {
      try listedCell(2, 2, owner, &frame, &reports)
    }
    reports.reply { answer in
      answer.append(contentsOf: [0x78, 0x78, 0x00, message.type])
      append(UInt16(truncatingIfNeeded: date >> 32), to: &answer)
      append(UInt32(truncatingIfNeeded: date), to: &answer)
      answer.append(contentsOf: [0x0D, 0x0A])
    }
  }
}
