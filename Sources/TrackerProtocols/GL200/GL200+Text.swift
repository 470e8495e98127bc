import Telemetry
import Wire

/// What all messages as text have in common: their type and who sends them in front, send time
/// and count at the end.
struct GL200Message {
  /// The letters of the type as one number, see ``GL200Layout/code(_:)``.
  let type: UInt32
  /// Whether it is sent live; stored ones are called `+BUFF`.
  let isLive: Bool
  /// Whether version, identifier and count have the form that messages of a strict layout have.
  let isStrict: Bool
  /// Whether the version has the length that INF is known with.
  let hasShortVersion: Bool
  let model: GL200Model
  let sendTime: Timestamp?
}

extension GL200 {
  /// How long the word in front of the type is: `+RESP:GT`, `+BUFF:GT`.
  private static let typeStart = 8
  private static let answerWord = "+ACK:"

  /// Reads a message as text.
  static func text(
    _ frame: inout FieldReader, _ context: DecodeContext, into reports: inout Reports
  ) throws(DecodeError) {
    try frame.trailingBytes("end") { isTerminator($0) || isLineEnd($0) }
    let header = frame.text("header")
    let version = frame.text("protocol version")
    // Some old units leave the version out.
    let isBare = version.count == identifierLength && version.isDigits
    let start = frame.offset
    let identifier = isBare ? version : frame.text("identifier")
    guard (4...20).contains(identifier.count), let name = identifier.asciiString else {
      throw DecodeError(.invalid, field: "identifier", at: start)
    }
    reports.identifier = name
    let count = try frame.trailingText("count")
    try frame.trailingComma()
    let lastField = try frame.trailingText("send time")
    let sendTime = CivilTime(fullTime: lastField)?.moment()
    if header.starts(with: answerWord) {
      return answer(&frame, header, isBare ? nil : version, count, sendTime, &reports)
    }
    let form = GL200Message(
      type: header.count == typeStart + 3
        ? GL200Layout.code(header.extracting(droppingFirst: typeStart)) : 0,
      isLive: header.starts(with: "+RESP"),
      isStrict: isStrict(version: version, identifier: identifier, count: count),
      hasShortVersion: !isBare && version.count <= 10,
      model: context.settings.model.map(GL200Model.named) ?? GL200Model.of(version: version),
      sendTime: sendTime)
    try message(form, &frame, &reports)
    if context.settings.options["gl200.ack"] == "true" {
      reports.reply { confirm(nil, nil, count, &$0) }
    }
  }

  private static func isStrict(
    version: Span<UInt8>, identifier: Span<UInt8>, count: Span<UInt8>
  ) -> Bool {
    guard version.count == 0 || version.count == 6 || version.count == 10, count.count == 4,
      count.isHexadecimal
    else { return false }
    return identifier.count == identifierLength
      ? identifier.isDigits : identifier.count == 14 && identifier.isHexadecimal
  }

  /// Reads a message by its layout, or by the form of its fields if no layout fits.
  private static func message(
    _ form: GL200Message, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    for layout in GL200Layout.candidates(form.type) {
      var again = frame.lookahead()
      do {
        guard try read(layout, form, &frame, &reports) else { continue }
        return
      } catch {
        // A position is worth more than what stands behind it.
        while reports.recordCount > 0 { reports.discardCurrent() }
        frame.abandon("what could not be read", after: error)
        return try scan(form, hasLevel: false, &again, &reports)
      }
    }
    try scan(form, hasLevel: true, &frame, &reports)
  }

  /// Reads a message by one layout; false if it is of another form, and nothing was read.
  private static func read(
    _ layout: GL200Layout, _ form: GL200Message, _ frame: inout FieldReader,
    _ reports: inout Reports
  ) throws(DecodeError) -> Bool {
    switch layout.kind {
    case .list: return form.isStrict ? try list(form, &frame, &reports) : false
    case .expanded: try expanded(form, &frame, &reports)
    case .ignition: try ignition(form, &frame, &reports)
    case .information:
      guard form.hasShortVersion else { return false }
      try information(form, &frame, &reports)
    case .vehicle: try vehicle(form, &frame, &reports)
    case .open: try steps(layout, form, &frame, &reports)
    case .strict, .strictSent, .strictStored:
      guard form.isStrict, form.isLive || layout.kind == .strictStored,
        layout.steps.fitsWhole(frame)
      else { return false }
      try steps(layout, form, &frame, &reports)
    }
    return true
  }

  /// Reads a record by the steps of a layout.
  private static func steps(
    _ layout: GL200Layout, _ form: GL200Message, _ frame: inout FieldReader,
    _ reports: inout Reports
  ) throws(DecodeError) {
    reports.begin()
    for step in layout.steps { try read(step, form, &frame, &reports) }
    frame.skipRest("further fields")
    if layout.kind != .strict || !reports.current.hasLocation { stamp(form, &reports) }
    if let alarm = alarm(of: form.type) { reports.raise(alarm) }
    set(type: form, &reports)
  }

  /// Reads one step.
  static func read(
    _ step: GL200Step, _ form: GL200Message, _ frame: inout FieldReader, _ reports: inout Reports
  ) throws(DecodeError) {
    switch step {
    case .field(let field): try field.read(&frame, &reports)
    case .part(.place): try place(&frame, &reports)
    case .part(.counted): try counted(&frame, form.model, &reports)
    case .part(.accessory): try accessory(&frame, &reports)
    case .part(.accessPoints): try accessPoints(&frame, &reports)
    case .part(.neighbours): try neighbours(&frame, &reports)
    case .part(.cells): try cells(7, &frame, decidedBy: .network, &reports)
    case .part(.warning): try warning(&frame, &reports)
    case .part(.serial): serial(&frame, &reports)
    case .part(.rest): frame.skipRest("further fields")
    }
  }

  /// Gives the record the send time as the device's.
  static func stamp(_ form: GL200Message, _ reports: inout Reports) {
    if let time = form.sendTime { reports.current.deviceTime = time }
  }

  /// Gives the record the type of its message.
  static func set(type form: GL200Message, _ reports: inout Reports) {
    var letters = InlineArray<3, UInt8>(repeating: 0)
    for index in 0..<3 {
      letters[index] = UInt8(truncatingIfNeeded: form.type >> (16 - 8 * index))
    }
    reports.set(.type, text: letters.span)
  }

  // MARK: Answers

  /// Reads the answer to a command, or a heartbeat, which is answered.
  private static func answer(
    _ frame: inout FieldReader, _ header: Span<UInt8>, _ version: Span<UInt8>?,
    _ count: Span<UInt8>, _ sendTime: Timestamp?, _ reports: inout Reports
  ) {
    frame.skipRest("fields")
    guard !header.equals("+ACK:GTHBD") else {
      return reports.reply { confirm("GTHBD,", version, count, &$0) }
    }
    reports.begin()
    reports.current.deviceTime = sendTime
    reports.set(.result, text: header)
  }

  /// Appends a confirmation with the count of what is confirmed.
  private static func confirm(
    _ word: String?, _ version: Span<UInt8>?, _ count: Span<UInt8>, _ frame: inout [UInt8]
  ) {
    frame.append(contentsOf: "+SACK:".utf8)
    if let word {
      frame.append(contentsOf: word.utf8)
      if let version { append(version, &frame) }
      frame.append(UInt8(ascii: ","))
    }
    append(count, &frame)
    frame.append(UInt8(ascii: "$"))
  }

  private static func append(_ text: Span<UInt8>, _ frame: inout [UInt8]) {
    for index in text.indices { frame.append(text[index]) }
  }
}
