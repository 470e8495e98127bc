extension TK103 {
  static let examples = #"""
    # Position with inputs, fuel and odometer
    | (086300700040BR00260102A5230.9765N01322.6622E036.0030405271.5001000293L0000BC55)
    ? Sheet 4.1, 4.2
    @ 086300700040
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.438 course 271.5
    + charge=true ignition=true in2=0 panic=0 out2=0 fuel=659 odometer=48213

    # All bits of the inputs, south and west, no fix, behind it a temperature
    | (086300700040BR00260102V3352.1292S07039.6738W000.003040500000011FFE000L00BEB0D4+017.7)
    ? Sheet 4.2
    @ 086300700040
    = 2026-01-02T03:04:05Z invalid -33.86882 -70.66123
    + charge=false ignition=true in2=1 panic=1 out2=1 blocked=1 hs3=1 hs2=1 hs1=1 door=1 ls3=1
    + ls2=1 ls1=1 fuel=0 odometer=12497108

    # Blanks for zeros, a course of two digits
    | (086300700040BR00260102A5230.9765N 1322.6622E  6.00304059900000000L00000000)
    ? Sheet 4.1
    @ 086300700040
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 3.24 course 99
    + charge=true ignition=false in2=0 panic=0 out2=0 fuel=0 odometer=0

    # A short speed, a comma, and a course of two digits with text behind it
    | (086300700040BR00260102A5230.9765N01322.6622E6.0,03040599T113)
    ? Sheet 4.1
    @ 086300700040
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 3.24 course 99

    # A temperature behind the course
    | (086300700040BR00260102A5230.9765S01322.6622W036.0,030405,9.8400,+017.7)
    ? Sheet 4.1
    @ 086300700040
    = 2026-01-02T03:04:05Z valid -52.516275 -13.377703 speed 19.438 course 9.8

    # Overspeed; a bit that is not used, and an odometer of seven digits with text behind it
    | (086300700040BO015260102A5230.9765N01322.6622E136.0030405271.5001001000L000BC55P23BS27F)
    ? Sheet 4.2, 4.3
    @ 086300700040
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 73.434 course 271.5
    + charge=true ignition=true in2=0 panic=0 out2=0 fuel=0 odometer=48213 alarm="overspeed"

    # Left a geofence
    | (086300700040BO016260102A5230.9765N01322.6622E036.0030405271.5001000000L0000BC55)
    ? Sheet 4.3
    @ 086300700040
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.438 course 271.5
    + charge=true ignition=true in2=0 panic=0 out2=0 fuel=0 odometer=48213 alarm="geofenceExit"

    # Login with position
    | (086300700040BP05000086300700040260102A5230.9765N01322.6622E036.0030405271.50,00000000)
    ? Sheet 4.1, 5
    @ 086300700040
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.438 course 271.5
    <| (086300700040AP05)

    # Handshake
    | (086300700040BP00863007000400015HSO)
    ? Sheet 4.3, 5
    @ 086300700040
    <| (086300700040AP01HSO)

    # SOS
    | (086300700040BO012260102A5230.9765N01322.6622E036.0030405271.5001000000L0000BC55)
    ? Sheet 4.3
    @ 086300700040
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.438 course 271.5
    + charge=true ignition=true in2=0 panic=0 out2=0 fuel=0 odometer=48213 alarm="sos"

    # Hard braking
    | (086300700040BQ81,ALARM,4,164,260102A5230.9765N01322.6622E036.0030405271.5001000000L0000BC55)
    ? Sheet 4.1
    @ 086300700040
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.438 course 271.5
    + charge=true ignition=true in2=0 panic=0 out2=0 fuel=0 odometer=48213 alarm="hardBraking"

    # An identifier of letters
    | (TRACKERUNIT7BR00260102A5230.9765N01322.6622E036.0030405271.5001000000L0000BC55)
    ? Sheet 2
    @ TRACKERUNIT7
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.438 course 271.5
    + charge=true ignition=true in2=0 panic=0 out2=0 fuel=0 odometer=48213

    # An identifier of eleven digits
    | (86300700040BP05260102A5230.9765N01322.6622E036.0030405271.5001000000L0000BC55)
    ? Sheet 7
    @ (86300700040
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.438 course 271.5
    + charge=true ignition=true in2=0 panic=0 out2=0 fuel=0 odometer=48213

    # An IMEI and a command without anything between, and items in front of the date
    | (863007000400015BP02,G,2,260102A5230.9765N01322.6622E036.003040591.048,7)
    ? Sheet 7
    @ 863007000400015
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.438 course 91

    # Fields with commas, movement
    | (863007000400015,ZC11,020126,A,5230.9765N,01322.6622E,036.0,030405,271.50,34.5,11)
    ? Sheet 4.4
    @ 863007000400015
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.438 course 271.5
    + alarm="movement"

    # Supply cut
    | (863007000400015,ZC13,020126,A,5230.9765N,01322.6622E,036.0,030405,271.50,34.5,11)
    ? Sheet 4.3, 4.4
    @ 863007000400015
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.438 course 271.5
    + alarm="powerCut"

    # Supply is low
    | (863007000400015,DW40,020126,A,5230.9765N,01322.6622E,036.0,030405,271.50,34.5,11)
    ? Sheet 4.3, 4.4
    @ 863007000400015
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.438 course 271.5
    + alarm="lowPower"

    # Tampered with
    | (863007000400015,ZC26,020126,A,5230.9765N,01322.6622E,036.0,030405,271.50,34.5,11)
    ? Sheet 4.3, 4.4
    @ 863007000400015
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.438 course 271.5
    + alarm="tampering"

    # Ignition on, degrees lack
    | (863007000400015,DW35,020126,V,5230.97650N,22.66220E,1.597,030405,271.5,0.10,8)
    ? Sheet 4.4
    @ 863007000400015
    = 2026-01-02T03:04:05Z invalid 52.516275 0.377703 speed 0.862 course 271.5
    + ignition=true

    # Ignition off
    | (863007000400015,ZC16,020126,A,5230.9765N,01322.6622E,036.0,030405,271.50)
    ? Sheet 4.3
    @ 863007000400015
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.438 course 271.5
    + ignition=false

    # Report on the batteries
    | (863007000400015,ZC20,020126,030405,5,392,124,1)
    ? Sheet 4.5
    @ 863007000400015
    - 2026-01-02T03:04:05Z
    + batteryLevel=80 battery=3.92 power=12.4

    # Cell and access points, removed
    | (863007000400015,DW57,262,2,20015,17196,2,02:00:5E:10:20:30*-60*11,02:00:5E:10:20:31*-72*1,020126,030405)
    ? Sheet 4.6
    @ 863007000400015
    - 2026-01-02T03:04:05Z
    + alarm="removing"
    ~ cell 262-2-20015-17196
    ~ wifi 02:00:5e:10:20:30 -60 channel 11
    ~ wifi 02:00:5e:10:20:31 -72 channel 1

    # More access points are promised than there are
    | (863007000400015,DW50,262,2,20015,17196,3,02:00:5E:10:20:30*-60*11,020126,030405)
    ? Sheet 4.6
    @ 863007000400015
    - 2026-01-02T03:04:05Z
    ~ cell 262-2-20015-17196

    # Cells in braces
    | (086300700040BZ00,{262,2,20015,17196}\n{262,2,20015,17197}\n,0000BC55)
    ? Sheet 4.7
    @ 086300700040
    - no time
    + odometer=48213
    ~ cell 262-2-20015-17196
    ~ cell 262-2-20015-17197

    # Login with cells
    | (086300700040BP05000086300700040,{262,2,20015,17196}\n,0000BC55)
    ? Sheet 4.7
    @ 086300700040
    - no time
    + odometer=48213
    ~ cell 262-2-20015-17196
    <| (086300700040AP05)

    # Cells around
    | (086300700040BZ00,262,002,4E2F,432C,4E2F,432D,17)
    ? Sheet 4.7
    @ 086300700040
    - no time
    ~ cell 262-2-20015-17196

    # Answer to a command, with brackets in it
    | (863007000400015,ZC03,020126,030405,$Notice: 1) on\r\n2) off$)
    ? Sheet 4.8
    @ 863007000400015
    - 2026-01-02T03:04:05Z
    + result="Notice: 1) on\r\n2) off"

    # Vehicle
    | (086300700040BV00WVWZZZ00000000001)
    ? Sheet 4.8
    @ 086300700040
    - no time
    + vin="WVWZZZ00000000001"

    # Battery management
    | (086300700040BS500064FF0EF10FF10FF10FF10FF10FF10FF10FF10FF10FF10FF10FF10FF10FF10F0000000000000000000000000000000000000000000000001663000100000004000000000000000002444444420000000000A00FA00000000000)
    ? Sheet 4.9
    @ 086300700040
    - no time
    + battery1=4.081 battery2=4.081 battery3=4.081 battery4=4.081 battery5=4.081 battery6=4.081
    + battery7=4.081 battery8=4.081 battery9=4.081 battery10=4.081 battery11=4.081
    + battery12=4.081 battery13=4.081 battery14=4.081 charge=true current=0.0 battery=56.32
    + batteryLevel=99 batteryOverheat=false chargeProtection=true dischargeProtection=false
    + cycles=4 faultAlarm=0 powerTemp=28 equilibriumTemp=28 batteryTemp1=28 batteryTemp2=26
    + calibrationCapacity=40.0 dischargeCapacity=160

    # Battery management in items
    | (086300700040BS5190:02150000753001DC,91:0EE8060EDC0A,92:42014102,93:0001,96:014243)
    ? Sheet 4.9
    @ 086300700040
    - no time
    + cumulativeVoltage=53.3 gatherVoltage=0.0 current=0.0 soc=47.6 maxCellVoltage=3.816
    + maxCellVoltageCount=6 minCellVoltage=3.804 minCellVoltageCount=10 maxTemp=26
    + maxTempCount=1 minTemp=25 minTempCount=2 cellTemp1=26 cellTemp2=27

    # Vehicle data of unknown layout
    | (086300700040BQ86,0,4A4B,260102030405)
    ? Sheet 4.3
    @ 086300700040

    # A latitude beyond the pole
    | (086300700040BR00260102A9930.9765N01322.6622E036.0030405271.5001000293L0000BC55)
    ! invalid latitude 24

    # Command custom
    $ custom data=AA00 for 086300700040
    ? Sheet 6
    <| (086300700040AA00)

    # Command positionSingle
    $ positionSingle for 086300700040
    ? Sheet 6
    <| (086300700040AP00)

    # Command positionPeriodic
    $ positionPeriodic frequency=60 for 086300700040
    ? Sheet 6
    <| (086300700040AR00003C0000)

    # Command positionStop
    $ positionStop for 086300700040
    ? Sheet 6
    <| (086300700040AR0000000000)

    # Command getVersion
    $ getVersion for 086300700040
    ? Sheet 6
    <| (086300700040AP07)

    # Command rebootDevice
    $ rebootDevice for 086300700040
    ? Sheet 6
    <| (086300700040AT00)

    # Command setOdometer
    $ setOdometer data=1000 for 086300700040
    ? Sheet 6
    <| (086300700040AX01)

    # Command engineStop
    $ engineStop for 086300700040
    ? Sheet 6
    <| (086300700040AV010)

    # Command engineResume
    $ engineResume for 086300700040
    ? Sheet 6
    <| (086300700040AV011)

    # Command outputControl
    $ outputControl index=1 data=1 for 086300700040
    ? Sheet 6
    <| (086300700040AV001)

    # A bracket would end the command
    $ custom data="AA00)(" for 086300700040
    ! the parameter 'data' must be 1 to 1000 printable ASCII characters, none of ()

    # As a text message: custom
    % tk103.alternative true
    $ custom data=*led* for 086300700040
    ? Sheet 6
    <| [begin]sms2,*led*,[end]

    # As a text message: positionSingle
    % tk103.alternative true
    $ positionSingle for 086300700040
    ? Sheet 6
    <| [begin]sms2,*getposl*,[end]

    # As a text message: positionPeriodic
    % tk103.alternative true
    $ positionPeriodic frequency=60 for 086300700040
    ? Sheet 6
    <| [begin]sms2,*routetrack*99*,[end]

    # As a text message: positionStop
    % tk103.alternative true
    $ positionStop for 086300700040
    ? Sheet 6
    <| [begin]sms2,*routetrackoff*,[end]

    # As a text message: getVersion
    % tk103.alternative true
    $ getVersion for 086300700040
    ? Sheet 6
    <| [begin]sms2,*about*,[end]

    # As a text message: getDeviceStatus
    % tk103.alternative true
    $ getDeviceStatus for 086300700040
    ? Sheet 6
    <| [begin]sms2,*status*,[end]

    # As a text message: deviceIdentification
    % tk103.alternative true
    $ deviceIdentification for 086300700040
    ? Sheet 6
    <| [begin]sms2,999999,[end]

    # As a text message: rebootDevice
    % tk103.alternative true
    $ rebootDevice for 086300700040
    ? Sheet 6
    <| [begin]sms2,88888888,[end]

    # As a text message: powerOff
    % tk103.alternative true
    $ powerOff for 086300700040
    ? Sheet 6
    <| [begin]sms2,*turnoff*,[end]

    # As a text message: modeDeepSleep
    % tk103.alternative true
    $ modeDeepSleep enable=true for 086300700040
    ? Sheet 6
    <| [begin]sms2,*sleep*2*,[end]

    # As a text message: modePowerSaving
    % tk103.alternative true
    $ modePowerSaving enable=false for 086300700040
    ? Sheet 6
    <| [begin]sms2,*sleepoff*,[end]

    # As a text message: alarmSos
    % tk103.alternative true
    $ alarmSos enable=true for 086300700040
    ? Sheet 6
    <| [begin]sms2,*soson*,[end]

    # As a text message: setConnection
    % tk103.alternative true
    $ setConnection server=1.2.3.4 port=5555 for 086300700040
    ? Sheet 6
    <| [begin]sms2,*setip*1*2*3*4*5555*,[end]

    # As a text message: sosNumber
    % tk103.alternative true
    $ sosNumber phone="+49171555" for 086300700040
    ? Sheet 6
    <| [begin]sms2,*master*123456*+49171555*,[end]

    # As a text message: sosNumber, with the unit's own password
    % tk103.alternative true
    % devicePassword 654321
    $ sosNumber phone="+49171555" for 086300700040
    <| [begin]sms2,*master*654321*+49171555*,[end]
    """#
}
