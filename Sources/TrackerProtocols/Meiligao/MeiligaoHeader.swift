import Wire

/// What stands in front of the data of a packet: `$$`, length, identifier, command.
struct MeiligaoHeader {
  enum Result {
    case no(Int, String)
    case more
    case header(MeiligaoHeader)
  }

  /// The length of the whole packet as the packet says it; some send zero over UDP.
  let length: Int
  /// The command.
  let command: UInt16

  /// Start 2, length 2, identifier 7, command 2.
  static let dataStart = 13
  /// A packet without data: checksum 2, CR LF 2 besides.
  static let shortest = 17

  /// Looks at the first bytes of a stranger. All that are there are judged, so that frames of
  /// others that begin alike are refused early.
  static func read(_ bytes: Span<UInt8>) -> Result {
    if let refusal = refusal(bytes) { return refusal }
    guard bytes.count >= dataStart else { return .more }
    let header = MeiligaoHeader(
      length: Int(bytes.bigEndian16(at: 2)), command: bytes.bigEndian16(at: 11))
    guard MeiligaoMessage(rawValue: header.command) != nil || header.isAnswer else {
      return .no(11, "a command that a unit sends")
    }
    return .header(header)
  }

  private static func refusal(_ bytes: Span<UInt8>) -> Result? {
    for index in 0..<min(bytes.count, 2) where bytes[index] != UInt8(ascii: "$") {
      return .no(index, "'$$'")
    }
    guard bytes.count > 2 else { return nil }
    guard bytes[2] <= 4 else { return .no(2, "a length of two bytes, the first at most 04") }
    // Digits, then padding: castel has a version and text here, gator text.
    var padded = false
    for index in 8..<22 where index / 2 < bytes.count {
      let byte = bytes[index / 2]
      let nibble = index % 2 == 0 ? byte >> 4 : byte & 15
      if nibble == 15, index > 8 {
        padded = true
      } else if nibble > 9 || padded {
        return .no(index / 2, "an identifier of decimal digits, padded with F")
      }
    }
    return nil
  }

  /// Whether the packet answers a command of the server.
  var isAnswer: Bool {
    switch command {
    case MeiligaoMessage.login.rawValue: false
    case 0x4000...0x5FFF, 0x9001...0x9015: true
    default: false
    }
  }

  /// Whether CR LF stands in front of a place.
  static func ends(_ bytes: Span<UInt8>, at total: Int) -> Bool {
    total >= shortest && bytes.starts(with: "\r\n", at: total &- 2)
  }

  /// Whether the checksum of a packet that takes so many bytes holds.
  static func checksumHolds(_ bytes: Span<UInt8>, total: Int) -> Bool {
    guard total >= shortest, total <= bytes.count else { return false }
    let sum = Checksum.ccittFalse(bytes.extracting(0..<total &- 4))
    return sum == bytes.bigEndian16(at: total &- 4)
  }
}

/// The messages of a unit, besides its answers to commands.
enum MeiligaoMessage: UInt16 {
  case heartbeat = 0x0001
  case serverAddress = 0x0002
  case pictureOffer = 0x0800
  case pictureEnd = 0x0F80
  case login = 0x5000
  case buffered = 0x6688
  case logged = 0x9016
  case vehicle = 0x9901
  case vehicleTotals = 0x9902
  case troubleCodes = 0x9903
  case position = 0x9955
  case cards = 0x9966
  case picturePosition = 0x9977
  case picturePart = 0x9988
  case alarm = 0x9999

  /// What it is, in words.
  var title: String {
    switch self {
    case .heartbeat: "heartbeat"
    case .serverAddress: "asks for the server's address"
    case .pictureOffer: "a picture is there"
    case .pictureEnd: "the picture is complete"
    case .login: "login"
    case .buffered: "stored positions"
    case .logged: "logged position"
    case .vehicle: "values of the vehicle"
    case .vehicleTotals: "totals of the vehicle"
    case .troubleCodes: "trouble codes"
    case .position: "position"
    case .cards: "cards"
    case .picturePosition: "position of a picture"
    case .picturePart: "part of a picture"
    case .alarm: "alarm"
    }
  }
}
