import EventLoop
import Telemetry

// Batches on their way to the sink, and answers on their way back.
extension LoopWorker {
  /// Milliseconds after which a sink without room is tried again.
  private static let retryMilliseconds: UInt64 = 20

  /// Hands the batch over. If the sink has no room the batch is kept, and nothing more is read.
  func submit() {
    guard !batch.isEmpty else { return }
    let number = batchNumber
    let mailbox = commons.mailboxes[index]
    let isTaken = commons.sink.submit(batch) { outcome in
      mailbox.post(.outcome(batch: number, outcome))
    }
    guard isTaken else {
      halt()
      retryTimer?.start(milliseconds: Self.retryMilliseconds)
      return
    }
    statistics.batches += 1
    outstandingBytes += batch.bytes.count
    outstanding.append(Outstanding(number: number, batch: batch, splits: splits))
    batch = spare.popLast() ?? MessageBatch()
    splits = []
    batchNumber += 1
    if outstandingBytes > limits.outstandingBytes
      || outstanding.count >= Self.mostOutstandingBatches
    {
      halt()
    }
  }

  func retry() {
    submit()
    resumeIfPossible()
  }

  private func halt() {
    guard !isHalted else { return }
    isHalted = true
    statistics.halts += 1
    for session in sessions.values { session.connection?.pauseReading() }
    for socket in sockets { socket.pauseReading() }
  }

  /// Reads again once the batch is handed over and half of what the sink may have is done.
  private func resumeIfPossible() {
    guard isHalted, !isStopping, batch.isEmpty,
      outstandingBytes <= limits.outstandingBytes / 2,
      outstanding.count <= Self.mostOutstandingBatches / 2
    else { return }
    isHalted = false
    resumedTick = loop.now
    for session in sessions.values
    where session.stage == .reading || session.stage == .awaitingProxyHeader {
      session.connection?.resumeReading()
    }
    for socket in sockets { socket.resumeReading() }
  }

  // MARK: Answers

  /// The sink tells what became of a batch. Answers leave in the order of the batches, whatever
  /// the order in which they became durable.
  func settle(_ number: Int, _ outcome: BatchOutcome) {
    guard let first = outstanding.first?.number, number >= first,
      number - first < outstanding.count
    else { return }
    outstanding[number - first].outcome = outcome
    while let done = outstanding.first, let outcome = done.outcome {
      outstanding.removeFirst()
      outstandingBytes -= done.batch.bytes.count
      finish(done, outcome)
    }
    if isHalted, !batch.isEmpty { submit() }
    resumeIfPossible()
  }

  private func finish(_ done: consuming Outstanding, _ outcome: BatchOutcome) {
    switch outcome {
    case .durable: answer(done)
    case .failed:
      statistics.failedBatches += 1
      for message in done.batch.messages {
        if let session = sessions[message.connection] { close(session) }
      }
    }
    let number = done.number
    var batch = done.batch
    if spare.count < Self.mostSpareBatches {
      batch.removeAll()
      spare.append(batch)
    }
    depart(upTo: number)
  }

  private func depart(upTo number: Int) {
    guard let first = departures.first, first.batch <= number else { return }
    let leaving = departures.prefix { $0.batch <= number }
    departures.removeFirst(leaving.count)
    for entry in leaving {
      guard let session = sessions[entry.session] else { continue }
      session.awaitsAnswers = false
      drained(session)
    }
  }

  private func answer(_ done: borrowing Outstanding) {
    let messages = done.batch.messages
    let bytes = done.batch.bytes
    var index = 0
    var split = 0
    while index < messages.count {
      let message = messages[index]
      guard !message.reply.isEmpty, let session = sessions[message.connection] else {
        index += 1
        continue
      }
      if let connection = session.connection {
        index = answer(connection, session, messages, bytes, index)
        continue
      }
      while split < done.splits.count, done.splits[split].message < index { split += 1 }
      let isSplit = split < done.splits.count && done.splits[split].message == index
      send(
        bytes.span.extracting(message.reply),
        isSplit ? done.splits[split].ends : [message.reply.count], session)
      index += 1
    }
  }

  /// Writes the answers to a run of messages of one connection at once; returns the index of the
  /// message after them.
  private func answer(
    _ connection: TCPConnection, _ session: TrackerSession, _ messages: [MessageBatch.Message],
    _ bytes: [UInt8], _ start: Int
  ) -> Int {
    var end = start + 1
    while end < messages.count, messages[end].connection == session.id { end += 1 }
    if end == start + 1 {
      connection.write(bytes.span.extracting(messages[start].reply))
      statistics.replies += 1
    } else {
      scratch.removeAll(keepingCapacity: true)
      for index in start..<end where !messages[index].reply.isEmpty {
        scratch.append(contentsOf: bytes[messages[index].reply])
        statistics.replies += 1
      }
      connection.write(scratch.span)
    }
    if connection.queuedBytes > limits.unreadBytes { close(session) }
    return end
  }

  private func send(_ reply: Span<UInt8>, _ ends: [Int], _ session: TrackerSession) {
    var start = 0
    for end in ends {
      // A datagram that the system does not take is lost like any other: the device repeats.
      session.socket?.send(
        reply.extracting(start..<end), to: session.peer, from: session.local)
      statistics.replies += 1
      start = end
    }
  }
}
