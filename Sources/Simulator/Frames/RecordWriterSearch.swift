import Telemetry

/// Finds where the values of a record stand in a message.
struct RecordWriterSearch {
  let decoder: TrialDecoder
  let message: [UInt8]
  let slots: [FrameSlot]
  /// Which record of the message.
  let index: Int
  let original: Position

  /// The writer of a record.
  func find() -> RecordWriter {
    var writer = RecordWriter()
    writer.clocks = clocks() ?? []
    if writer.clocks.isEmpty { writer.counters = counters() }
    if !writer.hasTime { writer.named = named() }
    for quantity in RecordWriter.Quantity.allCases {
      guard let known = quantity.value(of: original) else { continue }
      writer.numbers[quantity] = number(quantity, known.magnitude)
    }
    for quantity in [RecordWriter.Quantity.latitude, .longitude] {
      hemisphere(quantity, &writer)
    }
    return writer
  }

  private func position(_ message: [UInt8]) -> Position? {
    guard let reports = decoder.reports(of: message), index < reports.records.count else {
      return nil
    }
    let position = reports.position(at: index)
    guard (position.location == nil) == (original.location == nil) else { return nil }
    return position
  }

  private func number(_ quantity: RecordWriter.Quantity, _ known: Double) -> RecordWriter.Number? {
    // A field with the usual name is the likely one.
    let ordered =
      slots.filter { $0.name.contains(quantity.name) }
      + slots.filter { !$0.name.contains(quantity.name) && quantity != .batteryLevel }
    for slot in ordered {
      for coding in quantity.codings {
        guard let read = coding.read(slot, message),
          abs(abs(read) - known) <= quantity.tolerance,
          quantity.trials.allSatisfy({ comesOut($0, quantity, slot, coding) })
        else { continue }
        let isSigned = comesOut(-quantity.trials[0], quantity, slot, coding, sign: -1)
        return RecordWriter.Number(slot: slot, coding: coding, isSigned: isSigned)
      }
    }
    return nil
  }

  /// Whether a number that is written is read again, and nothing else of the place changes.
  private func comesOut(
    _ value: Double, _ quantity: RecordWriter.Quantity, _ slot: FrameSlot, _ coding: NumberCoding,
    sign: Double? = nil
  ) -> Bool {
    var changed = message
    guard coding.write(value, slot, &changed), let position = position(changed),
      let read = quantity.value(of: position)
    else { return false }
    if let sign, read * sign <= 0 { return false }
    guard abs(abs(read) - value.magnitude) <= quantity.tolerance else { return false }
    return isOtherwiseTheSame(position, quantity)
  }

  /// Whether only one quantity of the record has changed. What a battery level is made of is
  /// looked at less closely: some protocols make one out of other values.
  private func isOtherwiseTheSame(
    _ position: Position, _ quantity: RecordWriter.Quantity
  ) -> Bool {
    position.fixTime == original.fixTime
      && RecordWriter.Quantity.allCases.allSatisfy { other in
        other == quantity || other == .batteryLevel || quantity == .batteryLevel
          || other.value(of: position) == other.value(of: original)
      }
  }

  private func hemisphere(_ quantity: RecordWriter.Quantity, _ writer: inout RecordWriter) {
    guard let number = writer.numbers[quantity], !number.isSigned else { return }
    let letters: [UInt8] = quantity == .latitude ? Array("NS".utf8) : Array("EW".utf8)
    var base = message
    guard number.coding.write(quantity.trials[0], number.slot, &base) else { return }
    for slot in slots {
      let values: [UInt64]
      if let bits = slot.bits, bits.count == 1 {
        values = [0, 1]
      } else if slot.bits == nil, slot.range.count == 1,
        letters.contains(base[slot.range.lowerBound])
      {
        values = letters.map(UInt64.init)
      } else {
        continue
      }
      var signs: [UInt64: Bool] = [:]
      for value in values {
        var changed = base
        // Only the sign may change: a bit of the header can make quite another message.
        guard slot.set(value, in: &changed), let position = position(changed),
          let read = quantity.value(of: position),
          abs(read.magnitude - quantity.trials[0]) <= quantity.tolerance,
          isOtherwiseTheSame(position, quantity)
        else { break }
        signs[value] = read > 0
      }
      if let positive = values.first(where: { signs[$0] == true }),
        let negative = values.first(where: { signs[$0] == false })
      {
        writer.hemispheres[quantity] = .init(slot: slot, positive: positive, negative: negative)
        return
      }
    }
  }

  // MARK: Time

  private typealias Clock = RecordWriter.Clock

