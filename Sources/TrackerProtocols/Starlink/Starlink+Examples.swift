extension Starlink {
  static let examples = #"""
    # Usual order, south and west
    | $SLU0731A5,06,624,260102030405,01,260102030404,-3326.5300,-07039.4020,013.9,326,008807,1,0,0,1,0,1,0,0,20015,4711,15.477,07.440,depot,1,1,1,4*59\r\n
    ? Sheet 4.2, order A
    @ 0731A5
    = 2026-01-02T03:04:04Z valid -33.442167 -70.6567 speed 13.9 course 326 device 2026-01-02T03:04:05Z
    + index=624 event=1 odometer=8807000 in1=1 in2=0 in3=0 in4=1 out1=0 out2=1 out3=0 out4=0
    + power=15.477 battery=7.44 destination="depot" ignition=true
    ~ cell 0-0-20015-4711

    # Alarm: supply cut
    | $SLU0731A5,06,625,260102030405,09,260102030404,-3326.5300,-07039.4020,000.0,326,008807,1,0,0,0,0,0,0,0,20015,4711,00.212,07.440,,0,0*65\r\n
    ? Sheet 4.3
    @ 0731A5
    = 2026-01-02T03:04:04Z valid -33.442167 -70.6567 course 326 device 2026-01-02T03:04:05Z
    + index=625 event=9 alarm="powerCut" odometer=8807000 in1=1 in2=0 in3=0 in4=0 out1=0 out2=0
    + out3=0 out4=0 power=0.212 battery=7.44 ignition=false
    ~ cell 0-0-20015-4711

    # Ignition on, no engine
    | $SLU0731A5,06,626,260102030405,24,260102030404,-3326.5300,-07039.4020,000.0,326,008807,1,0,0,0,0,0,0,0,20015,4711,15.898,07.440,*C5\r\n
    ? Sheet 4.1
    @ 0731A5
    = 2026-01-02T03:04:04Z valid -33.442167 -70.6567 course 326 device 2026-01-02T03:04:05Z
    + index=626 event=24 ignition=true odometer=8807000 in1=1 in2=0 in3=0 in4=0 out1=0 out2=0
    + out3=0 out4=0 power=15.898 battery=7.44
    ~ cell 0-0-20015-4711

    # A driver, without a fix
    | $SLU0731A5,06,56,260102030405,20,,,,,,000000,1,1,0,0,0,0,0,0,20015,4711,15.898,04.096,,0,0,2,010000731551A1,00000000000000000000*7F\r\n
    ? Sheet 4.3, example 8
    @ 0731A5
    - 2026-01-02T03:04:05Z
    + index=56 event=20 odometer=0 in1=1 in2=1 in3=0 in4=0 out1=0 out2=0 out3=0 out4=0
    + power=15.898 battery=4.096 ignition=false driverUniqueId="010000731551A1"
    ~ cell 0-0-20015-4711

    # A driver as the last field
    | $SLU0731A5,06,57,260102030405,20,,,,,,000000,1,1,0,0,0,0,0,0,20015,4711,15.898,04.096,,0,0,010000731551A1,,*8E\r\n
    ? Sheet 4.3
    @ 0731A5
    - 2026-01-02T03:04:05Z
    + index=57 event=20 odometer=0 in1=1 in2=1 in3=0 in4=0 out1=0 out2=0 out3=0 out4=0
    + power=15.898 battery=4.096 ignition=false driverUniqueId="010000731551A1"
    ~ cell 0-0-20015-4711

    # Short order
    | $SLU358765040000017,06,85,260102030405,01,260102030404,+5230.9765,+01322.6622,000.0,000,000085.913,20015,4711,18.882,01.158*FB\r\n
    ? Sheet 4.2, order B
    @ 358765040000017
    = 2026-01-02T03:04:04Z valid 52.516275 13.377703 device 2026-01-02T03:04:05Z
    + index=85 event=1 odometer=85913 power=18.882 battery=1.158
    ~ cell 0-0-20015-4711

    # Short order with a figure in front of the voltages
    | $SLU358765040000017,06,86,260102030405,01,260102030404,+5230.9765,+01322.6622,000.0,000,000085.913,20015,4711,0,18.882,01.158,,100,0.02*2D\r\n
    ? Sheet 4.2
    @ 358765040000017
    = 2026-01-02T03:04:04Z valid 52.516275 13.377703 device 2026-01-02T03:04:05Z
    + index=86 event=1 odometer=85913 power=18.882 battery=1.158
    ~ cell 0-0-20015-4711

    # Order with sensors
    | $SLU358765040000017,06,1192,260102030405,01,260102030404,+5230.9765,+01322.6622,000.0,069,004234,20015,4711,19.386,06.850,4142,1,29.7,56.9,CAEQBRoEQUIxMiDSBCi5BDhLSJoYNQECAwQxAAAAAAAAAABYAA==,Location,4344,0,-1.5,55.3,CAIQBRoEQ0QzNCAdKKkEOEtI8hc1AQIDBDEAAAAAAAAAAFgA,1,99*9A\r\n
    ? Sheet 4.2, order C, and 4.4
    @ 358765040000017
    = 2026-01-02T03:04:04Z valid 52.516275 13.377703 course 69 device 2026-01-02T03:04:05Z
    + index=1192 event=1 odometer=4234000 power=19.386 battery=6.85 sensor1State=1
    + sensor1Id="AB12" sensor1Temp=29.7 sensor1Humidity=56.9 sensor1Voltage=3.098
    + reason="Location" sensor2State=0 sensor2Id="CD34" sensor2Temp=-1.5 sensor2Humidity=55.3
    + sensor2Voltage=3.058
    ~ cell 0-0-20015-4711

    # Order with sensors that cannot be read
    | $SLU358765040000017,06,1193,260102030405,01,260102030404,+5230.9765,+01322.6622,000.0,069,004234,20015,4711,19.386,06.850,4142,1,29.7,56.9,CAEaf,Location,4344,0,-1.5,55.3,C*,1,99*E2\r\n
    @ 358765040000017
    = 2026-01-02T03:04:04Z valid 52.516275 13.377703 course 69 device 2026-01-02T03:04:05Z
    + index=1193 event=1 odometer=4234000 power=19.386 battery=6.85 sensor1State=1
    + reason="Location" sensor2State=0
    ~ cell 0-0-20015-4711

    # Order with altitude and analogue inputs
    | $SLU358765040000017,06,13875,260102030405,01,260102030404,+5230.9765,+01322.6622,000.0,232,045302,34,6,64,0,15.432,01.203,,0,,0,,0,,0,1.5,2*C6\r\n
    ? Sheet 4.2, order D
    @ 358765040000017
    = 2026-01-02T03:04:04Z valid 52.516275 13.377703 altitude 34 course 232 device 2026-01-02T03:04:05Z
    + index=13875 event=1 odometer=45302000 sat=6 rssi=64 ignition=false power=15.432
    + battery=1.203 sensor1State=0 sensor2State=0 adc2=1.5

    # Order with an IMEI
    | $SLU358765040000017,06,25,358765040000017,260102030405,260102030406,+5230.9765,+01322.6622,013.9,0,000000,,1,20015,4711,17.610,01.468,33,External Device,0,9,67,0,1,7,0*2D\r\n
    ? Sheet 4.2, order E
    @ 358765040000017
    = 2026-01-02T03:04:06Z valid 52.516275 13.377703 speed 13.9 device 2026-01-02T03:04:05Z
    + index=25 ignition=false odometer=0 hours=1 power=17.61 battery=1.468 event=33
    + reason="External Device" sat=9 rssi=67 out1=0 out2=1
    ~ cell 0-0-20015-4711

    # Order with an IMEI and fuel
    | $SLU0731A5,06,14260,358765040000017,260102030405,260102030406,+5230.9765,+01322.6622,000.0,0,007493,,30707,20015,4711,16.368,05.914,01,Location,0,20,64,0,0,12,0,2*19\r\n
    ? Sheet 4.2, order F
    @ 0731A5
    = 2026-01-02T03:04:06Z valid 52.516275 13.377703 device 2026-01-02T03:04:05Z
    + index=14260 ignition=false odometer=7493000 hours=30707 power=16.368 battery=5.914 event=1
    + reason="Location" sat=20 rssi=64 out1=0 out2=0 fuel=12
    ~ cell 0-0-20015-4711

    # Order with an IMEI and an input
    | $SLU358765040000017,06,101,358765040000017,260102030405,260102030406,+5230.9765,+01322.6622,000.0,0,008835,,582,20015,4711,08.070,07.052,36,Panic,0,5,96,0,0,1,1,,,,,,,,,,,,*0F\r\n
    ? Sheet 4.2, order G
    @ 358765040000017
    = 2026-01-02T03:04:06Z valid 52.516275 13.377703 device 2026-01-02T03:04:05Z
    + index=101 ignition=false odometer=8835000 hours=582 power=8.07 battery=7.052 event=36
    + alarm="sos" reason="Panic" sat=5 rssi=96 out1=0 out2=0 in2=1
    ~ cell 0-0-20015-4711

    # Order with the state of the battery
    | $SLU358765040000017,06,102,358765040000017,260102030405,Overspeed,06,260102030406,+5230.9765,+01322.6622,095,1,271,008835,,582,12.5,3.9,88,7,70,1,24.5,0,1,0,1*AC\r\n
    ? Sheet 4.2, order H
    @ 358765040000017
    = 2026-01-02T03:04:06Z valid 52.516275 13.377703 speed 51.296 course 271 device 2026-01-02T03:04:05Z
    + index=102 reason="Overspeed" event=6 alarm="overspeed" ignition=true odometer=8835000
    + hours=582 power=12.5 battery=3.9 batteryLevel=88 sat=7 rssi=70 in2=1 deviceTemp=24.5
    + out1=0 out2=1 out3=1

    # Order that an operator entered
    % format #IMEI#,#EDT#,#PDT#,#LAT#,#LONG#,#SPDK#,#ALTD#,#OUTA#,#IARM#,#PDOP#,#DID#,#EDV1#,#STRT#,#BATH#
    | $SLU358765040000017,06,103,358765040000017,20260102030405,20260102030406,+5230.9765,+01322.6622,050.0,34,1,1,1.5,A1B2,cold,11.9,often*F9\r\n
    ? Sheet 4.1
    @ 358765040000017
    = 2026-01-02T03:04:06Z valid 52.516275 13.377703 altitude 34 speed 26.998 device 2026-01-02T03:04:05Z
    + index=103 out1=1 armed=true pdop=1.5 driverUniqueId="A1B2" external1="cold" starter=11.9

    # Wrong sum
    % sealed no
    | $SLU0731A5,06,627,260102030405,01,,,,,,008807*00\r\n
    @ 0731A5
    - 2026-01-02T03:04:05Z
    + index=627 event=1 odometer=8807000

    # Notice of the connection
    | $SLU0731A5,01,1,260102030405,1.2*5F\r\n
    ? Sheet 4
    @ 0731A5

    # Latitude that cannot be
    | $SLU0731A5,06,624,260102030405,01,260102030404,+9526.5300,-07039.4020,013.9,326,008807,1*42\r\n
    ! invalid latitude 47

    # Identifier that is none
    | $SLU0731AX,06,624,260102030405*35\r\n
    ! invalid identifier 4

    # Line without a sum
    | $SLU0731A5,06,624,260102030405,01\r\n
    ! invalid sum 35

    # Any command
    $ custom data=Locate for 0731A5
    ? Sheet 6
    <| Locate

    # Any command without text
    $ custom for 0731A5
    ! the command needs the parameter 'data'

    # A line break is refused
    $ custom data="a\r\nb" for 0731A5
    ! the parameter 'data' must be 1 to 1000 printable ASCII characters

    # A command that it does not have
    $ engineStop for 0731A5
    ! this device has no command 'engineStop'; 'custom' sends text as it is
    """#
}
