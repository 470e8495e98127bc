/// Numbers as files for other programs want them.
enum DecimalText {
  /// Beyond this no number in a position means anything.
  private static let most = 1e11
  private static let places = 7

  /// Appends a number with at most seven places behind the point (a centimetre in degrees) and
  /// never with an exponent, which the forms of tracks do not know.
  static func append(_ value: Double, to bytes: inout [UInt8]) {
    let value = value.isFinite ? min(max(value, -most), most) : 0
    var rest = Int64((abs(value) * 1e7).rounded())
    if value < 0, rest > 0 { bytes.append(UInt8(ascii: "-")) }
    bytes += String(rest / 10_000_000).utf8
    rest %= 10_000_000
    guard rest > 0 else { return }
    var digits: [UInt8] = []
    for _ in 0..<places {
      let digit = UInt8(truncatingIfNeeded: rest % 10)
      if digit > 0 || !digits.isEmpty { digits.append(UInt8(ascii: "0") + digit) }
      rest /= 10
    }
    bytes.append(UInt8(ascii: "."))
    bytes += digits.reversed()
  }
}

/// Texts inside XML.
enum XMLText {
  /// A text with everything replaced that would be markup; what XML 1.0 cannot hold is left out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&apos;"
      case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// The header field that has a browser save a file.
enum FileName {
  private static let longest = 80

  /// The value of `Content-Disposition` (RFC 6266): the name as it is for those who know UTF-8, and
  /// for all others what is plain in it.
  static func attachment(_ name: String, _ fileExtension: String) -> String {
    let short = String(name.prefix(longest))
    let plain = String(
      short.unicodeScalars.map { isPlain($0) ? Character($0) : "_" })
    var encoded = ""
    for byte in short.utf8 {
      let scalar = Unicode.Scalar(byte)
      if scalar.isASCII, isPlain(scalar), scalar != " " {
        encoded.unicodeScalars.append(scalar)
      } else {
        encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return "attachment; filename=\"\(plain).\(fileExtension)\"; "
      + "filename*=UTF-8''\(encoded).\(fileExtension)"
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", " ": true
    default: false
    }
  }
}
