import Telemetry
import Wire

extension H02 {
  /// Reads a text: `*`, maker, identifier, type, fields, `#`.
  mutating func text(
    _ frame: inout FieldReader, _ context: DecodeContext, _ reports: inout Reports
  ) throws(DecodeError) {
    var end = try frame.trailer("end", 1)
    try end.expect("end", "#")
    try frame.expect("start", "*")
    let maker = frame.text("maker")
    let identifier = try identify(&frame, &reports)
    let start = frame.offset
    let type = frame.text("type")
    guard let word = type.asciiString else {
      throw DecodeError(.invalid, field: "type", at: start)
    }
    switch word {
    case "NBR":
      try Self.neighbours(&frame, &reports)
      Self.confirm(word, identifier, context, &reports)
    case "V3": try Self.cells(&frame, &reports)
    case "VP1": try Self.shortForm(&frame, &reports)
    case "LINK": try Self.link(&frame, &reports)
    case "HTBT", "V0":
      if word == "HTBT", maker.equals("HQ"), identifier?.utf8.count == 15, !frame.isAtEnd {
        reports.begin()
        if let level = try frame.integer("battery level") { reports.set(.batteryLevel, level) }
      }
      frame.skipRest("fields")
      let echo = frame.frame.extracting(0..<start + type.count)
      reports.reply { answer in
        for index in echo.indices { answer.append(echo[index]) }
        answer.append(UInt8(ascii: "#"))
      }
    case "SMS":
      reports.begin()
      reports.set(.result, text: frame.textRest("answer"))
    case _ where word.utf8.first == UInt8(ascii: "V"):
      guard try Self.position(&frame, isConfirmation: word == "V4", &reports) else { return }
      if word == "V1" {
        Self.confirm(word, identifier, context, &reports)
      } else {
        acknowledge(context, &reports)
      }
    default: frame.skipRest("fields")
    }
  }

  /// Reads the identifier; an empty one means the device that spoke last.
  ///
  /// - Returns: what the text itself says, nil if nothing.
  private mutating func identify(
    _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) -> String? {
    let start = frame.offset
    let text = frame.text("identifier")
    guard text.count > 0 else {
      frame.note("the device that spoke before")
      reports.identifier = device
      return nil
    }
    guard text.isDigits, text.count <= 15, let identifier = text.asciiString else {
      throw DecodeError(.invalid, field: "identifier", at: start)
    }
    device = identifier
    reports.identifier = identifier
    return identifier
  }

  // MARK: Answers

  /// Confirms a text with the server's clock; one without identifier gets no answer. The maker is
  /// always HQ, also for others.
  private static func confirm(
    _ type: String, _ identifier: String?, _ context: DecodeContext, _ reports: inout Reports
  ) {
    guard let identifier else { return }
    let now = CivilTime(context.receivedAt)
    reports.reply { answer in
      // One text of all parts would be allocated first.
      answer.append(contentsOf: "*HQ,".utf8)
      answer.append(contentsOf: identifier.utf8)
      answer.append(contentsOf: ",V4,".utf8)
      answer.append(contentsOf: type.utf8)
      answer.append(UInt8(ascii: ","))
      answer.append(digits: now.yearMonthDay, count: 8)
      answer.append(digits: now.hourMinuteSecond, count: 6)
      answer.append(UInt8(ascii: "#"))
    }
  }

  /// Acknowledges a position that has no confirmation of its own, for units whose operator set
  /// the option `ack`.
  func acknowledge(_ context: DecodeContext, _ reports: inout Reports) {
    guard context.settings.options["h02.ack"] == "true", let device else { return }
    reports.reply { answer in
      Self.write("R12", "", to: device, at: context.receivedAt, &answer)
    }
  }

  /// Appends a text from the server: code, time of day, parameters (each with a comma in front).
  static func write(
    _ code: String, _ parameters: String, to identifier: String, at now: Timestamp,
    _ frame: inout [UInt8]
  ) {
    frame.append(contentsOf: "*HQ,\(identifier),\(code),".utf8)
    frame.append(digits: CivilTime(now).hourMinuteSecond, count: 6)
    frame.append(contentsOf: "\(parameters)#".utf8)
  }
}
