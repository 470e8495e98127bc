extension Teltonika {
  static let examples = #"""
    # Login
    > 000f333538373635303430303030303137
    ? Sheet 2, 8
    @ 358765040000017
    < 01

    & Position of a model that is not known
    > 000000000000004d08010000019b7ca98c880007f946901f4d58fe0022005a090024000c04ef01f00115040101044231ce430f8cb5000bb6000703c700001482f10000665a100001e848014e01020304a50607080100003e65
    ? Sheet 4.2, 4.3
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + priority=0 sat=9 event=0 ignition=true motion=true rssi=4 in1=true power=12.75
    + battery=3.98 pdop=1.1 hdop=0.7 tripOdometer=5250 operator=26202 odometer=125000
    + driverUniqueId="080706A504030201"
    < 00000001

    & Keep-alive
    > ff
    ? Sheet 2

    & Two records, one of them without a fix
    > 000000000000005408020000019b7ca98c880107f946901f4d58fe0022005a090024ef0101ef010000000000019b7ca8a228000000000000000000fffd005a000000000401cd0301180024011100000005010bfffffffffffffffe020000c595
    ? Sheet 4.2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + priority=1 sat=9 event=239 ignition=true
    = 2026-01-02T03:03:05Z invalid 0 0 altitude -3 course 90
    + priority=0 sat=0 event=0 io205=3 io24=36 axisX=0 io11=-2
    < 00000002

    & Hard braking
    > 000000000000002508010000019b7ca98c880107f946901f4d58fe0022005a090024fd0202fd02ef01000000010000d658
    ? Sheet 4.3
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + priority=1 sat=9 event=253 alarm="hardBraking" ignition=true
    < 00000001

    & Hard cornering
    > 000000000000002308010000019b7ca98c880007f946901f4d58fe0022005a090024fd0101fd030000000100004e9c
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + priority=0 sat=9 event=253 alarm="hardCornering"
    < 00000001

    & Hard acceleration
    > 000000000000002308010000019b7ca98c880007f946901f4d58fe0022005a090024fd0101fd010000000100008ee5
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + priority=0 sat=9 event=253 alarm="hardAcceleration"
    < 00000001

    & Alarm of any kind
    > 000000000000002308010000019b7ca98c880207f946901f4d58fe0022005a090024ec0101ec010000000100002d8d
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + priority=2 sat=9 event=236 alarm="general"
    < 00000001

    # FMB130: inputs, network, iccid, alarms
    % model FMB130
    > 000000000000005908010000019b7ca98c880007f946901f4d58fe0022005a090024fc11077158af00f601fc01c80020f651320609125c0a000c180028cd4e2fce024244009603f10000665a48ffffff3853000004d2010b7c314e46abf09687010000de8c
    ? Sheet 4.4, 4.8
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 21.598 course 90
    + priority=0 sat=9 event=252 batteryLevel=88 alarm="geofenceExit,tow,powerCut" sleepMode=0
    + coolantTemp=-10 obdSpeed=50 adc1=4.7 adc2=0.012 batteryCurrent=0.15 operator=26202
    + temp1=-20.0 fuelUsed=123.4 iccid="8949020000001234567"
    ~ cell 262-2-578-20015
    < 00000001

    # FMB130: further elements, some below zero
    % model FMB130
    > 00000000000000ce8e010000019b7ca98c880007f946901f4d58fe0022005a0900240000002b0013000200000301000401001e02001f280020d80039fb00500300515800521100593700714d00b30100b40000af0700f90100fb0100ec0002960100120011fff4001203e80013fc2c0019fb1e001a0866002405aa000d028a002b000c005401c7005508fc006e00490073ff972994f8f3299908a22a30febb2a3300002a50ffa62a53002d0006000c0001e2400053000011d700570012d687006b00002694004affffff47004b000004d2000000000100005358
    ? Sheet 4.3, 4.4
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + priority=0 sat=9 event=0 in2=false in3=true in4=true faultCount=2 engineLoad=40
    + coolantTemp=-40 hybridBatteryLevel=-5 dataMode=3 obdSpeed=88 throttle=17 fuelLevel=55
    + batteryLevel=77 out1=true out2=false alarm="geofenceEnter,jamming,idle" door=true
    + axisX=-12 axisY=1000 axisZ=-980 bleTemp1=-12.5 bleTemp2=21.5 rpm=2300 fuelConsumption=7.3
    + milDistance=12 fuel=45.5 engineTemp=-10.5 tempProbe1=-18.05 tempProbe6=22.1 eyeTemp1=-3.25
    + eyeTemp4=0.0 eyeRoll1=-90 eyeRoll4=45 fuelUsed=987.6 obdOdometer=1234567 temp3=-18.5
    + temp4=123.4
    < 00000001

    # FMA120: an older unit, of which only the usual elements are known
    % model FMA120
    > 00000000000000308e010000019b7ca98c880007f946901f4d58fe0022005a09002400000002000100ef0100010009125c000000000000010000c3be
    ? Sheet 4.4
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + priority=0 sat=9 event=0 ignition=true io9=4700
    < 00000001

    # FMB130 with the group of 16 bytes
    % model FMB130
    > 000000000000005908020000019b7ca98c880007f946901f4d58fe0022005a090024000301ef000001c70000000a0001cb0102030405060708090a0b0c0d0e0f100000019b7ca965780007f946901f4d58fe0022005a09002400000000000000020000128f
    ? Sheet 7.2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + priority=0 sat=9 event=0 ignition=false tripOdometer=10
    + io203="0102030405060708090a0b0c0d0e0f10"
    = 2026-01-02T03:03:55Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + priority=0 sat=9 event=0
    < 00000002

    # FMB003: odometer of the vehicle
    % model FMB003
    > 00000000000000358e010000019b7ca98c880007f946901f4d58fe0022005a09002400000002000000000002018500000007027c01a2b3c4000000000100002cda
    ? Sheet 4.4
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + priority=0 sat=9 event=0 obdOdometer=7000
    < 00000001

    # FMC640: card of the driver
    % model FMC640
    > 00000000000000548e010000019b7ca98c880007f946901f4d58fe0022005a090024000000070001005001000202bdffcc00ce02420002027c01a2b3c400f10004bbf4000200c3444531303030303100c4323334353637383900000100009d0f
    ? Sheet 4.4
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + priority=0 sat=9 event=0 io80=1 bleTemp1=-5.2 operator=310260 io195=4919392251008790577
    + io196=3617292328856139833 driverUniqueId="DE10000123456789"
    ~ cell 310-260-578-27440068
    < 00000001

    # FMC640: no card of a driver
    % model FMC640
    > 000000000000003d8e010000019b7ca98c880007f946901f4d58fe0022005a09002400000002000000000000000200c3000000000000000000c4000000000000000000000100008b3c
    ? Sheet 4.4
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + priority=0 sat=9 event=0 io195=0 io196=0
    < 00000001

    # TST100: a tower
    % model TST100
    > 000000000000003a8e010000019b7ca98c880007f946901f4d58fe0022005a090024000000040001005001000200cd4e2f00ce0242000100f10000665a00000000010000123b
    ? Sheet 4.8
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + priority=0 sat=9 event=0 io80=1 operator=26202
    ~ cell 262-2-578-20015
    < 00000001

    # TAT100: towers in elements of their own
    % model TAT100
    > 000000000000004f8e010000019b7ca98c880007f946901f4d58fe0022005a09002400000009000201212d01242a000504b00002011f024204b1000101220243012502440002012000004e2f012300004e30000000000100005a45
    ? Sheet 4.8
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + priority=0 sat=9 event=0 io293=580
    ~ cell 0-2-578-20015 -45
    ~ cell 0-1-579-20016 -42
    < 00000001

    # Beacons
    > 000000000000005a8e010000019b7ca98c880007f946901f4d58fe0022005a09002401810001000000000000000000010181002d1121c0de00112233445566778899aabbccdd00150102c90700112233445566778899a1b2c3d4e5f6c40be000190100005e3f
    ? Sheet 4.6
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + priority=0 sat=9 event=385 beacon1Uuid="c0de00112233445566778899aabbccdd" beacon1Major=21
    + beacon1Minor=258 beacon1Rssi=-55 beacon2Namespace="00112233445566778899"
    + beacon2Instance="a1b2c3d4e5f6" beacon2Rssi=-60 beacon2Battery=30.4 beacon2Temp=25
    < 00000001

    # Tags, vehicle, trouble codes, and elements that are not known
    > 00000000000000ab8e010000019b7ca98c880007f946901f4d58fe0022005a09002402240007000100010100019c40000700000000000502240043012d0001b20106c0ffee1122330202c0640504446f6f72060208fc0701280801010901000a0200070b01fb6302abcd130c02ff9c0d01000e020bd60f06c0ffee1122340100001157444231323334353637463030303030310119000b50303330312c503034323001f40003c0ffee018100051121010203010000024e
    ? Sheet 4.5, 4.7
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + priority=0 sat=9 event=548 in1=true io40000=7 tag1Rssi=-78 tag1Id="c0ffee112233"
    + tag1LowBattery=true tag1Voltage=3000 tag1Name="Door" tag1Temp=2300 tag1Humidity=40
    + tag1Magnet=true tag1Motion=false tag1MotionCount=7 tag1Pitch=-5 tag2AngleRoll=-100
    + tag2LowBattery=0 tag2Battery=3030 tag2Mac="c0ffee112234" vin="WDB1234567F000001"
    + dtcs="P0301 P0420" io500="c0ffee"
    < 00000001

    # Codec 16
    > 000000000000003310010000019b7ca98c880007f946901f4d58fe0022005a09002400fd07040200ef0100f0000100427029012c350000000500010000b32e
    ? Sheet 4.2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + priority=0 sat=9 event=253 ignition=true motion=false power=28.713 io11317=5
    < 00000001

    # Codec 7
    > 0000000000000057070463bee6a5031f4252100041560000002240240902f001016423bee6690fc01a0000665a03dd00f401f00101431068010500000e1023bee64b01f14252000041540000071a2b3c4d330000665a23bee62d020102000400004d72
    ? Sheet 4.9
    = 2026-01-02T03:04:05Z valid 52.515625 13.375 altitude 34 speed 19.438 course 90
    + sat=9 motion=true batteryLevel=100
    = 2026-01-02T03:03:05Z valid 0 0
    + rssi=26 operator=26202 button=0 roaming=true motion=true battery=4.2 uptime=3600
    = 2026-01-02T03:02:35Z valid 52.5 13.25
    + sat=7
    ~ cell 262-2-6699-15437 -51
    - 2026-01-02T03:02:05Z
    + usbConnected=false
    < 00000004

    # Codec 7: the button
    > 000000000000000b070123bee6a50201de01010000150b
    ? Sheet 4.9
    - 2026-01-02T03:04:05Z
    + alarm="sos"
    < 00000001

    # Answer to a command
    > 000000000000001c0c0106000000144449313a31204449323a30204f7574313a300d0a010000d390
    ? Sheet 4.10
    - no time
    + type=6 result="DI1:1 DI2:0 Out1:0"

    # Bytes from the serial port
    > 000000000000000b0c0106000000030102f0010000c924
    ? Sheet 4.10
    - no time
    + type=6 result="0102f0"

    # Weights from a scale in the axles
    > 000000000000004f0c01060000004755555555777730352e383b30332e393b30372e313b30302e303b30302e303b30302e303b30302e303b30302e303b30322e353b30342e303b30392e373b30372e313b5353530d0a0100009626
    ? Sheet 4.10
    - no time
    + type=6 axle1=5.8 axle2=3.9 axle3=7.1 axle4=0.0 axle5=0.0 axle6=0.0 axle7=0.0 axle8=0.0
    + loadTruck=2.5 loadTrailer=4.0 totalTruck=9.7 totalTrailer=7.1

    # Serial data with a time: a driver
    > 00000000000000240d01060000001c695735a54754534c7c367c317c307c31323334353637387c317c0d0a010000eefd
    ? Sheet 4.11
    - 2026-01-02T03:04:05Z
    + driverUniqueId="12345678"

    # Serial data with a time: text
    > 000000000000001c0d010500000014695735a55745494748542031323530204b470d0a010000b056
    ? Sheet 4.11
    - 2026-01-02T03:04:05Z
    + result="WEIGHT 1250 KG"

    # Codec 14: answer with the IMEI
    > 000000000000001c0e01060000001403587650400000175665723a30332e32372e3037010000746d
    ? Sheet 4.12
    @ 358765040000017
    - no time
    + type=6 result="Ver:03.27.07"

    # Codec 15: serial data with time and IMEI
    > 00000000000000190f010b00000011695735a5035876504000001748454c4c4f0100001977
    ? Sheet 4.12
    @ 358765040000017
    - 2026-01-02T03:04:05Z
    + result="HELLO"

    # Camera: nothing new
    > 00000000000000090c010d00000001000100000cd8
    ? Sheet 4.10

    # Camera: a photo, and how long it is
    > 00000000000000110c010d000000090100c0ffee000000180100001e69
    ? Sheet 4.10, 5
    + media=00c0ffee.jpg announced size=24
    < 00000000000000130c010d0000000b0200c0ffee000000000018010000be31

    & Camera: the first part
    > 00000000000000230c010d0000001b0200c0ffee000000000010ffd8ffd8ffd8ffd8ffd8ffd8ffd8ffd80100004e64
    + media=00c0ffee.jpg offset=0 bytes=16
    < 00000000000000130c010d0000000b0200c0ffee000000100008010000be38

    & Camera: the last part
    > 000000000000001b0c010d000000130200c0ffee00000010000800112233445566ff0100001d8c
    - no time
    + image="00c0ffee.jpg"
    + media=00c0ffee.jpg offset=16 bytes=8 last

    # Camera: a photo without its length
    > 000000000000000d0c010d000000050100c0ffef010000b202
    + media=00c0ffef.jpg announced
    < 00000000000000130c010d0000000b0200c0ffef000000000800010000b07b

    & Camera: a short part is the last one
    > 00000000000000170c010d0000000f0200c0ffef000000000004ffd8ffd9010000926a
    - no time
    + image="00c0ffef.jpg"
    + media=00c0ffef.jpg offset=0 bytes=4 last

    # Datagram
    % transport udp
    > 003bcafe0122000f33353837363530343030303030313708010000019b7ca98c880007f946901f4d58fe0022005a090024000201ef01014231ce000001
    ? Sheet 3, 5
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + priority=0 sat=9 event=0 ignition=true power=12.75
    < 00050000012201

    # Packet of TCP in a datagram, with a wrong length
    % transport udp
    % sealed no
    > 00000000 00000007 08 01 0000019b7ca98c88 00 07f94690 1f4d58fe 0022 005a 09 0024 00 01 01 ef01 00 00 00 01 00000000
    ? Sheet 3
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + priority=0 sat=9 event=0 ignition=true
    < 00000001

    # Wrong checksum
    % sealed no
    > 00000000 00000023 08 01 0000019b7ca98c88 00 07f94690 1f4d58fe 0022 005a 09 0024 00 01 01 ef01 00 00 00 01 00000000
    ? Sheet 2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + priority=0 sat=9 event=0 ignition=true
    < 00000001

    # Records that end too soon are kept as they are, and answered
    > 000000000000004308020000019b7ca98c880007f946901f4d58fe0022005a090024000101ef010000000000019b7ca979000007f946901f4d58fe0022005a090024000109ef01000000020000c933
    ? Promise: nothing comes again and again
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + priority=0 sat=9 event=0 ignition=true
    < 00000002

    # A place that there is not
    > 000000000000002308010000019b7ca98c880007f94690389fd9800022005a090024000101ef010000000100007e30
    - 2026-01-02T03:04:05Z
    + priority=0 sat=9 event=0 ignition=true
    < 00000001

    # A codec that is not known
    % recognised no
    > 0000000000000004770100010000b48b
    ! unsupported codec 8

    # Text as it is
    $ custom data="getinfo"
    ? Sheet 6
    < 000000000000000f0c010500000007676574696e666f0100004312

    # Bytes
    $ custom data=01030000000185CA
    ? Sheet 6
    < 00000000000000100c01050000000801030000000185ca0100001a8a

    # Stop the engine
    $ engineStop
    ? Sheet 6
    < 00000000000000130c01050000000b7365746469676f7574203101000087a2

    # Let the engine run
    $ engineResume
    ? Sheet 6
    < 00000000000000130c01050000000b7365746469676f7574203001000017a3

    # Text that is missing
    $ custom
    ! the command needs the parameter 'data'

    # Text with a line break is refused
    $ custom data="getinfo\r\nx"
    ! the parameter 'data' must be 1 to 1000 printable ASCII characters

    # A command that there is not
    $ rebootDevice
    ! this device has no command 'rebootDevice'; 'custom' sends text as it is
    """#
}
