extension GT06 {
  /// What a message holds, field by field; the whole of the sheet's chapter 6.
  ///
  ///     type header condition | title | steps | answer
  ///
  /// The header is `s` (78 78), `l` (79 79) or `*` (both). The first row whose condition holds is
  /// taken, so variants stand before the usual form: `len=` is the length field, hexadecimal;
  /// `model=` a family of models. A step is a word that an extension of GT06 reads, or a plain
  /// field in the form that ``GT06Field`` describes. The answer is `R` (short), `L` (long) or `-`.
  static let layoutTable = """
    01 s -           | login | login rest | R
    08 s -           | keep-alive | rest | R
    10 * -           | position | typed G | R
    11 * -           | position with cell | typed G N4 | R
    12 * model=qh302r | position (QH302R) | typed _imei:8 G C3 | R
    12 s len=24      | position (VXT01) | typed G C3 stateVXT power:2/100 rssi:1 _extension:1 | R
    12 s len=2B      | position (S5) | typed G C3 state power:2/100 rssi:1 alarm oil:2 signedTemp \
      odometer:4*10 | R
    12 s len=29      | position (WETRUST) | typed G C3 odometer:4 card anyAlarm cardStatus:1 \
      drivingTime:2 | R
    12 s len=21      | position (BENWAY) | typed G C3 maskBenway | R
    12 s len>=71     | position with card (GT06E) | typed G C3 odometer:4 card _alarm:1 _swiped:1 \
      | R
    12 * -           | position | typed G C3 | R
    1A * -           | address request by phone | typed G | R
    1E * -           | position | typed G | R
    22 s model=nt    | position (NT) | typed _source:1 _imei:8 D G L3 state power:2/100 \
      battery:1/10 rssi:1 alarm _language:1 odometer:3 hours:3*60000 | R
    22 s len=2F      | position (SEEWORLD) | typed G C4 ignition:? _mode:1 _supplementary:1 \
      odometer:4 _travelTime:4 hundredthsTemp humidity:2/100 | R
    22 * -           | position with reason | typed G C3 upload | R
    25 s model=nt    | position with driver (NT) | typed _source:1 _imei:8 D G L4 state \
      power:2/100 battery:1/10 rssi:1 alarm _language:1 odometer:3 hours:3*60000 driverNT | R
    25 * -           | position | typed G | R
    2D * -           | position with reason | typed G C3 upload | R
    31 s len=2A      | position (SL4X) | typed G N4 ignition:? event:1 archive:? odometer:4 \
      altitude | R
    31 * -           | position with reason | typed G C3 upload | R
    37 * -           | position with modules | typed G C3 upload modules37 | R
    17 s len=28      | position with RFID | typed G C3 rfid _validity:1 | R
    A0 * -           | position, 4G | typed G C8 | R
    A2 s len=40      | position (LW4G) | typed G C8 _network:1 state power:2/100 battery rssi:1 \
      alarm _language:1 odometer:4 hours:4*1000 _terminal:8 input:2 | R
    A3 s len=18      | status (SEEWORLD) | typed state _extension:2 _voltageLevel:1 rssi:1 \
      power:1 _language:1 _sound:1 _light:1 steps:4 batteryLevel:1 charge:= motion:= | R
    A3 s len=0C      | status (SEEWORLD) | typed state _extension:2 _voltageLevel:1 rssi:1 \
      power:1 _language:1 | R
    A3 * -           | geofence alarm, 4G | typed G _unknown:1 C8 S | R
    16 s len=24      | alarm (VXT01) | typed G C3 stateVXT power:2/100 rssi:1 _extension:1 | R
    16 s len=26      | alarm (SEEWORLD) | typed G L4 S | R
    16 s len=2D      | alarm with RFID (TRX16I) | typed G L3 state battery rssi:1 alarmTRX \
      _language:1 rfidIfAny | R
    16 * -           | alarm | typed G L3 S | R
    26 * -           | alarm | typed G L3 S | R
    27 * -           | alarm with geofence | typed G L3 SX geofence:1? | R
    32 s len=27      | alarm (SL4X) | typed G LN4 S altitude | R
    32 s len=29      | alarm (SL4X) | typed G LN4 S altitude | R
    32 s -           | alarm | typed G L3 S | R
    39 * -           | alarm with modules | typed G CT SX modules36 | R
    A4 * -           | alarm with geofence, 4G | typed G L8 SX geofence:1? | R
    13 s len=15      | battery report | record _info:1 _satellites:2 _alarm:1 _language:1 \
      batteryLevel:1 _mode:1 _voltage:2 _reserved:1 _workingTimes:2 _workingTime:2 biasedTemp | R
    13 s len=13      | heartbeat (OBD6) | typed obd6 | R
    13 * model=lw    | heartbeat (LW) | typed state battery rssi:1 powerLW | R
    13 * model=seeworld | heartbeat (SEEWORLD) | typed state battery rssi:1 power:1? | R
    13 * model=r11   | heartbeat (R11) | typed state power:2/100 rssi:1 alarm | R
    13 * -           | heartbeat | typed S | R
    19 s len>=17     | alarm with several cells | rest | -
    19 * -           | alarm with cell | typed C3 S | R
    A5 * -           | alarm with cell, 4G | typed C8 S | R
    A7 * -           | address request with cell, 4G | typed C8 | R
    23 s -           | heartbeat | record stateArmed battery:2/100? rssi:1? | R
    36 s len=35      | position with RFID (TRX16I) | record G C4 ignition:? uploadMode:1 \
      archive:? odometer:4 power:2/100 battery:1/10 hours:3*60000 rfidIfAny | R
    36 s -           | heartbeat with modules | typed SX modules36 | R
    17 s -           | access points and cells, stored | record wifiList | own
    69 s -           | access points and cells | record wifiList | own
    F3 s -           | access points | record D wifiF3 | -
    18 s -           | cells and access points | record D cells18 | R
    24 s len=2E      | position (SR411 Mini) | record G C3 ignition:? power:2/100 battery:2/100 | -
    24 s len=31      | cells (WANWAY) | record D cellsWanway | R
    24 s -           | cells | record D cells24 | R
    28 s -           | cells | record D cells24 | R
    2C s -           | cells and access points | record D cells18 | R
    2E s -           | cells | record D cells24 | R
    33 s -           | cells and access points | record D cells33 | R
    34 s len=37      | cells (SL4X) | record D cellsSL4X | R
    A1 s -           | cells, 4G | record D cellsA1 | R
    A2 s -           | cells and access points, 4G | record D cellsA2 | R
    A9 s -           | alarm with cells and access points | record D cellsA9 | R
    61 s -           | position with iButton | record _imei:8 G C4 key | R
    95 s len=0C      | event of a camera | record cameraEvent | R
    95 s starts=FFFF | alarm of a camera (JC400) | record cameraJC400 | R
    95 s -           | alarm of a camera (JC100) | record cameraJC100 | R
    15 s -           | answer | record answer | R
    21 * -           | answer, long | record longAnswer | -
    2A s -           | address request | rest address | own
    8A s -           | time request | rest clock | own
    34 s -           | position (X1) | record _dataAndAlarm:4 G _terminal:2 odometer:4 C4 \
      driverX1 battery:2/100 power:2/100 portsX1 | -
    35 s -           | photo announced (X1) | photo | own
    36 l -           | part of a photo (X1) | photoPart | own
    32 l -           | position (AZ735) | record positionAZ status:1 lengthThenBytes | L
    33 l -           | alarm (AZ735) | record positionAZ alarmAZ lengthThenBytes | L
    38 * -           | position with modules | record G _uploadMode:1 _reupload:1 CT modules37 | -
    40 s -           | battery | record battery40 | R
    41 l -           | part of a picture | media | L
    70 l -           | modules | record modules70 | R
    8C l -           | vehicle values (OBD) | record vehicle | -
    65 l -           | trouble codes | vehicleSkipped | -
    66 l -           | supported values | vehicleSkipped | -
    94 s -           | supply voltage | record power:i2/100 | -
    94 l -           | information | record information | -
    9B l -           | serial data | record serialData | -
    B2 s -           | Bluetooth clock | record D rssi:i1 tagMac:x6 tagUuid:x16 tagMajor:2 \
      tagMinor:2 tagBattery:2/100 clockB2 | R
    F1 l -           | device state | record unixTime itemsF1 | R
    F2 l -           | peripherals | record unixTime itemsF2 | R
    80 * -           | server command | rest | -
    81 * -           | server command | rest | -
    82 * -           | server command | rest | -
    """
}
