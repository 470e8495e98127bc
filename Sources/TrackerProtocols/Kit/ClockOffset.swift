import Telemetry

/// How far a device's clock is from UTC, as an operator writes it: `UTC`, `+02:00`, `GMT-3`,
/// `UTC+5:30`.
///
/// Names of regions (`Europe/Berlin`) are not read here: they need the tables of the system, and
/// a decoder knows no system.
enum ClockOffset {
  /// The milliseconds that the clock is ahead of UTC; nil if the text is none of these forms.
  static func milliseconds(_ text: String) -> Int64? {
    var rest = Array(text.utf8)[...]
    for prefix in ["UTC", "GMT"] where text.hasPrefix(prefix) { rest = rest.dropFirst(3) }
    guard let sign = rest.popFirst() else { return text.isEmpty ? nil : 0 }
    if rest.isEmpty, sign == UInt8(ascii: "Z") { return 0 }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    let parts = rest.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let numbers = parts.map { Int64(String(decoding: $0, as: UTF8.self)) ?? -1 }
    guard let hours = numbers.first, (0...14).contains(hours), numbers.count <= 2 else {
      return nil
    }
    let minutes = numbers.count == 2 ? numbers[1] : 0
    guard (0...59).contains(minutes) else { return nil }
    let total = (hours * 60 + minutes) * 60_000
    return sign == UInt8(ascii: "-") ? -total : total
  }
}

extension DeviceSettings {
  /// How far ahead of UTC the operator says that the device's clock is (`decoder.timezone`), in
  /// milliseconds; nil if nothing readable was entered.
  var clockOffset: Int64? { options["decoder.timezone"].flatMap(ClockOffset.milliseconds) }
}
