import Ledger
import Media
import Telemetry
import TestKit
import Testing

@Suite struct AssemblyTests {
  /// Any order, every piece once or twice, the list handed over in any cuts with a new start in
  /// between: one picture, with the bytes that were sent.
  @Test(arguments: 0..<24) func anyOrderGivesTheSame(seed: Int) throws {
    var random = SeededGenerator(UInt64(seed))
    let content = Material.picture(Int.random(in: 1...5_000, using: &random), UInt64(seed) + 100)
    var pieces = Material.pieces(
      of: content, Int.random(in: 100...900, using: &random), byPart: seed % 2 == 0,
      says: seed % 3 != 0)
    pieces += pieces.filter { _ in Bool.random(using: &random) }
    pieces.shuffle(using: &random)
    var material = Material()
    for piece in pieces { material.add(piece) }

    let shelf = try Shelf()
    defer { shelf.keep() }
    var store = try shelf.open()
    var place = 0
    while place < material.records.count {
      let next = min(place + Int.random(in: 1...4, using: &random), material.records.count)
      // What was handed over before may come again.
      let from = Int.random(in: 0...place, using: &random)
      _ = try store.apply(Array(material.records[from..<next]))
      place = next
      if Bool.random(using: &random) { store = try shelf.open() }
    }
    let items = try store.all()
    #expect(items.count == 1)
    let item = try #require(items.first)
    #expect(item.state == .complete)
    #expect(item.type == .jpeg)
    #expect(try store.bytes(item) == content)
    #expect(store.watermark == material.records.last?.token)
    #expect(shelf.contents == 1)
  }

  /// After a break a device may cut the rest in another way.
  @Test func otherLengthsOverlap() throws {
    let content = Material.picture(3_000, 1)
    var pieces = Material.pieces(of: content, 700)
    pieces.removeSubrange(2...3)
    var material = Material()
    for piece in pieces + Material.pieces(of: content, 450).shuffled() { material.add(piece) }
    let shelf = try Shelf()
    defer { shelf.keep() }
    let store = try shelf.open()
    let finished = try store.apply(material.records)
    #expect(finished.map(\.state) == [.complete])
    #expect(try store.bytes(finished[0]) == content)
  }

  /// Devices that give every picture the same name.
  @Test func theNextOfTheSameNameIsAnother() throws {
    let contents = (0..<3).map { Material.picture(1_000, UInt64($0)) }
    var material = Material()
    for content in contents {
      material.add(.announcement(name: "media.jpg", parts: 6))
      for piece in Material.pieces(of: content, 200, byPart: true) { material.add(piece) }
    }
    // The answer to the last piece was lost.
    material.add(Material.pieces(of: contents[2], 200, byPart: true)[5])
    let shelf = try Shelf()
    defer { shelf.keep() }
    let store = try shelf.open()
    let finished = try store.apply(material.records)
    #expect(try finished.map(store.bytes) == contents)
    // Each is found by the number of the message that completed it, and by later ones.
    for (index, item) in finished.enumerated() {
      let name = try #require(MediaName(item.file))
      #expect(try store.item(of: Material.device, named: name) == item, "\(index)")
    }
    let later = MediaName(sequence: finished[0].sequence + 1, name: "media.jpg")
    #expect(try store.item(of: Material.device, named: later)?.id == finished[0].id)
    #expect(try store.all().count == 3)
  }

  /// A whole that comes again is the same.
  @Test func aWholeThatComesAgainIsStoredOnce() throws {
    let content = Material.picture(500, 3)
    var material = Material()
    for _ in 0..<3 {
      material.add(MediaPiece(name: "media.jpg", offset: 0, bytes: content, isLast: true))
    }
    material.add(.announcement(name: "media.jpg", size: content.count))
    for piece in Material.pieces(of: content, 100) { material.add(piece) }
    let shelf = try Shelf()
    defer { shelf.keep() }
    let store = try shelf.open()
    #expect(try store.apply(material.records).count == 1)
    #expect(try store.all().count == 1)
  }

  /// What is cut off is shown as far as it came, and gives way to the whole when that comes.
  @Test func anIncompletePictureIsShown() throws {
    let content = Material.picture(1_000, 4)
    let pieces = Material.pieces(of: content, 100)
    var material = Material()
    for piece in pieces.prefix(6) { material.add(piece) }
    let shelf = try Shelf()
    defer { shelf.keep() }
    var store = try shelf.open()
    _ = try store.apply(material.records)
    var item = try #require(try store.all().first)
    #expect(item.state == .open && item.type == .jpeg && item.bytes == 600)
    #expect(try store.bytes(item) == Array(content.prefix(600)))

    try store.tidy(now: Material.start.advanced(byMilliseconds: 49 * 3_600_000))
    store = try shelf.open()
    item = try #require(try store.all().first)
    #expect(item.state == .incomplete)
    #expect(try store.bytes(item) == Array(content.prefix(600)))

    let before = material.records.count
    for piece in pieces { material.add(piece, minutes: 3_000) }
    _ = try store.apply(Array(material.records[before...]))
    let items = try store.all()
    #expect(items.map(\.state) == [.complete])
    #expect(try store.bytes(items[0]) == content)
    #expect(shelf.contents == 1)
  }

  @Test func aGapIsZero() throws {
    let content = Material.picture(1_000, 5)
    var pieces = Material.pieces(of: content, 100, byPart: true)
    pieces.removeSubrange(3...4)
    var material = Material()
    for piece in pieces { material.add(piece) }
    let shelf = try Shelf()
    defer { shelf.keep() }
    let store = try shelf.open()
    _ = try store.apply(material.records)
    var expected = content
    for index in 300..<500 { expected[index] = 0 }
    #expect(try store.bytes(store.all()[0]) == expected)
  }

  /// A piece whose frame is damaged stands only until a sound one comes.
  @Test func aSoundPieceReplacesADamagedOne() throws {
    let content = Material.picture(300, 6)
    let pieces = Material.pieces(of: content, 100)
    var damaged = pieces[1]
    damaged.bytes[5] ^= 0x10
    var lying = pieces[2]
    lying.size = 77
    var material = Material()
    material.add(pieces[0])
    material.add(damaged, flags: .checksumFailed)
    material.add(lying, flags: .checksumFailed)
    for piece in pieces[1...] { material.add(piece) }
    let shelf = try Shelf()
    defer { shelf.keep() }
    let store = try shelf.open()
    let finished = try store.apply(material.records)
    #expect(try finished.map(store.bytes) == [content])
    #expect(try store.all().count == 1)
  }

  /// Somebody else who speaks for a device spoils no picture of it.
  @Test func unconfirmedSendersAreApart() throws {
    let content = Material.picture(300, 7)
    let pieces = Material.pieces(of: content, 100)
    var material = Material()
    material.add(pieces[0])
    material.add(
      MediaPiece(name: "media.jpg", offset: 0, bytes: [9, 9], isLast: false), flags: .unconfirmed)
    for piece in pieces.dropFirst() { material.add(piece) }
    let shelf = try Shelf()
    defer { shelf.keep() }
    let store = try shelf.open()
    #expect(try store.apply(material.records).map(\.isUnconfirmed) == [false])
    #expect(try store.all().count == 2)
  }
}
