/// Conversions between the units of the wire and ours; each is used once, at the edge.
///
/// Inside, speed is in knots (as the API gives it), length in metres, voltage in volts,
/// temperature in degrees Celsius, and time in milliseconds since 1970 UTC.
public enum Units {
  /// Knots from kilometres per hour (1 knot is 1.852 km/h by definition).
  public static func knots(kilometresPerHour: Double) -> Double { kilometresPerHour / 1.852 }

  /// Kilometres per hour from knots.
  public static func kilometresPerHour(knots: Double) -> Double { knots * 1.852 }

  /// Knots from metres per second.
  public static func knots(metresPerSecond: Double) -> Double { metresPerSecond * 3.6 / 1.852 }

  /// Knots from statute miles per hour (1 mile is 1,609.344 m).
  public static func knots(milesPerHour: Double) -> Double { milesPerHour * 1.609344 / 1.852 }

  /// Metres from international feet (0.3048 m).
  public static func metres(feet: Double) -> Double { feet * 0.3048 }

  /// Metres from statute miles (1,609.344 m).
  public static func metres(miles: Double) -> Double { miles * 1_609.344 }

  /// Degrees Celsius from degrees Fahrenheit.
  public static func celsius(fahrenheit: Double) -> Double { (fahrenheit - 32) * 5 / 9 }
}
