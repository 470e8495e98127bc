internal import Telemetry

/// Goes through a tail and chunks in the order of places, and reads a chunk only when its turn
/// has come.
struct RunMerge {
  private struct Source {
    let run: Run
    var index: Int
  }

  private var waiting: ArraySlice<ChunkFacts>
  private var sources: [Source] = []
  private let after: RunPlace
  private let through: RunPlace
  private var newest: RunPlace?

  /// - Parameter chunks: by their first time.
  init(tail: Run, chunks: [ChunkFacts], after: RunPlace, through: RunPlace) {
    waiting = chunks[...]
    self.after = after
    self.through = through
    open(tail)
  }

  private mutating func open(_ run: Run) {
    var start = run.index(of: after)
    if start < run.count && run.entries[start].place == after { start += 1 }
    if start < run.count { sources.append(Source(run: run, index: start)) }
  }

  /// The next position; nil after the last.
  mutating func next<Failure: Error>(
    _ read: (ChunkFacts) throws(Failure) -> Run?
  ) throws(Failure) -> (run: Run, index: Int)? {
    while true {
      var first = firstSource()
      while let facts = waiting.first,
        first.map({ facts.first.time <= place($0).time }) ?? true
      {
        waiting.removeFirst()
        if facts.last > after, let run = try read(facts) { open(run) }
        first = firstSource()
      }
      guard let first else { return nil }
      let found = place(first)
      guard found <= through else { return nil }
      let result = (sources[first].run, sources[first].index)
      sources[first].index += 1
      if sources[first].index == sources[first].run.count { sources.remove(at: first) }
      // Of the copies that a moment of packing leaves in chunk and tail, one is given.
      if found != newest {
        newest = found
        return result
      }
    }
  }

  private func place(_ source: Int) -> RunPlace {
    sources[source].run.entries[sources[source].index].place
  }

  private func firstSource() -> Int? {
    sources.indices.min { place($0) < place($1) }
  }
}
