extension GPS103 {
  static let examples = #"""
    # Login
    | ##,imei:358765040000017,A;
    ? Sheet, sections 4.0 and 5
    @ 358765040000017
    <| LOAD

    # Login over UDP, without an end
    % transport udp
    | ##,imei:358765040000017,A
    @ 358765040000017
    <| LOAD

    # The other login
    | imei:358765040000017,L,*
    @ 358765040000017
    <| LOAD

    # Heartbeat
    | 358765040000017;
    @ 358765040000017
    <| ON

    # Heartbeat over UDP, without an end
    % transport udp
    | 358765040000017
    @ 358765040000017
    <| ON

    # Heartbeat that a position is glued to
    | 358765040000017imei:358765040000017,tracker,2601020504,2,F,030405.000,A,3326.2362,S,07039.0336,W,0.00,,;
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid -33.43727 -70.65056
    <| ON

    # Position, local time two hours ahead, all items
    | imei:358765040000017,tracker,260102050411,13554900601,F,030405.000,A,5230.9765,N,01322.6622,E,10.50,271.30,34.2,1,0,10.5%,41.0%,-4;
    ? Sheet, sections 4.1 and 4.2
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34.2 speed 10.5 course 271.3
    + ignition=true door=false fuel1=10.5 fuel2=41.0 temp1=-4

    # Local midnight is behind
    | imei:358765040000017,tracker,260102005958,,F,235957.000,A,2429.5156,N,04424.5828,E,0.01,27.91,,0,0,,,;
    @ 358765040000017
    = 2026-01-01T23:59:57Z valid 24.491927 44.409713 speed 0.01 course 27.9
    + ignition=false door=false

    # Local midnight is ahead
    | imei:358765040000017,tracker,2601012130,,F,023012,V,3326.2362,S,07039.0336,W,0.00,0;
    @ 358765040000017
    = 2026-01-02T02:30:12Z invalid -33.43727 -70.65056

    # Date with slashes
    % transport udp
    | imei:358765040000017,tracker,26/01/02 05:04,,F,030405.000,A,5230.9765,N,01322.6622,E,0.00,0
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703

    # A copy: letters in front, altitude, no time of day in UTC
    | imei:358765040000017,tracker,260102030405,53.0,F,0.0,A,N,5230.97650,E,01322.66220,8.0,,22.0,;
    @ 358765040000017
    = 2026-01-02T03:04:00Z valid 52.516275 13.377703 altitude 22 speed 8

    # A copy: no letters
    | imei:358765040000017,tracker,260102030405,61.0,F,31.0,A,5230.97650,01322.66220,8.0,,22.0,\r\n
    @ 358765040000017
    = 2026-01-02T03:04:00Z valid 52.516275 13.377703 altitude 22 speed 8

    # Battery in the place of the phone number, no keyword
    | imei:358765040000017,,260102050411,100%,F,030405.000,A,5230.97650,N,01322.66220,E,0.00,340.61;
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 course 340.6

    # No fix, cell
    | imei:358765040000017,tracker,000000000,,L,,,4e2f,,abcd,,,;
    @ 358765040000017
    - no time
    ~ cell 0-0-20015-43981

    # No fix, nothing
    | imei:358765040000017,tracker,000000000,13554900601,L,;
    @ 358765040000017
    - no time

    # SOS is answered
    | imei:358765040000017,help me,2601020504,,F,030405.000,A,5230.9765,N,01322.6622,E,0.00,;
    ? Sheet, sections 4.3 and 5
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703
    + alarm="sos"
    <| **,imei:358765040000017,E;

    # SOS without coordinates
    | imei:358765040000017,help me,2601020504,,F,030405.000,V,,,,,0.00,;
    @ 358765040000017
    - 2026-01-02T03:04:05Z
    + alarm="sos"
    <| **,imei:358765040000017,E;

    # Low battery
    | imei:358765040000017,low battery,2601020504,,F,030405.000,A,5230.9765,N,01322.6622,E,0.00,;
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703
    + alarm="lowBattery"

    # Fence
    | imei:358765040000017,stockade,2601020504,,F,030405.000,A,5230.9765,N,01322.6622,E,0.00,;
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703
    + alarm="geofence"

    # Moved
    | imei:358765040000017,move,2601020504,,F,030405.000,A,5230.9765,N,01322.6622,E,0.00,;
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703
    + alarm="movement"

    # Too fast
    | imei:358765040000017,speed,2601020504,,F,030405.000,A,5230.9765,N,01322.6622,E,71.00,;
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 71
    + alarm="overspeed"

