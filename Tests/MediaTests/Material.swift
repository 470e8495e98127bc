import Ledger
import Media
import Telemetry
import TestKit

/// A ledger as far as the media's consumer sees it, and what stands in it.
struct Material {
  static let device = DeviceIdentity(rawValue: 7)
  static let start = Timestamp(milliseconds: 1_767_225_600_000)

  private(set) var records: [LedgerRecord] = []

  /// Adds a message with a piece; by default its bytes stand in the frame behind three others.
  mutating func add(
    _ piece: MediaPiece, from identity: DeviceIdentity = device, flags: LedgerFlags = [],
    minutes: Int64 = 0
  ) {
    var piece = piece
    let raw: [UInt8] = [1, 2, 3] + piece.bytes + [4]
    piece.source = MediaSource(3..<3 + piece.bytes.count)
    var reports: [UInt8] = []
    CompactMedia.append([piece], frame: raw.span, to: &reports)
    let sequence = Int64(records.count + 1)
    records.append(
      LedgerRecord(
        sequence: sequence,
        receivedAt: Self.start.advanced(byMilliseconds: minutes * 60_000 + sequence),
        identity: identity, protocolName: "acme", flags: flags.union(.media), recordCount: 0,
        raw: raw, reports: reports))
  }

  /// A picture with a true beginning and any bytes behind it.
  static func picture(_ count: Int, _ seed: UInt64) -> [UInt8] {
    var random = SeededGenerator(seed)
    return [0xFF, 0xD8, 0xFF, 0xE0]
      + (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  /// The pieces of a whole by their offsets.
  static func pieces(
    of content: [UInt8], _ length: Int, name: String = "media.jpg", byPart: Bool = false,
    says: Bool = true
  ) -> [MediaPiece] {
    let count = (content.count + length - 1) / length
    return (0..<count).map { part in
      let start = part * length
      let bytes = Array(content[start..<min(start + length, content.count)])
      return MediaPiece(
        name: name, place: byPart ? .part(part) : .offset(start), bytes: bytes,
        isLast: part == count - 1, size: says && !byPart ? content.count : nil,
        parts: says && byPart ? count : nil)
    }
  }
}

/// A store in a folder of its own.
struct Shelf {
  let folder: TemporaryFolder
  var limits = MediaLimits()

  init() throws { folder = try TemporaryFolder() }

  func open() throws -> MediaStore {
    try MediaStore(file: folder.path("media.sqlite"), folder: folder.path("media"), limits: limits)
  }

  /// Does nothing: the folder goes with the last use of the shelf, and this is one.
  func keep() {}

  /// How many contents there are.
  var contents: Int {
    guard
      let all = try? StoredMedia.inspect(
        file: folder.path("media.sqlite"), folder: folder.path("media"), isInUse: true)
    else { return -1 }
    return all.faults.isEmpty ? all.contents : -1
  }
}

extension MediaStore {
  func all(_ identity: DeviceIdentity = Material.device) throws -> [MediaItem] {
    try items(of: identity, limit: 1_000)
  }

  func bytes(_ item: MediaItem) throws -> [UInt8] {
    guard let hash = item.hash else { return try content(ofOpen: item) }
    var bytes: [UInt8] = []
    while true {
      let piece = try content(hash, from: bytes.count)
      if piece.isEmpty { return bytes }
      bytes += piece
    }
  }
}
