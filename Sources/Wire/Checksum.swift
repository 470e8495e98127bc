/// The checksums that trackers use. Names and parameters follow the catalogue of parametrised CRC
/// algorithms by G. Cook.
public enum Checksum {
  /// The low byte of the sum of all bytes.
  public static func sum8(_ bytes: Span<UInt8>) -> UInt8 {
    var sum: UInt8 = 0
    for index in bytes.indices { sum = sum &+ bytes[index] }
    return sum
  }

  /// All bytes combined by exclusive or.
  public static func xor8(_ bytes: Span<UInt8>) -> UInt8 {
    var sum: UInt8 = 0
    for index in bytes.indices { sum ^= bytes[index] }
    return sum
  }

  /// CRC-16/X-25 (also called CRC-ITU): polynomial 1021 reflected, start FFFF, inverted.
  public static func x25(_ bytes: Span<UInt8>) -> UInt16 {
    var crc: UInt16 = 0xFFFF
    for index in bytes.indices {
      crc = crc >> 8 ^ x25Table[Int((crc ^ UInt16(bytes[index])) & 0xFF)]
    }
    return ~crc
  }

  private static let x25Table: [UInt16] = reflectedTable(0x8408)

  /// The table of a reflected 16-bit CRC for each value of a byte.
  private static func reflectedTable(_ polynomial: UInt16) -> [UInt16] {
    (0..<256).map { value in
      (0..<8).reduce(UInt16(value)) { crc, _ in
        crc & 1 == 1 ? crc >> 1 ^ polynomial : crc >> 1
      }
    }
  }
}

extension Checksum {
  /// CRC-16/IBM-3740 (also called CRC-16/CCITT-FALSE): polynomial 1021, start FFFF, not reflected.
  public static func ccittFalse(_ bytes: Span<UInt8>) -> UInt16 {
    var crc: UInt16 = 0xFFFF
    for index in bytes.indices {
      crc = crc << 8 ^ ccittTable[Int(crc >> 8 ^ UInt16(bytes[index]))]
    }
    return crc
  }

  /// The table of the polynomial 1021 for each value of a byte, most significant bit first.
  private static let ccittTable: [UInt16] = (0..<256).map { value in
    (0..<8).reduce(UInt16(value) << 8) { crc, _ in
      crc & 0x8000 == 0 ? crc << 1 : crc << 1 ^ 0x1021
    }
  }
}

extension Checksum {
  /// CRC-16/ARC: polynomial 8005 reflected, start 0.
  public static func arc(_ bytes: Span<UInt8>) -> UInt16 {
    var crc: UInt16 = 0
    for index in bytes.indices {
      crc = crc >> 8 ^ arcTable[Int((crc ^ UInt16(bytes[index])) & 0xFF)]
    }
    return crc
  }

  /// CRC-16/KERMIT: polynomial 1021 reflected, start 0.
  ///
  /// - Parameter before: the sum of the bytes in front of these.
  public static func kermit(_ bytes: Span<UInt8>, after before: UInt16 = 0) -> UInt16 {
    var crc = before
    for index in bytes.indices {
      crc = crc >> 8 ^ x25Table[Int((crc ^ UInt16(bytes[index])) & 0xFF)]
    }
    return crc
  }

  private static let arcTable: [UInt16] = reflectedTable(0xA001)
}

extension Checksum {
  /// CRC-16/MODBUS: polynomial 8005 reflected, start FFFF.
  public static func modbus(_ bytes: Span<UInt8>) -> UInt16 {
    var crc: UInt16 = 0xFFFF
    for index in bytes.indices {
      crc = crc >> 8 ^ arcTable[Int((crc ^ UInt16(bytes[index])) & 0xFF)]
    }
    return crc
  }
}

extension Checksum {
  /// CRC-8/NRSC-5: polynomial 31, start FF, neither reflected nor inverted.
  public static func nrsc5(_ bytes: Span<UInt8>) -> UInt8 {
    var crc: UInt8 = 0xFF
    for index in bytes.indices { crc = table31[Int(crc ^ bytes[index])] }
    return crc
  }

  /// The table of the polynomial 31 for each value of a byte, most significant bit first.
  private static let table31: [UInt8] = (0..<256).map { value in
    (0..<8).reduce(UInt8(value)) { crc, _ in crc & 0x80 == 0 ? crc << 1 : crc << 1 ^ 0x31 }
  }
}

extension Checksum {
  /// A sum of 16 bits that is turned left by one bit before each byte is added, from 0.
  public static func turningSum(_ bytes: Span<UInt8>) -> UInt16 {
    var sum: UInt16 = 0
    for index in bytes.indices { sum = (sum << 1 | sum >> 15) &+ UInt16(bytes[index]) }
    return sum
  }
}
