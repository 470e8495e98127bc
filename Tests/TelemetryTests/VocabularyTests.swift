import Telemetry
import Testing

@Suite struct VocabularyTests {
  @Test func codesAreTheLinesOfTheTable() {
    for (index, word) in Vocabulary.words.enumerated() {
      #expect(Int(word.key.code) == index + 1)
    }
    let names = Vocabulary.words.map { $0.key.word + ($0.isFamily ? "*" : "") }
    #expect(Set(names).count == names.count)
  }

  /// A code is on disk for ever: these may never move.
  @Test(arguments: [
    (AttributeKey.index, "index"), (.hdop, "hdop"), (.satellites, "sat"), (.alarm, "alarm"),
    (.engineHours, "hours"), (.power, "power"), (.battery, "battery"), (.ignition, "ignition"),
    (.firmware, "versionFw"), (.result, "result"), (.driverUniqueId, "driverUniqueId"),
    (.temperature(1), "temp1"), (.adc(2), "adc2"), (.io(48), "io48"), (.fuel(1), "fuel1"),
    (.altitude, "altitude"),
  ])
  func membersMatchTheTable(_ key: AttributeKey, _ name: String) {
    #expect(key.name == name)
    #expect(Vocabulary.key(named: name) == key)
    #expect(Vocabulary.key(named: name)?.code == key.code)
    #expect(Vocabulary.word(of: key)?.key.word == key.word)
  }

  @Test func stableCodes() {
    #expect(AttributeKey.alarm.code == 11)
    #expect(AttributeKey.power.code == 24)
    #expect(AttributeKey.temperature(1).code == 72)
    #expect(AttributeKey.altitude.code == Vocabulary.words.count)
  }

  @Test func namesThatAreNotInIt() {
    #expect(Vocabulary.key(named: "relativeCapacity") == nil)
    #expect(Vocabulary.key(named: "temp") == nil)
    #expect(Vocabulary.key(named: "temp01") == nil)
    #expect(Vocabulary.key(named: "temp99999999999") == nil)
    #expect(AttributeKey(text: "batteryCell3") == AttributeKey("batteryCell", 3))
  }
}
