import Foundation
import Platform
import Synchronization
import Testing
import WebServer

@Suite struct WorkerPoolTests {
  /// How much the thread of a pool gives way, as the operating system says.
  private func nice(isBackground: Bool) throws -> Int {
    let pool = WorkerPool(name: "a name)", threads: 1, limit: 1, isBackground: isBackground)
    let found = Mutex("")
    let isAccepted = pool.submit {
      let text = try? String(contentsOfFile: "/proc/thread-self/stat", encoding: .utf8)
      found.withLock { $0 = text ?? "" }
    }
    #expect(isAccepted)
    pool.stop()
    // Behind the name, which may hold anything, the 17th field (proc_pid_stat(5): number 19).
    let text = found.withLock { $0 }
    let behind = try #require(text.lastIndex(of: ")"))
    return try #require(Int(text[behind...].split(separator: " ")[17]))
  }

  @Test func threadsInTheBackgroundGiveWay() throws {
    let usual = try nice(isBackground: false)
    #expect(try nice(isBackground: true) == min(usual + 10, 19) || usual >= 10)
    #expect(try nice(isBackground: true) > usual || usual >= 10)
  }

  @Test func nobodyHasAllThePlaces() {
    let pool = WorkerPool(name: "shared", threads: 1, limit: 8)
    let holds = Monitor(true)
    let done = Mutex(0)
    let isHeld = Monitor(false)
    _ = pool.submit {
      isHeld.change { $0 = true }
      _ = holds.wait { $0 ? nil : true }
    }
    _ = isHeld.wait { $0 ? true : nil }
    let greedy = (0..<4).map { _ in pool.submit(for: 1) { done.withLock { $0 += 1 } } }
    #expect(greedy == [true, true, false, false])
    #expect(pool.submit(for: 2) { done.withLock { $0 += 1 } })
    #expect(pool.submit { done.withLock { $0 += 1 } })
    holds.change { $0 = false }
    pool.stop()
    #expect(done.withLock { $0 } == 4)
    // What was done has given its places back.
    let fresh = WorkerPool(name: "fresh", threads: 1, limit: 4)
    for _ in 0..<50 {
      let isOver = Monitor(false)
      #expect(fresh.submit(for: 1) { isOver.change { $0 = true } })
      _ = isOver.wait { $0 ? true : nil }
    }
    fresh.stop()
  }
}
