import Ledger
import Platform
import Testing

@testable import whereabouts

/// What the server's log says of the ledger.
@Suite struct StoreWatchTests {
  /// Which seconds of some minutes have a line, with the free bytes of 1,000 in each.
  private func seconds(_ count: Int, free: (Int) -> Int64) -> [Int] {
    var watch = StoreWatch()
    var statistics = LedgerStatistics()
    return (0..<count).filter { second in
      statistics.space = DiskSpace(total: 1_000, free: free(second))
      return !watch.lines(statistics, folder: "data").isEmpty
    }
  }

  @Test func littleRoomIsToldOnceAMinuteAndAtOnceWhenItIsWorse() {
    #expect(seconds(200) { _ in 101 } == [])
    #expect(seconds(130) { _ in 100 } == [0, 60, 120])
    #expect(seconds(130) { $0 < 20 ? 90 : 50 } == [0, 20, 80])
    // Going to and fro at the border is no reason to fill the log.
    #expect(seconds(130) { $0.isMultiple(of: 2) ? 100 : 101 } == [0, 60, 120])
  }

  @Test func whatWasSetAsideIsToldOnce() {
    var watch = StoreWatch()
    var statistics = LedgerStatistics()
    let told = ([0, 2, 2, 3] as [Int64]).map { setAside in
      statistics.setAside = setAside
      return watch.lines(statistics, folder: "data").joined()
    }
    #expect(told.map { $0.prefix(2) } == ["", "2 ", "", "1 "])
  }

  @Test func damageIsToldOnceAndTroubleOnceAMinute() {
    var watch = StoreWatch()
    var statistics = LedgerStatistics()
    statistics.damage = "message 7 cannot be read"
    statistics.trouble = "the disk fails"
    var lines = watch.lines(statistics, folder: "data")
    #expect(lines.count == 2)
    for _ in 1..<100 { lines += watch.lines(statistics, folder: "data") }
    #expect(lines.count { $0.contains("message 7") } == 1)
    #expect(lines.count { $0.contains("the disk fails") } == 2)
  }
}
