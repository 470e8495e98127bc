import Fleet
import Synchronization
import Telemetry
import Timeline
import WebServer

/// Gives an answer to a question about a history, piece by piece, as fast as a client takes it.
final class HistoryReader: Sendable {
  /// How many positions are read at once.
  private static let pieceLength = 500

  private struct State {
    var cursor: TimelineCursor?
    /// How many of the kept positions were given.
    var given = 0
    var count = 0
    var hasBegun = false
    var isComplete = false
  }

  private let timeline: any Timeline
  private let workers: WorkerPool
  private let question: HistoryQuestion
  private let answer: HistoryScan.Answer
  private let format: any PositionFormat
  // Only one piece is asked for at a time; the lock is for the threads that take turns.
  private let state = Mutex(State())

  init(
    _ question: HistoryQuestion, _ answer: HistoryScan.Answer, _ format: any PositionFormat,
    timeline: any Timeline, workers: WorkerPool
  ) {
    self.question = question
    self.answer = answer
    self.format = format
    self.timeline = timeline
    self.workers = workers
  }

  /// Supplies the next piece, from a worker.
  func supply(_ demand: BodyDemand) {
    let isAccepted = workers.submit {
      do throws(TimelineError) {
        if let piece = try self.next() { demand.supply(piece) } else { demand.finish() }
      } catch {
        demand.fail()
      }
    }
    // The client sees an answer that is broken off, and asks again.
    if !isAccepted { demand.fail() }
  }

  /// The next piece, which is not empty; nil behind the last.
  func next() throws(TimelineError) -> [UInt8]? {
    var state = state.withLock { $0 }
    guard !state.isComplete else { return nil }
    var bytes = state.hasBegun ? [] : format.begin(question)
    state.hasBegun = true
    while bytes.isEmpty || state.count == 0, !state.isComplete {
      let positions = try positions(&state)
      if !positions.isEmpty {
        bytes += format.write(positions, question, isFirst: state.count == 0)
        state.count += positions.count
      }
      if state.isComplete { bytes += format.end(question) }
    }
    self.state.withLock { $0 = state }
    return bytes
  }

  private func positions(_ state: inout State) throws(TimelineError) -> [StoredPosition] {
    if case .kept(let kept) = answer {
      let piece = kept[state.given...].prefix(Self.pieceLength)
      state.given += piece.count
      state.isComplete = state.given == kept.count
      return Array(piece)
    }
    let read = try timeline.positions(
      of: question.device.identity, from: question.from, to: question.to, after: state.cursor,
      limit: Self.pieceLength)
    state.cursor = read.last?.cursor ?? state.cursor
    // What has come since the history was looked through does not go beyond the limit.
    let positions = read.filter(isWanted)
      .prefix(HistoryQuestion.mostPositions - state.count)
    state.isComplete =
      read.count < Self.pieceLength
      || state.count + positions.count >= HistoryQuestion.mostPositions
    return Array(positions)
  }

  private func isWanted(_ position: StoredPosition) -> Bool {
    if case .chosen(let chosen) = answer { return chosen.contains(position.id) }
    guard let area = question.area else { return true }
    guard let place = position.location else { return false }
    return area.contains(latitude: place.latitude, longitude: place.longitude)
  }
}
