import Fleet
import Telemetry
import Timeline

/// Looks through a history before it is answered, so that a question that is too big is refused
/// with a sentence instead of answered with a part.
///
/// A short answer is kept; for a long one only what it will consist of, and it is read again while
/// it is sent. So a slow reader of many positions holds no memory.
struct HistoryScan: Sendable {
  /// The most positions that are kept until they are sent.
  static let mostKept = 5_000
  /// The most positions that are looked at to find those in an area.
  private static let mostLookedAt = 1_000_000
  /// The most corners of areas that are looked at.
  private static let mostCorners = 100_000_000
  /// The most points of a track that is simplified.
  private static let mostPoints = 250_000
  /// How many positions are read at once.
  private static let pieceLength = 2_000

  /// What an answer consists of.
  enum Answer: Sendable {
    /// These.
    case kept([StoredPosition])
    /// All that fit the question.
    case all
    /// Those with these numbers.
    case chosen(Set<Int64>)
  }

  private let question: HistoryQuestion
  private var kept: [StoredPosition] = []
  private var track: [TrackPoint] = []
  private var count = 0
  private var lookedAt = 0
  private var corners = 0

  /// What a question is answered with; reads the history once.
  ///
  /// - Throws: 400 if it asks for too much.
  static func answer(
    to question: HistoryQuestion, from timeline: any Timeline
  ) throws(Problem) -> Answer {
    var scan = HistoryScan(question: question)
    var cursor: TimelineCursor?
    while true {
      let piece: [StoredPosition]
      do throws(TimelineError) {
        piece = try timeline.positions(
          of: question.device.identity, from: question.from, to: question.to, after: cursor,
          limit: pieceLength)
      } catch {
        throw Problem(error)
      }
      for position in piece { try scan.look(at: position) }
      guard piece.count == pieceLength else { return scan.answer }
      cursor = piece.last?.cursor
    }
  }

  private init(question: HistoryQuestion) { self.question = question }

  private mutating func look(at position: StoredPosition) throws(Problem) {
    lookedAt += 1
    guard lookedAt <= Self.mostLookedAt else { throw tooMany(Self.mostLookedAt) }
    if let area = question.area {
      guard let place = position.location else { return }
      if area.mayContain(latitude: place.latitude, longitude: place.longitude) {
        corners += area.corners
        guard corners <= Self.mostCorners else {
          throw Problem(
            400, "This geofence has too many corners for so many positions. Ask for less time.")
        }
      }
      guard area.contains(latitude: place.latitude, longitude: place.longitude) else { return }
    }
    count += 1
    if question.mostPoints == nil, count > HistoryQuestion.mostPositions {
      throw tooMany(HistoryQuestion.mostPositions)
    }
    if count <= Self.mostKept { kept.append(position) } else { kept = [] }
    guard question.mostPoints != nil, let point = TrackPoint(position) else { return }
    guard track.count < Self.mostPoints else { throw tooMany(Self.mostPoints) }
    track.append(point)
  }

  private func tooMany(_ most: Int) -> Problem {
    let advice =
      question.mostPoints == nil
      ? "Ask for less time, or for a simplified track with maxPoints." : "Ask for less time."
    return Problem(
      400,
      "There are more than \(most) positions of the device \(question.device.name) in this time. "
        + advice)
  }

  private var answer: Answer {
    let whole: Answer = count <= Self.mostKept ? .kept(kept) : .all
    guard let most = question.mostPoints, count > most else { return whole }
    let chosen = Set(TrackSimplification.choose(track, most: most))
    guard case .kept(let positions) = whole else { return .chosen(chosen) }
    return .kept(positions.filter { chosen.contains($0.id) })
  }
}
