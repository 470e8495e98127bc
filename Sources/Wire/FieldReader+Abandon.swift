extension FieldReader {
  /// Gives up what is left of this reader, from the field on that could not be read, and says why.
  ///
  /// For parts of a frame that cost no other part when they are broken.
  public mutating func abandon(_ name: String, after error: DecodeError) {
    let start = min(max(error.offset, 0), offset)
    offset = end
    guard let trace, start < end else { return }
    trace.mark(name, start..<end, .bytes)
    trace.explain("\(error)")
  }
}
