internal import Telemetry

/// Which devices the messages of a run of the ledger's sequence numbers are of.
struct SequenceBlock: Sendable {
  /// Numbers of a block.
  static let size: Int64 = 4_096

  private(set) var sequences: [Int64] = []
  private(set) var identities: [Int64] = []

  init() {}

  /// The block that a sequence number belongs to.
  static func number(of sequence: Int64) -> Int64 { sequence / size }

  mutating func add(_ sequence: Int64, _ identity: DeviceIdentity) {
    if let last = sequences.last, sequence <= last {
      let index = index(of: sequence)
      if sequences[index] == sequence { return }
      sequences.insert(sequence, at: index)
      identities.insert(identity.rawValue, at: index)
    } else {
      sequences.append(sequence)
      identities.append(identity.rawValue)
    }
  }

  subscript(sequence: Int64) -> DeviceIdentity? {
    let index = index(of: sequence)
    guard index < sequences.count, sequences[index] == sequence else { return nil }
    return DeviceIdentity(rawValue: identities[index])
  }

  private func index(of sequence: Int64) -> Int {
    var low = 0
    var high = sequences.count
    while low < high {
      let middle = (low + high) / 2
      if sequences[middle] < sequence { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Its stored form.
  var stored: [UInt8] {
    var bytes: [UInt8] = []
    IntegerColumn.append(sequences, to: &bytes)
    IntegerColumn.append(identities, to: &bytes)
    return bytes
  }

  /// A block as it was stored; an empty one if this is something else.
  init(_ stored: Span<UInt8>) {
    var reader = CompactReader(stored)
    let sequences = IntegerColumn.read(&reader, most: Int(Self.size))
    let identities = IntegerColumn.read(&reader, most: Int(Self.size))
    guard !reader.failed, sequences.count == identities.count else { return }
    self.sequences = sequences
    self.identities = identities
  }
}
