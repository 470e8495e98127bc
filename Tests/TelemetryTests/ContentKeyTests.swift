import Telemetry
import Testing

@Suite struct ContentKeyTests {
  private let receivedAt = Timestamp(milliseconds: 1_767_323_045_000)

  private func record(_ change: (inout Position) -> Void = { _ in }) -> Position {
    var position = Position(
      fixTime: receivedAt, deviceTime: receivedAt,
      location: Location(latitude: 52.5, longitude: 13.4, isValid: true),
      attributes: [
        Attribute(.event, .integer(1)), Attribute(.rssi, .integer(20)),
        Attribute(.archive, .boolean(false)), Attribute(.index, .integer(7)),
      ])
    change(&position)
    return position
  }

  private func key(
    _ position: Position, at offset: Int64 = 0, identifier: Int64 = 256
  ) -> ContentKey {
    ContentKey(
      position, protocolName: "startek", receivedAt: receivedAt.advanced(byMilliseconds: offset),
      identifier: identifier)
  }

  @Test func aResendHasTheSameKey() {
    let again = record { position in
      position.attributes[1].value = .integer(9)
      position.attributes[2].value = .boolean(true)
      position.attributes[3].value = .integer(8)
    }
    #expect(key(record()) == key(again, at: 3_600_000, identifier: 9_216))
  }

  @Test func anotherMeasurementHasAnotherKey() {
    let keys = [
      key(record()),
      key(record { $0.attributes[0].value = .integer(2) }),
      key(record { $0.location?.latitude += 0.000_001 }),
      key(record { $0.deviceTime = $0.deviceTime?.advanced(byMilliseconds: 1_000) }),
      key(record { $0.location = nil }),
      key(record { $0.attributes.append(Attribute(.alarm, .text("sos"))) }),
      key(record { $0.attributes.append(Attribute(.driverUniqueId, .text("00A1"))) }),
      ContentKey(record(), protocolName: "gt06", receivedAt: receivedAt, identifier: 256),
    ]
    #expect(Set(keys).count == keys.count)
  }

  @Test func withoutATimeOfItsOwnTheReceiptCounts() {
    let beat = Position(attributes: [Attribute(.type, .integer(19))])
    #expect(key(beat) != key(beat, at: 30_000))
    // Of two in one millisecond too, and read again each has the key that it had.
    #expect(key(beat) != key(beat, identifier: 257))
    #expect(key(beat, identifier: 257) == key(beat, identifier: 257))
  }

  /// Keys are stored, so their values may never change.
  @Test func valuesAreForEver() {
    #expect(key(Position()).rawValue == key(Position()).rawValue)
    #expect(String(key(record()).rawValue, radix: 16) == "9eaea4cfc3828ee6")
  }
}
