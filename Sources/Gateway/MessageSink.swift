/// Where the gateway's messages go: the ledger, seen from the gateway.
///
/// It is called from the loops' threads.
public protocol MessageSink: Sendable {
  /// Takes a batch over, to make it durable.
  ///
  /// - Parameter completion: is called once, on any thread, when it is known what became of the
  ///   batch. Not before then is any of its messages answered.
  /// - Returns: false if there is no room. The batch is not taken then, `completion` is not
  ///   called, and the gateway stops reading until a later try succeeds.
  func submit(
    _ batch: MessageBatch, completion: @escaping @Sendable (BatchOutcome) -> Void
  ) -> Bool
}

/// What became of a batch.
public enum BatchOutcome: Sendable, Hashable {
  /// Every message is durable. That includes what the sink has set aside because it could not be
  /// stored as it should be: it is answered too, as the device would send it for ever.
  case durable
  /// None is durable. Nothing is answered, and the connections are closed so that the devices
  /// send again.
  case failed
}
