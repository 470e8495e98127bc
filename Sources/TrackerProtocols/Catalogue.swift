/// All protocols that the program speaks.
public enum Catalogue {
  /// One line for each protocol, by the alphabet. A test compares it with the folders.
  public static let protocols: [any TrackerProtocol.Type] = [
    ATrack.self,
    BCE.self,
    CalAmp.self,
    Castel.self,
    Cellocator.self,
    Eelink.self,
    GL100.self,
    GL200.self,
    GL601.self,
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
    Ruptela.self,
    Starlink.self,
    Startek.self,
    Suntech.self,
    T800X.self,
    TK103.self,
    Teltonika.self,
    Totem.self,
    Watch.self,
    Wialon.self,
  ]

  /// The protocol of a name.
  public static func named(_ name: String) -> (any TrackerProtocol.Type)? {
    protocols.first { $0.about.name == name }
  }
}
