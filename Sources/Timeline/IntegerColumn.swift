internal import Telemetry

/// A column of whole numbers in a chunk: the numbers, their differences, or the differences of
/// those, whichever is smallest.
enum IntegerColumn {
  private enum Form: UInt8 {
    case constant = 0
    case plain, differences, secondDifferences
  }

  static func append(_ values: [Int64], to output: inout [UInt8]) {
    output.appendVariable(UInt64(values.count))
    let form = bestForm(values)
    output.append(form.rawValue)
    var last: Int64 = 0
    var lastDifference: Int64 = 0
    switch form {
    case .constant:
      if let value = values.first { output.appendVariable(value) }
    case .plain:
      for value in values { output.appendVariable(value) }
    case .differences:
      for value in values {
        output.appendVariable(value &- last)
        last = value
      }
    case .secondDifferences:
      for value in values {
        let difference = value &- last
        output.appendVariable(difference &- lastDifference)
        last = value
        lastDifference = difference
      }
    }
  }

  /// By the bits that each form needs, which is a good guess at what compression leaves.
  private static func bestForm(_ values: [Int64]) -> Form {
    guard let first = values.first else { return .constant }
    var plain = 0
    var differences = 0
    var secondDifferences = 0
    var isConstant = true
    var last: Int64 = 0
    var lastDifference: Int64 = 0
    for value in values {
      let difference = value &- last
      plain += bits(value)
      differences += bits(difference)
      secondDifferences += bits(difference &- lastDifference)
      if value != first { isConstant = false }
      last = value
      lastDifference = difference
    }
    if isConstant { return .constant }
    let least = min(plain, differences, secondDifferences)
    return least == differences ? .differences : least == plain ? .plain : .secondDifferences
  }

  private static func bits(_ value: Int64) -> Int {
    Int64.bitWidth - (value ^ (value >> 63)).leadingZeroBitCount
  }

  /// The numbers that ``append(_:to:)`` wrote; the reader has failed if it did not.
  static func read(_ reader: inout CompactReader, most: Int) -> [Int64] {
    let count = Int(truncatingIfNeeded: reader.unsigned())
    guard count >= 0, count <= most, let form = Form(rawValue: reader.byte()) else {
      reader.fail()
      return []
    }
    guard count > 0 else { return [] }
    if form == .constant { return [Int64](repeating: reader.signed(), count: count) }
    var values: [Int64] = []
    values.reserveCapacity(count)
    var last: Int64 = 0
    var lastDifference: Int64 = 0
    for _ in 0..<count {
      let number = reader.signed()
      switch form {
      case .constant, .plain:
        values.append(number)
      case .differences:
        last = last &+ number
        values.append(last)
      case .secondDifferences:
        lastDifference = lastDifference &+ number
        last = last &+ lastDifference
        values.append(last)
      }
    }
    return values
  }
}
