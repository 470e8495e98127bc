import Testing
import Wire

/// A reader cannot leave its bytes, so each test reads first and compares then.
@Suite struct FieldReaderTests {
  @Test func numbersInBothOrders() throws {
    let bytes: [UInt8] = [0x01, 0x02, 0x03, 0xFF, 0xFE, 0x12, 0x34]
    var reader = FieldReader(bytes.span)
    let big = try reader.u16("big")
    let byte = try reader.u8("byte")
    let negative = try reader.i16("negative")
    let little = try reader.u16("little", .little)
    let remaining = reader.remaining
    #expect((big, byte, negative) == (0x0102, 3, -2))
    #expect((little, remaining) == (0x3412, 0))
  }

  @Test func fractionsInBothOrders() throws {
    let bytes: [UInt8] = [0x3F, 0xA0, 0, 0, 0, 0, 0xA0, 0xBF, 0x7F, 0xC0, 0, 0]
    var reader = FieldReader(bytes.span)
    let big = try reader.float32("big", .big)
    let little = try reader.float32("little", .little)
    let none = try reader.float32("none", .big)
    #expect((big, little) == (1.25, -1.25))
    #expect(none.isNaN)
  }

  @Test(arguments: [4, -1, Int.max, Int.min])
  func nothingIsReadPastTheEnd(_ count: Int) {
    let bytes: [UInt8] = [1, 2, 3]
    var reader = FieldReader(bytes.span)
    var failure: DecodeError?
    do throws(DecodeError) {
      try reader.skip("field", count)
    } catch {
      failure = error
    }
    let offset = reader.offset
    #expect(failure == DecodeError(.truncated, field: "field", at: 0))
    #expect(offset == 0)
  }

  @Test func trailersAndPartsAreViewsOnTheSameFrame() throws {
    let bytes: [UInt8] = [1, 2, 3, 4, 5, 6]
    var reader = FieldReader(bytes.span)
    var trailer = try reader.trailer("end", 2)
    let end = try trailer.u16("end")
    var part = try reader.part("part", 3)
    let first = try part.u8("first")
    let left = part.remaining
    let last = try reader.u8("last")
    let isAtEnd = reader.isAtEnd
    #expect((end, first, left, last) == (0x0506, 1, 2, 4))
    #expect(isAtEnd)
  }

  @Test func fieldsOfText() throws {
    let bytes = Array("A,,-7,1F|20,tail".utf8)
    var reader = FieldReader(bytes.span)
    let letter = reader.text("letter").string
    let empty = try reader.integer("empty")
    let number = try reader.integer("number")
    var group = reader.group("group")
    let one = try group.hexadecimal("one", to: UInt8(ascii: "|"))
    let two = try group.hexadecimal("two", to: UInt8(ascii: "|"))
    let isAtEnd = group.isAtEnd
    let tail = reader.textRest("tail").string
    #expect((letter, tail) == ("A", "tail"))
    #expect(empty == nil && number == -7)
    #expect(one == 0x1F && two == 0x20 && isAtEnd)
  }

  @Test(arguments: [
    "0", "-0", "7", "-12", "+5", "007", "-", "+", ".", "-.", "5.", ".5", "-.5", "1.5", "1..5",
    "1-2", "--1", "12a", " 1", "123456789012345", "1234567890123456", "-9223372036854775808",
    "9223372036854775807", "9223372036854775808", "0.123456789012345", "12345.6789012345678", "",
  ])
  func aFieldIsReadAsItsTextAlone(_ text: String) {
    for separator in [UInt8(ascii: ","), UInt8(ascii: "|")] {
      let bytes = Array(text.utf8) + [separator] + Array("9".utf8)
      var integers = FieldReader(bytes.span)
      var decimals = FieldReader(bytes.span)
      let integer = try? integers.integer("number", to: separator)
      let decimal = try? decimals.decimal("number", to: separator)
      let alone = Array(text.utf8)
      #expect((integer ?? nil) == TextNumber.integer(alone.span))
      #expect((decimal ?? nil)?.bitPattern == TextNumber.decimal(alone.span)?.bitPattern)
      let ends = [integers.offset, decimals.offset]
      #expect(ends == [alone.count + 1, alone.count + 1])
    }
  }

  @Test func aSeparatorMayBeAPartOfNumbers() throws {
    let bytes = Array("12-3.4.5".utf8)
    var frame = FieldReader(bytes.span)
    let integer = try frame.integer("number", to: UInt8(ascii: "-"))
    let decimal = try frame.decimal("number", to: UInt8(ascii: "."))
    let hexadecimal = try frame.hexadecimal("number", to: UInt8(ascii: "."))
    let empty = try frame.hexadecimal("number", to: UInt8(ascii: "5"))
    let isAtEnd = frame.isAtEnd
    #expect(integer == 12 && decimal == 3 && hexadecimal == 4)
    #expect(empty == nil && isAtEnd)
  }

  @Test func aTraceSeesEveryByteAndEveryBit() throws {
    let bytes: [UInt8] = [0xA5, 0x01, 0x02, 0x03]
    let trace = FieldTrace()
    var reader = FieldReader(bytes.span, trace: trace)
    let flags = try reader.u8("flags")
    let top = reader.bit("top", of: flags, 7)
    let low = reader.bits("low", of: flags, 0..<4)
    try reader.skip("middle", 1)
    reader.note("means nothing")
    #expect(top && low == 5)
    #expect(trace.marks.map(\.name) == ["flags", "top", "low", "middle"])
    #expect(trace.marks.last?.meaning == "means nothing")
    #expect(trace.unclaimed(in: 4) == [2..<4])
  }

  @Test func packedDecimals() throws {
    let bytes: [UInt8] = [0x03, 0x58, 0x76, 0x50, 0x40, 0x00, 0x00, 0x17, 0x1A]
    var reader = FieldReader(bytes.span)
    let digits = try reader.digits("imei", bytes: 8)
    var failure: DecodeError?
    do throws(DecodeError) {
      _ = try reader.packedDecimal("none", bytes: 1)
    } catch {
      failure = error
    }
    #expect(digits == "0358765040000017")
    #expect(failure == DecodeError(.invalid, field: "none", at: 8))
  }
}
