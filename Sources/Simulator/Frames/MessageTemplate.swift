import Telemetry
import TrackerProtocols
import Wire

/// A message of a protocol in which a device's own values can be written: identifier, serial
/// number, time, place, speed. All of it is found by trial in a worked frame.
struct MessageTemplate: Sendable {
  /// A part of the message that holds the identifier.
  struct IdentifierSlot: Sendable {
    let slot: FrameSlot
    /// Half bytes instead of characters; how many stand before it.
    let packedAt: Int?
    /// The digits as one number; nil if they stand as digits.
    var number: ByteOrder?
  }

  /// What the message is called in the examples.
  let title: String
  let message: [UInt8]
  let decoder: TrialDecoder
  let records: [RecordWriter]
  /// What the message says, as the server reads it.
  let facts: Facts
  /// The identifier in the example, if it holds one.
  let identifier: String?
  private let identifiers: [IdentifierSlot]
  private let serial: FrameSlot?

  /// What the server makes of a message.
  struct Facts: Sendable {
    var alarms: [String] = []
    var hasLocation = false
    var isValid = false
    var isStored = false
    var hasNetwork = false
    var hasResult = false
    var records = 0
    var replies = 0
    var hasMedia = false

    init(_ reports: Reports) {
      records = reports.records.count
      replies = reports.replyCount
      hasMedia = !reports.media.isEmpty
      for position in reports.positions {
        if case .text(let list) = position[.alarm] {
          for name in list.split(separator: ",").map(String.init) where !alarms.contains(name) {
            alarms.append(name)
          }
        }
        hasLocation = hasLocation || position.location != nil
        isValid = isValid || position.location?.isValid == true
        isStored = isStored || position[.archive] == .boolean(true)
        hasNetwork =
          hasNetwork || !position.network.cellTowers.isEmpty
          || !position.network.accessPoints.isEmpty
        hasResult = hasResult || position[.result] != nil
      }
    }
  }

  /// The most records of a message whose values are looked for.
  private static let mostRecords = 8

  /// A template of a message; nil if the server would not take it as it is.
  init?(_ title: String, _ message: [UInt8], _ decoder: TrialDecoder) {
    let trace = FieldTrace()
    guard let reports = decoder.reports(of: message, trace: trace), decoder.isOneFrame(message)
    else { return nil }
    self.title = title
    self.message = message
    self.decoder = decoder
    facts = Facts(reports)
    identifier = reports.identifier
    let slots = trace.marks.map(FrameSlot.init).filter { !$0.range.isEmpty }
    identifiers = reports.identifier.map { Self.identifiers($0, slots, message) } ?? []
    serial = slots.first { slot in
      slot.bits == nil && slot.range.count <= 2
        && (slot.name == "serial number" || slot.name == "packet character")
    }
    records = reports.positions.prefix(Self.mostRecords).enumerated().map { index, position in
      RecordWriterSearch(
        decoder: decoder, message: message, slots: slots, index: index, original: position
      ).find()
    }
  }

  private static func identifiers(
    _ identifier: String, _ slots: [FrameSlot], _ message: [UInt8]
  ) -> [IdentifierSlot] {
    let text = Array(identifier.utf8)
    let number = UInt64(identifier)
    return slots.compactMap { slot in
      guard slot.bits == nil else { return nil }
      if let number, (4...8).contains(slot.range.count),
        let order = [ByteOrder.big, .little].first(where: {
          message[slot.range].span.number(at: 0, bytes: slot.range.count, $0) == number
        })
      {
        return IdentifierSlot(slot: slot, packedAt: nil, number: order)
      }
      if message[slot.range].elementsEqual(text) {
        return IdentifierSlot(slot: slot, packedAt: nil)
      }
      let nibbles = slot.nibbles(in: message)
      let front = nibbles.count - text.count
      if front >= 0, nibbles.suffix(text.count).elementsEqual(text),
        nibbles.prefix(front).allSatisfy({ $0 == 48 })
      {
        return IdentifierSlot(slot: slot, packedAt: front)
      }
      return front >= 0 && nibbles.prefix(text.count).elementsEqual(text)
        ? IdentifierSlot(slot: slot, packedAt: 0) : nil
    }
  }

  /// Whether it has a place for everything that a record of a drive needs.
  var isComplete: Bool {
    !records.isEmpty && records.allSatisfy { $0.hasPlace && $0.hasTime }
  }

  /// Whether it has a time of its own.
  var hasTime: Bool { !records.isEmpty && records.allSatisfy(\.hasTime) }

  /// Whether it says a place that cannot be rewritten: the device would jump to the example's.
  var isStuck: Bool { facts.isValid && !records.allSatisfy(\.hasPlace) }

  /// Whether it can say where a record was: some frames have no place for south or west.
  func canBe(at record: SimulatedRecord) -> Bool {
    (record.latitude >= 0 && record.longitude >= 0)
      || records.allSatisfy { !$0.hasPlace || $0.goesAnywhere }
  }

  /// How many values of a drive it can say, to choose among templates.
  var richness: Int {
    records.first.map { record in
      (record.goesAnywhere ? 2 : 0) + record.numbers.count
    } ?? 0
  }

  /// The frame with a device's own values.
  ///
  /// - Parameter values: one for each record; the last one stands for those that are missing.
  func frame(identifier own: String, serial count: Int, _ values: [SimulatedRecord]) -> [UInt8] {
    var message = message
    for (index, record) in records.enumerated() {
      guard let value = index < values.count ? values[index] : values.last else { break }
      record.write(value.time, to: &message)
      // Half a place would be another one.
      if record.hasPlace {
        record.write(value.latitude, .latitude, to: &message)
        record.write(value.longitude, .longitude, to: &message)
      }
      record.write(value.speed, .speed, to: &message)
      record.write(value.course, .course, to: &message)
      record.write(value.batteryLevel, .batteryLevel, to: &message)
    }
    write(serial: count, to: &message)
    write(identifier: own, to: &message)
    return decoder.frame(message)
  }

  private func write(serial count: Int, to message: inout [UInt8]) {
    guard let serial else { return }
    if serial.name == "packet character" {
      // Letters, as vendors' units send them.
      _ = serial.set(UInt64(65 + count % 26), in: &message)
    } else {
      _ = serial.set(UInt64(count & (serial.range.count == 1 ? 0xFF : 0xFFFF)), in: &message)
    }
  }

  /// Text may have another length than the example's; it is written from the back, so that what
  /// stands before keeps its place.
  private func write(identifier own: String, to message: inout [UInt8]) {
    let text = Array(own.utf8)
    for place in identifiers.sorted(by: { $0.slot.range.lowerBound > $1.slot.range.lowerBound }) {
      if let order = place.number {
        let range = place.slot.range
        message.replace(
          at: range.lowerBound, number: UInt64(own) ?? 0, bytes: range.count, order)
      } else if let front = place.packedAt {
        let old = place.slot.nibbles(in: message)
        guard text.count <= old.count else { continue }
        let padding = old.count - text.count
        // Zeros in front; what fills the bytes behind a number is the example's.
        let isBehind = front == 0 && old.count > (identifier?.utf8.count ?? 0)
        let filler = [UInt8](repeating: isBehind ? old[old.count - 1] : 48, count: padding)
        place.slot.set(nibbles: isBehind ? text + filler : filler + text, in: &message)
      } else {
        message.replaceSubrange(place.slot.range, with: text)
      }
    }
  }
}
