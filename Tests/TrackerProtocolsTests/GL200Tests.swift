import Telemetry
import Testing
import Wire

@testable import TrackerProtocols

/// What the worked examples of gl200 and its relatives cannot say: the tables, the forms of fields,
/// and which of the three a frame is left to.
@Suite struct GL200Tests {
  @Test func everyLineOfTheTablesIsRead() {
    #expect(GL200Layout.rows(GL200.layoutTable).count == lines(GL200.layoutTable))
    #expect(GL200Model.rows(GL200.modelTable).count == lines(GL200.modelTable))
    for (table, steps) in zip(GL200.tailTable.split(separator: "\n"), GL200.tails) {
      #expect(steps.count == table.split(separator: " ").count)
    }
    #expect(GL200.tails.count == lines(GL200.tailTable))
    for table in [GL200.vehicleTable, GL200.extensionTable] {
      #expect(GL200.vehicleRows(table).count == lines(table))
    }
    let bits = GL200.vehicleRows(GL200.extensionTable).map(\.bit)
    #expect(bits == bits.sorted())
    #expect(GL200.alarms.count == entries(GL200.alarmTable))
    #expect(GL200Model.names.count == entries(GL200.deviceTypes))
    #expect(
      GL200.accessoryTable.split(separator: " ").compactMap { GL200Field($0) }.count
        == GL200.accessoryTable.split(separator: " ").count)
  }

  private func lines(_ table: String) -> Int { table.split(separator: "\n").count }

  private func entries(_ table: String) -> Int {
    table.split { $0 == "\n" || $0 == "|" }.count
  }

  @Test(arguments: [
    ("250C02", "GV*"), ("310603", "GV6*"), ("f10415", "GV350M"), ("8020050704", "GV355CEU"),
    ("80201E0000", "GV30CEU"), ("DC0103", "GV600M*"), ("110100", "GL5*"), ("2D0000", "GV500VC"),
    ("1A0900", "*"), ("ZZ0000", "*"), ("", "*"),
  ])
  func modelsOfVersions(_ sample: (String, String)) {
    #expect(GL200Model.of(version: sample.0.utf8Span.span).pattern == sample.1)
  }

  @Test(arguments: [
    ("d3", "", false), ("d3?", "", true), ("d3", "123", true), ("d3", "1234", false),
    ("n3.1", "4.3", true), ("n3.1", "4", false), ("n3.1", "4.35", false), ("n3.1", ".5", false),
    ("n2.~", "12", true), ("n2.~", "12.5", true), ("n2.~", "-1", false),
    ("s3.6", "-0.123456", true),
    ("s3.6", "0.12345", false), ("s3.6", "--1.123456", false), ("x4", "18d8", true),
    ("x4", "18d", false), ("x", "00600019", true), ("b", "1", true), ("b", "2", false),
    ("-", "", true), ("-", "0", false), ("1", "1", true), ("1", "0", false), ("w17", "A", false),
    ("w1", "a", false), ("c", "01070:43:13", true), ("c", "1070.43", false), ("r", "NaN", true),
    ("r", "nan", false), ("r", "7.3", true), ("t", "", true), ("t", "x", true),
  ])
  func forms(_ sample: (String, String, Bool)) throws {
    let form = try #require(GL200Form(Substring(sample.0)))
    #expect(form.fits(sample.1.utf8Span.span) == sample.2)
  }

  @Test(arguments: ["", "q", "n3.x", "w"])
  func noForm(_ text: String) { #expect(GL200Form(Substring(text)) == nil) }

  @Test(arguments: ["power", ":d", "power:q", "power:d@nothing"])
  func noField(_ text: String) {
    if text == ":d" { return #expect(GL200Field("_:d")?.name == "reserved") }
    #expect(GL200Field(Substring(text)) == nil)
  }

  /// The end decides between gl200 and gl100 where the identifier stands behind the header.
  @Test func theEndDecides() {
    let text = "+RESP:GTTRI,358765040000017,1,0,99,1,0.0,354,18.5,13.377704,52.516275,"
    for (end, name) in [("$", "gl200"), ("\0", "gl100")] {
      let frame = Array((text + "20260102030405,00EE" + end).utf8)
      let names = [GL200.self, GL100.self, GL601.self].compactMap {
        (type: any TrackerProtocol.Type) -> String? in
        if case .yes = type.recognise(frame.span, .open) { return type.about.name }
        return nil
      }
      #expect(names == [name])
    }
  }

  /// Frames of strangers that begin with a sign too.
  @Test(arguments: [
    "2b5250543a001256204c081634280222030201000000", "2b41434b3a001a56202607196244052153495323",
    "2b525243427e1a00c50084434958080028390d0a", "2b444441547e8400c500040130050c",
    "2b313230383430313436", "2b00ffff", "2b00003800fa612610700004", "2b525350ff00fc1fff0064450102",
  ])
  func leftToOthers(_ hex: String) throws {
    let frame = try #require(HexText.bytes(hex))
    for type in [GL200.self, GL100.self, GL601.self] as [any TrackerProtocol.Type] {
      guard case .no = type.recognise(frame.span, .open) else {
        Issue.record("\(type.about.name) takes \(hex)")
        continue
      }
    }
  }
}
