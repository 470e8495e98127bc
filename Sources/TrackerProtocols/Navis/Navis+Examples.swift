extension Navis {
  static let examples = #"""
    # Record of format 5.2
    > 404e544301000000a9eef6025900f0022a3e54250700000000ff03040502001a8829183a05a835760ee600010000000000000000000f03040502001a1da56a3faf166f3e000010420f0166668f430000000000000000000000000000000000000000000000f3808080
    ? Sheet 4.2
    = 2026-01-02T03:04:05Z valid 52.516276 13.377703 speed 19.438 course 271
    + format=37 index=7 event=65280 armed=8 alarm="general" status=41 rssi=24 output=2
    + out1=false out2=true sat=14 input=5 in1=true in2=false in3=true in4=false in5=false
    + in6=false in7=false in8=false power=13.736 battery=3.702 adc1=230 adc2=1 odometer=286800.0
    + distance=0.0 temp1=-13 temp2=-128 temp3=-128 temp4=-128
    < 404e5443a9eef60201000000070045e92a3c5407000000

    # Login: the handshake
    > 404e544301000000a9eef60213004bf32a3e533a333533343531303434353031323336
    ? Sheet 4.1, 5
    @ 353451044501236
    < 404e5443a9eef60201000000030045ed2a3c53

    & The unit chooses the fields of its records, version 3.0
    > 404e544301000000a9eef6022a0033b22a3e464c4558b01e1efdfffff81fae1c0fe3fe0400000000000000000000320000000002000200040008
    ? Sheet 4.3
    < 404e5443a9eef602010000000900b1132a3c464c4558b01e1e

    & Record of an event with all that becomes an attribute
    > 7e5429000000290000002111a635576901a980152ba535576905cde001fe797a0054010000000010420f010048eb440000003f1f001f00a835a00fe6000700850103006300000032000f0100004101ffffdcff16800a8000004841aa055a000080bf201cffff21ff409b0005000000030029080a0000000000000609f683ff00807b11222233333333fbffffffffffffff1f
    ? Sheet 4.4, 5
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.438 course 271
    + index=41 event=4385 armed=true status=-32599 rssi=21 sat=10 odometer=1882250.0
    + distance=500.0 power=13.736 battery=4.0 adc1=230 adc8=7 input=389 in1=true in2=false
    + in3=true in4=false in5=false in6=false in7=false in8=true in9=true in10=false in11=false
    + in12=false in13=false in14=false in15=false in16=false output=3 out1=true out2=true
    + out3=false out4=false out5=false out6=false out7=false out8=false out9=false out10=false
    + out11=false out12=false out13=false out14=false out15=false out16=false count1=99 freq1=50
    + hours=271000 fuel1=321 temp1=22 temp2=-128 obdFuelLevel=10 fuelUsed=6.25 rpm=1450
    + coolantTemp=90 obdOdometer=-1000.0 axleWeight1=7200 acceleratorPosition=33 engineLoad=64
    + obdAdBlue=15.5 obdHours=5000 serviceOdometer=15000 obdSpeed=41 satVisible=18 hdop=0.6
    + pdop=0.9 fuelTemp1=-10 temp9=-6.25 humidity1=61.5 user1Byte1=17 user2Byte1=8738
    + user4Byte1=858993459 user8Byte1=-5
    < 7e5429000000ee

    & Stored records, one with an alarm, one without a fix, in the south and west
    > 7e41022a0000002111c435576902a980152bc335576905cde001fe797a0054010000000010420f010048eb440000003f1f001f00a835a00fe6000700850103006300000032000f0100004101ffffdcff16800a8000004841aa055a000080bf201cffff21ff409b0005000000030029080a0000000000000609f683ff00807b11222233333333fbffffffffffffff2b0000002111e235576901a9801501e1355769d0f3c9fe708a78fd54010000000010420f010048eb440000003f1f001f00a835a00fe6000700850103006300000032000f0100004101ffffdcff16800a8000004841aa055a000080bf201cffff21ff409b0005000000030029080a0000000000000609f683ff00807b11222233333333fbffffffffffffff1a
    = 2026-01-02T03:04:35Z valid 52.516275 13.377703 altitude 34 speed 19.438 course 271
    + index=42 event=4385 armed=false alarm="general" status=-32599 rssi=21 sat=10
    + odometer=1882250.0 distance=500.0 power=13.736 battery=4.0 adc1=230 adc8=7 input=389
    + in1=true in2=false in3=true in4=false in5=false in6=false in7=false in8=true in9=true
    + in10=false in11=false in12=false in13=false in14=false in15=false in16=false output=3
    + out1=true out2=true out3=false out4=false out5=false out6=false out7=false out8=false
    + out9=false out10=false out11=false out12=false out13=false out14=false out15=false
    + out16=false count1=99 freq1=50 hours=271000 fuel1=321 temp1=22 temp2=-128 obdFuelLevel=10
    + fuelUsed=6.25 rpm=1450 coolantTemp=90 obdOdometer=-1000.0 axleWeight1=7200
    + acceleratorPosition=33 engineLoad=64 obdAdBlue=15.5 obdHours=5000 serviceOdometer=15000
    + obdSpeed=41 satVisible=18 hdop=0.6 pdop=0.9 fuelTemp1=-10 temp9=-6.25 humidity1=61.5
    + user1Byte1=17 user2Byte1=8738 user4Byte1=858993459 user8Byte1=-5
    = 2026-01-02T03:05:05Z invalid -33.865467 -70.719813 altitude 34 speed 19.438 course 271
    + index=43 event=4385 armed=true status=-32599 rssi=21 sat=0 odometer=1882250.0
    + distance=500.0 power=13.736 battery=4.0 adc1=230 adc8=7 input=389 in1=true in2=false
    + in3=true in4=false in5=false in6=false in7=false in8=true in9=true in10=false in11=false
    + in12=false in13=false in14=false in15=false in16=false output=3 out1=true out2=true
    + out3=false out4=false out5=false out6=false out7=false out8=false out9=false out10=false
    + out11=false out12=false out13=false out14=false out15=false out16=false count1=99 freq1=50
    + hours=271000 fuel1=321 temp1=22 temp2=-128 obdFuelLevel=10 fuelUsed=6.25 rpm=1450
    + coolantTemp=90 obdOdometer=-1000.0 axleWeight1=7200 acceleratorPosition=33 engineLoad=64
    + obdAdBlue=15.5 obdHours=5000 serviceOdometer=15000 obdSpeed=41 satVisible=18 hdop=0.6
    + pdop=0.9 fuelTemp1=-10 temp9=-6.25 humidity1=61.5 user1Byte1=17 user2Byte1=8738
    + user4Byte1=858993459 user8Byte1=-5
    < 7e41028c

    & The state at this moment
    > 7e432c00000021110036576901a980152bff35576905cde001fe797a0054010000000010420f010048eb440000003f1f001f00a835a00fe6000700850103006300000032000f0100004101ffffdcff16800a8000004841aa055a000080bf201cffff21ff409b0005000000030029080a0000000000000609f683ff00807b11222233333333fbffffffffffffffe4
    = 2026-01-02T03:05:35Z valid 52.516275 13.377703 altitude 34 speed 19.438 course 271
    + index=44 event=4385 armed=true status=-32599 rssi=21 sat=10 odometer=1882250.0
    + distance=500.0 power=13.736 battery=4.0 adc1=230 adc8=7 input=389 in1=true in2=false
    + in3=true in4=false in5=false in6=false in7=false in8=true in9=true in10=false in11=false
    + in12=false in13=false in14=false in15=false in16=false output=3 out1=true out2=true
    + out3=false out4=false out5=false out6=false out7=false out8=false out9=false out10=false
    + out11=false out12=false out13=false out14=false out15=false out16=false count1=99 freq1=50
    + hours=271000 fuel1=321 temp1=22 temp2=-128 obdFuelLevel=10 fuelUsed=6.25 rpm=1450
    + coolantTemp=90 obdOdometer=-1000.0 axleWeight1=7200 acceleratorPosition=33 engineLoad=64
    + obdAdBlue=15.5 obdHours=5000 serviceOdometer=15000 obdSpeed=41 satVisible=18 hdop=0.6
    + pdop=0.9 fuelTemp1=-10 temp9=-6.25 humidity1=61.5 user1Byte1=17 user2Byte1=8738
    + user4Byte1=858993459 user8Byte1=-5
    < 7e432c0000005c

    & Extra records: one with a place, one of another type
    > 7e450200280a222d00000021111d3657692b1d36576905cde001fe797a0054010000000010420f010050eb440100030b01028e
    ? Sheet 4.5
    = 2026-01-02T03:06:05Z valid 52.516275 13.377703 altitude 34 speed 19.438 course 271
    + index=45 event=4385 sat=10 odometer=1882500.0
    < 7e45020f

    & Keep-alive
    % recognised no
    > 7F
    ? Sheet 2

    & The unit chooses other fields, version 1.0
    > 404e544301000000a9eef6020d00983e2a3e464c4558b00a0a14f3fc30
    ? Sheet 7
    < 404e5443a9eef602010000000900b1132a3c464c4558b00a0a

    & Position of a vehicle
    > 7e542a0000002a0000002111a635576901152ba535576905cde001fe797a0054010000000010420f01a835a00fc6
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.438 course 271
    + index=42 event=4385 armed=true rssi=21 sat=10 power=13.736 battery=4.0
    < 7e542a00000072

    & Alarm of a vehicle
    > 7e542b0000002b0000002111c435576902152bc335576905cde001fe797a0054010000000010420f01a835a00fdc
    = 2026-01-02T03:04:35Z valid 52.516275 13.377703 altitude 34 speed 19.438 course 271
    + index=43 event=4385 armed=false alarm="general" rssi=21 sat=10 power=13.736 battery=4.0
    < 7e542b000000e9

    & Answer to a command
    > 404e544301000000a9eef6020d005ef82a40434e43545f445243204f4b
    ? Sheet 4.1
    - no time
    + result="*@CNCT_DRC OK"

    & An answer that is not stored
    > 404e544301000000a9eef602090053f12a2356455253494f4e

    & A packet without content keeps the connection alive
    > 404e544301000000a9eef602000000ab

    # Records of format 6, the second with an alarm and without a fix
    > 404e544301000000a9eef602e200ffb62a3e410206aa170000c11103040502001a03a9110e80996b281003000a0008000000000000000000d207d207d207d207d207d207d207d207d207d207d207d207d207d2072d808080ffffffffffff2b03040502001a05cde001fe797a008305000000000000370000c0cf430000803f3500350006aa170000c11103040502001a03a9110e80996b281003000a0008000000000000000000d207d207d207d207d207d207d207d207d207d207d207d207d207d2072d808080ffffffffffff0103040502001a05cde001708a78fd8305000000000000370000c0cf430000803f35003500
    ? Sheet 4.2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 141.1 course 55
    + format=6 index=6058 event=4545 armed=true alarm="general" status=169 rssi=17 output=14
    + out1=false out2=true out3=true out4=true input=128 in1=false in2=false in3=false in4=false
    + in5=false in6=false in7=false in8=true power=27.545 battery=4.136 adc1=3 adc2=10 adc3=8
    + temp1=45 temp2=-128 temp3=-128 temp4=-128 axleWeight=-1 rpm=65535 sat=10 odometer=415500.0
    + distance=1000.0
    = 2026-01-02T03:04:05Z invalid 52.516275 -70.719813 altitude 141.1 course 55
    + format=6 index=6058 event=4545 armed=true alarm="general" status=169 rssi=17 output=14
    + out1=false out2=true out3=true out4=true input=128 in1=false in2=false in3=false in4=false
    + in5=false in6=false in7=false in8=true power=27.545 battery=4.136 adc1=3 adc2=10 adc3=8
    + temp1=45 temp2=-128 temp3=-128 temp4=-128 axleWeight=-1 rpm=65535 sat=0 odometer=415500.0
    + distance=1000.0
    < 404e5443a9eef60201000000040055fa2a3c4102

    # Record of format 2, of a unit with letters of its own
    > 4041424301000000a9eef6024a008a722a3e540208000000010003040502001a01291803000180a835a00ffbffe600010000000000000000000203040502001af74f17bf55fd9dbf000020415a000000803f0000803e00000000
    ? Sheet 2, 4.2
    = 2026-01-02T03:04:05Z valid -33.865468 -70.719813 speed 5.4 course 90
    + format=2 index=8 event=1 armed=1 status=41 rssi=24 output=3 out1=true out2=true out3=false
    + out4=false out5=false out6=false out7=false out8=false out9=false out10=false out11=false
    + out12=false out13=false out14=false out15=false out16=false input=32769 in1=true in2=false
    + in3=false in4=false in5=false in6=false in7=false in8=false in9=false in10=false
    + in11=false in12=false in13=false in14=false in15=false in16=true power=13.736 battery=4.0
    + temp1=-5 adc1=230 adc2=1 odometer=1000.0 distance=250.0
    < 40414243a9eef6020100000007004aff2a3c5408000000

    # Records of formats 5, with an alarm, and 5.1
    > 404e544301000000a9eef602990046742a3e41020564000000070003040502001a8129142e82a835a00fe600010005000000060000000203040502001a1ba56a3fb1166fbe000010420f01000048410000803e030004001565000000070003040502001a0129142d01a835a00fe600010005000000060000000203040502001a1ba56a3fb1166fbe000010420f01000048410000803e03000400000000000000000000000000000000
    ? Sheet 4.2
    = 2026-01-02T03:04:05Z valid 52.516269 -13.377705 speed 19.438 course 271
    + format=5 index=100 event=7 armed=1 alarm="general" status=41 rssi=20 output=2 out1=false
    + out2=true sat=11 input=130 in1=false in2=true in3=false in4=false in5=false in6=false
    + in7=false in8=true power=13.736 battery=4.0 adc1=230 adc2=1 odometer=12500.0
    + distance=250.0
    = 2026-01-02T03:04:05Z valid 52.516269 -13.377705 speed 19.438 course 271
    + format=21 index=101 event=7 armed=1 status=41 rssi=20 output=1 out1=true out2=false sat=11
    + input=1 in1=true in2=false in3=false in4=false in5=false in6=false in7=false in8=false
    + power=13.736 battery=4.0 adc1=230 adc2=1 odometer=12500.0 distance=250.0
    < 404e5443a9eef60201000000040055fa2a3c4102

    # Records of formats 1 and 3: no place, only confirmed
    > 404e544301000000a9eef6023c00b3242a3e41020166000000070003040502001a01291403000180a835a00ffbffe60001000367000000070003040502001a01291403000180a835a00ffbff
    ? Sheet 4.2
    < 404e5443a9eef60201000000040055fa2a3c4102

    # Record of format 4: no place, only confirmed
    > 404e544301000000a9eef6021e003c892a3e540409000000010003040502001a01291805d52ea835a00f16808080
    ? Sheet 4.2
    < 404e5443a9eef6020100000007004be72a3c5409000000

    # A format that is not known
    > 404e544301000000a9eef602180037842a3e54770000000000000000000000000000000000000000
    ! unsupported format 19

    # A choice in another protocol is not answered
    > 404e544301000000a9eef6020b0054f42a3e464c4558a00a0a08ff
    ? Sheet 4.3

    # A record whose fields were not agreed
    > 7e542a0000002a0000002111a635576901152ba535576905cde001fe797a0054010000000010420f01a835a00fc6
    ? Sheet 7
    ! unsupported record of fields that were not agreed 0

    # A content that is damaged
    % sealed no
    > 404E5443 01000000 A9EEF602 0300 45 ED 2A3E54
    ! checksum checksum of the content 14

    # Command
    $ custom data="*!SETOUT 2N"
    ? Sheet 6
    < 404e544300000000010000000b005b482a215345544f555420324e

    # A line break is no part of a command
    $ custom data="*!SETOUT 2N\r\n"
    ! the parameter 'data' must be 1 to 1000 printable ASCII characters
    """#
}
