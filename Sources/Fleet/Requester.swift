/// Who asks for something to be done.
public enum Requester: Sendable, Hashable {
  /// Somebody with access to the machine: the command line, or the program itself. May do
  /// everything.
  case machine
  /// A user who has signed in.
  case user(Int64)
}
