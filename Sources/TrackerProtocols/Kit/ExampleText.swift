public import Telemetry
public import Wire

/// What a frame gave, as the lines of a ``WorkedExample``.
public enum ExampleText {
  /// The lines for what a frame gave.
  public static func lines(_ reports: borrowing Reports) -> [String] {
    var lines: [String] = []
    if let identifier = reports.identifier {
      lines.append("@ " + ([identifier] + reports.otherIdentifiers).joined(separator: " "))
    }
    if let notice = reports.notice { lines += Self.lines(notice) }
    for position in reports.positions { lines += Self.lines(position) }
    for piece in reports.media { lines.append(line(piece)) }
    for index in 0..<reports.replyCount { lines.append(reply(reports.reply(at: index))) }
    return lines
  }

  private static func line(_ piece: MediaPiece) -> String {
    var line = "+ media=\(piece.name)"
    if piece.isAnnouncement {
      line += " announced" + (piece.parts.map { " parts=\($0)" } ?? "")
      return line + (piece.size.map { " size=\($0)" } ?? "")
    }
    switch piece.place {
    case .offset(let offset): line += " offset=\(offset)"
    case .part(let part): line += " part=\(part)" + (piece.parts.map { " of=\($0)" } ?? "")
    }
    return line + " bytes=\(piece.bytes.count)" + (piece.isLast ? " last" : "")
  }

  /// The line for an answer or a command: text if it is printable, else hexadecimal.
  public static func reply(_ bytes: some Sequence<UInt8>) -> String {
    let isText = bytes.allSatisfy { (0x20...0x7E).contains($0) || [9, 10, 13].contains($0) }
    return isText ? "<| " + EscapedText.text(bytes) : "< " + HexText.text(bytes)
  }

  /// The line for a frame that was refused.
  public static func line(_ error: DecodeError) -> String {
    "! \(error.kind) \(error.field) \(error.offset)"
  }

  /// The lines for a record.
  public static func lines(_ position: Position) -> [String] {
    var lines = [head(position)]
    if !position.attributes.isEmpty {
      lines += wrapped("+", position.attributes.map { "\($0.key.name)=\(value($0.value))" })
    }
    for tower in position.network.cellTowers {
      lines.append(
        "~ cell \(tower.mobileCountryCode)-\(tower.mobileNetworkCode)-\(tower.locationAreaCode)"
          + "-\(tower.cellIdentifier)" + (tower.signalStrength.map { " \($0)" } ?? ""))
    }
    for point in position.network.accessPoints {
      lines.append(
        "~ wifi \(point.addressText)" + (point.signalStrength.map { " \($0)" } ?? "")
          + (point.channel.map { " channel \($0)" } ?? ""))
    }
    return lines
  }

  /// The lines for what a frame says of the device itself.
  private static func lines(_ notice: DeviceNotice) -> [String] {
    let time = notice.deviceTime.map { [$0.brief] } ?? []
    return wrapped("*", time + notice.facts.map { "\($0.key.name)=\(value($0.value))" })
  }

  private static func head(_ position: Position) -> String {
    guard let place = position.location else {
      return "- " + (position.deviceTime?.brief ?? "no time")
    }
    var line = "= \(position.fixTime?.brief ?? "no time") \(place.isValid ? "valid" : "invalid")"
    line += " \(rounded(place.latitude, 6)) \(rounded(place.longitude, 6))"
    for (name, value, digits) in [
      ("altitude", place.altitude, 1), ("speed", place.speed, 3), ("course", place.course, 1),
      ("accuracy", place.accuracy, 1),
    ] where value != 0 {
      line += " \(name) \(rounded(value, digits))"
    }
    if let device = position.deviceTime, device != position.fixTime {
      line += " device \(device.brief)"
    }
    return line
  }

  /// A number with at most so many decimals, without needless zeros.
  static func rounded(_ value: Double, _ digits: Int) -> String {
    var factor = 1.0
    for _ in 0..<digits { factor *= 10 }
    let text = ((value * factor).rounded() / factor).description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func value(_ value: AttributeValue) -> String {
    guard case .text(let text) = value else { return value.description }
    return "\"" + EscapedText.text(text.utf8) + "\""
  }

  /// Words in lines of at most 96 characters.
  private static func wrapped(_ start: String, _ words: [String]) -> [String] {
    var lines: [String] = []
    var line = start
    for word in words {
      if line.utf8.count + word.utf8.count + 1 > 92, line != start {
        lines.append(line)
        line = start
      }
      line += " " + word
    }
    lines.append(line)
    return lines
  }
}
