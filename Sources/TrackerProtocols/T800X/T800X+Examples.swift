extension T800X {
  static let examples = #"""
    # Login, first line: answers are not counted
    > 232301001500050353451044501236150208625010
    ? Sheet 4.1, 5
    @ 353451044501236
    < 232301000f00010353451044501236

    # Login, wired line
    > 252501001504050353451044501236111111250350
    @ 353451044501236
    < 252501000f04050353451044501236

    # Heartbeat
    > 232303000f00060353451044501236
    @ 353451044501236
    < 232303000f00010353451044501236

    # Position of the first line: satellites, inputs, outputs, analogue inputs
    > 232302004200070353451044501236000a025819006400644a0000050100007b800095ffff0000000285ab002601020304050000084200005641000052420360010f
    ? Sheet 4.3
    @ 353451044501236
    = 2026-01-02T03:04:05Z valid 52.5 13.375 altitude 34 speed 19.438 course 271
    + index=7 rssi=100 sat=10 ignition=true ac=true in3=true in4=true out1=true out2=true
    + out3=true adc1=1.49 alarmCode=0 odometer=165291 batteryLevel=100

    # Alarm of the first line
    > 232304004200080353451044501236000a02581900640064c80000050100008000008900890100000017b1552601020304050000074400808dc2008007c200000110
    ? Sheet 4.3, 4.9, 5
    @ 353451044501236
    = 2026-01-02T03:04:05Z valid -33.875 -70.75 altitude 540 course 272
    + index=8 rssi=100 sat=8 ignition=false ac=false in3=false in4=false out1=false out2=false
    + out3=false adc1=1.37 adc2=1.37 alarm="powerCut" alarmCode=1 odometer=6065 batteryLevel=55
    < 23230400100001035345104450123601

    # Position of a wired unit by cells, with its supply voltage
    > 252502004400090353451044501236000a025819006400640000000507000040000000000000000004cf1898260102030405060102002f4e55bc304e56bc2f4e57bc1297
    ? Sheet 4.3
    @ 353451044501236
    - 2026-01-02T03:04:05Z
    + index=9 rssi=100 sat=0 ignition=true ac=false in3=false in4=false out1=false out2=false
    + out3=false adc1=0.0 adc2=0.0 alarmCode=0 odometer=315160 batteryLevel=98 power=12.97
    ~ cell 262-2-20015-48213
    ~ cell 262-2-20016-48214
    ~ cell 262-2-20015-48215

    # The same where the unit knows no cells
    > 2525020044000a0353451044501236000a025819006400640000000507000040000000000013000004cf1898260102030435ffffffffffffffffffffffffffffffff1297
    @ 353451044501236
    - 2026-01-02T03:04:35Z
    + index=10 rssi=100 sat=0 ignition=true ac=false in3=false in4=false out1=false out2=false
    + out3=false adc1=0.0 adc2=0.0 alarmCode=19 odometer=315160 batteryLevel=98 power=12.97

    # A model whose short positions have a battery voltage
    % model TLW2-2BL
    > 2525020046000b0353451044501236000a025819006400644800000507000040000000000000000004cf18982601020304050000084200005641000052420360010f03911297
    ? Sheet 4.3
    @ 353451044501236
    = 2026-01-02T03:04:05Z valid 52.5 13.375 altitude 34 speed 19.438 course 271
    + index=11 rssi=100 sat=8 ignition=true ac=false in3=false in4=false out1=false out2=false
    + out3=false adc1=0.0 adc2=0.0 alarmCode=0 odometer=315160 batteryLevel=98 battery=3.91
    + power=12.97

    # Long position of a wired unit, with eleven bytes that are not known
    > 2525130059000c0353451044501236000a02581900640064480000050700000000050000000000ffffffff005b00d50004cf18002601020304050000084200005641000052420360010f03911297ffffff0000280003ffffff
    ? Sheet 4.3
    @ 353451044501236
    = 2026-01-02T03:04:05Z valid 52.5 13.375 altitude 34 speed 19.438 course 271
    + index=12 rssi=100 sat=8 ignition=false ac=false in3=false in4=false output=5 adc1=0.0
    + adc2=0.0 adc5=0.91 alarmCode=0 odometer=315160 batteryLevel=100 battery=3.91 power=12.97

    # Long alarm of a wired unit
    > 252514004e000d0353451044501236000a02581900640064480000050700000000000000000000ffffffffffff17000004cf18002601020304350000084200005641000052420360010f03911297
    @ 353451044501236
    = 2026-01-02T03:04:35Z valid 52.5 13.375 altitude 34 speed 19.438 course 271
    + index=13 rssi=100 sat=8 ignition=false ac=false in3=false in4=false output=0 adc1=0.0
    + adc2=0.0 alarm="powerRestored" alarmCode=23 odometer=315160 batteryLevel=100 battery=3.91
    + power=12.97
    < 2525140010000d035345104450123617

    # Position at a vehicle's plug, with what the vehicle says
    > 2626020055000e0353451044501236000a0258190064006447c000050100004000000000008bfd002601020304050000084200005641000052420000010f1240036036050000fde800000bb805aa1510823c2133ff
    ? Sheet 4.3
    @ 353451044501236
    = 2026-01-02T03:04:05Z valid 52.5 13.375 altitude 34 speed 19.438 course 271
    + index=14 rssi=100 sat=7 ignition=true ac=false in3=false in4=false out1=false out2=false
    + out3=false alarmCode=0 odometer=35837 batteryLevel=100 power=12.4 obdSpeed=36.05
    + fuelUsed=65.0 fuelConsumption=3.0 rpm=1450 airInput=21 airPressure=16 coolantTemp=90
    + airTemp=20 engineLoad=33 throttle=51

    # How somebody drives: the second record has no place
    > 2626050040000f03534510445012360526010203040500000842000056410000524203600a960360260102030435ffffffffffffffffffffffff0270ffffffff
    ? Sheet 4.6
    @ 353451044501236
    = 2026-01-02T03:04:05Z valid 52.5 13.375 altitude 34 speed 19.438 course 271
    + rpm=864
    - 2026-01-02T03:04:35Z
    + alarm="hardAcceleration"
    < 262605000f000f0353451044501236

    # The same, braking
    > 262605002800100353451044501236022601020304050000074400808dc2008007c20000ffff0360
    @ 353451044501236
    = 2026-01-02T03:04:05Z valid -33.875 -70.75 altitude 540
    + rpm=864 alarm="hardBraking"
    < 262605000f00100353451044501236

    # An event with its acceleration
    > 262606002e001103534510445012360226010203040508800000808000000842000056410000524203600a9605aa
    ? Sheet 4.7
    @ 353451044501236
    = 2026-01-02T03:04:05Z valid 52.5 13.375 altitude 34 speed 19.438 course 271
    + alarm="hardCornering" rpm=1450
    < 262606000f00110353451044501236

    # Position of a unit with a solar panel
    > 27270200490012035345104450123647002601020304050000084200005641000052420360010f8120008080881dff3942000384700644003c0000001e1e00641e30d2800000000000
    ? Sheet 4.4
    @ 353451044501236
    = 2026-01-02T03:04:05Z valid 52.5 13.375 altitude 34 speed 19.438 course 271
    + index=18 sat=7 alarmCode=0 gSensor="[1.2,-0.0,0.8]" batteryLevel=88 deviceTemp=29
    + lightSensor=16.5 battery=3.9 solarPanel=4.2 odometer=230512 ignition=true rssi=100
    + input=1604

    # Alarm of a unit with a battery, by cells
    > 2727040041001303534510445012360005260102030435060102002f4e55bc304e56bc2f4e57bc800000808000f6003900000384700640003c0000001e1e00641e
    ? Sheet 4.4, 4.9
    @ 353451044501236
    - 2026-01-02T03:04:35Z
    + index=19 sat=0 alarm="fallDown" alarmCode=5 gSensor="[0.0,-0.0,0.8]" batteryLevel=100
    + deviceTemp=-10 lightSensor=0.0 battery=3.9 solarPanel=0.0 odometer=230512 ignition=false
    + rssi=100 input=1600
    ~ cell 262-2-20015-48213
    ~ cell 262-2-20016-48214
    ~ cell 262-2-20015-48215
    < 27270400100013035345104450123605

    # The network around a unit with a battery
    > 272705005e00140353451044501236260102030405104f00700065007200610074006f007200074341542d4e42310a4c54452042414e4420340f323632303231323334353637383930143839343930323030303031323334353637383930
    ? Sheet 4.5
    @ 353451044501236
    - 2026-01-02T03:04:05Z
    + operator="Operator" networkTechnology="CAT-NB1" networkBand="LTE BAND 4"
    + iccid="89490200001234567890"
    < 272705000f00140353451044501236

    # The network around a wired unit
    > 252511002300150353451044501236260102030405064e00650074000347534d000000
    @ 353451044501236
    - 2026-01-02T03:04:05Z
    + operator="Net" networkTechnology="GSM"
    < 252511000f00150353451044501236

    # Sensors: tyre, climate, door and relay
    > 272710004c00160353451044501236260102030405010001a0b1c2d3e4f5b4505a000004e6215130c50fff628a0c15180001560005e6215130c51064620a0c01560006e6215130c511640150
    ? Sheet 4.8
    @ 353451044501236
    - 2026-01-02T03:04:05Z
    + ignition=true tag1Id="a0b1c2d3e4f5" tag1Battery=3.02 tag1TirePressure=244.32
    + tag1TireTemp=35 tag1TireStatus=0 tag2Id="e6215130c50f" tag2Battery=4.55 tag2Temp=-25.72
    + tag2Humidity=54.0 tag2LightSensor=1 tag2Rssi=-42 tag3Id="e6215130c510" tag3Battery=3.0
    + tag3Temp=25.72 tag3Door=true tag3Rssi=-42 tag4Id="e6215130c511" tag4Battery=3.0
    + tag4Output=true tag4Rssi=-48
    < 272710000f00160353451044501236

    # A button was pressed
    > 252510003100170353451044501236260102030405000002a0b1c2d3e4f630000100000000000000000000000000000000
    ? Sheet 4.8
    @ 353451044501236
    - 2026-01-02T03:04:05Z
    + ignition=false tag1Id="a0b1c2d3e4f6" tag1Battery=3.0 alarm="sos"
    < 252510000f00170353451044501236

    # The tag of a driver; another sensor is not known
    > 252510003500180353451044501236260102030405000003a0b1c2d3e4f72001000000000000000000000000000000000000990102
    @ 353451044501236
    - 2026-01-02T03:04:05Z
    + ignition=false driverUniqueId="a0b1c2d3e4f7" tag1Battery=2.0 alarm="lowBattery"
    < 252510000f00180353451044501236

    # Answer to a command
    > 25258100240019035345104450123601560045005200530049004f004e0020004f004b00
    ? Sheet 4.2
    @ 353451044501236
    - no time
    + result="VERSION OK"
    < 252581000f00190353451044501236

    # A type that is not known is answered
    % recognised no
    > 2525200012001a0353451044501236010203
    ? Sheet 4.2
    @ 353451044501236
    < 252520000f001a0353451044501236

    # Two messages in a datagram are two frames; this is the first
    % transport udp
    > 2727020049001b035345104450123647002601020304050000084200005641000052420360010f8000008080881dff3900000384700640003c0000001e1e00641e30d2800000000000
    ? Sheet 3
    @ 353451044501236
    = 2026-01-02T03:04:05Z valid 52.5 13.375 altitude 34 speed 19.438 course 271
    + index=27 sat=7 alarmCode=0 gSensor="[0.0,-0.0,0.8]" batteryLevel=88 deviceTemp=29
    + lightSensor=16.5 battery=3.9 solarPanel=0.0 odometer=230512 ignition=false rssi=100
    + input=1600

    # A sensor that is not known
    > 252510001a001c03534510445012362601020304050000990102
    ? Sheet 4.8
    @ 353451044501236
    - 2026-01-02T03:04:05Z
    + ignition=false
    < 252510000f001c0353451044501236

    # A place that there is not
    > 2727020041001d0353451044501236470026010203040500000000000050410000be420360010f8000008080881dff3900000384700640003c0000001e1e00641e
    @ 353451044501236
    - 2026-01-02T03:04:05Z
    + index=29 sat=7 alarmCode=0 gSensor="[0.0,-0.0,0.8]" batteryLevel=88 deviceTemp=29
    + lightSensor=16.5 battery=3.9 solarPanel=0.0 odometer=230512 ignition=false rssi=100
    + input=1600

    # An alarm with a place that there is not
    > 2727 04 0041 001e 0353451044501236 47 05 260102030405 00000000 00005041 0000be42 0360 010f 8000008080 88 1d ff 39 00 00038470 0640 003c 0000001e 1e 0064 1e
    ? Sheet 5
    @ 353451044501236
    - 2026-01-02T03:04:05Z
    + index=30 sat=7 alarm="fallDown" alarmCode=5 gSensor="[0.0,-0.0,0.8]" batteryLevel=88
    + deviceTemp=29 lightSensor=16.5 battery=3.9 solarPanel=0.0 odometer=230512 ignition=false
    + rssi=100 input=1600
    < 2727040010001e035345104450123605

    # A position that is cut short
    % recognised no
    > 2323 02 0018 001f 0353451044501236 000a02581900640064
    ! truncated state of the receiver 24

    # Command of a unit of the first line
    $ custom data=RELAY,0000,1# for 353451044501236
    ? Sheet 6
    < 232381001d000103534510445012360152454c41592c303030302c3123

    # Command of a unit with a battery
    % model TLP1
    $ custom data=VERSION# for 353451044501236
    < 2727810018000103534510445012360156455253494f4e23

    # An identifier that does not fit
    $ custom data=VERSION# for 2002
    ! the parameter 'uniqueId' must be 15 digits
    """#
}
