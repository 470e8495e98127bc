/// What an erasure has removed from a ledger.
public struct LedgerErasure: Sendable, Hashable {
  /// Every message up to here was looked at; what came later was not.
  public var through = LedgerToken.start
  /// How many messages of the devices were removed.
  public var messages: Int64 = 0
  /// How many messages were removed that did not say who sent them, because they came by a
  /// connection of the devices.
  public var unidentified: Int64 = 0
  /// How many of their messages were removed of those that had been set aside.
  public var setAside: Int64 = 0
  /// How many files were written anew.
  public var files = 0
  /// What may still hold bytes of the devices, and why, for people; empty if all is gone.
  public var leftovers: [String] = []

  /// Of an erasure that found nothing.
  public init() {}
}
