extension Wialon {
  static let examples = #"""
    # Login, version 1.1
    | #L#353451044501236;NA\r\n
    ? Sheet 4.1, 5
    @ 353451044501236
    <| #AL#1\r\n

    & Position with inputs, analogue inputs, a driver and parameters
    | #D#020126;030405;5230.9765;N;01322.6622;E;036.0;271.0;34;9;0.8;3;1;12.61,0.02,3.6;00A4C1;Count1:1:564,fuel:2:45.8,hw:3:V4.5,sos:1:0,motion:3:FALSE,101_5.1:1:3\r\n
    ? Sheet 4.2, 4.3
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.438 course 271
    + sat=9 hdop=0.8 input="3" output="1" adc1="12.61" adc2="0.02" adc3="3.6"
    + driverUniqueId="00A4C1" count1=564.0 fuel=45.8 hw="V4.5" sos=0.0 motion=false 101_5.1=3.0
    <| #AD#1\r\n

    & Short position south and west, with few satellites
    | #SD#020126;030505;3351.9280;S;07034.1234;W;0.5;;540.2;2\r\n
    = 2026-01-02T03:05:05Z invalid -33.865467 -70.568723 altitude 540.2 speed 0.27
    + sat=2
    <| #AD#1\r\n

    & Ping
    | #P#\r\n
    <| #AP#\r\n

    & Text of the driver
    | #M#arrived at the depot\r\n
    ? Sheet 4
    - no time
    + result="arrived at the depot"
    <| #AM#1\r\n

    & Records of a black box; one of them cannot be read
    | #B#020126;020405;5230.9765;N;01322.6622;E;000.7;000;NA;4;NA;NA;NA;;NA;X:3:100 %
    | |020126;O20505;5230.9765;N;01322.6622;E;000.0;000;NA;4|020126;020605;5230.9765;N;01322.6622;E;005.0;090;35;7\r\n
    ? Sheet 4.4
    = 2026-01-02T02:04:05Z valid 52.516275 13.377703 speed 0.378
    + sat=4 x="100 %" archive=true
    = 2026-01-02T02:06:05Z valid 52.516275 13.377703 altitude 35 speed 2.7 course 90
    + sat=7 archive=true
    <| #AB#3\r\n

    & Nothing but cells: a record without a place
    | #D#NA;NA;NA;NA;NA;NA;NA;NA;NA;NA;NA;NA;NA;;NA;mcc:1:262,mnc:1:2,lac:1:20015,cell_id:1:48213,mcc1:1:262,mnc1:1:03,lac1:1:20016,cell_id1:1:48214,mcc2:1:262\r\n
    ? Sheet 4.3
    - no time
    + cell_id=48213.0 cell_id1=48214.0 mcc2=262.0
    ~ cell 262-2-20015-48213
    ~ cell 262-3-20016-48214
    <| #AD#1\r\n

    & State without a place
    | #D#020126;030605;NA;NA;NA;NA;NA;NA;NA;NA;NA;NA;NA;NA;NA;bat:3:87,temp:3:21,power:2:1.25E1,noise,empty:3:\r\n
    - 2026-01-02T03:06:05Z
    + batteryLevel=87 deviceTemp=21 power=12.5
    <| #AD#1\r\n

    # Login, version 2.0, with a checksum
    | #L#2.0;vehicle-7;secret;845F\r\n
    ? Sheet 4.1
    @ vehicle-7
    <| #AL#1\r\n

    & Position without time and satellites: the time of receipt stands for it
    | #D#NA;NA;5230.976512345678901;N;01322.66223;E;NA;NA;NA;NA;NA;NA;NA;NA;NA;accuracy:2:12.5;4D54\r\n
    ? Sheet 4.2: any number of decimals, not valid without satellites
    = no time invalid 52.516275 13.377704 accuracy 12.5
    <| #AD#1\r\n

    & Only a speed: a place of zeros, which the unit says is not valid
    | #SD#020126;030705;NA;NA;NA;NA;0.000;NA;NA;0;20F4\r\n
    ? Sheet 4.2
    = 2026-01-02T03:07:05Z invalid 0 0
    + sat=0
    <| #AD#1\r\n

    & A checksum that does not hold marks the record
    % sealed no
    | #SD#020126;030805.250;5364.0167;N;01322.6622;E;10;20;30;8;0x9b1\r\n
    ? Sheet 2, 7: minutes over 60 are counted all the same, decimals of a second are dropped
    = 2026-01-02T03:08:05Z valid 54.066945 13.377703 altitude 30 speed 5.4 course 20
    + sat=8
    <| #AD#1\r\n

    & Black box of version 2.0: the checksum counts as a piece
    | #B#020126;010405;5230.9765;N;01322.6622;E;001.0;002.0;3;4|020126;010505;5230.9765;N;01322.6622;E;001.0;002.0;3;4|2857\r\n
    ? Sheet 4.4, 5
    = 2026-01-02T01:04:05Z valid 52.516275 13.377703 altitude 3 speed 0.54 course 2
    + sat=4 archive=true
    = 2026-01-02T01:05:05Z valid 52.516275 13.377703 altitude 3 speed 0.54 course 2
    + sat=4 archive=true
    <| #AB#3\r\n

    # Over UDP the identifier stands in front, here with a version
    % transport udp
    | 2.0;353451044501236#D#020126;030405;5230.9765;N;01322.6622;E;018.2;099.7;-4.000;10;0.800;NA;NA;NA;NA;101_5213:1:521;1A29
    ? Sheet 2
    @ 353451044501236
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude -4 speed 9.827 course 99.7
    + sat=10 hdop=0.8 101_5213=521.0
    <| #AD#1\r\n

    # The same over TCP, version 1.1
    | 2002#SD#020126;030405;5230.9765;N;01322.6622;E;1;2;3;4\r\n
    ? Sheet 2
    @ 2002
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 3 speed 0.54 course 2
    + sat=4
    <| #AD#1\r\n

    # Fewer fields than a long message has: those behind the short ones are left
    | #D#020126;030405;5230.9765;N;01322.6622;E;1;2;3;4;0.8;3\r\n
    ? Sheet 4.2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 3 speed 0.54 course 2
    + sat=4
    <| #AD#1\r\n

    # A request for a file is not answered
    | #QI#\r\n
    ? Sheet 4

    # Letters in a number
    | #SD#020126;030405;5230.9765;N;01322.6622;E;fast;2;3;4\r\n
    ? Sheet 4.2
    ! invalid speed 43

    # A coordinate without a fraction
    | #SD#020126;030405;5230;N;01322.6622;E;1;2;3;4\r\n
    ! invalid latitude 18

    # A type that there is not
    | #XY#020126\r\n
    ! unsupported type 1

    # Too few fields
    | #SD#020126;030405;5230.9765;N\r\n
    ! truncated fields of a record 4

    # Restart
    $ rebootDevice
    ? Sheet 6
    <| reboot\r\n

    # Version
    $ deviceIdentification
    <| VER?\r\n

    # Balance
    $ sendUssd phone="*100#"
    <| USSD:*100#\r\n

    # A line break would be a second command
    $ sendUssd phone="*100#\r\nreboot"
    ! the parameter 'phone' must be 1 to 32 of digits, *, # and +

    # Output
    $ outputControl index=1 data=1
    <| L1=1\r\n

    # Output without a value
    $ outputControl index=1
    ! the command needs the parameter 'data'
    """#
}
