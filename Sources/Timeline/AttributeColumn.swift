internal import Telemetry

/// The values of one attribute in a chunk.
struct AttributeColumn: Sendable {
  /// What its values are.
  enum Kind: UInt8, Sendable {
    case integer, boolean, text, decimal, number

    init(_ form: CompactReport.Form) {
      switch form {
      case .integer: self = .integer
      case .no, .yes: self = .boolean
      case .text: self = .text
      case .decimal: self = .decimal
      case .number: self = .number
      }
    }
  }

  let code: UInt16
  let number: Int64
  /// The name of a protocol's own attribute; empty for words of the vocabulary.
  let word: [UInt8]
  let kind: Kind
  /// Whole numbers, 0 and 1, what decimals have without their point, or the bits of numbers.
  var values: [Int64] = []
  /// Of decimals: the powers of ten.
  var exponents: [UInt8] = []
  /// Of texts: each with its length plus one before it; a text that is the same as the one before
  /// is a zero.
  var texts: [UInt8] = []
  /// Where the newest text stands in `texts`.
  private var newest = 0..<0

  init(code: UInt16, number: Int64, word: [UInt8], kind: Kind) {
    self.code = code
    self.number = number
    self.word = word
    self.kind = kind
  }

  /// Whether its key is stored with a number.
  var hasNumber: Bool { code == 0 || Vocabulary.isFamily(code: code) }

  mutating func add(text: ArraySlice<UInt8>) {
    if !newest.isEmpty && texts[newest] == text {
      texts.append(0)
      return
    }
    texts.appendVariable(UInt64(text.count) + 1)
    newest = texts.count..<texts.count + text.count
    texts.append(contentsOf: text)
  }

  // MARK: Stored form

  /// Appends the description of the column.
  func appendKey(to output: inout [UInt8]) {
    output.appendVariable(UInt64(code))
    output.appendVariable(number)
    output.append(kind.rawValue)
    if code == 0 { output.appendWithLength(word) }
  }

  init?(key reader: inout CompactReader) {
    let code = UInt16(truncatingIfNeeded: reader.unsigned())
    let number = reader.signed()
    guard let kind = Kind(rawValue: reader.byte()) else { return nil }
    let word = code == 0 ? reader.bytes() : []
    guard !reader.failed else { return nil }
    self.init(code: code, number: number, word: word, kind: kind)
  }

  /// Appends the values of the column.
  func appendValues(to output: inout [UInt8]) {
    switch kind {
    case .integer, .boolean, .number: IntegerColumn.append(values, to: &output)
    case .text: output.appendWithLength(texts)
    case .decimal:
      if let (scaled, exponent) = scaled() {
        output.append(exponent)
        IntegerColumn.append(scaled, to: &output)
      } else {
        output.append(Self.mixed)
        output.appendWithLength(exponents)
        IntegerColumn.append(values, to: &output)
      }
    }
  }

  /// Says that each decimal has a power of its own.
  private static let mixed: UInt8 = 0xFF

  /// All decimals over the greatest power among them; nil if they would get too long for that to
  /// be exact.
  private func scaled() -> (values: [Int64], exponent: UInt8)? {
    let greatest = exponents.max() ?? 0
    if exponents.allSatisfy({ $0 == greatest }) { return (values, greatest) }
    var scaled: [Int64] = []
    scaled.reserveCapacity(values.count)
    for (value, exponent) in zip(values, exponents) {
      var factor: Int64 = 1
      for _ in exponent..<greatest { factor *= 10 }
      let (product, overflow) = value.multipliedReportingOverflow(by: factor)
      guard !overflow, product.magnitude < 1_000_000_000_000_000 else { return nil }
      scaled.append(product)
    }
    return (scaled, greatest)
  }

  mutating func readValues(_ reader: inout CompactReader, most: Int) {
    switch kind {
    case .integer, .boolean, .number: values = IntegerColumn.read(&reader, most: most)
    case .text: texts = reader.bytes()
    case .decimal:
      let exponent = reader.byte()
      if exponent == Self.mixed {
        exponents = reader.bytes()
        values = IntegerColumn.read(&reader, most: most)
      } else {
        values = IntegerColumn.read(&reader, most: most)
        exponents = [UInt8](repeating: exponent, count: values.count)
      }
    }
  }
}

extension [UInt8] {
  /// Appends bytes with their number before them.
  mutating func appendWithLength(_ bytes: [UInt8]) {
    appendVariable(UInt64(bytes.count))
    append(contentsOf: bytes)
  }
}

extension CompactReader {
  /// The next bytes with their number before them.
  mutating func bytes() -> [UInt8] {
    let length = count()
    return bytes(length)
  }
}
