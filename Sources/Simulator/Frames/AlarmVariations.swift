import Telemetry
import TrackerProtocols
import Wire

/// Finds the alarms of a protocol that no worked frame shows: other codes in the field of the
/// event, and single bits of an alarm word.
struct AlarmVariations {
  let decoder: TrialDecoder

  /// The messages that raise exactly one alarm, by its name, out of variations of a message.
  func messages(of message: [UInt8]) -> [(alarm: String, message: [UInt8])] {
    let trace = FieldTrace()
    guard let base = decoder.reports(of: message, trace: trace)?.positions.first else { return [] }
    var found: [(alarm: String, message: [UInt8])] = []
    func keep(_ changed: [UInt8]) {
      guard let reports = decoder.reports(of: changed) else { return }
      let facts = MessageTemplate.Facts(reports)
      // The rest must mean the same: a bit of the header can make quite another message.
      guard let first = reports.positions.first, first.location == base.location,
        first.fixTime == base.fixTime
      else { return }
      guard facts.alarms.count == 1, let name = facts.alarms.first,
        !found.contains(where: { $0.alarm == name }), decoder.isOneFrame(changed)
      else { return }
      found.append((name, changed))
    }
    for mark in trace.marks where !mark.range.isEmpty {
      let slot = FrameSlot(mark)
      if let bits = slot.bits {
        if bits.count == 1 { flipped(slot, message).map(keep) }
      } else if slot.name.contains("alarm") || slot.name.contains("event") {
        for code in 0...255 { coded(code, slot, message).map(keep) }
        for bit in 8..<min(max(8 * slot.range.count, 8), 64) {
          word(1 << UInt64(bit), slot, message).map(keep)
        }
      }
    }
    return found
  }

  private func flipped(_ slot: FrameSlot, _ message: [UInt8]) -> [UInt8]? {
    var changed = message
    guard let bit = slot.number(in: message), slot.set(1 - bit, in: &changed) else { return nil }
    return changed
  }

  private func coded(
    _ code: Int, _ slot: FrameSlot, _ message: [UInt8]
  ) -> [UInt8]? {
    var changed = message
    let isText = message[slot.range].allSatisfy { (48...57).contains($0) }
    if isText {
      changed.replaceSubrange(slot.range, with: String(code).utf8)
    } else {
      return word(UInt64(code), slot, message)
    }
    return changed
  }

  private func word(_ value: UInt64, _ slot: FrameSlot, _ message: [UInt8]) -> [UInt8]? {
    var changed = message
    return slot.set(value, in: &changed) ? changed : nil
  }
}