  private func clocks() -> [RecordWriter.Clock]? {
    guard let known = original.fixTime ?? original.deviceTime else { return nil }
    if let whole = candidates(ClockCoding.whole).lazy.compactMap({ zoned([$0], known) })
      .first(where: comesOut)
    {
      return whole
    }
    if let both = placeAndMessage() { return both }
    let times = candidates(ClockCoding.times)
    for date in candidates(ClockCoding.dates) {
      for time in times where time.slot != date.slot {
        if let both = zoned([date, time], known), comesOut(both) { return both }
      }
    }
    // The local date and minute, and the time of day in UTC.
    for local in candidates(ClockCoding.local) {
      for time in times where time.slot != local.slot {
        if let moved = zoned([local], known, seconds: false), comesOut(moved + [time]) {
          return moved + [time]
        }
      }
    }
    return nil
  }

  private func named() -> NamedClock? {
    guard let clock = NamedClock(slots), comesOut({ clock.write($0, &$1) }) else { return nil }
    return clock
  }

  private func counters() -> [CountedClock] {
    guard let known = original.fixTime ?? original.deviceTime else { return [] }
    let single = slots.lazy.flatMap { CountedClock.candidates($0, message, known) }
      .first { clock in comesOut(within: clock.unit) { clock.write($0, &$1) } }
    return single.map { [$0] } ?? pairOfCounters()
  }

  /// Two numbers, of the fix and of the device, in fields that are called so.
  private func pairOfCounters() -> [CountedClock] {
    guard let fix = original.fixTime, let device = original.deviceTime else { return [] }
    let times = slots.filter { $0.name.contains("time") }
    for first in times {
      for second in times where second != first {
        for own in CountedClock.candidates(first, message, device) {
          for other in CountedClock.candidates(second, message, fix)
          where comesOut({
            own.write($0, &$1); other.write($0, &$1)
          }) {
            return [own, other]
          }
        }
      }
    }
    return []
  }

  /// The time of the place and that of the message, where both are said.
  private func placeAndMessage() -> [RecordWriter.Clock]? {
    guard let fix = original.fixTime, let device = original.deviceTime else { return nil }
    let clocks = candidates(ClockCoding.whole)
    for place in clocks {
      guard let place = zoned([place], fix) else { continue }
      for message in clocks where message.slot != place[0].slot {
        if let message = zoned([message], device), comesOut(place + message) {
          return place + message
        }
      }
    }
    return nil
  }

  private func candidates(_ patterns: [[ClockCoding.Part]]) -> [RecordWriter.Clock] {
    var found: [RecordWriter.Clock] = []
    for slot in slots {
      for parts in patterns {
        for digits in ClockCoding.Digits.allCases {
          let coding = ClockCoding(parts: parts, digits: digits)
          var time = CivilTime(year: 2_000, month: 1, day: 1)
          if coding.read(slot, message, into: &time) {
            found.append(Clock(slot: slot, coding: coding))
          }
        }
      }
    }
    return found
  }

  /// Clocks with the zone that makes them the known time; nil if no zone does.
  private func zoned(
    _ clocks: [RecordWriter.Clock], _ known: Timestamp, seconds: Bool = true
  ) -> [RecordWriter.Clock]? {
    var time = CivilTime(year: 2_000, month: 1, day: 1)
    for clock in clocks where !clock.coding.read(clock.slot, message, into: &time) { return nil }
    var difference = time.timestamp.milliseconds - known.milliseconds
    if !seconds { difference += Int64(CivilTime(known).second) * 1_000 }
    guard difference % 900_000 == 0, abs(difference) <= 14 * 3_600_000 else { return nil }
    return clocks.map { clock in
      var coding = clock.coding
      coding.offset = difference
      return Clock(slot: clock.slot, coding: coding)
    }
  }

  private func comesOut(_ clocks: [RecordWriter.Clock]) -> Bool {
    comesOut { time, changed in
      for clock in clocks { clock.coding.write(time, clock.slot, &changed) }
    }
  }

  /// Whether times that are written are read again, but for a part of the clock's unit.
  private func comesOut(
    within unit: Int64 = 1_000, _ write: (Timestamp, inout [UInt8]) -> Void
  ) -> Bool {
    let trials: [Int64] = [1_778_051_289_000, 1_764_630_007_000]
    return trials.allSatisfy { milliseconds in
      let time = Timestamp(milliseconds: milliseconds)
      var changed = message
      write(time, &changed)
      guard let position = position(changed) else { return false }
      return [position.fixTime ?? position.deviceTime, position.deviceTime ?? time].allSatisfy {
        guard let read = $0 else { return false }
        return (0..<unit).contains(time.milliseconds - read.milliseconds)
      }
    }
  }
}
