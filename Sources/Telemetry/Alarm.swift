/// What a device raises the alarm about; the raw value is the name in the API.
public enum Alarm: String, Sendable, Hashable, CaseIterable {
  case general, sos, vibration, movement, lowspeed, overspeed, fallDown, lowPower, lowBattery
  case fault, powerOff, powerOn, door, lock, unlock, geofence, geofenceEnter, geofenceExit
  case gpsAntennaCut, accident, tow, idle, highRpm, hardAcceleration, hardBraking, hardCornering
  case laneChange, fatigueDriving, powerCut, powerRestored, jamming, temperature, parking, bonnet
  case footBrake, fuelLeak, tampering, removing
}
