import TestKit
import Testing

@testable import API

@Suite struct TrackSimplificationTests {
  /// A way east with a second between points and a bend to the north in the middle.
  private func bend(_ count: Int) -> [TrackPoint] {
    (0..<count).map { index in
      let beyond = max(index - count / 2, 0)
      return TrackPoint(
        id: Int64(index), time: Int64(index) * 1_000, latitude: 48 + Double(beyond) / 1_000,
        longitude: 11 + Double(index - beyond) / 1_000)
    }
  }

  @Test func cornersStayAndStraightWaysGo() {
    let track = bend(101)
    #expect(TrackSimplification.choose(track, most: 3) == [0, 50, 100])
    #expect(TrackSimplification.choose(track, most: 2) == [0, 100])
    #expect(TrackSimplification.choose(track, most: 101).count == 101)
    #expect(TrackSimplification.choose(track, most: 40).count == 40)
    #expect(TrackSimplification.choose([], most: 2).isEmpty)
    #expect(TrackSimplification.choose(Array(track.prefix(1)), most: 2) == [0])
  }

  @Test func alarmsAndEndsOfStopsStay() {
    var track = bend(300)
    track[77].isAlarm = true
    // Five minutes at one place on the way.
    for index in 100..<110 {
      track[index].latitude = track[100].latitude
      track[index].longitude = track[100].longitude
    }
    for index in 109..<300 { track[index].time += 300_000 }
    let chosen = TrackSimplification.choose(track, most: 8)
    #expect(chosen.count == 8)
    for id in [0, 77, 109, 150, 299] as [Int64] { #expect(chosen.contains(id), "\(id)") }
    // Where there are more alarms than room, the shape decides.
    for index in track.indices { track[index].isAlarm = true }
    #expect(TrackSimplification.choose(track, most: 8).count == 8)
    #expect(TrackSimplification.choose(track, most: 8).contains(150))
  }

  @Test func aTrackAcrossTheDateLineIsOneWay() {
    var track = bend(101)
    for index in track.indices {
      track[index].longitude += 168.96
      if track[index].longitude > 180 { track[index].longitude -= 360 }
    }
    #expect(TrackSimplification.choose(track, most: 3) == [0, 50, 100])
  }

  /// Whatever the points are, as many stay as there is room for, in order, with both ends.
  @Test func anyTrackKeepsItsBounds() {
    var generator = SeededGenerator(7)
    for round in 0..<20 {
      let track = (0..<500).map { index in
        TrackPoint(
          id: Int64(index), time: Int64(index) * 10_000,
          latitude: Double.random(in: -90...90, using: &generator) / Double(round + 1),
          longitude: Double.random(in: -180...180, using: &generator) / Double(round + 1),
          isAlarm: Int.random(in: 0..<50, using: &generator) == 0)
      }
      let chosen = TrackSimplification.choose(track, most: 60)
      #expect(chosen.count == 60)
      #expect(chosen == chosen.sorted())
      #expect(chosen.first == 0 && chosen.last == 499)
    }
  }

  /// A hundred thousand points, of a device that stands still or that moves like nothing on earth.
  @Test(arguments: [true, false])
  func longTracksAreDoneSoon(isStill: Bool) {
    var generator = SeededGenerator(9)
    let track = (0..<100_000).map { index in
      TrackPoint(
        id: Int64(index), time: Int64(index),
        latitude: isStill ? 48 : Double.random(in: 40...50, using: &generator),
        longitude: isStill ? 11 : Double.random(in: 10...20, using: &generator))
    }
    var chosen: [Int64] = []
    let taken = processorTime { chosen = TrackSimplification.choose(track, most: 1_000) }
    #expect(chosen.count == 1_000)
    #expect(taken < .seconds(20))
  }
}
