import Telemetry
import Testing

@Suite struct CompactMediaTests {
  private static let time = Timestamp(milliseconds: 1_767_225_600_000)

  private func again(
    _ piece: MediaPiece, _ frame: [UInt8], _ reports: Reports = Reports()
  ) -> (pieces: [MediaPiece], stored: Int) {
    var stored: [UInt8] = []
    for index in reports.records.indices {
      CompactReport.append(reports, record: index, receivedAt: Self.time, to: &stored)
    }
    if let notice = reports.notice {
      CompactReport.append(notice, receivedAt: Self.time, to: &stored)
    }
    let start = stored.count
    CompactMedia.append([piece], frame: frame.span, to: &stored)
    let pieces = CompactMedia.read(
      stored.span, recordCount: reports.records.count, receivedAt: Self.time, frame: frame.span)
    // Whatever is cut off, or written over, nothing traps.
    for count in 0..<stored.count {
      _ = CompactMedia.read(
        stored.span.extracting(0..<count), recordCount: reports.records.count,
        receivedAt: Self.time, frame: frame.span)
      var changed = stored
      changed[count] = 0xFF
      _ = CompactMedia.read(
        changed.span, recordCount: reports.records.count, receivedAt: Self.time,
        frame: frame.span)
    }
    return (pieces, stored.count - start)
  }

  @Test func everyFormOfSourceIsReadAgain() {
    let content = [UInt8](0...255)
    let escapes = ByteEscapes(mark: 0x7D, meanings: [0x7D, 0x7E])
    let escaped = content.flatMap { byte -> [UInt8] in
      byte == 0x7D ? [0x7D, 1] : byte == 0x7E ? [0x7D, 2] : [byte]
    }
    let digits = content.flatMap { byte in
      Array(String(Int(byte) + 256, radix: 16).dropFirst().utf8)
    }
    let cases: [([UInt8], MediaSource)] = [
      ([9, 9] + content + [1], MediaSource(2..<258)),
      ([9] + digits, MediaSource(1..<513, form: .hexadecimal)),
      ([9] + escaped + [7], MediaSource(1..<1 + escaped.count, escapes: escapes)),
      // The escapes were taken out of the whole frame, and the range was counted then.
      ([0x7D, 1, 5] + escaped + [7], MediaSource(2..<258, frameEscapes: escapes)),
    ]
    var reports = Reports()
    reports.begin()
    reports.set(.image, text: "a.jpg")
    for (frame, source) in cases {
      var piece = MediaPiece(
        name: "a.jpg", transfer: "picture 1", place: .part(3), bytes: content, isLast: true,
        size: 4_096, parts: 4, source: source)
      let (pieces, stored) = again(piece, frame, reports)
      #expect(pieces == [piece])
      #expect(stored < 64, "the bytes are stored a second time")
      var noticed = reports
      noticed.notice = DeviceNotice([Attribute(.firmware, .text("1.2"))])
      #expect(again(piece, frame, noticed).pieces == [piece])
      // A source that is wrong costs room, not the picture.
      piece.source?.range = 0..<256
      let (others, inline) = again(piece, frame, reports)
      #expect(others.first?.bytes == content)
      #expect(inline > 256)
    }
  }

  @Test func announcementsAreReadAgain() {
    let piece = MediaPiece.announcement(name: "a.jpg", size: 77, parts: 3)
    #expect(again(piece, [1, 2]).pieces == [piece])
  }
}
