import Telemetry
import Testing

@Suite struct ReportsTests {
  @Test func attributesBelongToTheCurrentRecordAndAreOverwritten() {
    var reports = Reports()
    reports.set(.power, 1.0)
    reports.begin()
    reports.set(.power, 12.5)
    reports.set(.power, 12.6)
    reports.begin()
    reports.set(.power, 3.5)
    reports.set(.result, text: "done")
    #expect(reports.positions.map { $0[.power] } == [.number(12.6), .number(3.5)])
    #expect(reports.positions.map { $0[.result] } == [nil, .text("done")])
  }

  @Test func alarmsAddUpInOrder() {
    var reports = Reports()
    reports.begin()
    reports.raise(.sos)
    reports.set(.result, text: "between")
    reports.raise(.powerCut)
    reports.raise(.door)
    #expect(reports.positions.first?[.alarm] == .text("sos,powerCut,door"))
    #expect(reports.positions.first?[.result] == .text("between"))
  }

  @Test func aDiscardedRecordLeavesNothing() {
    var reports = Reports()
    reports.begin()
    reports.set(.event, 1)
    reports.begin()
    reports.set(.event, 2)
    reports.add(WiFiAccessPoint(address: 1))
    reports.discardCurrent()
    #expect(reports.positions.map { $0[.event] } == [.integer(1)])
    #expect(reports.positions.allSatisfy { $0.network.isEmpty })
  }

  @Test func equalCellsCountOnce() {
    var reports = Reports()
    reports.begin()
    let cell = CellTower(
      mobileCountryCode: 262, mobileNetworkCode: 1, locationAreaCode: 7, cellIdentifier: 9)
    reports.add(cell)
    reports.add(cell)
    #expect(reports.positions.first?.network.cellTowers == [cell])
  }

  @Test func aValueIsReplacedAlsoWhereTheRecordBecameCurrentAgain() {
    var reports = Reports()
    reports.begin()
    reports.set(.power, 12)
    reports.begin()
    reports.set(.battery, 4)
    reports.discardCurrent()
    reports.set(.power, 13)
    #expect(reports.recordCount == 1)
    #expect(reports.positions.map(\.attributes) == [[Attribute(.power, .integer(13))]])
    reports.discardCurrent()
    reports.set(.power, 14)
    #expect(reports.records.isEmpty && !reports.has(.power))
  }

  /// More words than the record's memory of what it has can tell apart.
  @Test func everyWordIsSetOnceWhateverItsCode() {
    var reports = Reports()
    reports.begin()
    for value in 0..<2 {
      for word in Vocabulary.words { reports.set(word.key, value) }
    }
    let expected = Vocabulary.words.map { Attribute($0.key, .integer(1)) }
    #expect(reports.position(at: 0).attributes == expected)
  }

  @Test func boundsHold() {
    var reports = Reports()
    for _ in 0..<Reports.mostRecords + 5 { reports.begin() }
    #expect(reports.recordCount == Reports.mostRecords)
    let long = String(repeating: "x", count: Reports.mostText + 1)
    reports.set(.result, text: long)
    reports.reply { $0.append(contentsOf: long.utf8) }
    #expect(reports.replyCount == 0)
    #expect(!reports.has(.result))
  }

  @Test func whatFindsNoRoomIsTold() {
    var reports = Reports()
    for _ in 0..<Reports.mostRecords { reports.begin() }
    #expect(reports.overflow == nil)
    reports.begin()
    #expect(reports.overflow == "records")
    reports.removeAll()
    #expect(reports.overflow == nil)
    for number in 0...Reports.mostItems {
      // Few for each record, because equal ones are looked for.
      if number % 32 == 0 { reports.begin() }
      reports.add(WiFiAccessPoint(address: UInt64(number)))
    }
    #expect(reports.overflow == "access points")
  }

  @Test func anotherFrameHasRoomForOtherWords() {
    var reports = Reports()
    reports.begin()
    for number in 0...Reports.mostOwnWords {
      reports.set(AttributeKey(text: "own\(Self.letters(number))"), 1)
    }
    #expect(reports.overflow == "attributes")
    reports.removeAll()
    reports.begin()
    reports.set("another", 7)
    #expect(reports.positions.first?["another"] == .integer(7))
  }

  /// A number without digits, which would be taken off the word.
  private static func letters(_ number: Int) -> String {
    String(String(number, radix: 2).map { $0 == "0" ? "a" : "b" })
  }

  @Test func repliesStayApart() {
    var reports = Reports()
    reports.reply { $0 += [1, 2] }
    reports.reply { _ in }
    reports.reply { $0 += [3] }
    #expect(reports.replyCount == 2)
    #expect(Array(reports.reply(at: 0)) == [1, 2])
    #expect(Array(reports.reply(at: 1)) == [3])
    reports.removeAll()
    #expect(reports.replyCount == 0 && reports.replies.isEmpty)
  }
}
