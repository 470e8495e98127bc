/// The stored form of the pieces of media of one frame: it stands behind the frame's records and
/// its notice, and a flag of the message says that it is there.
///
/// The form is never changed, only extended: another one begins with another byte.
public enum CompactMedia {
  /// The byte in front. No stored record begins with it: it would have a time of the device's own
  /// that is that of the fix as well.
  public static let mark: UInt8 = 0x18

  private struct Flags: OptionSet {
    let rawValue: UInt8
    static let isLast = Flags(rawValue: 1)
    static let isAnnouncement = Flags(rawValue: 2)
    static let isPart = Flags(rawValue: 4)
    static let size = Flags(rawValue: 8)
    static let parts = Flags(rawValue: 16)
    /// The bytes follow; otherwise where they stand in the frame.
    static let inline = Flags(rawValue: 32)
    /// The transfer is not called as the whole is, and its name follows.
    static let transfer = Flags(rawValue: 64)
  }

  // MARK: Writing

  /// Appends the pieces of a frame. A source that does not give a piece's bytes is not believed:
  /// then the bytes are stored themselves.
  public static func append(
    _ pieces: [MediaPiece], frame: Span<UInt8>, to output: inout [UInt8]
  ) {
    output.append(mark)
    output.appendVariable(UInt64(pieces.count))
    for piece in pieces { append(piece, frame, to: &output) }
  }

  private static func append(
    _ piece: MediaPiece, _ frame: Span<UInt8>, to output: inout [UInt8]
  ) {
    let source = piece.source.flatMap { $0.bytes(in: frame) == piece.bytes ? $0 : nil }
    var flags: Flags = []
    if piece.isLast { flags.insert(.isLast) }
    if piece.isAnnouncement { flags.insert(.isAnnouncement) }
    if case .part = piece.place { flags.insert(.isPart) }
    if piece.size != nil { flags.insert(.size) }
    if piece.parts != nil { flags.insert(.parts) }
    if source == nil { flags.insert(.inline) }
    if piece.transfer != piece.name { flags.insert(.transfer) }
    output.append(flags.rawValue)
    append(piece.name, to: &output)
    if flags.contains(.transfer) { append(piece.transfer, to: &output) }
    switch piece.place {
    case .offset(let place), .part(let place): output.appendVariable(Int64(place))
    }
    if let size = piece.size { output.appendVariable(Int64(size)) }
    if let parts = piece.parts { output.appendVariable(Int64(parts)) }
    if let source {
      append(source, to: &output)
    } else {
      output.appendVariable(UInt64(piece.bytes.count))
      output.append(contentsOf: piece.bytes)
    }
  }

  private static func append(_ text: String, to output: inout [UInt8]) {
    output.appendVariable(UInt64(text.utf8.count))
    output.append(contentsOf: text.utf8)
  }

  private static func append(_ source: MediaSource, to output: inout [UInt8]) {
    output.appendVariable(UInt64(source.range.lowerBound))
    output.appendVariable(UInt64(source.range.count))
    output.append(source.form.rawValue)
    for escapes in [source.escapes, source.frameEscapes] {
      let meanings = escapes?.meanings ?? []
      output.appendVariable(UInt64(meanings.count))
      if let escapes, !meanings.isEmpty {
        output.append(escapes.mark)
        output.append(contentsOf: meanings)
      }
    }
  }

  // MARK: Reading

  /// Reads the pieces behind the records of a frame and its notice.
  ///
  /// - Parameters:
  ///   - reports: the stored records with the pieces behind them.
  ///   - recordCount: how many records there are.
  ///   - frame: the frame as received.
  /// - Returns: the pieces that can be read; those of a form that is not known are none.
  public static func read(
    _ reports: Span<UInt8>, recordCount: Int, receivedAt: Timestamp, frame: Span<UInt8>
  ) -> [MediaPiece] {
    var offset = 0
    for _ in 0..<recordCount {
      guard CompactReport.read(reports, at: &offset, receivedAt: receivedAt) != nil else {
        return []
      }
    }
    if offset < reports.count, reports[offset] != mark {
      // The notice, which is a record that does not count.
      guard CompactReport.read(reports, at: &offset, receivedAt: receivedAt) != nil else {
        return []
      }
    }
    var reader = CompactReader(reports, offset)
    guard reader.byte() == mark else { return [] }
    var pieces: [MediaPiece] = []
    for _ in 0..<min(reader.count(), Reports.mostRecords) {
      let piece = read(&reader, frame)
      guard !reader.failed else { break }
      if let piece { pieces.append(piece) }
    }
    return pieces
  }

  /// Reads one piece; nil if the frame does not have its bytes.
  private static func read(_ reader: inout CompactReader, _ frame: Span<UInt8>) -> MediaPiece? {
    let flags = Flags(rawValue: reader.byte())
    let name = reader.text()
    let transfer = flags.contains(.transfer) ? reader.text() : name
    let place = Int(truncatingIfNeeded: reader.signed())
    var piece = MediaPiece(
      name: name, transfer: transfer,
      place: flags.contains(.isPart) ? .part(place) : .offset(place), bytes: [],
      isLast: flags.contains(.isLast))
    piece.isAnnouncement = flags.contains(.isAnnouncement)
    if flags.contains(.size) { piece.size = Int(truncatingIfNeeded: reader.signed()) }
    if flags.contains(.parts) { piece.parts = Int(truncatingIfNeeded: reader.signed()) }
    if flags.contains(.inline) {
      piece.bytes = reader.bytes(reader.count())
      return piece
    }
    guard let source = source(&reader), let bytes = source.bytes(in: frame) else { return nil }
    piece.source = source
    piece.bytes = bytes
    return piece
  }

  private static func source(_ reader: inout CompactReader) -> MediaSource? {
    let start = reader.unsigned()
    let count = reader.unsigned()
    let form = MediaSource.Form(rawValue: reader.byte())
    let escapes = escapes(&reader)
    let frameEscapes = Self.escapes(&reader)
    // No frame is near this long, and the sum is safe.
    guard let form, start < 1 << 32, count < 1 << 32, !reader.failed else { return nil }
    return MediaSource(
      Int(start)..<Int(start + count), form: form, escapes: escapes, frameEscapes: frameEscapes)
  }

  private static func escapes(_ reader: inout CompactReader) -> ByteEscapes? {
    let count = reader.count()
    guard count > 0 else { return nil }
    let mark = reader.byte()
    return ByteEscapes(mark: mark, meanings: reader.bytes(count))
  }
}
