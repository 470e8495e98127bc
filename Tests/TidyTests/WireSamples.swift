/// Samples of the rules about numbers from the wire.
enum WireSamples {
  private static let path = "Sources/TrackerProtocols/Sample/Sample.swift"

  private static func sample(_ rule: String, _ text: String, _ lines: [Int])
    -> RuleSampleTests.Sample
  {
    RuleSampleTests.Sample(rule: rule, path: path, text: text, lines: lines)
  }

  static let all = conversions + arithmetic + ranges + others

  private static let conversions = [
    sample("trapping conversion", "UInt8(value)\nInt32(a.b)\nUInt16(a + b)", [1, 2, 3]),
    sample("trapping conversion", "UInt8(truncatingIfNeeded: a)\nInt16(clamping: b)", []),
    sample("trapping conversion", "UInt8(exactly: a)\nUInt8(ascii: \"a\")\nUInt8(7)", []),
    sample("trapping conversion", "UInt32(try frame.u16(\"a\"))\nInt(try frame.u32(\"a\"))", []),
    sample("trapping conversion", "UInt8(try frame.u16(\"a\"))", [1]),
    sample(
      "trapping conversion", "let a = try frame.hexadecimal(\"a\") ?? 0\nlet b = Int(a)", [2]),
    sample("trapping conversion", "if let a = try f.integer(\"a\") {\nUInt64(a)\n}", [2]),
    sample("trapping conversion", "let a = try frame.u8(\"a\")\nlet b = Int(a) + Int(c)", []),
    sample("trapping conversion", "let a = try frame.decimal(\"a\") ?? 0\nInt64(a)", [2]),
    sample("trapping conversion", "Int64((a * 10).rounded())", [1]),
    sample("trapping conversion", "func f(a: UInt8) { UInt16(a) }", []),
    sample("trapping conversion", "UInt16(words[0], radix: 16)\nUInt32(a & 0x7FFF)", []),
    sample("trapping conversion", "UInt8(a & 0x1FF)\nUInt16(frame.peek(1) ?? 0)", [1]),
    sample("trapping conversion", "func f(b: Span<UInt8>) {\nUInt16(b[0]) + UInt16(c[0])\n}", [2]),
    sample("trapping conversion", "UInt16(frame.bits(\"a\", of: b, 4..<8))", []),
    sample("trapping conversion", "UInt8(frame.bits(\"a\", of: b, 4..<14))", [1]),
    sample("trapping conversion", "func f(a: Int) { UInt16(a) }\nfunc g(a: Int) { Int64(a) }", [1]),
    sample("trapping conversion", "let sum = Checksum.sum8(a)\nUInt64(sum)\nDouble(sum)", []),
    RuleSampleTests.Sample(
      rule: "trapping conversion", path: "Sources/TrackerProtocols/Kit/A.swift", text: "UInt8(a)",
      lines: []),
  ]

  private static let arithmetic = [
    sample("trapping arithmetic", "let a = try frame.u8(\"a\")\nb = a + 1\nc = 2 * a", [2, 3]),
    sample("trapping arithmetic", "let a = try frame.u8(\"a\")\nb = a &+ 1\nc = Int(a) + 1", []),
    sample("trapping arithmetic", "b = try frame.u16(\"a\") * 10", [1]),
    sample("trapping arithmetic", "b = 1 + (try frame.i16(\"a\"))\nb += try frame.i16(\"a\")", [2]),
    sample("trapping arithmetic", "if let a = try frame.integer(\"a\") {\nb = a - 40\n}", [2]),
    sample("trapping arithmetic", "let a = try frame.integer(\"a\") ?? 0\nb = -a", [2]),
    sample("trapping arithmetic", "let a = try frame.bits(\"a\", of: b, 0..<4)\nc = a * 10", []),
    sample("trapping arithmetic", "let a = try frame.bits(\"a\", of: b, 0..<4)\nc = 10 / a", [2]),
    sample("trapping arithmetic", "let a = try frame.decimal(\"a\") ?? 0\nc = a * 10 / a", []),
    sample("trapping arithmetic", "func f(a: Int, b: UInt32) { a + 1 }", []),
    sample("trapping arithmetic", "let a = Int64(try frame.u8(\"a\"))\nb = -a * 10", []),
    sample("trapping arithmetic", "func f(a: Int, b: UInt32) { b + 1 }", [1]),
    sample("trapping arithmetic", "let a = try frame.u8(\"a\")\nlet a = other()\nb = a + 1", []),
  ]

  private static let ranges = [
    sample("range of a read number", "let a = try f.u8(\"a\")\nfor _ in 0..<a {}", []),
    sample("range of a read number", "let a = try f.u8(\"a\")\nfor _ in 1...a {}", [2]),
    sample("range of a read number", "let a = try f.u8(\"a\")\nfor _ in a..<9 {}", [2]),
    sample("range of a read number", "let a = try f.integer(\"a\") ?? 0\n0..<a", [2]),
    sample("range of a read number", "let a = try f.digits(\"a\", count: 2)\nb.prefix(a)", [2]),
    sample("range of a read number", "(1...5).contains(a)\ncase 3...7: b\nc[0..<d.count]", []),
  ]

  private static let others = [
    sample("subscript of a frame", "reader.frame[index]\nframe.frame.extracting(a)", [1]),
    sample("subscript of a frame", "table[frame]\nlet a: [frame]", []),
    sample("assertion on wire data", "precondition(a > 0)\nassert(b)\nassertion", [1, 2]),
  ]
}
