import Telemetry
import Wire

extension Watch {
  /// Reads the cells and access points behind the status. Their place is never worth the
  /// position: what has not the form of one is passed over.
  static func tail(_ frame: inout FieldReader, _ reports: inout Reports) {
    guard !isWithoutNetwork(frame) else {
      frame.skipRest("network that is not valid")
      return
    }
    var cells = TextNumber.digits(frame.text("count of cells")) ?? 0
    if cells > 0 {
      frame.skipText("timing advance")
      let country = TextNumber.integer(frame.text("mobile country code"))
      let network = TextNumber.integer(frame.text("mobile network code"))
      while cells > 0, !frame.isAtEnd {
        cells &-= 1
        cell(&frame, country, network, &reports)
      }
    }
    var points = TextNumber.digits(frame.text("count of access points")) ?? 0
    while points > 0, !frame.isAtEnd {
      points &-= 1
      accessPoint(&frame, &reports)
    }
    // A radius, a number of the maker's, or nothing.
    if !frame.isAtEnd { frame.skipText("extra") }
  }

  /// Whether the fourth item, the network code as a rule, holds a hexadecimal letter: `FFFF`
  /// stands for a network that the unit does not know.
  private static func isWithoutNetwork(_ frame: borrowing FieldReader) -> Bool {
    var ahead = frame.lookahead()
    for _ in 0..<3 { ahead.skipText("item") }
    return holdsLetter(ahead.text("item"))
  }

  private static func cell(
    _ frame: inout FieldReader, _ country: Int64?, _ network: Int64?, _ reports: inout Reports
  ) {
    let area = number(frame.text("location area code"))
    let cell = number(frame.text("cell"))
    let signal = TextNumber.integer(frame.text("signal"))
    guard let country, let network, let area, let cell else { return }
    reports.add(
      CellTower(
        mobileCountryCode: UInt32(clamping: country), mobileNetworkCode: UInt32(clamping: network),
        locationAreaCode: UInt32(clamping: area), cellIdentifier: cell,
        signalStrength: signal.map { -Int32(clamping: $0.magnitude) }))
  }

  private static func accessPoint(_ frame: inout FieldReader, _ reports: inout Reports) {
    frame.skipText("name")
    let address = HardwareAddress.number(frame.text("address"))
    let signal = TextNumber.integer(frame.text("signal"))
    guard let address, let signal else { return }
    reports.add(WiFiAccessPoint(address: address, signalStrength: Int32(clamping: signal)))
  }

  /// A number that is hexadecimal if it holds a letter, else decimal.
  private static func number(_ text: Span<UInt8>) -> UInt64? {
    holdsLetter(text) ? TextNumber.hexadecimal(text) : TextNumber.digits(text).map { UInt64($0) }
  }

  private static func holdsLetter(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where (65...70).contains(text[index] & 0xDF) { return true }
    return false
  }
}
