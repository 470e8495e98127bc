/// All protocols that the program speaks.
public enum Catalogue {
  /// One line for each protocol, by the alphabet. A test compares it with the folders.
  public static let protocols: [any TrackerProtocol.Type] = [
    GPS103.self,
    GT06.self,
    Galileo.self,
    H02.self,
    JT600.self,
    JT808.self,
    Meiligao.self,
    Meitrack.self,
    Navis.self,
    OsmAnd.self,
    PT502.self,
    PT60.self,
    Startek.self,
    Suntech.self,
    T800X.self,
    Teltonika.self,
    Watch.self,
    Wialon.self,
  ]

  /// The protocol of a name.
  public static func named(_ name: String) -> (any TrackerProtocol.Type)? {
    protocols.first { $0.about.name == name }
  }
}
