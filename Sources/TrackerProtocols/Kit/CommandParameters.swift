import Telemetry

extension Command {
  /// A whole number that the command needs.
  ///
  /// - Throws: ``CommandError`` if it is not given, no number, or not in the range.
  func number(
    _ name: String, in range: ClosedRange<Int64>
  ) throws(CommandError) -> Int64 {
    guard parameters[name] != nil else { throw .missing(parameter: name) }
    guard let number = integer(name), range.contains(number) else {
      throw .invalid(
        parameter: name, reason: "must be \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }
}
