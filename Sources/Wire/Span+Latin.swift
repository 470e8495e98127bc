extension Span where Element == UInt8 {
  /// The bytes as text, each the character of its number (ISO 8859-1).
  public var latinString: String {
    var scalars = String.UnicodeScalarView()
    for index in indices { scalars.append(Unicode.Scalar(self[index])) }
    return String(scalars)
  }
}