    # Door
    | imei:358765040000017,door alarm,2601020504,,F,030405.000,A,5230.9765,N,01322.6622,E,0.00,;
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703
    + alarm="door"

    # Supply cut, no fix
    | imei:358765040000017,ac alarm,260102050411,,L,,,4e2f,,abcd,,,;
    @ 358765040000017
    - no time
    + alarm="powerCut"
    ~ cell 0-0-20015-43981

    # Accident
    | imei:358765040000017,accident alarm,2601020504,,F,030405.000,A,5230.9765,N,01322.6622,E,0.00,;
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703
    + alarm="accident"

    # Shock
    | imei:358765040000017,sensor alarm,2601020504,,L,;
    @ 358765040000017
    - no time
    + alarm="vibration"

    # Bonnet
    | imei:358765040000017,bonnet alarm,2601020504,,F,030405.000,A,5230.9765,N,01322.6622,E,0.00,,;
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703
    + alarm="bonnet"

    # Foot brake
    | imei:358765040000017,footbrake alarm,2601020504,,F,030405.000,A,5230.9765,N,01322.6622,E,0.00,,;
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703
    + alarm="footBrake"

    # Trouble code
    | imei:358765040000017,DTC,2601020504,,F,030405.000,A,5230.9765,N,01322.6622,E,0.00,30.1,,1,0,10.5%,P0021,;
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 course 30.1
    + alarm="fault" ignition=true door=false fuel1=10.5

    # Temperature
    | imei:358765040000017,T:+28.0,2601020504,,F,030405.000,A,5230.9765,N,01322.6622,E,0.00,,;
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703
    + alarm="temperature" temp1=28.0

    # Temperature, once more behind the fuel; the odometer is not stored
    | imei:358765040000017,T:+11,2601020504,,F,030405.000,A,5230.9765,N,01322.6622,E,0.00,0,,0,0,0.00%,1234,+11;
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703
    + alarm="temperature" temp1=11 ignition=false door=false fuel1=0.0

    # Fuel is stolen
    | imei:358765040000017,oil 51.67,2601020504,,F,030405.000,A,5230.9765,N,01322.6622,E,0.00,,;
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703
    + alarm="fuelLeak" fuel=51.67

    # Fuel is stolen from tank 1; an item of another form ends the items
    | imei:358765040000017,oil1,2601020504,,F,030405.000,A,5230.9765,N,01322.6622,E,0.00,,,,51.6,41.7,;
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703
    + alarm="fuelLeak"

    # Ignition on
    | imei:358765040000017,acc on,260102050411,,F,030405.000,A,5230.9765,N,01322.6622,E,0.00,0,,1,,0.00%,,;
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703
    + ignition=true fuel1=0.0

    # Ignition off, but the item says on; fuel without percent sign
    | imei:358765040000017,acc off,260102050411,,F,030405.000,A,5230.9765,N,01322.6622,E,0.00,,,1,1,12.5,0.0,23.0,;
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703
    + ignition=true door=true fuel1=12.5 fuel2=0.0 temp1=23.0

    # Driver's card
    | imei:358765040000017,rfid,260102050411,49121185,F,030405.000,A,5230.9765,N,01322.6622,E,0.00,0,,0,0,0.00%,,;
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703
    + event="rfid" driverUniqueId="49121185" ignition=false door=false fuel1=0.0

    # Another event
    | imei:358765040000017,acc alarm,2601020504,,F,030405.000,A,5230.9765,N,01322.6622,E,7.53,76.10,,1,0,0.03%,,;
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 7.53 course 76.1
    + event="acc alarm" ignition=true door=false fuel1=0.03

    # An answer to a command
    | imei:358765040000017,101,2601020504,,F,030405.000,A,5230.9765,N,01322.6622,E,0.00,0;
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703
    + event="101"

    # Values of the vehicle
    | imei:358765040000017,OBD,260102030405,51442,0.00,15.88,5632,122,40.39%,+95,0.00%,02101,13.80,,,,;
    ? Sheet, section 4.4
    @ 358765040000017
    - 2026-01-02T03:04:05Z
    + odometer=51442 fuelConsumption=15.88 hours=20275200000 obdSpeed=122 engineLoad="40.39%"
    + coolantTemp=95 throttle="0.00%" rpm=2101 battery=13.8

