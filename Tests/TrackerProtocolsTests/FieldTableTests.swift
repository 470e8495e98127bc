import Telemetry
import Testing
import Wire

@testable import TrackerProtocols

/// Tables of fields are read to the last line, and read numbers as their lines say.
@Suite struct FieldTableTests {
  private enum Nothing: String { case nothing }

  @Test func everyLineIsOfTheForm() {
    #expect(GalileoTag.all.count == GalileoTag.table.split(separator: "\n").count)
    #expect(NavisFields.flexible.count == NavisFields.table.split(separator: "\n").count)
    #expect(NavisFields.flexible.fields.prefix(255).allSatisfy { $0 != nil })
    let lines = NavisFields.fixedTable.split(separator: "\n").map {
      FieldTable<NavisFields.Special>.columns($0)
    }
    #expect(lines.allSatisfy { $0.count == 4 && NavisFields.Field($0[1...]) != nil })
  }

  /// The lengths of records as the sheet gives them, without the byte of the format.
  @Test(arguments: [(0x25, 85), (0x06, 110)])
  func lengthOfFixedRecords(_ sample: (format: UInt16, bytes: Int)) throws {
    let fields = try #require(NavisFields.fixed(sample.format))
    let sizes = fields.map { if case .fixed(let count) = $0.size { count } else { 0 } }
    #expect(sizes.reduce(0, +) == sample.bytes)
  }

  @Test(arguments: [
    ("u8 *3", "FE", "adc3=254"), ("u8 signed", "FE", "adc=-2"), ("u8 x1000", "02", "adc=2000"),
    ("u8 /10", "0F", "adc=1.5"), ("u8 !FF", "FF", ""), ("u8 <250", "FA", ""),
    ("u8 <250", "F9", "adc=249"), ("u16 signed /20 !8000", "83FF", "adc=-6.25"),
    ("u16 signed /20 !8000", "0080", ""), ("u32 float /2 >=0", "00004841", "adc=6.25"),
    ("u32 float /2 >=0", "000080BF", ""), ("u32 float", "0000C07F", ""),
  ])
  func values(_ sample: (meaning: String, bytes: String, result: String)) throws {
    var words = sample.meaning.split(separator: " ").map(String.init)
    let bits = try #require(Int(words.removeFirst().dropFirst()))
    let field = try #require(
      TableField<Nothing>([["\(bits / 8)"], ["value"], ["adc"] + words][...]))
    guard case .value(let value) = field.meaning else {
      Issue.record("no value")
      return
    }
    var reports = Reports()
    reports.begin()
    let bytes = try #require(HexText.bytes(sample.bytes))
    var reader = FieldReader(bytes.span)
    try value.read(field.name, bytes: bits / 8, &reader, &reports)
    let result = reports.position(at: 0).attributes.map { "\($0.key.name)=\($0.value)" }
    #expect(result.joined() == sample.result)
  }

  @Test(arguments: ["x | v | adc", "0 | v | adc", "1 | v | @what", "1 | v | adc what", "1 | v"])
  func otherLinesAreNone(_ line: String) {
    let columns = FieldTable<Nothing>.columns(line[...])
    #expect(TableField<Nothing>(columns[...]) == nil)
  }
}
