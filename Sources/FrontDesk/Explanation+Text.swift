import Detection
import Telemetry
import TrackerProtocols
import Wire

extension Explainer {
  /// Everything that can be said, as lines for a terminal.
  public func text() -> [String] {
    var lines: [String] = []
    if let certificate {
      lines.append("protocol   \(certificate.summary)")
      for refusal in certificate.refusals.prefix(6) {
        lines.append(
          "  not \(refusal.protocolName): byte \(refusal.offset), expected \(refusal.expected)")
      }
    } else if let type {
      lines.append("protocol   \(type.about.name), as you said")
    }
    for (number, frame) in frames.enumerated() {
      lines.append("")
      lines.append("frame \(number + 1)    \(frame.wire.count) bytes from byte \(frame.offset)")
      let escapes = frame.wire.count - frame.bytes.count
      if escapes > 0 { lines.append("           below without \(escapes) bytes of escapes") }
      lines += Self.table(frame)
      lines += Self.outcome(frame)
    }
    for run in skipped {
      lines.append("")
      lines.append(
        "no frame   \(run.bytes.count) bytes from byte \(run.offset): \(Self.short(run.bytes))")
    }
    return lines
  }

  /// A line for each field: offset, length, bytes, name, value, meaning.
  private static func table(_ frame: ExplainedFrame) -> [String] {
    var rows: [(start: Int, line: String)] = []
    for field in frame.fields where field.reading != .separator {
      let raw = FieldText.raw(field, in: frame.bytes)
      let head =
        field.bits == nil
        ? TextColumn.padded("\(field.range.lowerBound)", 5, right: true)
          + TextColumn.padded("+\(field.range.count)", 6, right: true) + "  "
          + TextColumn.padded(short(raw), 26)
        : String(repeating: " ", count: 39)
      var line =
        head + TextColumn.padded(FieldText.name(field), 30)
        + FieldText.value(field, in: frame.bytes)
      if let meaning = field.meaning { line += "  = " + meaning }
      rows.append((field.range.lowerBound, line))
    }
    for gap in frame.unclaimed {
      let line =
        TextColumn.padded("\(gap.lowerBound)", 5, right: true)
        + TextColumn.padded("+\(gap.count)", 6, right: true)
        + "  " + TextColumn.padded(short(frame.bytes[gap]), 26) + "(not read by the decoder)"
      rows.append((gap.lowerBound, line))
    }
    // Fields keep the order of reading within one place, so that bits follow their number.
    return rows.enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }.map(\.element.line)
  }

  private static func outcome(_ frame: ExplainedFrame) -> [String] {
    if let error = frame.error { return ["refused    \(error)"] }
    var lines: [String] = []
    if frame.reports.checksumFailed { lines.append("checksum   does not hold; read all the same") }
    let results = ExampleText.lines(frame.reports)
    if results.isEmpty { lines.append("result     nothing to store, nothing to answer") }
    for line in results {
      lines.append(
        TextColumn.padded(heading(line.first), 11)
          + line.dropFirst().drop { $0 == " " || $0 == "|" })
    }
    return lines
  }

  private static func heading(_ kind: Character?) -> String {
    switch kind {
    case "@": "device"
    case "=": "position"
    case "-": "record"
    case "+": ""
    case "*": "itself"
    case "~": "heard"
    case "<": "answer"
    default: ""
    }
  }

  static func short(_ bytes: some Collection<UInt8>) -> String {
    let isText = bytes.allSatisfy { (0x20...0x7E).contains($0) || $0 == 13 || $0 == 10 }
    let text = isText ? EscapedText.text(bytes.prefix(24)) : HexText.text(bytes.prefix(12))
    return bytes.count > (isText ? 24 : 12) ? text + "…" : text
  }
}

/// Texts that stand below each other.
enum TextColumn {
  /// A text filled up with blanks to a width; on the left where it is to stand at the right.
  static func padded(_ text: String, _ width: Int, right: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(width - text.count, right ? 0 : 1))
    return right ? blanks + text : text + blanks
  }
}
