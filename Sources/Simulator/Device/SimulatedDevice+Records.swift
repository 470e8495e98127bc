import Telemetry

extension SimulatedDevice {
  /// Makes the records that are due up to a moment; they are stored until they are sent.
  mutating func measure(to now: Timestamp) {
    while nextReport <= now {
      journey.step(seconds: Double(max(plan.interval, 1)))
      let record = record(at: nextReport)
      nextReport = nextReport.advanced(byMilliseconds: Int64(max(plan.interval, 1)) * 1_000)
      reports += 1
      batteryLevel = batteryLevel > 15 ? batteryLevel - 0.02 : 98
      guard truth.count < Self.mostTruth else { continue }
      truth.append(record)
      stored.append(truth.count - 1)
      if stored.count > Self.mostStored { stored.removeFirst() }
    }
  }

  private mutating func record(at moment: Timestamp) -> SimulatedRecord {
    let step = script.timeStep
    let time = Timestamp(milliseconds: moment.milliseconds / step * step)
    var record = SimulatedRecord(
      kind: .position, time: time, latitude: journey.latitude, longitude: journey.longitude,
      speed: journey.speed / 1.852, course: journey.course.rounded(.down),
      batteryLevel: batteryLevel.rounded())
    let number = reports + 1
    if plan.alarmEvery > 0, !alarms.isEmpty, number % plan.alarmEvery == 0 {
      let alarm = script.alarms[alarms[alarmsSent % alarms.count]]
      alarmsSent += 1
      // Where its worked frame cannot be, the alarm is left out.
      guard alarm.template.canBe(at: record) else { return record }
      record.kind = .alarm(alarm.name)
      record.hasPlace = alarm.template.records.first?.hasPlace == true
    } else if plan.surroundingsEvery > 0, let cells = script.surroundings,
      number % plan.surroundingsEvery == 0, cells.canBe(at: record)
    {
      record.kind = .surroundings
      record.hasPlace = cells.facts.hasLocation && cells.records.first?.hasPlace == true
    }
    return record
  }

  /// The template for a record.
  func template(_ record: SimulatedRecord, isLate: Bool) -> MessageTemplate {
    switch record.kind {
    case .position:
      if isLate, let stored = script.stored, stored.canBe(at: record) {
        stored
      } else {
        script.position
      }
    case .alarm(let name):
      script.alarms.first { $0.name == name }?.template ?? script.position
    case .surroundings: script.surroundings ?? script.position
    }
  }
}
