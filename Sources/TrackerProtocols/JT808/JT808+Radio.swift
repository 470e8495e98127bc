import Telemetry
import Wire

extension JT808 {
  /// Items about cells and access points.
  static func readRadio(
    _ special: Special, _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    switch special {
    case .accessPoints: try accessPoints(&item, &reports)
    case .accessPointText: try accessPointText(&item, &reports)
    case .cellsE1:
      let owner = try network(&item)
      while item.remaining >= 8 { try cell(3, 4, owner, &item, &reports) }
    case .cellsF0:
      while item.remaining >= 13 { try cellF0(&item, &reports) }
    case .cellD8:
      let owner = try network(&item, networkBytes: 1)
      try cell(2, 4, owner, &item, &reports, hasSignal: false)
    default: return
    }
  }

  private typealias Owner = (country: UInt32, network: UInt32)

  private static func network(
    _ item: inout FieldReader, networkBytes: Int = 2
  ) throws(DecodeError) -> Owner {
    let country = UInt32(try item.u16("mobile country code"))
    let network = try item.unsigned("mobile network code", bytes: networkBytes)
    return (country, UInt32(truncatingIfNeeded: network))
  }

  private static func cell(
    _ area: Int, _ cell: Int, _ owner: Owner, _ item: inout FieldReader,
    _ reports: inout Reports, hasSignal: Bool = true
  ) throws(DecodeError) {
    let area = try item.unsigned("location area code", bytes: area)
    let cell = try item.unsigned("cell", bytes: cell)
    // A signal is written without its minus sign.
    let signal: Int32? = hasSignal ? 0 &- Int32(try item.u8("signal")) : nil
    reports.add(
      CellTower(
        mobileCountryCode: owner.country, mobileNetworkCode: owner.network,
        locationAreaCode: UInt32(truncatingIfNeeded: area), cellIdentifier: cell,
        signalStrength: signal))
  }

  /// A cell of item F0, which has its number in front of its area.
  private static func cellF0(
    _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let owner = try network(&item)
    let cell = try item.u32("cell")
    let area = try item.u32("location area code")
    let signal = 0 &- Int32(try item.u8("signal"))
    reports.add(
      CellTower(
        mobileCountryCode: owner.country, mobileNetworkCode: owner.network,
        locationAreaCode: area, cellIdentifier: UInt64(cell), signalStrength: signal))
  }

  /// The oldest form of item EB: cells of one network.
  static func oldCells(
    _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    let owner = try network(&item, networkBytes: 1)
    while item.remaining >= 5 { try cell(2, 2, owner, &item, &reports) }
  }

  private static func accessPoints(
    _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    while item.remaining >= 7 {
      let address = try item.unsigned("access point", bytes: 6)
      let signal = Int32(try item.i8("signal"))
      reports.add(
        WiFiAccessPoint(address: address, signalStrength: signal > 0 ? 0 &- signal : signal))
    }
  }

  /// Access points as text: addresses and signals by turns.
  private static func accessPointText(
    _ item: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    try item.skip("number of access points", 1)
    while !item.isAtEnd {
      let address = HardwareAddress.number(item.text("access point"))
      let signal = try item.integer("signal")
      guard let address else { continue }
      let strength = signal.flatMap { Int32(exactly: $0) }.map { $0 > 0 ? 0 &- $0 : $0 }
      reports.add(WiFiAccessPoint(address: address, signalStrength: strength))
    }
  }
}
