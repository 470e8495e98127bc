import Telemetry
import TrackerProtocols

extension Handbook {
  /// The table of what an operator may have to enter about a device.
  static func options(_ about: About) -> [String] {
    guard !about.options.isEmpty else { return [] }
    let rows = about.options.map { option in
      "| `\(option.key)` | \(values(option)) | \(option.usual.isEmpty ? "–" : option.usual) | "
        + "\(option.meaning) |"
    }
    return [
      "## Device settings", "",
      "What the messages do not say is entered on the device: on its page, or as one of its "
        + "attributes by the API.", "",
      "| Setting | Value | Unless entered | Meaning |", "|---|---|---|---|",
    ] + rows + [""]
  }

  private static func values(_ option: DeviceOption) -> String {
    switch option.values {
    case .flag: "`true` or `false`"
    case .words(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .number(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
    case .code(let range) where range.count == 1: "\(range.lowerBound) letters and digits"
    case .code(let range): "\(range.lowerBound) to \(range.upperBound) letters and digits"
    case .text(let longest): "text, at most \(longest) characters"
    case .zone: "an offset (`+02:00`, `GMT-3`) or a region (`Europe/Berlin`)"
    case .address: "`<host>:<port>`"
    }
  }
}
