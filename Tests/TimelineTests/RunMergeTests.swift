import Telemetry
import Testing

@testable import Timeline

/// Chunks and tail as one history.
@Suite struct RunMergeTests {
  private func entry(_ time: Int64, _ id: Int64) -> RunEntry {
    RunEntry(
      time: time, key: 0, id: id, receivedAt: time, start: 0, length: 0, flags: [],
      protocolIndex: 0, hasLocation: false, isValid: false)
  }

  private func run(_ times: some Sequence<Int64>) -> Run {
    var run = Run()
    for time in times { _ = run.insert(entry(time, time * 10), protocolName: "alpha", report: []) }
    return run
  }

  private func facts(_ run: Run, _ id: Int64) -> ChunkFacts {
    ChunkFacts(
      id: id, identity: DeviceIdentity(rawValue: 7), isApart: false, span: 1, tier: 0, run: run,
      range: 0..<run.count)
  }

  @Test func whatIsInBothForAMomentIsGivenOnce() {
    let both = run(0..<10)
    let chunk = facts(both, 1)
    var merge = RunMerge(
      tail: both, chunks: [chunk, chunk], after: RunPlace(time: 2, key: 0),
      through: RunPlace(time: 8, key: 0))
    var times: [Int64] = []
    while let (run, index) = merge.next({ _ in both }) { times.append(run.entries[index].time) }
    #expect(times == [3, 4, 5, 6, 7, 8])
  }

  @Test func aChunkIsReadOnlyWhenItsTurnHasCome() {
    let runs = [run(0..<5), run([3, 20]), run(100..<105)]
    let chunks = runs.enumerated().map { facts($1, Int64($0)) }
    var read: [Int64] = []
    var merge = RunMerge(
      tail: run([4, 30, 101]), chunks: chunks, after: RunPlace(time: .min, key: 0),
      through: RunPlace(time: .max, key: 0))
    func next() -> Int64? {
      merge.next { facts in
        read.append(facts.id)
        return runs[Int(facts.id)]
      }.map { $0.run.entries[$0.index].time }
    }
    #expect((0..<8).map { _ in next() } == [0, 1, 2, 3, 4, 20, 30, 100])
    #expect(read == [0, 1, 2])
    merge = RunMerge(
      tail: Run(), chunks: chunks, after: RunPlace(time: .min, key: 0),
      through: RunPlace(time: .max, key: 0))
    read = []
    #expect((0..<3).map { _ in next() } == [0, 1, 2])
    #expect(read == [0])
  }

  @Test func ofTwoCopiesTheOneThatWasLearnedFirstStays() {
    let early = run(0..<4)
    var late = Run()
    for time in Int64(2)..<6 {
      _ = late.insert(entry(time, time * 10 + 5), protocolName: "beta", report: [])
    }
    for merged in [early.merged(with: late), late.merged(with: early)] {
      #expect(merged.entries.map(\.id) == [0, 10, 20, 30, 45, 55])
      #expect(
        merged.entries.map { merged.protocols[Int($0.protocolIndex)] }.suffix(2) == [
          "beta", "beta",
        ])
    }
  }

  @Test func daysAndMonthsAreNumberedWithoutOverlap() {
    for text: (Int, Int, Int) in [(2000, 1, 1), (2024, 2, 29), (2026, 12, 31), (2027, 1, 1)] {
      let time = CivilTime(year: text.0, month: text.1, day: text.2, hour: 23).timestamp
      let month = ChunkSpan.month(of: time.milliseconds)
      let day = ChunkSpan.day(of: time.milliseconds)
      #expect(ChunkSpan.isDay(day) && !ChunkSpan.isDay(month))
      #expect(ChunkSpan.month(ofSpan: day) == month && ChunkSpan.month(ofSpan: month) == month)
      let times = ChunkSpan.times(ofMonth: month)
      #expect(times.contains(time.milliseconds))
      #expect(ChunkSpan.month(of: times.lowerBound) == month)
      #expect(ChunkSpan.month(of: times.upperBound) == month)
      #expect(ChunkSpan.month(of: times.lowerBound - 1) == month - 2)
      #expect(ChunkSpan.month(of: times.upperBound + 1) == month + 2)
    }
  }
}
