import Telemetry
import Wire

// Cells and access points as texts give them, field by field.
extension FieldReader {
  /// Country and network as decimal numbers, area and cell as hexadecimal ones. The cell is added
  /// if the field that decides is not empty.
  mutating func cellText(
    hasSignal: Bool = false, decidedBy deciding: CellText = .country, _ reports: inout Reports
  ) throws(DecodeError) {
    let country = try integer("mobile country code")
    let network = try integer("mobile network code")
    let area = try hexadecimal("location area code")
    let cell = try hexadecimal("cell")
    let signal = hasSignal ? try integer("signal") : nil
    guard (deciding == .country ? country : network) != nil else { return }
    reports.add(
      CellTower(
        mobileCountryCode: UInt32(clamping: country ?? 0),
        mobileNetworkCode: UInt32(clamping: network ?? 0),
        locationAreaCode: UInt32(clamping: area ?? 0), cellIdentifier: cell ?? 0,
        signalStrength: signal.map { -Int32(clamping: $0.magnitude) }))
  }

  /// Which field of a cell is empty where there is none.
  enum CellText {
    case country
    case network
  }

  /// An access point's address as twelve hexadecimal digits, and its signal, whatever its sign.
  mutating func accessPointText(_ reports: inout Reports) throws(DecodeError) {
    let address = TextNumber.hexadecimal(text("access point"))
    let signal = try integer("signal")
    guard let address else { return }
    reports.add(
      WiFiAccessPoint(
        address: address, signalStrength: signal.map { -Int32(clamping: $0.magnitude) }))
  }
}
