import Detection
import Telemetry
import TrackerProtocols
import Wire

/// Sends an input through all that a stranger's bytes reach, and holds the code to its promises.
enum Drill {
  private static let detector = Detector(FuzzInput.protocols)

  /// One input. A crash, a hang or a broken promise makes it a finding.
  static func run(_ input: FuzzInput) {
    guard let type = input.type else {
      _ = detector.detect(input.bytes.span, input.stream)
      return
    }
    if input.choices.contains(.sequence) {
      runSequence(type, input)
    } else {
      run(type, input)
    }
  }

  /// Reads frames one after the other in one conversation.
  private static func runSequence<Protocol: TrackerProtocol>(
    _ type: Protocol.Type, _ input: FuzzInput
  ) {
    var conversation = Protocol()
    for frame in input.frames where !frame.isEmpty {
      var frame = frame
      if input.choices.contains(.resealed) { Protocol.reseal(&frame) }
      decode(&conversation, frame.span, input)
    }
  }

  private static func run<Protocol: TrackerProtocol>(_ type: Protocol.Type, _ input: FuzzInput) {
    var bytes = input.bytes
    if input.choices.contains(.resealed) {
      Protocol.reseal(&bytes)
      guard !bytes.isEmpty else { return }
      let once = bytes
      Protocol.reseal(&bytes)
      promise(bytes == once, "resealing twice is resealing once")
    }
    recognise(type, bytes, input.stream)
    converse(type, bytes, input)
    var conversation = Protocol()
    decode(&conversation, bytes.span, input)
    if input.choices.contains(.command) { command(type, bytes) }
  }

  private static func recognise<Protocol: TrackerProtocol>(
    _ type: Protocol.Type, _ bytes: [UInt8], _ stream: StreamState
  ) {
    switch Protocol.recognise(bytes.span, stream) {
    case .no(let offset, _):
      promise((0...bytes.count).contains(offset), "a refusal names a byte that is there: \(offset)")
    case .more(let count):
      promise(count > bytes.count, "a wish for more bytes is one: \(count) of \(bytes.count)")
    case .yes(_, let frame):
      promise(frame > 0, "a recognised frame has a length: \(frame)")
      promise(
        frame <= Protocol.about.longestFrame, "a recognised frame is none too long: \(frame)")
    }
  }

  /// Cuts the bytes into frames and reads them, as the gateway does.
  private static func converse<Protocol: TrackerProtocol>(
    _ type: Protocol.Type, _ bytes: [UInt8], _ input: FuzzInput
  ) {
    var conversation = Protocol()
    var offset = 0
    while offset < bytes.count {
      let rest = bytes.span.extracting(offset..<bytes.count)
      switch conversation.nextFrame(in: rest, input.stream) {
      case .frame(let count):
        promise((1...rest.count).contains(count), "a frame lies in the bytes: \(count)")
        decode(&conversation, rest.extracting(0..<count), input)
        offset += count
      case .skip(let count):
        promise((1...rest.count).contains(count), "a skip lies in the bytes: \(count)")
        offset += count
      case .needMore(let count):
        promise(count > rest.count, "a wish for more bytes is one: \(count) of \(rest.count)")
        return
      case .waitForPause: return
      }
    }
  }

  private static func decode<Protocol: TrackerProtocol>(
    _ conversation: inout Protocol, _ frame: Span<UInt8>, _ input: FuzzInput
  ) {
    let trace = input.choices.contains(.traced) ? FieldTrace() : nil
    var reports = Reports()
    let context = DecodeContext(
      receivedAt: WorkedExample.usualTime, transport: input.stream.transport)
    do throws(DecodeError) {
      try conversation.read(frame, context, trace: trace, into: &reports)
    } catch {
      promise((0...frame.count).contains(error.offset), "an error lies in the frame: \(error)")
      return
    }
    for mark in trace?.marks ?? [] {
      promise(
        mark.range.lowerBound >= 0 && mark.range.upperBound <= frame.count,
        "a field lies in the frame: \(mark.name)")
    }
    if input.choices.contains(.stored) { store(reports, isShown: trace != nil) }
  }

  /// What was decoded survives being stored, and can be shown.
  private static func store(_ reports: Reports, isShown: Bool) {
    for index in 0..<reports.recordCount {
      var stored: [UInt8] = []
      CompactReport.append(
        reports, record: index, receivedAt: WorkedExample.usualTime, to: &stored)
      var offset = 0
      let back = CompactReport.read(
        stored.span, at: &offset, receivedAt: WorkedExample.usualTime)
      promise(back != nil && offset == stored.count, "a stored record is read back")
      promise(
        back?.position.attributes.count == reports.flatAttributes(ofRecord: index).count,
        "a stored record has all its attributes")
    }
    if isShown { _ = ExampleText.lines(reports) }
  }

  /// A command with parameters from strangers is refused or is one frame.
  private static func command<Protocol: TrackerProtocol>(_ type: Protocol.Type, _ bytes: [UInt8]) {
    let commands = Protocol.about.commands
    guard let first = bytes.first, !commands.isEmpty else { return }
    let text = AttributeValue.text(String(decoding: bytes.dropFirst(), as: UTF8.self))
    let command = Command(
      commands[Int(first) % commands.count],
      ["data": text, "index": text, "frequency": text, "devicePassword": text])
    let context = CommandContext(
      identifier: "123456789012345", now: WorkedExample.usualTime, serial: UInt16(first))
    var frame: [UInt8] = []
    try? Protocol.encode(command, context, into: &frame)
  }
}
