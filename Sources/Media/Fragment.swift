internal import Ledger
internal import Telemetry

/// A piece as it came with a message, with numbers that can be relied on.
struct Fragment: Sendable {
  /// Pieces have a number or offset below this.
  static let mostParts = 65_536

  let name: String
  let transfer: String
  let isPart: Bool
  let place: Int
  var bytes: [UInt8]
  let isLast: Bool
  let isAnnouncement: Bool
  let size: Int?
  let parts: Int?
  /// Whether the frame's checksum held.
  let isSound: Bool

  /// - Returns: nil if the piece has no place within the bounds, whatever the device claims.
  init?(_ piece: MediaPiece, isSound: Bool, _ limits: MediaLimits) {
    switch piece.place {
    case .offset(let offset):
      guard offset >= 0, offset <= limits.fileBytes,
        piece.bytes.count <= limits.fileBytes - offset
      else { return nil }
      (isPart, place) = (false, offset)
    case .part(let part):
      guard part >= 0, part < Self.mostParts, piece.bytes.count <= limits.fileBytes else {
        return nil
      }
      (isPart, place) = (true, part)
    }
    guard piece.isAnnouncement || isPart || !piece.bytes.isEmpty else { return nil }
    name = MediaName.safe(piece.name)
    transfer = String(decoding: piece.transfer.utf8.prefix(MediaName.longest), as: UTF8.self)
    bytes = piece.isAnnouncement ? [] : piece.bytes
    isLast = piece.isLast
    isAnnouncement = piece.isAnnouncement
    size = piece.size.flatMap { $0 > 0 ? $0 : nil }
    parts = piece.parts.flatMap { $0 > 0 && $0 <= Self.mostParts ? $0 : nil }
    self.isSound = isSound
  }

  /// Behind its last byte, or the number behind its own.
  var end: Int { isPart ? place + 1 : place + bytes.count }
}
