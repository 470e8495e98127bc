import TestKit

/// The random numbers of a schedule, which its seed repeats.
public struct Generator: RandomNumberGenerator, Sendable {
  private var numbers: SeededGenerator

  /// The same seed gives the same numbers.
  public init(seed: UInt64) { numbers = SeededGenerator(seed &* 0x2545_F491_4F6C_DD1D) }

  /// The next number.
  public mutating func next() -> UInt64 { numbers.next() }

  /// True once in so many times.
  public mutating func once(in count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }
}
