import Wire

// A place as two protocols of one maker send it: digits in half bytes, degrees and minutes.
extension FieldReader {
  /// Reads a latitude without its hemisphere: eight digits, four of them decimals of minutes.
  mutating func packedLatitude() throws(DecodeError) -> Double {
    let start = offset
    let latitude = DegreesAndMinutes.degrees(
      try packedDecimal("latitude", bytes: 4), decimals: 4)
    guard let latitude, latitude <= 90 else {
      throw DecodeError(.invalid, field: "latitude", at: start)
    }
    note(degrees: latitude)
    return latitude
  }

  /// Reads a longitude without its hemisphere, nine digits, and the word of five bytes whose lowest
  /// four bits are flags.
  mutating func packedLongitude() throws(DecodeError) -> (degrees: Double, word: UInt64) {
    let start = offset
    let word = try unsigned("longitude and flags", bytes: 5)
    let longitude = DegreesAndMinutes.degrees(
      try packedDecimal("longitude", of: word, 4..<40), decimals: 4)
    guard let longitude, longitude <= 180 else {
      throw DecodeError(.invalid, field: "longitude", at: start)
    }
    note(degrees: longitude)
    return (longitude, word)
  }
}
