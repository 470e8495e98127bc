extension JT600 {
  static let examples = #"""
    # Position of a lock that wants an answer by number
    > 2475520012341914002b02012603040552309765013226622712870000006c070000000020e064f91ea0671d00020f0f0f0f0f0f6e
    ? Sheet 4.3, 5
    @ 7552001234
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 12 course 270
    + odometer=108000 sat=7 blocked=true status=8416 batteryLevel=100
    ~ cell 0-0-41063-63774 -29
    <| (P69,0,110)

    # A lock of an older version: rope cut, battery low, no fix, charging
    > 247552001235171100270201260304053351928007040968801f5a0000f12408000000000958ff110a249919000f0f0f07
    ? Sheet 4.3
    @ 7552001235
    = 2026-01-02T03:04:05Z invalid -33.865467 -70.682813 speed 25 course 180
    + odometer=61732000 sat=8 alarm="powerCut,vibration,lowBattery" blocked=false status=2392
    + charge=true
    ~ cell 0-0-9369-4362 -25

    # A lock that wants an answer, in the oldest form
    > 24005200123601110027020126030405523097650132266227052000000010090000000000b60f110a24991900000df0c7
    ? Sheet 4.3, 5
    @ 52001236
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 5 course 64
    + odometer=16000 sat=9 alarm="geofenceEnter,geofenceExit,vibration" blocked=true status=182
    + batteryLevel=15
    ~ cell 0-0-9369-4362 -25
    <| (P35)

    # Records of a vehicle: satellites, power, altitude and cell; a second one without a cell
    > 24 3110216002 11 0036 020126030405 52309765 0132266227 16 88 09 50 80 0022 2795 1435 16
    > 020126030435 52309801 0132267007 10 2D 08 4F 80 FFF6 0000 0000 14 1F
    ? Sheet 4.2
    @ 3110216002
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 16 course 272
    + sat=9 power=80
    ~ cell 0-0-5173-10133 -22
    = 2026-01-02T03:04:35Z valid 52.516335 13.377833 altitude -10 speed 10 course 90
    + sat=8 power=79 rssi=20

    # The record in the middle cannot be read
    > 24 3110216002 11 0051 020126030405 52309765 0132266227 16 88 09 50 80 0022 2795 1435 16
    > 020126030420 5A309765 0132266227 16 88 09 50 80 0022 2795 1435 16
    > 020126030435 52309801 0132267007 10 2D 08 4F 80 FFF6 0000 0000 14 1F
    ? Sheet 4.2
    @ 3110216002
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 16 course 272
    + sat=9 power=80
    ~ cell 0-0-5173-10133 -22
    = 2026-01-02T03:04:35Z valid 52.516335 13.377833 altitude -10 speed 10 course 90
    + sat=8 power=79 rssi=20

    # A vehicle that is towed too fast
    > 24 6240901962 21 001B 020126030405 52309765 0132266227 29 58 01 41570C01 0000768B 08 22
    ? Sheet 4.2
    @ 6240901962
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 29 course 176
    + ignition=true door=true charge=true blocked=true
    + alarm="sos,gpsAntennaCut,overspeed,fatigueDriving,tow" odometer=30347000 fuel=264

    # A vehicle with three tanks
    > 24657060730231001b02012603040506538525079524797700000640c8000003f3f000036c
    ? Sheet 4.2
    @ 6570607302
    = 2026-01-02T03:04:05Z valid 6.897542 79.874662
    + fuel1=100 fuel2=200 fuel3=0 odometer=1011000 ignition=true status=15728643

    # State of a vehicle
    | (3301210004,U01,020126,030405,T,52.516275,N,13.377703,E,12.50,271,9,32%,00000000000011,10133,5173,22,100,1)
    ? Sheet 4.4, 5
    @ 3301210004
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 10.862 course 271
    + sat=9 batteryLevel=32 status=3 odometer=100000 index=1
    ~ cell 0-0-5173-10133 -22
    <| (S39)

    # State without a fix, with a checksum
    | (3301210004,U02,010100,000032,F,0.000000,N,0.000000,E,0.00,0,0,10%,00000000010000,15748,7923,0,0,0,3E)
    @ 3301210004
    = 2000-01-01T00:00:32Z invalid 0 0
    + sat=0 batteryLevel=10 status=16 odometer=0 index=0
    ~ cell 0-0-7923-15748
    <| (S39)

    # An odometer with decimals
    | (3301210004,U03,020126,030405,T,52.516275,N,13.377703,E,12.50,271,9,32%,00000000000011,10133,5173,22,100.25,1)
    ? Sheet 4.4, 5
    @ 3301210004
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 10.862 course 271
    + sat=9 batteryLevel=32 status=3 odometer=100250 index=1
    ~ cell 0-0-5173-10133 -22
    <| (S39)

    # Alarm of a vehicle
    | (3301210004,U06,10,020126,030405,T,33.865467,S,70.719813,W,0.43,0,7,88%,00101001000000,11012,10,30,5,2,126,0,30)
    ? Sheet 4.4, 5
    @ 3301210004
    = 2026-01-02T03:04:05Z valid -33.865467 -70.719813 speed 0.374
    + sat=7 batteryLevel=88 status=2624 odometer=5000 index=2
    ~ cell 0-0-10-11012 -30
    <| (S20)

    # A lock was opened with a card
    | (2050018635,P45,020126,030405,52.516275,N,13.377703,E,A,1,90,1,1,0012260889,0,0,7)
    ? Sheet 4.4, 5
    @ 2050018635
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 0.869 course 90
    + eventSource=1 driverUniqueId="0012260889"
    <| (P69,0,7)

    # A lock was opened without a card
    | (2050018635,P45,020126,030435,52.516275,N,13.377703,E,V,0,0,3,1,0000000000,1,2,8,1)
    @ 2050018635
    = 2026-01-02T03:04:35Z invalid 52.516275 13.377703
    + eventSource=3
    <| (P69,0,8)

    # Position with the longitude first
    | (3120820030,W01,01322.6622,E,5230.9765,N,A,020126,030405,36,271,20,6,31,5,20,20)
    ? Sheet 4.4
    @ 3120820030
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.438 course 271
    + power=20.0 gps=6 rssi=31 alertType=5

    # The same without a place
    | (3120820030,W01,,,,,V,020126,030435,0,0,20,0,31,5,20,20)
    @ 3120820030
    - 2026-01-02T03:04:35Z
    + power=20.0 gps=0 rssi=31 alertType=5

    # A wireless sensor below zero; the day 28 is escaped
    > 28 38383035343230313934 2C312C3136382C574C4E45542C352C322C
    > 3D15 1225 085953 52309765 0132266227 05 20 3D15 1225 085955 1021220618 73 0140 64 47 01 8037 43 0000 00 29
    ? Sheet 3, 4.5
    @ 8805420194
    = 2025-12-28T08:59:53Z valid 52.516275 13.377703 speed 5 course 64
    + sensorId="1021220618" sensorBattery=3.2 sensorBatteryLevel=100 sensorRssi=-71 temp1=-5.5
    + humidity=67

    # A sensor of another type
    > 28 38383035343230313934 2C312C3136382C574C4E45542C352C322C
    > 020126 030405 52309765 0132266227 05 20 020126 030405 1021220618 73 0140 64 47 02 29
    ? Sheet 4.5
    @ 8805420194
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 5 course 64
    + sensorId="1021220618" sensorBattery=3.2 sensorBatteryLevel=100 sensorRssi=-71

    # Keep-alive
    | (3460311328,@JT)
    ? Sheet 4.4: nothing, not answered
    @ 3460311328

    # A state without content
    | (3301210004,U04)
    @ 3301210004

    # A journey, which is not stored
    | (6221107675,2,U09,129,2,A,280513113036,E,02711.0500,S,1721.0876,A,030613171243)
    @ 6221107675

    # A text that is not known
    % recognised no
    | (3301210004,X99,1)
    @ 3301210004

    # A longitude that there is not
    > 24 6240901962 21 001B 020126030405 52309765 1932266227 29 58 01 41570C01 0000768B 08 22
    ! invalid longitude 19

    # Letters in a latitude
    | (3301210004,U01,020126,030405,T,north,N,13.377703,E,12.50,271,9,32%,0,10133,5173,22,100,1)
    ! invalid latitude 32

    # Stop the engine
    $ engineStop
    ? Sheet 6
    <| (S07,0)

    # Let the engine run
    $ engineResume
    <| (S07,1)

    # Set the clock
    $ setTimezone timezone=GMT+6
    <| (S09,1,360)

    # West of Greenwich
    $ setTimezone timezone=-03:30
    <| (S09,1,-210)

    # A zone by its name has no single offset
    $ setTimezone timezone=Europe/Berlin
    ! the parameter 'timezone' must be an offset such as GMT+6 or +05:30

    # Restart
    $ rebootDevice
    <| (S17)
    """#
}
