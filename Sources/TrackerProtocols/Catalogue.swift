/// All protocols that the program speaks.
public enum Catalogue {
  /// One line for each protocol, by the alphabet. A test compares it with the folders.
  public static let protocols: [any TrackerProtocol.Type] = [
    ATrack.self,
    GPS103.self,
    GT06.self,
    H02.self,
    JT808.self,
    Meiligao.self,
    Meitrack.self,
    OsmAnd.self,
    PT502.self,
    PT60.self,
    Startek.self,
    TK103.self,
    Totem.self,
    Watch.self,
    Wialon.self,
  ]

  /// The protocol of a name.
  public static func named(_ name: String) -> (any TrackerProtocol.Type)? {
    protocols.first { $0.about.name == name }
  }
}
