import Telemetry
import TrackerProtocols
import Wire

extension SimulatedDevice {
  mutating func connect(_ index: Int, _ now: Timestamp) {
    guard !links[index].isUp, !links[index].isOpening, now >= links[index].retryAt else { return }
    links[index].isOpening = true
    actions.append(.open(index))
  }

  mutating func hangUp(_ index: Int) {
    guard links[index].isUp || links[index].isOpening else { return }
    giveBack(index)
    actions.append(.close(index))
  }

  /// Stores again what was sent over a link and not answered, and forgets the conversation.
  mutating func giveBack(_ index: Int) {
    // The second server's copies are the first one's records; those are kept once.
    if index == 0 {
      for message in links[index].unanswered {
        if case .records(let numbers) = message.purpose { stored += numbers }
      }
    }
    links[index].reset(script)
  }

  mutating func logIn(_ now: Timestamp) {
    for index in links.indices where links[index].isUp {
      // One after the other: each waits for the answer to the one before.
      while links[index].logins < script.login.count, links[index].unanswered.isEmpty {
        let number = links[index].logins
        send(script.login[number], .login(number), over: index, now, tries: 1)
        if links[index].unanswered.isEmpty, links[index].isUp { links[index].logins += 1 }
        if !links[index].isUp { break }
      }
    }
  }

  /// Sends what waits, the newest of it first as a live record.
  mutating func upload(_ now: Timestamp) {
    guard !stored.isEmpty, isReady else { return }
    var queue = stored.sorted()
    stored = []
    // The newest record is live; the order of the others is the firmware's.
    let live = queue.removeLast()
    switch plan.uploadOrder {
    case .oldestFirst: break
    case .newestFirst: queue.reverse()
    case .shuffled: queue.shuffle(using: &random)
    }
    queue.insert(live, at: 0)
    var rest = queue[...]
    var count = 0
    while let number = rest.first, count < Self.mostAtOnce, isReady,
      links[0].unanswered.count < mostUnanswered
    {
      let isLate =
        nextReport.milliseconds - truth[number].time.milliseconds
        > Int64(plan.interval) * 2_000
      let template = template(truth[number], isLate: isLate)
      let isLive = !isLate || template.hasTime
      var numbers = [number]
      rest = rest.dropFirst()
      // A message of several stored records takes as many as it has room for.
      while isLate, truth[number].kind == .position, numbers.count < template.records.count,
        let next = rest.first, truth[next].kind == .position
      {
        numbers.append(next)
        rest = rest.dropFirst()
      }
      // A record without a time of its own is worth nothing later.
      if isLive { send(template, .records(numbers), over: 0, now, tries: 1) }
      if isLive, !isLate, links.count > 1, links[1].isReady(script),
        links[1].unanswered.count < mostUnanswered
      {
        send(template, .records(numbers), over: 1, now, tries: 1)
      }
      if !isLive { truth[number].isCertain = false }
      count += 1
    }
    stored += rest
  }

  /// Answers do not always say to which message they belong, so that with datagrams, which may be
  /// lost, each message waits for the answer to the one before.
  private var mostUnanswered: Int { script.transport == .udp ? 1 : 16 }

  mutating func beat(_ now: Timestamp) {
    guard now >= nextHeartbeat else { return }
    nextHeartbeat = now.advanced(byMilliseconds: Int64(plan.heartbeat) * 1_000)
    guard let heartbeat = script.heartbeat else { return }
    for index in links.indices
    where links[index].isReady(script) && links[index].unanswered.count < mostUnanswered {
      send(heartbeat, .heartbeat, over: index, now, tries: 1)
    }
  }

  /// Sends again what was not answered in time; after three times it opens the link anew.
  mutating func sendAgain(_ now: Timestamp) {
    for index in links.indices where links[index].isUp {
      let limit = now.advanced(byMilliseconds: Int64(plan.patience) * -1_000)
      let late = links[index].unanswered.filter { $0.sentAt <= limit }
      guard !late.isEmpty else { continue }
      if late.contains(where: { $0.tries >= 3 }) {
        hangUp(index)
        continue
      }
      links[index].unanswered.removeAll { $0.sentAt <= limit }
      for message in late {
        if links[index].isUp {
          send(message.purpose, over: index, now, tries: message.tries + 1)
        } else if index == 0, case .records(let numbers) = message.purpose {
          // The link broke while the ones before were sent.
          stored += numbers
        }
      }
    }
  }

  private mutating func send(
    _ purpose: DeviceLink.Purpose, over index: Int, _ now: Timestamp, tries: Int
  ) {
    switch purpose {
    case .login(let number): send(script.login[number], purpose, over: index, now, tries: tries)
    case .heartbeat:
      if let heartbeat = script.heartbeat {
        send(heartbeat, purpose, over: index, now, tries: tries)
      }
    case .answer: break
    case .records(let numbers):
      guard let first = numbers.first else { return }
      send(
        template(truth[first], isLate: numbers.count > 1), purpose, over: index, now, tries: tries)
    }
  }

  /// Sends a message over a link, or loses it.
  mutating func send(
    _ template: MessageTemplate, _ purpose: DeviceLink.Purpose, over index: Int, _ now: Timestamp,
    tries: Int
  ) {
    serial += 1
    var values = [record(now)]
    if case .records(let numbers) = purpose { values = numbers.map { truth[$0] } }
    let frame = template.frame(identifier: identifier, serial: serial, values)
    let isLost = random.below(100) < plan.loss
    if isLost, script.transport == .tcp { return breakOff(frame, purpose, index) }
    let expected = answer(to: frame, index, now)
    sent += 1
    if !isLost { actions.append(.send(index, frame)) }
    if !expected.isEmpty {
      links[index].unanswered.append(
        .init(purpose: purpose, expected: expected, sentAt: now, tries: tries))
    } else if isLost, index == 0, case .records(let numbers) = purpose {
      for number in numbers { truth[number].isCertain = false }
    }
  }

  /// The connection breaks within a message: the device notices, and sends it again later.
  private mutating func breakOff(_ frame: [UInt8], _ purpose: DeviceLink.Purpose, _ index: Int) {
    actions.append(.send(index, Array(frame.prefix(random.below(frame.count)))))
    if index == 0, case .records(let numbers) = purpose { stored += numbers }
    hangUp(index)
  }

  /// A record of where it is now, for messages that are not about a record.
  private func record(_ now: Timestamp) -> SimulatedRecord {
    SimulatedRecord(
      kind: .position, time: Timestamp(seconds: now.milliseconds / 1_000),
      latitude: journey.latitude, longitude: journey.longitude, speed: journey.speed / 1.852,
      course: journey.course.rounded(.down), batteryLevel: batteryLevel.rounded())
  }

  /// What the server will answer, by the protocol's own decoder.
  private mutating func answer(to frame: [UInt8], _ index: Int, _ now: Timestamp) -> [UInt8] {
    var reports = Reports()
    do throws(DecodeError) {
      try links[index].session.read(
        frame.span, DecodeContext(receivedAt: now, transport: script.transport), into: &reports)
    } catch {
      return []
    }
    return reports.replies
  }
}