    # Values of the vehicle with trouble codes, most of them empty
    | imei:358765040000017,OBD,260102030405,,,,,0,0.39%,-,9.41%,494,0.00,P0137,P0430,,;
    @ 358765040000017
    - 2026-01-02T03:04:05Z
    + odometer=0 fuelConsumption=0.0 obdSpeed=0 engineLoad="0.39%" throttle="9.41%" rpm=494
    + battery=0.0 dtcs="P0137 P0430"

    # Values of the vehicle without a speed
    | imei:358765040000017,OBD,260102030405,51442,0.00,15.88,5632,,40.39%,95,0.00%,2101,13.80,,,,;
    ! invalid speed 60

    # The line that ends with an asterisk
    | imei:358765040000017,Truck 1,---,------,----,030405,020126,26,1,-33.43727,-70.65056,067,229,0674,1.00,08,0,1,---,*
    ? Sheet, section 4.5
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid -33.43727 -70.65056 altitude 674 speed 36.177 course 229
    + rssi=26 hdop=1.0 sat=8 ignition=false charge=true

    # The same with an event, a sensor and an error
    | imei:358765040000017,Truck 1,12,00A1F3,3.61,030405,020126,14,0,-33.43727,-70.65056,000,000,0000,99.9,00,1,0,E7,*
    @ 358765040000017
    = 2026-01-02T03:04:05Z invalid -33.43727 -70.65056
    + event="12" sensorId="00A1F3" sensorVoltage=3.61 rssi=14 hdop=99.9 sat=0 ignition=true
    + charge=false error="E7"

    # A photo is announced
    | imei:358765040000017,vt2,260102050411,,L,;
    ? Sheet, section 4.6
    @ 358765040000017
    - no time
    + media=media.jpg announced parts=2

    & Its first part
    | imei:358765040000017,vr,00000300ffd8ffd900;
    @ 358765040000017
    + media=media.jpg part=0 of=2 bytes=3

    & Its first part again
    | imei:358765040000017,vr,00000300ffd8ffd900;
    @ 358765040000017
    + media=media.jpg part=0 of=2 bytes=3

    & Its last part
    | imei:358765040000017,vr,0100040001fffed9dc00;
    @ 358765040000017
    - no time
    + image="media.jpg"
    + media=media.jpg part=1 of=2 bytes=4 last

    # A part of a photo that was not announced
    | imei:358765040000017,vr,0c00030001020315;
    @ 358765040000017
    + media=media.jpg part=12 bytes=3

    # A part that is shorter than it says
    | imei:358765040000017,vr,0c00ff00010203;
    ! truncated data 32

    # A fix that is neither F nor L
    | imei:358765040000017,tracker,2601020504,,X,030405.000,A,5230.9765,N,01322.6622,E,0.00,0;
    ! invalid fix 41

    # Sixty minutes
    | imei:358765040000017,tracker,2601020504,,F,030405.000,A,5260.9765,N,01322.6622,E,0.00,0;
    ! invalid latitude 56

    # Any code
    $ custom data="G" for 358765040000017
    ? Sheet, section 6
    <| **,imei:358765040000017,G

    # Position now
    $ positionSingle for 358765040000017
    <| **,imei:358765040000017,B

    # Position every 30 seconds
    $ positionPeriodic frequency=30 for 358765040000017
    <| **,imei:358765040000017,C,30s

    # Position every two minutes
    $ positionPeriodic frequency=120 for 358765040000017
    <| **,imei:358765040000017,C,02m

    # Position every twelve hours
    $ positionPeriodic frequency=43200 for 358765040000017
    <| **,imei:358765040000017,C,12h

    # No more positions
    $ positionStop for 358765040000017
    <| **,imei:358765040000017,D

    # The emergency is over
    $ alarmDismiss for 358765040000017
    <| **,imei:358765040000017,E

    # Speed limit
    $ setSpeedLimit data=90 for 358765040000017
    <| **,imei:358765040000017,H,090

    # Stop the engine
    $ engineStop for 358765040000017
    <| **,imei:358765040000017,J

    # Let the engine start
    $ engineResume for 358765040000017
    <| **,imei:358765040000017,K

    # Arm
    $ alarmArm for 358765040000017
    <| **,imei:358765040000017,L

    # Disarm
    $ alarmDisarm for 358765040000017
    <| **,imei:358765040000017,M

    # Photo
    $ requestPhoto index=1 for 358765040000017
    <| **,imei:358765040000017,160

    # A semicolon would start a second command
    $ custom data="B;**,imei:1,J" for 358765040000017
    ! the parameter 'data' must be 1 to 1000 printable ASCII characters without ; and *
    """#
}
