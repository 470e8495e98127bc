import Telemetry

extension Eelink {
  static let about = About(
    name: "eelink",
    title: "Eelink TK115, TK116, TK119, TK319, TPT02, GOT08, GOT10, K9, W188",
    transports: [.tcp, .udp],
    firstBytes: [0x45, 0x67],
    longestFrame: longestFrame,
    identifiesEveryMessage: false,
    commands: [.custom, .positionSingle, .engineStop, .engineResume, .rebootDevice],
    sources: [
      "Eelink communication protocol 1.8 and 2.0",
      "recorded traffic of these models",
    ],
    models: """
      Eelink | TK115, TK116, TK119 | vehicles; the relay has opposite sense in 1.8 and 2.0
      Eelink | TK319 | vehicles; position as text with `DateTime:`
      Eelink | TPT02, GOT08, GOT10, K9, W188 | people and pets: steps, access points
      Eelink | D series, OBD | values of the vehicle
      Eelink | loggers | temperature, humidity, light, carbon dioxide; tags
      """,
    notes: """
      On a stream only the login gives the identifier; in a datagram the header does. The text
      `SET,branch,1#` is said to switch a unit to protocol 2.0.

      Every packet but 02 and 81 is answered, with its own sequence number, or the unit repeats it.
      A datagram's packets are answered one by one, each answer a datagram of its own with the
      unit's identifier. A packet of a datagram that cannot be read is not answered; the others are.
      A command for a unit that sends datagrams is one too.
      """,
    examples: examples,
    simulation: "position: Position with cells and access points")
}
