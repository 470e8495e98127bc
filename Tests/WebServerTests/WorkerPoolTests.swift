import Foundation
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
}
