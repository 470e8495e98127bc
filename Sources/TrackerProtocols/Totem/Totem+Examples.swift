extension Totem {
  static let examples = #"""
    # Receiver's sentence, analogue input
    | $$B4863070040000038|AA$GPRMC,030405.00,A,5230.9765,N,01322.6622,E,10.5,271,020126,,,A*7D|01.8|00.9|01.5|000101010000|20260102030406|14151221|00050000|046D085E|0215|4821.3|1170|B29C
    ? Sheet 4.2
    @ 863070040000038
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 10.5 course 271
    + pdop=1.8 hdop=0.9 vdop=1.5 status=336 in3=true in4=false in1=true in2=false out1=true
    + out2=false battery=4.15 power=1221 adc1="00050000" temp1="0215" odometer=4821300.0
    ~ cell 0-0-1133-2142
    <| ACK OK\r\n

    # Low battery and SOS by its bit, south and west, no fix
    | $$AC863070040000038|10$GPRMC,030405.00,V,3352.1292,S,07039.6738,W,10.5,271,020126,,,A*7D|01.8|00.9|01.5|000000000001|20260102030406|14151221|046D085E|0215|4821.3|1170||0406
    ? Sheet 4.1, 4.2
    @ 863070040000038
    = 2026-01-02T03:04:05Z invalid -33.86882 -70.66123 speed 10.5 course 271
    + alarm="lowBattery,sos" pdop=1.8 hdop=0.9 vdop=1.5 status=1 in3=false in4=false in1=false
    + in2=false out1=false out2=false battery=4.15 power=1221 temp1="0215" odometer=4821300.0
    ~ cell 0-0-1133-2142
    <| ACK OK\r\n

    # Without a date: no position
    | $$AB863070040000038|AA$GPRMC,030405.00,A,5230.9765,N,01322.6622,E,10.5,271,000000,,,A*7D|01.8|00.9|01.5|000000000000|20260102030406|14151221|046D085E|0215|4821.3|1170|9229
    ? Sheet 4.2
    @ 863070040000038
    <| ACK OK\r\n

    # Zeros in the place of the sentence
    | $$9A863070040000038|AA0000000000000000000000000000000000000000|00.0|00.0|00.0|000000000000|20090215000153|13601435|00000000|00000000|0000|0.0000|0007|B57E
    ? Sheet 4.2
    @ 863070040000038
    <| ACK OK\r\n

    # Fields between bars
    | $$85863070040000038|43020126030405|A|5230.9765|N|01322.6622|E|10.5|271|0.9|000100000011|14112|00050000|046D085E|0215|4821.3|1170|012B
    ? Sheet 4.3
    @ 863070040000038
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 10.5 course 271
    + alarm="geofenceEnter" hdop=0.9 status=259 antenna=true charge=true in1=false in2=false
    + in3=false in4=false in5=false in6=false out1=true out2=false out3=false out4=false
    + battery=4.1 power=12 adc1="00050000" temp1="0215" odometer=4821300.0
    ~ cell 0-0-1133-2142
    <| ACK OK\r\n

    # Fixed widths
    | $$72863070040000038|110201260304058000037120012003402102119BD508AA1127101001.400482135230.9765N01322.6622E1170C45F
    ? Sheet 4.4
    @ 863070040000038
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 10 course 271
    + alarm="overspeed" io1="8000" battery=3.7 power=12 adc1="0012" adc2="0034" temp1="021"
    + temp2="021" sat=11 pdop=1.4 odometer=48213000
    ~ cell 0-0-6589-20618
    <| ACK OK\r\n

    # Fourth generation, battery and supply
    | $$0108AA863070040000038|508040002601020304054214057728A058AE112127103600.900482135230.9765N01322.6622E116423
    ? Sheet 4.5
    @ 863070040000038
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.438 course 271
    + battery=4.2 power=14 adc1="0577" sat=11 hdop=0.9 odometer=48213000 status=1350582272
    + ignition=true charge=true out1=true out2=false out3=false
    ~ cell 0-0-10400-22702 -21
    <| $$0014AA116407

    # Battery in hundredths, a field at the end; geofence left
    | $$0111AA863070040000038|08044000260102030405404000028A058AE112127103600.900482135230.9765N01322.6622E000011641C
    ? Sheet 4.5
    @ 863070040000038
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.438 course 271
    + battery=4.04 adc1="0000" sat=11 hdop=0.9 odometer=48213000 status=134496256
    + alarm="geofenceExit" ignition=false charge=false out1=false out2=false out3=false
    ~ cell 0-0-10400-22702 -21
    <| $$0014AA116407

    # Network codes; power cut
    | $$011310863070040000038|180040002601020304054200000028A058AE02262112127103600.900482133352.1292S07039.6738W116414
    ? Sheet 4.5
    @ 863070040000038
    = 2026-01-02T03:04:05Z valid -33.86882 -70.66123 speed 19.438 course 271
    + alarm="powerCut,geofenceExit" battery=4.2 power=0 adc1="0000" sat=11 hdop=0.9
    + odometer=48213000 status=402669568 ignition=false charge=true out1=false out2=false
    + out3=false
    ~ cell 262-2-10400-22702 -21
    <| $$0014AA116407

    # One temperature; vibration
    | $$011240863070040000038|1000000026010203040542000000021528A058AE112127103600.900482135230.9765N01322.6622E116422
    ? Sheet 4.5
    @ 863070040000038
    = 2026-01-02T03:04:05Z invalid 52.516275 13.377703 speed 19.438 course 271
    + alarm="vibration" battery=4.2 power=0 adc1="0000" temp1="0215" sat=11 hdop=0.9
    + odometer=48213000 status=268435456 ignition=false charge=true out1=false out2=false
    + out3=false
    ~ cell 0-0-10400-22702 -21
    <| $$0014AA116407

    # Four inputs and two temperatures; SOS and overspeed by bits
    | $$0128AA863070040000038|B0001000260102030405401203270321032103270215018928A058AE112127103600.900482135230.9765N01322.6622E11645C
    ? Sheet 4.5
    @ 863070040000038
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.438 course 271
    + battery=4.0 power=12 adc1="0327" adc2="0321" adc3="0321" adc4="0327" temp1="0215"
    + temp2="0189" sat=11 hdop=0.9 odometer=48213000 status=2952794112 alarm="sos,overspeed"
    + ignition=false charge=true out1=false out2=false out3=false
    ~ cell 0-0-10400-22702 -21
    <| $$0014AA116407

    # Overspeed
    | $$010802863070040000038|508040002601020304054214057728A058AE112127103600.900482135230.9765N01322.6622E116421
    ? Sheet 4.1
    @ 863070040000038
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.438 course 271
    + alarm="overspeed" battery=4.2 power=14 adc1="0577" sat=11 hdop=0.9 odometer=48213000
    + status=1350582272 ignition=true charge=true out1=true out2=false out3=false
    ~ cell 0-0-10400-22702 -21
    <| $$0014AA116407

    # Towed
    | $$010806863070040000038|508040002601020304054214057728A058AE112127103600.900482135230.9765N01322.6622E116425
    ? Sheet 4.1
    @ 863070040000038
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.438 course 271
    + alarm="tow" battery=4.2 power=14 adc1="0577" sat=11 hdop=0.9 odometer=48213000
    + status=1350582272 ignition=true charge=true out1=true out2=false out3=false
    ~ cell 0-0-10400-22702 -21
    <| $$0014AA116407

    # Antenna of the receiver cut
    | $$010807863070040000038|508040002601020304054214057728A058AE112127103600.900482135230.9765N01322.6622E116424
    ? Sheet 4.1
    @ 863070040000038
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.438 course 271
    + alarm="gpsAntennaCut" battery=4.2 power=14 adc1="0577" sat=11 hdop=0.9 odometer=48213000
    + status=1350582272 ignition=true charge=true out1=true out2=false out3=false
    ~ cell 0-0-10400-22702 -21
    <| $$0014AA116407

    # Supply is back
    | $$010811863070040000038|508040002601020304054214057728A058AE112127103600.900482135230.9765N01322.6622E116423
    ? Sheet 4.1
    @ 863070040000038
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.438 course 271
    + alarm="powerRestored" battery=4.2 power=14 adc1="0577" sat=11 hdop=0.9 odometer=48213000
    + status=1350582272 ignition=true charge=true out1=true out2=false out3=false
    ~ cell 0-0-10400-22702 -21
    <| $$0014AA116407

    # Supply is low
    | $$010812863070040000038|508040002601020304054214057728A058AE112127103600.900482135230.9765N01322.6622E116420
    ? Sheet 4.1
    @ 863070040000038
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.438 course 271
    + alarm="lowPower" battery=4.2 power=14 adc1="0577" sat=11 hdop=0.9 odometer=48213000
    + status=1350582272 ignition=true charge=true out1=true out2=false out3=false
    ~ cell 0-0-10400-22702 -21
    <| $$0014AA116407

    # Idling
    | $$010841863070040000038|508040002601020304054214057728A058AE112127103600.900482135230.9765N01322.6622E116426
    ? Sheet 4.1
    @ 863070040000038
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.438 course 271
    + alarm="idle" battery=4.2 power=14 adc1="0577" sat=11 hdop=0.9 odometer=48213000
    + status=1350582272 ignition=true charge=true out1=true out2=false out3=false
    ~ cell 0-0-10400-22702 -21
    <| $$0014AA116407

    # Hard acceleration
    | $$010842863070040000038|508040002601020304054214057728A058AE112127103600.900482135230.9765N01322.6622E116425
    ? Sheet 4.1
    @ 863070040000038
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.438 course 271
    + alarm="hardAcceleration" battery=4.2 power=14 adc1="0577" sat=11 hdop=0.9
    + odometer=48213000 status=1350582272 ignition=true charge=true out1=true out2=false
    + out3=false
    ~ cell 0-0-10400-22702 -21
    <| $$0014AA116407

    # Hard braking
    | $$010843863070040000038|508040002601020304054214057728A058AE112127103600.900482135230.9765N01322.6622E116424
    ? Sheet 4.1
    @ 863070040000038
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 19.438 course 271
    + alarm="hardBraking" battery=4.2 power=14 adc1="0577" sat=11 hdop=0.9 odometer=48213000
    + status=1350582272 ignition=true charge=true out1=true out2=false out3=false
    ~ cell 0-0-10400-22702 -21
    <| $$0014AA116407

    # Parked
    | $$72863070040000038|300201260304058000037120012003402102119BD508AA1127100001.400482135230.9765N01322.6622E1170F660
    ? Sheet 4.1, 4.4
    @ 863070040000038
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 course 271
    + alarm="parking" io1="8000" battery=3.7 power=12 adc1="0012" adc2="0034" temp1="021"
    + temp2="021" sat=11 pdop=1.4 odometer=48213000
    ~ cell 0-0-6589-20618
    <| ACK OK\r\n

    # Heartbeat
    | $$0025BB86307004000003832
    ? Sheet 4.1
    @ 863070040000038
    <| $$0014AA00380E

    # Driver card
    | $$0070E2863070040000038|260102030405,13.377704,52.516275,0004A1B2C3|1F
    ? Sheet 4.6
    @ 863070040000038
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704
    + driverUniqueId="0004A1B2C3"
    <| $$0014AA2C3|3B

    # Values of the vehicle
    | $$0116E5863070040000038|260102030405,13.377704,52.516275,$Cloud,48213,621,730,12410,1450,36,12,98,88,22,41,17,55,|17
    ? Sheet 4.6
    @ 863070040000038
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704
    + odometer=48213 fuelUsed=621 fuelConsumption=730 power=12.41 rpm=1450 obdSpeed=36
    + coolantTemp=88 intakeTemp=22 engineLoad=41 throttle=17 fuel=55
    <| $$0014AA55,|55

    # A short list of values: no position
    | $$0064E5863070040000038|260102030405,13.377704,52.516275,0,0,|69
    ? Sheet 4.6
    @ 863070040000038
    <| $$0014AA,0,|49

    # A length that does not hold: the frame ends with the bytes
    % sealed no
    | $$0150E2863070040000038|260102030405,13.377704,52.516275,0004A1B2C3|1C
    ? Sheet 3
    @ 863070040000038
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704
    + driverUniqueId="0004A1B2C3"
    <| $$0014AA2C3|3B

    # A latitude beyond the pole: answered, not stored
    | $$0108AA863070040000038|508040002601020304054214057728A058AE112127103600.900482139930.9765N01322.6622E116424
    ? Sheet 5
    @ 863070040000038
    <| $$0014AA116407

    # The same where the sum does not hold
    % sealed no
    % recognised no
    | $$0108AA863070040000038|508040002601020304054214057728A058AE112127103600.900482139930.9765N01322.6622E116400
    ! invalid latitude 81

    # Inputs that are none: answered, not stored
    | $$B4863070040000038|AA$GPRMC,030405.00,A,5230.9765,N,01322.6622,E,10.5,271,020126,,,A*7D|01.8|00.9|01.5|00010101000X|20260102030406|14151221|00050000|046D085E|0215|4821.3|1170|55FD
    ? Sheet 4.2
    @ 863070040000038
    <| ACK OK\r\n

    # Values of the vehicle with decimals
    | $$0120E5863070040000038|260102030405,13.377704,52.516275,$Cloud,48213.5,62.5,7.25,12410,1450,36,12,98,-8,22,41,17,55,|1C
    ? Sheet 4.6
    @ 863070040000038
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704
    + odometer=48213.5 fuelUsed=62.5 fuelConsumption=7.25 power=12.41 rpm=1450 obdSpeed=36
    + coolantTemp=-8 intakeTemp=22 engineLoad=41 throttle=17 fuel=55
    <| $$0014AA55,|55

    # Command custom
    $ custom data="025,A,1"
    ? Sheet 6
    <| $$0024CF000000,025,A,168

    # Command rebootDevice
    $ rebootDevice
    ? Sheet 6
    <| $$0020CF000000,0061D

    # Command factoryReset
    $ factoryReset
    ? Sheet 6
    <| $$0020CF000000,0071C

    # Command positionSingle
    $ positionSingle
    ? Sheet 6
    <| $$0020CF000000,01218

    # Command getVersion
    $ getVersion
    ? Sheet 6
    <| $$0020CF000000,05618

    # Command engineStop
    $ engineStop
    ? Sheet 6
    <| $$0024CF000000,025,C,16A

    # Command engineResume
    $ engineResume
    ? Sheet 6
    <| $$0024CF000000,025,C,06B

    # Another password
    % devicePassword 123456
    $ rebootDevice
    <| $$0020CF123456,0061A

    # A start inside would be a second command
    $ custom data="1$$0020CF"
    ! the parameter 'data' must be 1 to 1000 printable ASCII characters without '$$'
    """#
}
