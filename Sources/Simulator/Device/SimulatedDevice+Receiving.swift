public import Telemetry

extension SimulatedDevice {
  /// The most bytes that it looks at; a server that says more is not understood.
  private static let mostReceived = 65_536

  /// Takes what the server sent: answers to its messages, or a command, which it answers.
  public mutating func receive(
    _ bytes: [UInt8], over link: Int, at now: Timestamp
  ) -> [SimulatedAction] {
    actions.removeAll()
    defer { actions = [] }
    // What comes behind the end of a link is not heard; nor is what is lost on the way, which a
    // connection loses none of.
    guard links[link].isUp else { return [] }
    if script.transport == .udp, random.below(100) < plan.loss { return [] }
    links[link].received += bytes.prefix(Self.mostReceived)
    while !links[link].received.isEmpty {
      guard let index = answeredMessage(links[link]) else { break }
      let message = links[link].unanswered.remove(at: index)
      links[link].received.removeFirst(message.expected.count)
      answered += 1
      if case .login = message.purpose { links[link].logins += 1 }
    }
    takeCommand(link, now)
    return actions
  }

  /// What is no answer is a command, unless it may be the beginning of an answer.
  private mutating func takeCommand(_ link: Int, _ now: Timestamp) {
    let rest = links[link].received
    guard !rest.isEmpty else { return }
    let isPart =
      script.transport == .tcp
      && links[link].unanswered.contains { message in
        message.expected.count > rest.count
          && Self.likeness(rest, Array(message.expected.prefix(rest.count))) > 0
      }
    guard !isPart || rest.count >= Self.mostReceived else { return }
    links[link].received = []
    if commands.count < Self.mostCommands { commands.append(rest) }
    // An answer that was not understood must not become a conversation without end.
    guard let answer = script.answer, lastCommand.map({ $0 < now }) ?? true else { return }
    lastCommand = now
    send(answer, .answer, over: link, now, tries: 1)
  }

  /// Which message the bytes that came begin with the answer to: the one that fits best.
  private func answeredMessage(_ link: DeviceLink) -> Int? {
    var best: (index: Int, likeness: Int)?
    for (index, message) in link.unanswered.enumerated() {
      let likeness = Self.likeness(link.received, message.expected)
      if likeness > (best?.likeness ?? 0) { best = (index, likeness) }
    }
    return best?.index
  }

  /// How many bytes agree with an expected answer; 0 if it is another. Answers may hold the
  /// server's clock, so that only their beginning, their length and most of the rest must agree.
  private static func likeness(_ bytes: [UInt8], _ expected: [UInt8]) -> Int {
    guard bytes.count >= expected.count, bytes.starts(with: expected.prefix(4)) else { return 0 }
    let same = zip(bytes, expected).count { $0 == $1 }
    return same * 2 >= expected.count ? same : 0
  }
}
