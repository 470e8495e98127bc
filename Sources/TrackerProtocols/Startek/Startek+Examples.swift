extension Startek {
  static let examples = #"""
    # Position of a battery tracker, eight digits of status
    | &&A128,358765040000017,000,0,,260102030405,A,52.516275,13.377704,11,0.9,36,271,34,48213,262|2|4E2F|01A2B3C,21,0000003D,02,00,01E2|019D9B\r\n
    ? Sheet A3, A9 (PT60)
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 271
    + event=0 sat=11 hdop=0.9 odometer=48213 status=61 ignition=true door=false input=2 output=0
    + power=4.82 battery=4.13
    ~ cell 262-2-20015-1715004 -21

    # Power cut, west and south, no fix
    | &&B120,358765040000017,000,18,,260102030405,V,-33.868820,-70.661230,0,0.0,0,0,-4,48213,730|1|4E2F|1A2B,14,0035,00,01,0000|0188BC\r\n
    ? Sheet A3, A4
    @ 358765040000017
    = 2026-01-02T03:04:05Z invalid -33.86882 -70.66123 altitude -4
    + event=18 alarm="powerCut" sat=0 hdop=0.0 odometer=48213 status=53 ignition=false
    + door=false input=0 output=1 power=0.0 battery=3.92
    ~ cell 730-1-20015-6699 -14

    # Driver card and analogue inputs
    | &&C152,358765040000025,000,53,0004A1B2C3,260102030405,A,52.516275,13.377704,11,0.9,36,271,34,48213,262|2|4E2F|01A2B3C,21,0000003D,06,03,04E7|019D|0064|00C8,1,26\r\n
    ? Sheet A3 field 2, A5
    @ 358765040000025
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 271
    + event=53 driverUniqueId="0004A1B2C3" sat=11 hdop=0.9 odometer=48213 status=61
    + ignition=true door=true input=6 output=3 power=12.55 battery=4.13 adc2=1.0 adc3=2.0
    ~ cell 262-2-20015-1715004 -21

    # Fuel, temperature, vehicle and driver
    | &&D234,358765040000025,000,0,,260102030405,A,52.516275,13.377704,11,0.9,36,271,34,48213,262|2|4E2F|01A2B3C,21,0000003D,02,00,04E7|019D|0000|0000,131,0101F4|0200C8,0100D2|028032,1450|41|12|98|62|17|128|24|55%,5200  7  41000236  00100  ?,360059\r\n
    ? Sheet A3 fields 19 to 24
    @ 358765040000025
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 271
    + event=0 sat=11 hdop=0.9 odometer=48213 status=61 ignition=true door=false input=2 output=0
    + power=12.55 battery=4.13 adc2=0.0 adc3=0.0 fuel1=50.0 fuel2=20.0 temp1=21.0 temp2=-5.0
    + rpm=1450 engineLoad=41 airFlow=12 airPressure=98 airTemp=22 throttle=17 coolantTemp=88
    + fuelConsumption=2.4 fuel=55 driverUniqueId="5200  7  41000236  00100  ?" hours=3600000
    ~ cell 262-2-20015-1715004 -21

    # Time with ignition on directly after empty fields
    | &&E150,358765040000025,000,37,,260102030405,A,52.516275,13.377704,11,0.9,36,271,34,48213,262|2|4E2F|01A2B3C,21,0000003D,02,00,04E7|019D|0000|0000,129,,,,36064\r\n
    ? Sheet A10, tail detail
    @ 358765040000025
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 271
    + event=37 sat=11 hdop=0.9 odometer=48213 status=61 ignition=true door=false input=2
    + output=0 power=12.55 battery=4.13 adc2=0.0 adc3=0.0 hours=360000
    ~ cell 262-2-20015-1715004 -21

    # Confirmation wanted
    | &&F128,358765040000017,010,0,,260102030405,A,52.516275,13.377704,11,0.9,36,271,34,48213,262|2|4E2F|01A2B3C,21,0000003D,00,00,01E2|019D9F\r\n
    ? Sheet A7
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 271
    + event=0 sat=11 hdop=0.9 odometer=48213 status=61 ignition=false door=false input=0
    + output=0 power=4.82 battery=4.13
    ~ cell 262-2-20015-1715004 -21
    <| $$F22,358765040000017,010,136\r\n

    # Compressed positions, layout not public
    | &&G25,358765040000017,020,AQID2D\r\n
    ? Sheet A2
    @ 358765040000017
    - no time
    + type="020"
    <| $$G22,358765040000017,020,138\r\n

    # Answer to a command
    | &&~23,358765040000017,900,OKE4\r\n
    ? Sheet A8
    @ 358765040000017
    - no time
    + type="900" result="OK"

    # Lines from the serial port
    | &&H186,358765040000025,710,T1,0,850.5,0,61.5,0,0,0,0,0,88.0,0,310.0,0,12.4,0,95.5,0,17.0,0,0,0,0,205.0,0,0,1,0,45.0\r\nT2,120345.5,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,4210.5,0,11.2,0,30210.5\r\nT5,0,0\r\n83\r\n
    ? Sheet A6
    @ 358765040000025
    - no time
    + rpm=850.5 fuel=61.5 coolantTemp=88 torque=310 power=12.4 oilTemp=95.5 throttle=17.0
    + oilPressure=205 ignition=true catalystLevel=45.0 odometer=120345500.0 hours=4210.5
    + fuelConsumption=11.2 fuelUsed=30210.5

    # A length that does not hold: the frame ends where the line does
    % sealed no
    | &&A97,358765040000017,000,0,,260102030405,A,52.516275,13.377704,11,0.9,36,271,34,48213,262|2|4E2F|01A2B3C,21,0000003D,02,00,01E2|019D6D\r\n
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 271
    + event=0 sat=11 hdop=0.9 odometer=48213 status=61 ignition=true door=false input=2 output=0
    + power=4.82 battery=4.13
    ~ cell 262-2-20015-1715004 -21

    # A sum that does not hold is marked, the frame is read
    % sealed no
    | &&A128,358765040000017,000,0,,260102030405,A,52.516275,13.377704,11,0.9,36,271,34,48213,262|2|4E2F|01A2B3C,21,0000003D,02,00,01E2|019D00\r\n
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 271
    + event=0 sat=11 hdop=0.9 odometer=48213 status=61 ignition=true door=false input=2 output=0
    + power=4.82 battery=4.13
    ~ cell 262-2-20015-1715004 -21

    # A fix that is neither A nor V
    | &&A128,358765040000017,000,0,,260102030405,X,52.516275,13.377704,11,0.9,36,271,34,48213,262|2|4E2F|01A2B3C,21,0000003D,02,00,01E2|019DB2\r\n
    ! invalid fix 45

    # A month that there is not
    | &&A128,358765040000017,000,0,,261302030405,A,52.516275,13.377704,11,0.9,36,271,34,48213,262|2|4E2F|01A2B3C,21,0000003D,02,00,01E2|019D9E\r\n
    @ 358765040000017
    = 1027-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 271
    + event=0 sat=11 hdop=0.9 odometer=48213 status=61 ignition=true door=false input=2 output=0
    + power=4.82 battery=4.13
    ~ cell 262-2-20015-1715004 -21

    # Stop the engine
    $ engineStop for 358765040000017
    ? Sheet A8
    <| $$:24,358765040000017,900,1,191\r\n

    # Let the engine start
    $ engineResume for 358765040000017
    <| $$:24,358765040000017,900,1,090\r\n

    # Switch an output
    $ outputControl index=2 data=1 for 358765040000017
    <| $$:24,358765040000017,900,2,192\r\n

    # Position every 30 seconds
    $ positionPeriodic frequency=30 for 358765040000017
    <| $$:23,358765040000017,102,305F\r\n

    # Position now
    $ positionSingle for 358765040000017
    <| $$:20,358765040000017,800D2\r\n

    # Model and firmware
    $ getVersion for 358765040000017
    <| $$:20,358765040000017,801D3\r\n

    # Working state
    $ getDeviceStatus for 358765040000017
    <| $$:20,358765040000017,802D4\r\n

    # Any command
    $ custom data="808,100" for 358765040000017
    <| $$:24,358765040000017,808,1009B\r\n

    # A line break would be a second command
    $ custom data="800\r\n$$" for 358765040000017
    ! the parameter 'data' must be 1 to 1000 printable ASCII characters
    """#
}
