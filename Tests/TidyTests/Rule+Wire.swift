extension Rule {
  private static let protocols: @Sendable (SourceFile) -> Bool = { $0.isProtocol }

  /// Rules about numbers that come from the wire, in the files of protocols.
  ///
  /// They read text, not types: a number is followed from the reader's call to the name that it is
  /// bound to, no further. What they cannot see (arithmetic on members, parameters and results of
  /// other functions; subscripts in recognisers and framing) is left to the suite that cuts and
  /// flips every example, and to the fuzzer.
  static let wire: [Rule] = [
    .tokens(
      "trapping conversion",
      advice: "use 'truncatingIfNeeded', 'clamping' or 'exactly'", in: protocols,
      where: isTrappingConversion),
    .tokens(
      "trapping arithmetic",
      advice: "use '&+', '&-', '&*' or a 'ReportingOverflow' call, or widen with 'Int(…)' first",
      in: protocols, where: isTrappingArithmetic),
    .tokens(
      "range of a read number",
      advice: "compare first, or begin at 0 with a number that has no sign", in: protocols,
      where: isTrappingRange),
    .tokens(
      "subscript of a frame", advice: "read through the reader, or use 'peek'", in: protocols
    ) { code, index in
      code[index].text == "[" && code[index].touchesPrevious && code.text(index - 1) == "frame"
        && code.text(index - 2) == "."
    },
    .tokens(
      "assertion on wire data", advice: "throw a DecodeError; strangers send what they like",
      in: protocols
    ) { code, index in
      let calls = ["precondition", "preconditionFailure", "assert", "assertionFailure"]
      return calls.contains(code[index].text) && code.text(index + 1) == "("
    },
  ]

  private static let safeLabels: Set<String> = [
    "truncatingIfNeeded", "clamping", "exactly", "bitPattern", "ascii", "bigEndian",
    "littleEndian",
  ]

  @Sendable
  private static func isTrappingConversion(_ code: ArraySlice<Token>, _ index: Int) -> Bool {
    guard let target = NumberKind.types[code[index].text], target != .fraction,
      code.text(index + 1) == "(", code.text(index - 1) != ".",
      let close = code.closing(from: index + 1)
    else { return false }
    let argument = code[(index + 2)..<close]
    if argument.text(index + 3) == ":" { return !safeLabels.contains(argument.text(index + 2)) }
    // A literal is checked by the compiler, and text with a radix gives nil.
    if argument.count == 1, argument.first?.kind == .number { return false }
    if argument.contains(where: { $0.text == "radix" }) { return false }
    if let kind = kind(ofArgument: argument, in: code) { return !kind.fits(in: target) }
    let isNarrow = ![.index, .signed(bits: 64), .unsigned(bits: 64)].contains(target)
    return isNarrow || argument.contains { $0.text == "rounded" || $0.text == "Double" }
  }

  /// The kind of an argument that is a name, a byte, one call of the reader, or a number masked
  /// with a literal.
  private static func kind(
    ofArgument argument: ArraySlice<Token>, in code: ArraySlice<Token>
  ) -> NumberKind? {
    var start = argument.startIndex
    if argument.text(start) == "try" { start += 1 }
    let last = argument.endIndex - 1
    if start == last { return NumberKind.ofName(code, at: start) }
    if argument.text(last - 1) == "&" { return NumberKind.ofMask(argument.text(last)) }
    if argument.text(start + 1) == "[", code.closing(from: start + 1) == last {
      return NumberKind.isBytes(code, at: start) ? .unsigned(bits: 8) : nil
    }
    var position = start
    while argument.text(position + 1) == "." { position += 2 }
    guard argument.indices.contains(position),
      let kind = NumberKind.ofCall(code, at: position),
      let close = code.closing(from: position + 1),
      close == last || (argument.text(close + 1) == "??" && close + 2 == last)
    else { return nil }
    return kind
  }

  /// The kind of the operand that begins at `index`: a name, or `try` and a call of the reader.
  private static func kind(ofOperandAt index: Int, in code: ArraySlice<Token>) -> NumberKind? {
    guard code.indices.contains(index) else { return nil }
    var position = code.text(index) == "try" ? index + 1 : index
    guard code.text(position + 1) == "." else { return NumberKind.ofName(code, at: position) }
    while code.text(position + 1) == "." { position += 2 }
    return code.indices.contains(position) ? NumberKind.ofCall(code, at: position) : nil
  }

  /// The kind of the operand that ends at `index`: a name, or a call of the reader.
  private static func kind(ofOperandEndingAt index: Int, in code: ArraySlice<Token>) -> NumberKind?
  {
    guard code.indices.contains(index) else { return nil }
    guard code.text(index) == ")" else { return NumberKind.ofName(code, at: index) }
    var depth = 0
    var position = index
    while position > code.startIndex {
      if code[position].text == ")" { depth += 1 }
      if code[position].text == "(" { depth -= 1 }
      if depth == 0 { return NumberKind.ofCall(code, at: position - 1) }
      position -= 1
    }
    return nil
  }

  private static func traps(_ kind: NumberKind?) -> Bool {
    switch kind {
    case .unsigned, .signed: true
    case .small, .part, .index, .fraction, nil: false
    }
  }

  @Sendable
  private static func isTrappingArithmetic(_ code: ArraySlice<Token>, _ index: Int) -> Bool {
    guard code[index].kind == .symbol else { return false }
    let right = kind(ofOperandAt: index + 1, in: code)
    switch code[index].text {
    case "-" where !code[index].touchesPrevious && touches(code, index + 1):
      if case .signed = right { return true }
      return false
    case "+", "-", "*", "+=", "-=", "*=":
      return traps(right) || traps(kind(ofOperandEndingAt: index - 1, in: code))
    case "/", "%", "/=", "%=":
      // A divisor that was read may be zero.
      return right != nil && right != .fraction
    default: return false
    }
  }

  private static func touches(_ code: ArraySlice<Token>, _ index: Int) -> Bool {
    code.indices.contains(index) && code[index].touchesPrevious
  }

  private static let countingCalls: Set<String> = [
    "dropFirst", "dropLast", "prefix", "reserveCapacity", "suffix",
  ]

  @Sendable
  private static func isTrappingRange(_ code: ArraySlice<Token>, _ index: Int) -> Bool {
    if countingCalls.contains(code[index].text), code.text(index + 1) == "(" {
      let count = kind(ofOperandAt: index + 2, in: code)
      return count != nil && count != .index && code.text(index + 3) == ")"
    }
    guard ["..<", "..."].contains(code[index].text) else { return false }
    let upper = kind(ofOperandAt: index + 1, in: code)
    let lower = kind(ofOperandEndingAt: index - 1, in: code)
    if traps(lower) || lower == .small { return true }
    if case .signed = upper { return true }
    return code.text(index - 1) != "0" && (upper == .small || traps(upper))
  }
}
