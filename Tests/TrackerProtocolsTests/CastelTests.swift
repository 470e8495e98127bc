import Telemetry
import Testing
import Wire

@testable import TrackerProtocols

/// What the worked examples of castel and eelink cannot say: their tables, and frames of strangers.
@Suite struct CastelTests {
  @Test func everyLineOfTheTablesIsRead() {
    #expect(
      CastelLayout.rows(Castel.layoutTable).count
        == Castel.layoutTable.split(separator: "\n").count)
    for table in [Castel.valueTable, Castel.alarmTable, Eelink.alarmTable] {
      #expect(
        Castel.entries(table).count == table.split { $0 == "\n" || $0 == "|" }.count)
    }
    #expect(Castel.alarms.count == Castel.entries(Castel.alarmTable).count)
    #expect(Eelink.alarms.count == Castel.entries(Eelink.alarmTable).count)
  }

  @Test func sizesOfValues() {
    #expect(Castel.sizes.filter { $0 == 1 }.count == 34)
    #expect(Castel.sizes[0x0C] == 2)
    #expect(Castel.sizes[0xA6] == 4)
    #expect(Castel.sizes[0x99] == 0)
    for value in Castel.values { #expect(Castel.sizes[Int(value.parameter)] > 0) }
  }

  /// Frames of strangers that begin alike.
  @Test(arguments: [
    "404000413130303031313132", "2424001112345678901234", "24248000260358765040000017",
    "4040290004ff31334550", "40402900043231330032", "24240300", "4040ffff04323133",
  ])
  func leftToOthers(_ hex: String) throws {
    let frame = try #require(HexText.bytes(hex))
    guard case .no = Castel.recognise(frame.span, .open) else {
      Issue.record("castel takes \(hex)")
      return
    }
  }

  @Test(arguments: ["6768", "676700", "676720", "454d", "454c0003", "454c0027e753fa52", "67670100"])
  func noEelink(_ hex: String) throws {
    let frame = try #require(HexText.bytes(hex))
    guard case .no = Eelink.recognise(frame.span, StreamState.datagram) else {
      Issue.record("eelink takes \(hex)")
      return
    }
  }
}
