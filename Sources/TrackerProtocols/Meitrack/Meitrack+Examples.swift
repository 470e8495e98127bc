extension Meitrack {
  static let examples = #"""
    # Position as text
    | $$K138,863070040000012,AAA,35,52.516275,13.377704,260102030405,A,11,21,36,271,0.9,34,48213,3600,262|2|4E2F|1A2B,0201,0003|0000||019D|04D9,,*B5\r\n
    ? Sheet 4.1
    @ 863070040000012
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 271
    + event=35 sat=11 hdop=0.9 odometer=48213 runtime="3600" input=2 output=1 adc1=3 adc2=0
    + battery=4.13 power=12.41
    ~ cell 262-2-20015-6699 -21

    # Voltages with decimals, fields of another firmware
    | $$K150,863070040000012,AAA,35,52.516275,13.377704,260102030405,A,11,21,36,271,0.9,34,48213,3600,262|2|4E2F|1A2B,0201,4.13|12.41|1.92|2.72|2.69,0.5|0|1,*77\r\n
    ? Sheet 4.1
    @ 863070040000012
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 271
    + event=35 sat=11 hdop=0.9 odometer=48213 runtime="3600" input=2 output=1 battery=4.13
    + power=12.41
    ~ cell 262-2-20015-6699 -21

    # SOS, west and south, no fix, protocol 1: fuel and temperatures
    | $$K139,863070040000012,AAA,1,-33.868820,-70.661230,260102030405,V,0,14,0,0,0,-4,48213,3600,000|00||,0000,|||0190|0000,,,1,0009,001206|01F632*A3\r\n
    ? Sheet 4.1, 4.2
    @ 863070040000012
    = 2026-01-02T03:04:05Z invalid -33.86882 -70.66123 altitude -4
    + event=1 alarm="sos" sat=0 hdop=0.0 odometer=48213 runtime="3600" input=0 output=0
    + battery=4.0 power=0.0 fuel=0.09 temp0=18.06 temp1=-9.5

    # Driver card; temperatures of protocol 3
    | $$K169,863070040000012,AAA,37,52.516275,13.377704,260102030405,A,11,21,36,271,0.9,34,48213,3600,262|2|4E2F|1A2B,0201,0000|0000|0000|019D|04D9,006380DF,,3,,06FB2E,2,511,T1*21\r\n
    ? Sheet 4.1
    @ 863070040000012
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 271
    + event=37 sat=11 hdop=0.9 odometer=48213 runtime="3600" input=2 output=1 adc1=0 adc2=0
    + adc3=0 battery=4.13 power=12.41 driverUniqueId="006380DF" temp6=-12.34 tempData="T1"
    ~ cell 262-2-20015-6699 -21

    # Taximeter, data of an event
    | $$K216,863070040000012,AAA,109,52.516275,13.377704,260102030405,A,11,21,36,271,0.9,34,48213,3600,262|2|4E2F|1A2B,0201,0000|0000|0000|019D|04D9,note,,108,0000,,6,0,,,,,10|260102030000|260102030400|78|3500|000000|000003*31\r\n
    ? Sheet 4.1
    @ 863070040000012
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 271
    + event=109 sat=11 hdop=0.9 odometer=48213 runtime="3600" input=2 output=1 adc1=0 adc2=0
    + adc3=0 battery=4.13 power=12.41 eventData="note" fuel=0.0 taximeterOn=true
    + taximeterStart="260102030000" taximeterEnd="260102030400" taximeterDistance=78
    + taximeterFare=3500 taximeterTrip="000000" taximeterWait="000003"
    ~ cell 262-2-20015-6699 -21

    # Stored record with a count in front
    | $$K135,863070040000012,AFF,0004,35,52.516275,13.377704,260102030405,A,11,21,36,271,0.9,34,48213,3600,262|2|4E2F|1A2B,0201,|||019D|04D9,,*29\r\n
    ? Sheet 4.1
    @ 863070040000012
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 271
    + event=35 sat=11 hdop=0.9 odometer=48213 runtime="3600" input=2 output=1 battery=4.13
    + power=12.41
    ~ cell 262-2-20015-6699 -21

    # Voltages by the model
    % model MVT380
    | $$K138,863070040000012,AAA,35,52.516275,13.377704,260102030405,A,11,21,36,271,0.9,34,48213,3600,262|2|4E2F|1A2B,0201,0003|0000||02BC|00C8,,*B8\r\n
    ? Sheet 4.1
    @ 863070040000012
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 271
    + event=35 sat=11 hdop=0.9 odometer=48213 runtime="3600" input=2 output=1 adc1=3 adc2=0
    + battery=4.1015625 power=9.375
    ~ cell 262-2-20015-6699 -21

    # A datagram without line end
    % transport udp
    | $$K138,863070040000012,AAA,35,52.516275,13.377704,260102030405,A,11,21,36,271,0.9,34,48213,3600,262|2|4E2F|1A2B,0201,0003|0000||019D|04D9,,*B5
    ? Sheet 2
    @ 863070040000012
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 271
    + event=35 sat=11 hdop=0.9 odometer=48213 runtime="3600" input=2 output=1 adc1=3 adc2=0
    + battery=4.13 power=12.41
    ~ cell 262-2-20015-6699 -21

    # Fixed records
    > 2424583133382c3836333037303034303030303031322c4343432c020134000100000023b3552103a820cc0025f2e930010b1524000f010900220055bc0000100e0000060102002f4e2c43020005009d010c000000000023b3552103a820cc0043f2e930010b1524000f010900220055bc0000100e0000060102002f4e2c43020005009d010c00000000002a43380d0a
    ? Sheet 4.3
    @ 863070040000012
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 271
    + event=35 sat=11 hdop=0.9 odometer=48213 runtime=3600 status=2 adc1=5 battery=4.13 power=12
    ~ cell 262-2-20015-17196 -21
    = 2026-01-02T03:04:35Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 271
    + event=35 sat=11 hdop=0.9 odometer=48213 runtime=3600 status=2 adc1=5 battery=4.13 power=12
    ~ cell 262-2-20015-17196 -21
    <| @@X27,863070040000012,CCC,2*D9\r\n

    # Lists of parameters
    > 2424613236332c3836333037303034303030303031322c4343452c000000000200cc0001000a01230501060b07151401150247029711fe69611b000a082400090f010a09000bfcff169001199d011ad90440230099aa059c58000902b355210303a820cc000425f2e9300c55bc00000d100e00002567120000a0dc050000fef45a0000001c01000000070e0c060102002f4e3c2b1a00b9ff1d0802005e102030c4ff2b0303f3fdfe3117020732303236303130323033303430355f43312e6a7067fe731901045461673102005e102031640016003200000000000000004b060101034c5445fea807014d013200000017000200010500000302ec33fbfd0392cbc9fb0461f2e930002a37450d0a
    ? Sheet 4.4
    @ 863070040000012
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude -4 speed 19.438 course 271
    + event=35 sat=11 rssi=21 output=1 input=2 lock=true throttle=17 batteryLevel=77 hdop=9
    + adc1=4.0 battery=4.13 power=12.41 rpm=1450 coolantTemp=88 odometer=48213 runtime=3600
    + driverUniqueId="4711" fuelUsed=1.5 hours=5400000 temp1=-5.25 alarmType=7
    + image="2026-01-02/20260102030405_C1.jpg" tagName="Tag1" tagBattery=100 tagTemp=22.0
    + tagHumidity=50.0 battery2Level=50
    ~ cell 262-2-20015-1715004 -71
    ~ wifi 02:00:5e:10:20:30 -60
    = 2026-01-02T03:05:05Z invalid -33.86882 -70.66123

    # A parameter that ends too soon costs the others nothing
    | $$a70,863070040000012,CCE,\x00\x00\x00\x00\x01\x00$\x00\x01\x00\x01\x01#\x00\x03\x02\xb3U!\x03\x03\xa8 \xcc\x00\x04%\xf2\xe90\x02\xfes\x05\x01\x03Tag*\x03\x00\xf3\xfd*74\r\n
    ? Sheet 4.4
    @ 863070040000012
    = 2026-01-02T03:04:05Z invalid 52.516275 13.377704
    + event=35 tagName="Tag" temp0=-5.25

    # A list that ends too soon costs the next record nothing
    | $$a64,863070040000012,CCE,\x00\x00\x00\x00\x02\x00\x05\x00\x01\x00\x05\x01#\x17\x00\x02\x00\x01\x01"\x00\x03\x02\xb3U!\x03\x03\xa8 \xcc\x00\x04%\xf2\xe90\x00*E5\r\n
    ? Sheet 4.4
    @ 863070040000012
    - no time
    + event=35
    = 2026-01-02T03:04:05Z invalid 52.516275 13.377704
    + event=34

    # A taximeter that counts with decimals
    | $$K214,863070040000012,AAA,109,52.516275,13.377704,260102030405,A,11,21,36,271,0.9,34,48213,3600,262|2|4E2F|1A2B,0201,0000|0000|0000|019D|04D9,,,108,0000,,6,0,,,,,11|260102030000|260102030400|7.8|35.50|000000|000003*DB\r\n
    ? Sheet 4.1
    @ 863070040000012
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 271
    + event=109 sat=11 hdop=0.9 odometer=48213 runtime="3600" input=2 output=1 adc1=0 adc2=0
    + adc3=0 battery=4.13 power=12.41 fuel=0.0 taximeterOn=false taximeterStart="260102030000"
    + taximeterEnd="260102030400" taximeterDistance=7.8 taximeterFare=35.5
    + taximeterTrip="000000" taximeterWait="000003"
    ~ cell 262-2-20015-6699 -21

    # A picture will come
    | $$O28,863070040000012,D03,OK*DF\r\n
    ? Sheet 4.5
    @ 863070040000012
    <| @@O46,863070040000012,D00,camera_picture.jpg,0*09\r\n

    # The eighth part of a picture
    > 24244135392c3836333037303034303030303031322c4430302c3236303130323033303430355f43312e6a70672c392c372cffd82c0d0a2a2424002a35310d0a
    ? Sheet 4.5
    @ 863070040000012
    + media=260102030405_C1.jpg part=7 of=9 bytes=9
    <| @@O47,863070040000012,D00,260102030405_C1.jpg,8*78\r\n

    # The last part of a picture
    > 24244235332c3836333037303034303030303031322c4430302c3236303130323033303430355f43312e6a70672c392c382c12ffd92a41420d0a
    ? Sheet 4.5
    @ 863070040000012
    - no time
    + image="260102030405_C1.jpg"
    + media=260102030405_C1.jpg part=8 of=9 bytes=3 last

    # Request of the time
    | $$z27,863070040000012,AAC,1*BE\r\n
    ? Sheet 4.6
    @ 863070040000012
    <| @@z27,863070040000012,AAC,1*F6\r\n

    # Answer to a command
    | $$u27,863070040000012,D82,0*A1\r\n
    ? Sheet 4
    @ 863070040000012
    - no time
    + result="D82,0"

    # Another answer
    | $$u28,863070040000012,A11,OK*01\r\n
    ? Sheet 4
    @ 863070040000012

    # A fix that is neither A nor V
    | $$K138,863070040000012,AAA,35,52.516275,13.377704,260102030405,X,11,21,36,271,0.9,34,48213,3600,262|2|4E2F|1A2B,0201,0003|0000||019D|04D9,,*CC\r\n
    ! invalid fix 63

    # Command custom
    $ custom data="A11,10" for 863070040000012
    ? Sheet 6
    <| @@A28,863070040000012,A11,10*CC\r\n

    # Command positionSingle
    $ positionSingle for 863070040000012
    ? Sheet 6
    <| @@A25,863070040000012,A10*3B\r\n

    # Command engineStop
    $ engineStop for 863070040000012
    ? Sheet 6
    <| @@A33,863070040000012,C01,0,12222*BD\r\n

    # Command engineResume
    $ engineResume for 863070040000012
    ? Sheet 6
    <| @@A33,863070040000012,C01,0,02222*BC\r\n

    # Command alarmArm
    $ alarmArm for 863070040000012
    ? Sheet 6
    <| @@A33,863070040000012,C01,0,22122*BD\r\n

    # Command alarmDisarm
    $ alarmDisarm for 863070040000012
    ? Sheet 6
    <| @@A33,863070040000012,C01,0,22022*BC\r\n

    # Command requestPhoto
    $ requestPhoto for 863070040000012
    ? Sheet 6
    <| @@A46,863070040000012,D03,1,camera_picture.jpg*FF\r\n

    # Command sendSms
    $ sendSms phone=+491710000000 message=hello for 863070040000012
    ? Sheet 6
    <| @@A47,863070040000012,C02,0,+491710000000,hello*8B\r\n

    # Armed by B21
    % meitrack.alternative true
    $ alarmArm for 863070040000012
    <| @@A27,863070040000012,B21,1*9D\r\n

    # A line break would be a second command
    $ custom data="A10\r\n@@" for 863070040000012
    ! the parameter 'data' must be 1 to 1000 printable ASCII characters
    """#
}
