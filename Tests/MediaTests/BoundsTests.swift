import Ledger
import Media
import Telemetry
import Testing

@Suite struct BoundsTests {
  /// Numbers that no true device sends do nothing, and cost nothing.
  @Test func hostileNumbersDoNothing() throws {
    var material = Material()
    let numbers = [Int.min, -1, 65_536, 1 << 40, Int.max]
    for number in numbers {
      for place in [MediaPiece.Place.offset(number), .part(number)] {
        for isLast in [true, false] {
          var piece = MediaPiece(
            name: "../../etc/passwd\u{0}", place: place, bytes: [1, 2, 3], isLast: isLast)
          piece.size = number
          piece.parts = number
          material.add(piece)
        }
      }
    }
    for number in numbers {
      material.add(
        .announcement(name: String(repeating: "/", count: 9_000), size: number, parts: number))
    }
    material.add(MediaPiece(name: "a", offset: 0, bytes: [], isLast: true))
    let shelf = try Shelf()
    defer { shelf.keep() }
    let store = try shelf.open()
    #expect(try store.apply(material.records) == [])
    // Only an offset within the bounds has left something, which never becomes whole.
    for item in try store.all() {
      #expect(item.state != .complete)
      #expect(item.bytes <= 6)
      #expect(!item.name.contains("/") && !item.name.hasPrefix("."))
    }
    #expect(store.watermark == material.records.last?.token)
  }

  @Test func aWholeHasABound() throws {
    var shelf = try Shelf()
    defer { shelf.keep() }
    shelf.limits.fileBytes = 1_000
    let content = Material.picture(4_000, 1)
    var material = Material()
    for piece in Material.pieces(of: content, 300) { material.add(piece) }
    for piece in Material.pieces(of: content, 300, name: "b.jpg", byPart: true) {
      material.add(piece)
    }
    let store = try shelf.open()
    #expect(try store.apply(material.records) == [])
    #expect(try store.all().map(\.bytes) == [900, 900])
  }

  @Test func theOldestGiveWay() throws {
    var shelf = try Shelf()
    defer { shelf.keep() }
    shelf.limits.deviceBytes = 3_500
    shelf.limits.totalBytes = 6_000
    var material = Material()
    for number in 0..<6 {
      for device in [7, 8] as [Int64] {
        material.add(
          MediaPiece(
            name: "\(number).jpg", offset: 0,
            bytes: Material.picture(996, UInt64(number) + UInt64(device) * 100), isLast: true),
          from: DeviceIdentity(rawValue: device))
      }
    }
    let store = try shelf.open()
    _ = try store.apply(material.records)
    #expect(try store.all().map(\.name) == ["5.jpg", "4.jpg", "3.jpg"])
    #expect(try store.all(DeviceIdentity(rawValue: 8)).count == 3)
    #expect(shelf.contents == 6)
  }

  @Test func openWholesHaveABound() throws {
    var shelf = try Shelf()
    defer { shelf.keep() }
    shelf.limits.openPerDevice = 3
    var material = Material()
    for number in 0..<10 {
      material.add(
        Material.pieces(of: Material.picture(500, UInt64(number)), 100, name: "\(number).jpg")[0])
    }
    let store = try shelf.open()
    _ = try store.apply(material.records)
    let states = try store.all().map(\.state)
    #expect(states.filter { $0 == .open }.count == 3)
    #expect(states.filter { $0 == .incomplete }.count == 7)
  }

  @Test func retentionAndErasure() throws {
    var shelf = try Shelf()
    defer { shelf.keep() }
    shelf.limits.retention = 3_600_000
    var material = Material()
    let shared = Material.picture(500, 1)
    let other = DeviceIdentity(rawValue: 8)
    material.add(MediaPiece(name: "a.jpg", offset: 0, bytes: shared, isLast: true))
    material.add(
      MediaPiece(name: "a.jpg", offset: 0, bytes: shared, isLast: true), from: other, minutes: 90)
    material.add(
      MediaPiece(name: "b.jpg", offset: 0, bytes: Material.picture(500, 2), isLast: true),
      from: other, minutes: 90)
    let store = try shelf.open()
    _ = try store.apply(material.records)
    #expect(shelf.contents == 2)
    try store.tidy(now: Material.start.advanced(byMilliseconds: 2 * 3_600_000))
    #expect(try store.all() == [])
    // The content is the other's too.
    #expect(shelf.contents == 2)
    try store.erase(other)
    #expect(try store.all(other) == [])
    #expect(shelf.contents == 0)
  }
}
