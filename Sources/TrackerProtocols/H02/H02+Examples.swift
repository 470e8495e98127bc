extension H02 {
  static let examples = #"""
    # Position, confirmed with the server's clock
    | *HQ,4106550123,V1,030405,A,5230.9765,N,01322.6622,E,010.50,271,020126,FFFFFBFF,262,02,20015,48213,6#
    ? Sheet 4.2, 5
    @ 4106550123
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 10.5 course 271
    + ignition=false status=4294966271 io1="262" io2="02" io3="20015" io4="48213" io5="6"
    <| *HQ,4106550123,V4,V1,20260102030405#

    & The same unit's next packet: 45 bytes, no fix, a button pressed
    > 24 4106550123 030435 020126 52309765 06 013226622C 000000 FFFFFBFD FF001500000000170106024E2FBC5502
    @ 4106550123
    = 2026-01-02T03:04:35Z invalid 52.516275 13.377703
    + batteryLevel=100 alarm="sos" ignition=false status=4294966269

    & An empty identifier means the unit that spoke before
    | *HQ,,V1,030505,A,5230.9801,N,01322.6700,E,0.00,0,020126,FFFFFFFF#
    ? Sheet 1, 5
    @ 4106550123
    = 2026-01-02T03:05:05Z valid 52.516335 13.377833
    + ignition=true status=4294967295

    & The next packet of the length that is known now
    > 24 4106550123 030535 020126 52309801 05 013226700E 012093 FFFFFFFF FF001608000000180106024E2FBC5503
    @ 4106550123
    = 2026-01-02T03:05:35Z valid 52.516335 13.377833 speed 12 course 93
    + batteryLevel=80 ignition=true status=4294967295

    # Coordinates without point, south; 4G cell in the tail
    | *HQ,9106550124,V1,030405,A,33519280,S,151123450,E,000.00,173,020126,FF7FFBFF,,,1a2b3c4,20015,4#
    ? Sheet 4.2, 4.3
    @ 9106550124
    = 2026-01-02T03:04:05Z valid -33.865467 151.20575 course 173
    + ignition=false status=4286577663 io3="1a2b3c4" io4="20015" io5="4"
    <| *HQ,9106550124,V4,V1,20260102030405#

    # Sensors in the tail: altitude, odometer, temperature, fuel, cell
    | *HQ,2130550125,V1,030405,A,4104.5120,N,02859.8740,E,1.125,085,020126,FFFFDFFF,48213,-4,71.5,34,4E2F,1A2B#
    ? Sheet 4.3
    @ 2130550125
    = 2026-01-02T03:04:05Z valid 41.0752 28.9979 altitude 34 speed 1.125 course 85
    + ignition=true status=4294959103 odometer=48213 temp1=-4 fuel=71.5
    ~ cell 0-0-20015-6699
    <| *HQ,2130550125,V4,V1,20260102030405#

    # A battery code before the date, three items behind it
    | *HQ,4210550126,V1,030405,A,5230.9765,N,01322.6622,E,000.5,047,4,020126,FFE7FBDF,4821300,0#
    ? Sheet 4.3: status words begin with set bits, SIM card numbers are decimal
    @ 4210550126
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 0.5 course 47
    + batteryLevel=60 alarm="powerCut" ignition=false status=4293393375 io1="4821300" io2="0"
    <| *HQ,4210550126,V4,V1,20260102030405#

    # Minus signs are decoration
    | *HQ,1451550127,V1,030405,A,-33-5.1234,S,-70-9.5678,W,0.1,158,020126,FFFFFFFF#
    ? Sheet 4.2
    @ 1451550127
    = 2026-01-02T03:04:05Z valid -33.08539 -70.159463 speed 0.1 course 158
    + ignition=true status=4294967295
    <| *HQ,1451550127,V4,V1,20260102030405#

    # No degrees, three digits, hexadecimal cell with blanks, alarm by the second button
    | *hq,358765040000017,V1,030405,,38.6508,S,701.8915,W,  1.40,,020126,FFFBFFFF,106,2, 4e2,1a2b#
    ? Sheet 4.2, 4.3
    @ 358765040000017
    = 2026-01-02T03:04:05Z invalid -0.64418 -7.031525 speed 1.4
    + alarm="sos" ignition=true status=4294705151 io1="106" io2="2" io3="4e2" io4="1a2b"
    <| *HQ,358765040000017,V4,V1,20260102030405#

    # A date of zeros is none: the time of receipt stands for it
    | *HQ,358765040000017,V1,000000,V,5230.9765,N,01322.6622,E,0.00,0,000000,FFFFFBFF#
    @ 358765040000017
    = no time invalid 52.516275 13.377703
    + ignition=false status=4294966271
    <| *HQ,358765040000017,V4,V1,20260102030405#

    # No date at all
    | *HQ,358765040000017,V1,030405,V,5230.9765,N,01322.6622,E,0.00,0,,FFFFFBFF#
    ? Sheet 4.3
    @ 358765040000017
    = no time invalid 52.516275 13.377703
    + ignition=false status=4294966271
    <| *HQ,358765040000017,V4,V1,20260102030405#

    # Before the first fix: no record, no answer, but the unit is heard
    | *HQ,358765040000017,V1,,V,,N,,E,0.00,0,,FFFFF7FF,106,a,4e2f,1a2b#
    ? Sheet 4.2
    @ 358765040000017

    # Before the first fix, another way
    | *HQ,358765040000017,V1,000000,V,0.0000,0,0.0000,0,0.00,0.00,000000,ffffffff,000106,000002#
    ? Sheet 4.2
    @ 358765040000017

    # Report on the SIM card with the last position
    | *HQ,4109550128,V19,030405,V,5230.9765,N,01322.6622,E,000.00,000,020126,,4915155501280,8949020000012345678?,FFFFFBFF#
    ? Sheet 4.3; the date is used, it is the record's own
    @ 4109550128
    = 2026-01-02T03:04:05Z invalid 52.516275 13.377703
    + phone="4915155501280" iccid="8949020000012345678" ignition=false status=4294966271

    # Three items about the SIM card and no status
    | *HQ,4210550126,V5,030405,B,5230.9765,N,01322.6622,E,000.5,047,020126,,4915155501280,8949020000012345678#
    ? Sheet 4.3
    @ 4210550126
    = 2026-01-02T03:04:05Z invalid 52.516275 13.377703 speed 0.5 course 47
    + phone="4915155501280" iccid="8949020000012345678"

    # V6 has the SIM card in its last item
    | *HQ,4210550126,V6,030405,V,5230.9765,N,01322.6622,E,0.00,0.00,020126,FFF7FBFF,262,02,20015,48213,8949020000012345678F,#
    ? Sheet 4.3
    @ 4210550126
    = 2026-01-02T03:04:05Z invalid 52.516275 13.377703
    + alarm="powerCut" ignition=false status=4294441983 io1="262" io2="02" io3="20015"
    + io4="48213" io5="8949020000012345678F"

    # Position with a number instead of the fix letter
    | *HQ,358765040000017,V2,030405,0,5230.97651,N,01322.66223,E,0.25,0,020126,FFFFFFFE,106,2,4e2f,1a2b#
    ? Sheet 4.2
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 0.25
    + alarm="vibration" ignition=true status=4294967294 io1="106" io2="2" io3="4e2f" io4="1a2b"

    # V8 with further items; acknowledged if the operator wants it
    % h02.ack true
    | *HQ,9001550129,V8,030405,A,5230.9765,N,01322.6622,E,0.00,170,020126,FFFFF9FB,0,0,1,0,17,29,130,0#
    ? Sheet 4.3, 5
    @ 9001550129
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 course 170
    + alarm="overspeed" ignition=false status=4294965755 io1="0" io2="0" io3="1" io4="0"
    + io5="17" io6="29" io7="130" io8="0"
    <| *HQ,9001550129,R12,030405#

    # Confirmation of a command with the position
    | *TH,2020550130,V4,S14,90,15,1,3,030401,030405,A,5230.9765,N,01322.6622,E,14.28,028,020126,F7FFFBFF#
    ? Sheet 4.2
    @ 2020550130
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 14.28 course 28
    + result="S14,90,15,1,3,030401" ignition=false status=4160748543

    # Confirmation of a command without position
    | *HQ,4106550123,V4,S20,030402,1,1#
    ? Sheet 6
    @ 4106550123

    # Cells with signal, the same twice once; time beyond its range
    | *HQ,1400550131,NBR,170269,262,2,1,5,20015,4711,50,20015,4712,-85,20015,4711,50,20015,4711,39,20016,17,,020126,FFF7FBFF,5#
    ? Sheet 4.5
    @ 1400550131
    - 2026-01-02T17:03:09Z
    + alarm="powerCut" ignition=false status=4294441983 batteryLevel=80
    ~ cell 262-2-20015-4711 -50
    ~ cell 262-2-20015-4712 -85
    ~ cell 262-2-20015-4711 -39
    ~ cell 262-2-20016-17
    <| *HQ,1400550131,V4,NBR,20260102030405#

    # Cells with country and network in one item
    | *HQ,358765040000017,V3,030405,26202,02,020015,004711,150,-71,020016,000815,131,,02C1,0,X,020126,FFFFFBFF#
    ? Sheet 4.6
    @ 358765040000017
    - 2026-01-02T03:04:05Z
    + battery=705 ignition=false status=4294966271
    ~ cell 262-2-20015-4711
    ~ cell 262-2-20016-815

    # Keep-alive
    | *HQ,1700550132,LINK,030405,15,7,84,1250,3,020126,FFFFFBFF#
    ? Sheet 4.7
    @ 1700550132
    - 2026-01-02T03:04:05Z
    + rssi=15 sat=7 batteryLevel=84 steps=1250 turnovers=3 ignition=false status=4294966271

    # Short form with cells
    | *hq,358765040000017,VP1,V,262,002,20015,4711,0Y20015,4712,31Y20016,815,27#
    ? Sheet 4.8
    @ 358765040000017
    - no time
    ~ cell 262-2-20015-4711
    ~ cell 262-2-20015-4712 -31
    ~ cell 262-2-20016-815 -27

    # Short form with a position, which has no time of day
    | *hq,358765040000017,VP1,A,5230.9765,N,01322.6622,E,0.48,12.5,020126#
    ? Sheet 4.8
    @ 358765040000017
    = 2026-01-02T00:00:00Z valid 52.516275 13.377703 speed 0.48 course 12.5

    # Heartbeat with battery level
    | *HQ,358765040000017,HTBT,93#
    ? Sheet 4.9, 5
    @ 358765040000017
    - no time
    + batteryLevel=93
    <| *HQ,358765040000017,HTBT#

    # Heartbeat without
    | *HQ,358765040000017,V0#
    ? Sheet 4.9, 5
    @ 358765040000017
    <| *HQ,358765040000017,V0#

    # Heartbeat with battery level of a unit that is not known to have one
    | *HQ,4106550123,HTBT,93#
    ? Sheet 4.9
    @ 4106550123
    <| *HQ,4106550123,HTBT#

    & The same without identifier
    | *HQ,,HTBT#
    ? Sheet 1
    @ 4106550123
    <| *HQ,,HTBT#

    # Answer to a command by text
    | *HQ,358765040000017,SMS,APN:internet\nUT:30,60\nGPS:A-11#
    ? Sheet 4.9
    @ 358765040000017
    - no time
    + result="APN:internet\nUT:30,60\nGPS:A-11"

    # A form that has no public meaning
    | *HQ,8401550133,BASE,030405,0,0,0,0,020126,FFFFFFFF#
    ? Sheet 4.1
    @ 8401550133

    # Packet of 32 bytes, south and west, supply cut
    > 24 2705550134 030405 020126 33265300 56 070394020 2 000271 FFF7FFFF FF0000
    ? Sheet 4.10
    @ 2705550134
    = 2026-01-02T03:04:05Z valid -33.442167 -70.6567 course 271
    + batteryLevel=86 alarm="powerCut" ignition=true status=4294443007

    & Its repetition gives nothing
    > 58 2705550134 030405 020126 33265300 56 070394020 2 000271 FFF7FFFF FF0000
    ? Sheet 4.10
    @ 2705550134

    # Packet of 42 bytes with a long identifier
    % transport udp
    > 24 3587650400000170 030405 020126 52309765 F3 013226622E 024138 FFFFFBFF FF00340001BC00123456
    ? Sheet 4.10
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 24 course 138
    + batteryLevel=3 ignition=false status=4294966271

    # Packet of 46 bytes: fuel firmware
    % transport udp
    > 24 2130550125 030405 020126 41045120 00 028598740E 001085 FFFFDFFF FF0344000004821300640000344E2F1A2B
    ? Sheet 4.10
    @ 2130550125
    = 2026-01-02T03:04:05Z valid 41.0752 28.9979 speed 1 course 85
    + ignition=true status=4294959103

    # Packet of 48 bytes, acknowledged if the operator wants it
    % transport udp
    % h02.ack true
    > 24 9713550135 030405 020126 43178120 64 005443215A 000000 EFFFFBFF 00061234567803000000000000000000000017
    ? Sheet 4.10, 5
    @ 9713550135
    = 2026-01-02T03:04:05Z valid -43.296867 5.738692
    + batteryLevel=100 ignition=false status=4026530815
    <| *HQ,9713550135,R12,030405#

    # Packet of 47 bytes: 4G
    > 24 9059550136 030405 020126 52309765 57 013226622E 000000 FFFFFBFF 00000000000000000106020901A2B34E2F07
    ? Sheet 4.10
    @ 9059550136
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703
    + batteryLevel=87 ignition=false status=4294966271

    # Packet with a latitude that cannot be
    > 24 4106550123 030405 020126 52609765 06 013226622C 000000 FFFFFBFF FF0015
    ! invalid latitude 12

    # Fix letter that cannot be
    | *HQ,4106550123,V1,030405,Q,5230.9765,N,01322.6622,E,010.50,271,020126,FFFFFBFF#
    ! invalid fix 25

    # Short form with a letter that cannot be
    | *hq,358765040000017,VP1,Q,5230.9765,N#
    ! invalid fix 24

    # Identifier with letters
    | *HQ,41065A0123,V1,030405,A,5230.9765,N,01322.6622,E,0,0,020126#
    ! invalid identifier 4

    # 60 minutes of latitude
    | *HQ,4106550123,V1,030405,A,5260.0000,N,01322.6622,E,010.50,271,020126,FFFFFBFF#
    ! invalid latitude 27

    # A list of cells that breaks off
    | *HQ,1400550131,NBR,030405,262,2,1,2,20015,4711,50,20015#
    ! truncated date 55

    # Text in the place of a number
    | *HQ,4106550123,V1,030405,A,5230.9765,N,01322.6622,E,fast,271,020126,FFFFFBFF#
    ! invalid speed 52

    # Stop the engine
    $ engineStop for 4106550123
    <| *HQ,4106550123,S20,030405,1,1#

    # Let the engine run
    $ engineResume for 4106550123
    <| *HQ,4106550123,S20,030405,1,0#

    # Arm
    $ alarmArm for 358765040000017
    <| *HQ,358765040000017,SCF,030405,0,0#

    # Disarm
    $ alarmDisarm for 358765040000017
    <| *HQ,358765040000017,SCF,030405,1,1#

    # Interval
    $ positionPeriodic frequency=60 for 4106550123
    <| *HQ,4106550123,S71,030405,22,60#

    # Interval for the other firmware
    % h02.alternative true
    $ positionPeriodic frequency=60 for 4106550123
    <| *HQ,4106550123,D1,030405,60#

    # Interval is missing
    $ positionPeriodic for 4106550123
    ! the command needs the parameter 'frequency'

    # Interval that is too long
    $ positionPeriodic frequency=90000 for 4106550123
    ! the parameter 'frequency' must be 1 to 86400 seconds

    # Any command by its code
    $ custom data=S14,90,15,1,3 for 4106550123
    <| *HQ,4106550123,S14,030405,90,15,1,3#

    # Any command without parameters
    $ custom data=R1 for 4106550123
    <| *HQ,4106550123,R1,030405#

    # A second command inside the first is refused
    $ custom data="R1#*HQ,4106550123,S20,1,1" for 4106550123
    ! the parameter 'data' must be 1 to 1000 printable ASCII characters without * and #

    # An identifier that is none
    $ engineStop for 41-06
    ! the parameter 'uniqueId' must be 8 to 15 digits

    # A command that it does not have
    $ rebootDevice for 4106550123
    ! this device has no command 'rebootDevice'; 'custom' sends text as it is
    """#
}
