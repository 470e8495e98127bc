import EventLoop
import Glibc
import Synchronization
import Testing

@Suite(.serialized, .timeLimit(.minutes(10))) struct EventLoopTests {
  @Test func timersComeInTheirOrder() throws {
    let loop = try Loop()
    var order: [Int] = []
    var repeats = 0
    let late = try LoopTimer(on: loop) { order.append(2) }
    let early = try LoopTimer(on: loop) { order.append(1) }
    let often = try LoopTimer(on: loop) {
      repeats += 1
      if repeats > 2, order.count == 2 { loop.stop() }
    }
    late.start(milliseconds: 60)
    early.start(milliseconds: 20)
    often.start(milliseconds: 5, every: 5)
    loop.run()
    #expect(order == [1, 2])
    #expect(!early.isRunning)
    often.stop()
    #expect(!often.isRunning)
    loop.close()
    #expect(late.isClosed)
  }

  @Test func aLoopWithNothingToWatchEnds() throws {
    let loop = try Loop()
    _ = try TurnHook(on: loop) {}
    loop.run()
    loop.close()
    loop.close()
  }

  @Test func messagesOfOtherThreadsArriveInOrder() throws {
    let loop = try Loop()
    let mailbox = Mailbox<Int>(capacity: 10_000)
    var received: [Int] = []
    let handle = try mailbox.connect(to: loop) { message in
      received.append(message)
      if received.count == 4_000 { loop.stop() }
    }
    let threads = try (0..<4).map { number in
      try LoopThread { for step in 0..<1_000 { mailbox.post(number * 1_000 + step) } }
    }
    loop.run()
    for thread in threads { thread.join() }
    #expect(received.count == 4_000)
    for number in 0..<4 {
      let own = received.filter { $0 / 1_000 == number }
      #expect(own == Array(number * 1_000..<number * 1_000 + 1_000))
    }
    // What is posted before the end is still handled, and nothing after it.
    #expect(mailbox.post(-1))
    handle.close()
    #expect(received.last == -1)
    #expect(!mailbox.post(-2))
    loop.close()
  }

  @Test func aFullMailboxRefuses() {
    let mailbox = Mailbox<Int>(capacity: 2)
    #expect(mailbox.post(1))
    #expect(mailbox.post(2))
    #expect(!mailbox.post(3))
  }

  @Test func signalsArrive() throws {
    let loop = try Loop()
    var count = 0
    let watcher = try SignalWatcher(.hangUp, on: loop) {
      count += 1
      loop.stop()
    }
    kill(getpid(), SIGHUP)
    loop.run()
    #expect(count == 1)
    watcher.close()
    loop.close()
  }

  @Test func closedHandlesDoNothing() throws {
    let loop = try Loop()
    let timer = try LoopTimer(on: loop) { Issue.record("called") }
    timer.close()
    timer.close()
    timer.start(milliseconds: 1)
    #expect(!timer.isRunning)
    loop.run()
    loop.close()
  }

  @Test func handlesAreLetGo() throws {
    final class Marker {}
    weak var marker: Marker?
    weak var weakTimer: LoopTimer?
    let loop = try Loop()
    do {
      let kept = Marker()
      marker = kept
      let timer = try LoopTimer(on: loop) { _ = kept }
      timer.start(milliseconds: 1)
      weakTimer = timer
    }
    // The loop holds what is open.
    #expect(marker != nil)
    loop.close()
    #expect(marker == nil)
    #expect(weakTimer == nil)
  }

  @Test func errorsSayWhatToDo() throws {
    let first = try BoundSocket.listen(on: Address(.loopback(.v4), port: 0))
    defer { first.close() }
    #expect(first.address.port > 0)
    #expect {
      _ = try BoundSocket.listen(on: #require(Address("192.0.2.1:80")))
    } throws: { error in
      (error as? LoopError)?.isMissingAddress == true
        && "\(error)".contains("listen on 192.0.2.1:80 (tcp)")
    }
  }
}
