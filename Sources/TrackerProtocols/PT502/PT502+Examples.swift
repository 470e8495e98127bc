extension PT502 {
  static let examples = #"""
    # Position of a vehicle
    | $POS,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//\r\n
    ? Sheet A2
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0 odometer=62792900 battery=15 rssi=6 sat=5

    # Personal unit: four inputs, one output, no analogue input
    | $POS,358765040000017,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/0000,0//232300//5b3/\r\n
    ? Sheet A2
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + input=0 output=0 odometer=232300 battery=5 rssi=11 sat=3

    # South and west, mark # and line feed
    | $POS,40000001712,030405.000,A,3352.1292,S,7039.6738,W,19.44,271.50,020126,,/00000,10000/1f,0,0,0/500//fd4//#\n
    ? Sheet A6
    @ 40000001712
    = 2026-01-02T03:04:05Z valid -33.86882 -70.66123 speed 19.44 course 271.5
    + input=0 output=16 adc1=31 adc2=0 adc3=0 adc4=0 odometer=500 battery=15 rssi=13 sat=4

    # Last place again, speed and course empty
    | $POS,40000001712,030405.000,V,5230.9765,N,01322.6622,E,,,020126,,,N/00000,00000/0/1677600/\r\n
    ? Sheet A2
    @ 40000001712
    = 2026-01-02T03:04:05Z invalid 52.516275 13.377703
    + input=0 output=0 adc1=0 odometer=1677600

    # Driver, extension
    | $POS,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/0,0,0,0/250161300/0004A1B2C3/fd7/1,2a/\r\n
    ? Sheet A2
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + input=2 output=0 adc1=0 adc2=0 adc3=0 adc4=0 odometer=250161300
    + driverUniqueId="0004A1B2C3" battery=15 rssi=13 sat=7

    # Old firmware ends with the odometer
    | $POS,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/0/5360872\r\n
    ? Sheet A6
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + input=2 output=0 adc1=0 odometer=5360872

    # The oldest form ends with the date
    | $POS,10000,030405.000,V,5230.9765,N,01322.6622,E,0.0,0.0,020126\r\n
    ? Sheet A2
    @ 10000
    = 2026-01-02T03:04:05Z invalid 52.516275 13.377703

    # No fix since it was switched on
    | $POS,7210285832,030405.000,V,,,,,,,020126,,,N/00000,00000/6/0/\r\n
    ? Sheet A6
    @ 7210285832

    # Alarm: SOS
    | $IN1,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//\r\n
    ? Sheet A3, A6
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + alarm="sos" type="IN1" input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0 odometer=62792900
    + battery=15 rssi=6 sat=5

    # Alarm: fence
    | $GOF,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//\r\n
    ? Sheet A3, A6
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + alarm="geofence" type="GOF" input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0
    + odometer=62792900 battery=15 rssi=6 sat=5

    # Alarm: towed
    | $TOW,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//\r\n
    ? Sheet A3, A6
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + alarm="tow" type="TOW" input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0 odometer=62792900
    + battery=15 rssi=6 sat=5

    # Alarm: harsh acceleration
    | $HDA,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//\r\n
    ? Sheet A3, A6
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + alarm="hardAcceleration" type="HDA" input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0
    + odometer=62792900 battery=15 rssi=6 sat=5

    # Alarm: harsh braking
    | $HDB,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//\r\n
    ? Sheet A3, A6
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + alarm="hardBraking" type="HDB" input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0
    + odometer=62792900 battery=15 rssi=6 sat=5

    # Alarm: fatigue
    | $FDA,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//\r\n
    ? Sheet A3, A6
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + alarm="fatigueDriving" type="FDA" input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0
    + odometer=62792900 battery=15 rssi=6 sat=5

    # Alarm: shaken
    | $SKA,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//\r\n
    ? Sheet A3, A6
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + alarm="vibration" type="SKA" input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0
    + odometer=62792900 battery=15 rssi=6 sat=5

    # Alarm: moved
    | $PMA,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//\r\n
    ? Sheet A3, A6
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + alarm="movement" type="PMA" input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0
    + odometer=62792900 battery=15 rssi=6 sat=5

    # Alarm: power cut
    | $CPA,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//\r\n
    ? Sheet A3, A6
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + alarm="powerCut" type="CPA" input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0
    + odometer=62792900 battery=15 rssi=6 sat=5

    # Alarm: too fast
    | $SPD,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//\r\n
    ? Sheet A3, A6
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + alarm="overspeed" type="SPD" input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0
    + odometer=62792900 battery=15 rssi=6 sat=5

    # Alarm: fence, the other name
    | $GEO,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//\r\n
    ? Sheet A3, A6
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + alarm="geofence" type="GEO" input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0
    + odometer=62792900 battery=15 rssi=6 sat=5

    # Alarm: external power low
    | $MLA,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//\r\n
    ? Sheet A3, A6
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + alarm="lowPower" type="MLA" input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0
    + odometer=62792900 battery=15 rssi=6 sat=5

    # Alarm: battery low
    | $LPA,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//\r\n
    ? Sheet A3, A6
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + alarm="lowBattery" type="LPA" input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0
    + odometer=62792900 battery=15 rssi=6 sat=5

    # Input 2 changed
    | $IN2,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//\r\n
    ? Sheet A3
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + type="IN2" input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0 odometer=62792900 battery=15
    + rssi=6 sat=5

    # Report of the driver
    | $DFR,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//\r\n
    ? Sheet A3
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + type="DFR" input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0 odometer=62792900 battery=15
    + rssi=6 sat=5

    # The unit sleeps
    | $SLP,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//\r\n
    ? Sheet A3
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + type="SLP" input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0 odometer=62792900 battery=15
    + rssi=6 sat=5

    # Answer to a command
    | $OPC,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//\r\n
    ? Sheet A3
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + type="OPC" input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0 odometer=62792900 battery=15
    + rssi=6 sat=5

    # Firmware
    | $FUS358765040000017,510-V1.12,A11-V3.0\r\n
    ? Sheet A3
    @ 358765040000017
    - no time
    + versionFw="510-V1.12" versionHw="A11-V3.0"

    # A failed picture
    | $PHO0-1,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//\r\n
    ? Sheet A6
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + type="PHO" input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0 odometer=62792900 battery=15
    + rssi=6 sat=5

    # A picture is there: it is asked for
    | $PHO1000-1,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//\r\n
    ? Sheet A4
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + type="PHO" input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0 odometer=62792900 battery=15
    + rssi=6 sat=5
    + media=20260102030405-1.jpg announced size=1000
    <| #PHD0,960\r\n

    & Its first part
    > bffb0fd10324504844302c3936302cffd8550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d550d0d0a
    ? Sheet A1, A4
    + media=20260102030405-1.jpg offset=0 bytes=960
    <| #PHD960,40\r\n

    & A part that was not asked for
    > bffb48200024504844302c31362c555555555555555555555555555555550d0a

    & Its last part, without a header
    > 245048443936302c34302c6666666666666666666666666666666666666666666666666666666666666666666666666666ffd9
    - 2026-01-02T03:04:05Z
    + image="20260102030405-1.jpg"
    + media=20260102030405-1.jpg offset=960 bytes=40 last

    # A part of no picture
    > 24504844302c31362c55555555555555555555555555555555

    # An old form of the offer
    | $PHO500,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//\r\n
    ? Sheet A3
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + type="PHO" input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0 odometer=62792900 battery=15
    + rssi=6 sat=5
    + media=20260102030405.jpg announced size=500
    <| #PHD0,500\r\n

    # Header with one record
    | \xbf\xfb-{\x00$POS,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//\r\n
    ? Sheet A1
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0 odometer=62792900 battery=15 rssi=6 sat=5

    # Header with three records
    | \xbf\xfb\x15g\x01$POS,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//#\n$SKA,40000001712,030415.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//#\n$POS,40000001712,030425.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//#\n
    ? Sheet A1
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0 odometer=62792900 battery=15 rssi=6 sat=5
    = 2026-01-02T03:04:15Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + alarm="vibration" type="SKA" input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0
    + odometer=62792900 battery=15 rssi=6 sat=5
    = 2026-01-02T03:04:25Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0 odometer=62792900 battery=15 rssi=6 sat=5

    # Header with firmware, ended by CR CR
    | \xbf\xfb\x18-\x00$FUS358765040000017,510-V1.12,A11-V3.0\r\r
    ? Sheet A1
    @ 358765040000017
    - no time
    + versionFw="510-V1.12" versionHw="A11-V3.0"

    # Header with something that is not known
    > bffb280d00407a021020304050
    ? Sheet A1

    # A checksum that does not hold is marked
    % sealed no
    % recognised no
    | \xbf\xfb={\x00$POS,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//\r\n
    ? Sheet A1
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0 odometer=62792900 battery=15 rssi=6 sat=5

    # A clock in a zone of its own
    % decoder.timezone +02:00
    | $POS,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//\r\n
    ? Sheet A5
    @ 40000001712
    = 2026-01-02T01:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0 odometer=62792900 battery=15 rssi=6 sat=5

    # A datagram without a line break
    % transport udp
    | $POS,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//
    @ 40000001712
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.44 course 271.5
    + input=2 output=0 adc1=322 adc2=0 adc3=0 adc4=0 odometer=62792900 battery=15 rssi=6 sat=5

    # A fix that is neither A nor V
    | $POS,40000001712,030405.000,X,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//\r\n
    ! invalid fix 28

    # An input that is neither 0 nor 1
    | $POS,40000001712,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00020,00000/0/0/\r\n
    ! invalid inputs 79

    # An identifier with a letter
    | $POS,4000000171A,030405.000,A,5230.9765,N,01322.6622,E,19.44,271.50,020126,,,A/00010,00000/142,0,0,0/62792900//f65//\r\n
    ! invalid identifier 5

    # Any command
    $ custom data="#RST0" for 40000001712
    ? Sheet A5
    <| #RST0\r\n

    # Switch an output
    $ outputControl index=1 data=0 for 40000001712
    ? Sheet A5
    <| #OPC1,0\r\n

    # Position now
    $ positionSingle for 40000001712
    ? Sheet A5
    <| #RPO\r\n

    # Position every 30 seconds
    $ positionPeriodic frequency=30 for 40000001712
    ? Sheet A5
    <| #GTI30\r\n

    # No positions
    $ positionStop for 40000001712
    ? Sheet A5
    <| #GTI0\r\n

    # Time zone
    $ setTimezone timezone=GMT+6 for 40000001712
    ? Sheet A6
    <| #TMZ6\r\n

    # Half an hour cannot be set
    $ setTimezone timezone=GMT+5:30 for 40000001712
    ! the parameter 'timezone' must be whole hours, written as GMT+6

    # Speed limit
    $ alarmSpeed data=120 for 40000001712
    ? Sheet A5
    <| #SPD120\r\n

    # Take a picture
    $ requestPhoto index=1 for 40000001712
    ? Sheet A5
    <| #PHO\r\n

    # Numbers for SOS
    $ sosNumber phone="+491700000000,+491700000001" for 40000001712
    ? Sheet A5
    <| #SOS,+491700000000,+491700000001\r\n

    # Another server
    $ setConnection server=203.0.113.5 port=8888 for 40000001712
    ? Sheet A5
    <| #SVR203.0.113.5,8888\r\n

    # A server by name cannot be set
    $ setConnection server=gps.example.com port=8888 for 40000001712
    ! the parameter 'server' must be a numeric address such as 203.0.113.5

    # Version
    $ getVersion for 40000001712
    ? Sheet A5
    <| #VER\r\n

    # IMEI
    $ deviceIdentification for 40000001712
    ? Sheet A5
    <| #IME\r\n

    # Settings
    $ getDeviceStatus for 40000001712
    ? Sheet A5
    <| #RCP\r\n

    # Factory settings
    $ factoryReset for 40000001712
    ? Sheet A5
    <| #DFT\r\n

    # A line break would be a second command
    $ custom data="#RPO\r\n#DFT" for 40000001712
    ! the parameter 'data' must be 1 to 500 printable ASCII characters
    """#
}
