extension Ruptela {
  static let examples = #"""
    # Identification
    > 001e0001464b7ec45c110f4573303430302e30332e37302e31310000c1b2090dc5c8
    ? Sheet 4, 5
    @ 358765040000017
    * versionFw="Es0400.03.70.11"
    < 00027301cb25

    & Position
    > 00530001464b7ec45c11010001695735a5000007f946901f4d58fe015423280900240807071b1202010300050020f4ad01fb01041d33e61e100116317c4300070241000077fa960000665a012200010203040506074bbe
    ? Sheet 4.1, 4.3
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + sat=9 hdop=0.8 event=7 io27=18 in1=1 in2=0 in4=0 deviceTemp=-12 motion=true ignition=true
    + power=13.286 battery=4.097 adc1=12668 io67=7 odometer=30714 operator=26202
    + driverUniqueId="0001020304050607"
    < 0002640113bc

    & Heartbeat
    > 00090001464b7ec45c1110b676
    ? Sheet 4
    @ 358765040000017
    < 00027401862d

    & Two records, one of them without a fix
    > 00480001464b7ec45c1101000269573569000007f946901f4d58fe01542328090024080700000000695735a5000080000000800000008000ffffffffffff07020d002021011d30c500005358
    ? Sheet 4.1
    @ 358765040000017
    = 2026-01-02T03:03:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + sat=9 hdop=0.8 event=7
    - 2026-01-02T03:04:05Z
    + event=7 motion=false deviceTemp=33 power=12.485
    < 0002640113bc

    # Extended record in three parts
    > 00ce0001464b7ec45c11440003695735a500200007f946901f4d58fe015423280900240800090400050101990100cfb100aa010200c51f4000a532000000695735a500210007f946901f4d58fe015423280900240800090200628000273702006400fa004effc90400a3000003e800a40000001402850000000700d00000006302007e4445313030303031007f3233343536373839695735a500220007f946901f4d58fe015423280900240802f80000000302f80000000000000abc02f90000000000000def008e000000000000000527aa
    ? Sheet 4.2, 4.3, 4.4
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + sat=9 hdop=0.8 event=760 in4=1 ignition=true fuelLevel=70.8 charge=true rpm=1000.0
    + obdSpeed=50.0 fuel=50.19607843137255 engineLoad=55 fuelConsumption=12.5 temp0=-5.5
    + odometer=5000 tripOdometer=100 obdOdometer=7000 fuelUsed=49.5
    + driverUniqueId="DE10000123456789" io142=5 tagId="abcdef"
    < 0002640113bc

    # Extended record with many elements, some below zero; of two drivers only one is whole
    > 00f50001464b7ec45c11440001695735a500000007f946901f4d58fe0154232809002408019f13000201000300000401000500000d010020d8002737005800005f3c00860000880000aa0000cd2100cfc800fb00019a00019b00019f0102f60011001400010015ffff00162ee000170005001d31ce001e1004004aff33004effff004f00d700500001005e0bb8006200800064007d00a5324000a61f4000c51f4100d000630500410001e24000960000665a00a30000000700a4000000090285000000030500220000000012abcdef007e4445313030303031009b4445313030303032009c313233343536373802f8000000000000000a11dd
    ? Sheet 4.3, 4.4
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + sat=9 hdop=0.8 event=415 in1=1 in2=0 in3=1 in4=0 motion=true deviceTemp=-40 engineLoad=55
    + obdSpeed=50.25 charge=false fuel=50.19607843137255 fuelLevel=80.0 ignition=false adc3=1
    + adc4=65535 adc1=12000 adc2=5 power=12.75 battery=4.1 temp3=-20.5 temp0=-0.1 temp1=21.5
    + temp2=0.1 rpm=1000.125 fuelConsumption=6.25 fuelUsed=49.5 odometer=35 operator=26202
    + tripOdometer=45 obdOdometer=3000 driverUniqueId="DE10000212345678"
    < 0002640113bc

    # Extended records: without a fix, and south and west without satellites
    > 00480001464b7ec45c11440302695735a5000000800000001f4d58feffffffffffffffff000501001b03000000695735a5000000d5d9034eebd00738015423280000240800050000000013a8
    ? Sheet 4.1
    @ 358765040000017
    - 2026-01-02T03:04:05Z
    + event=5 io27=3
    = 2026-01-02T03:04:05Z valid -33.86882 -70.719813 altitude 34 speed 19.438 course 90
    + sat=0 hdop=0.8 event=5
    < 0002640113bc

    # The rest of a record whose beginning came before
    > 00390001464b7ec45c11440001695735a500110007f946901f4d58fe0154232809002408000901005f3201005e0fa00001009b0000000000000001c93d
    ? Sheet 4.2
    @ 358765040000017
    - 2026-01-02T03:04:05Z
    + event=9 obdSpeed=50 rpm=1000.0
    < 0002640113bc

    # Jamming
    > 002b0001464b7ec45c11440001695735a500000007f946901f4d58fe0154232809002408005801005801000000e4e2
    ? Sheet 4.3
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + sat=9 hdop=0.8 event=88 alarm="jamming"
    < 0002640113bc

    # Hard braking
    > 002b0001464b7ec45c11440001695735a500000007f946901f4d58fe0154232809002408008601008601000000bf0b
    ? Sheet 4.3
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + sat=9 hdop=0.8 event=134 alarm="hardBraking"
    < 0002640113bc

    # Hard acceleration
    > 002b0001464b7ec45c11440001695735a500000007f946901f4d58fe0154232809002408008801008801000000eebe
    ? Sheet 4.3
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + sat=9 hdop=0.8 event=136 alarm="hardAcceleration"
    < 0002640113bc

    # Towed away
    > 002b0001464b7ec45c11440001695735a500000007f946901f4d58fe0154232809002408019a01019a0100000055b7
    ? Sheet 4.3
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + sat=9 hdop=0.8 event=410 alarm="tow"
    < 0002640113bc

    # Accident
    > 002b0001464b7ec45c11440001695735a500000007f946901f4d58fe0154232809002408019b01019b01000000df4c
    ? Sheet 4.3
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + sat=9 hdop=0.8 event=411 alarm="accident"
    < 0002640113bc

    # The antenna is cut
    > 002b0001464b7ec45c11440001695735a500000007f946901f4d58fe0154232809002408019f01019f00000000f839
    ? Sheet 4.3
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + sat=9 hdop=0.8 event=415 alarm="gpsAntennaCut"
    < 0002640113bc

    # Tampering
    > 002b0001464b7ec45c11440001695735a500000007f946901f4d58fe015423280900240802f60102f601000000b12d
    ? Sheet 4.3
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + sat=9 hdop=0.8 event=758 alarm="tampering"
    < 0002640113bc

    # No alarms
    > 00370001464b7ec45c11440001695735a500000007f946901f4d58fe0154232809002408000903005800019f0102f60000019c4000000002003c23
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + sat=9 hdop=0.8 event=9 io40000=2
    < 0002640113bc

    # Trouble codes
    > 00300001464b7ec45c11090200695735a507f946901f4d58fe015030333031006957356907f946901f4d58fe025030343230983f
    ? Sheet 4.5
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704
    + dtcs="P0301"
    = 2026-01-02T03:03:05Z valid 52.516275 13.377704
    + archive=true dtcs="P0420"
    < 00026d01c4a4

    # Answer to a configuration
    > 00140001464b7ec45c1102236366675f656e64400d0a2d93
    ? Sheet 4
    @ 358765040000017
    - no time
    + type=2 result="#cfg_end@"

    # Answer with the version
    > 00200001464b7ec45c11032056657273696f6e2030302e30332e37302e3131200d0adf38
    ? Sheet 4
    @ 358765040000017
    - no time
    + type=3 result="Version 00.03.70.11"

    # Answer to a firmware update
    > 00120001464b7ec45c11047c46555f4f4b7c0d0a7dc4
    ? Sheet 4
    @ 358765040000017
    - no time
    + type=4 result="|FU_OK|"

    # Answer to a command
    > 00240001464b7ec45c1107534554494f20636f6e66696775726174696f6e206973206f6b0d0af435
    ? Sheet 4
    @ 358765040000017
    - no time
    + type=7 result="SETIO configuration is ok"

    # Answer to a command, with a length that is too small
    % sealed no
    > 00110001464b7ec45c110744494e313d312c44494e323d305e0e
    ? Sheet 7.1
    @ 358765040000017
    - no time
    + type=7 result="DIN1=1,DIN2=0"

    # Answer to setting an output
    > 000a0001464b7ec45c1111011e56
    ? Sheet 4
    @ 358765040000017
    - no time
    + type=17 result="1"

    # Answer without text
    > 000a0001464b7ec45c110501eca7
    @ 358765040000017

    # Picture: the first part
    > 001d0001464b7ec45c11250200413142324333443400020000ffd8ffe0001094b6
    ? Sheet 4.6, 5
    @ 358765040000017
    + media=A1B2C3D4.jpg part=0 of=2 bytes=6
    < 000d890200413142324333443400010c13

    & Picture: the last part
    > 00190001464b7ec45c11250200413142324333443400020001ffd90641
    @ 358765040000017
    - no time
    + image="A1B2C3D4.jpg"
    + media=A1B2C3D4.jpg part=1 of=2 bytes=2 last

    # Files: another step
    > 000b0001464b7ec45c11250100d262
    @ 358765040000017

    # A place that there is not
    > 00260001464b7ec45c11010001695735a5000007f94690389fd980015423280900240807000000003dc2
    @ 358765040000017
    - 2026-01-02T03:04:05Z
    + sat=9 hdop=0.8 event=7
    < 0002640113bc

    # Records that end too soon are kept as they are, and answered
    > 00430001464b7ec45c11010002695735a5000007f946901f4d58fe015423280900240807010201000000695735a5000007f946901f4d58fe015423280900240807010201098971
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + sat=9 hdop=0.8 event=7 in1=1
    < 0002640113bc

    # A message that is not known
    > 000b0001464b7ec45c1163010221df
    @ 358765040000017

    # An IMEI with too many digits
    % recognised no
    > 000900038d7ea4c68001106c03
    ! invalid IMEI 2

    # Text as it is
    $ custom data="setio 2,1"
    ? Sheet 6
    < 000a6c736574696f20322c3159b9

    # A whole packet
    $ custom data=00016717b9
    ? Sheet 6
    < 00016717b9

    # Stop the engine
    $ engineStop
    ? Sheet 6
    < 00146c7061737320696d6d6f62696c697a6572203130bc22

    # Stop the engine of a unit with a password of its own
    % devicePassword a7c2
    $ engineStop
    < 00146c6137633220696d6d6f62696c697a65722031307561

    # A password with a blank is refused
    % devicePassword a 7
    $ engineStop
    ! the parameter 'devicePassword' must be 1 to 32 letters and digits

    # Let the engine run
    $ engineResume
    ? Sheet 6
    < 00106c70617373207265736574696d6d6f62ee1f

    # Photo
    $ requestPhoto index=1
    ? Sheet 6
    < 000b890100000000007fffffff89f0

    # Configuration
    $ configuration data="#cfg_send@"
    ? Sheet 6
    < 000d66236366675f73656e64400d0acca1

    # Version
    $ getVersion
    ? Sheet 6
    < 00016717b9

    # Firmware update
    $ firmwareUpdate data=1
    ? Sheet 6
    < 000c687c46555f535452542a0d0ab66b

    # Server
    $ setConnection server=198.51.100.7 port=5046
    ? Sheet 6
    < 0016693139382e35312e3130302e372c353034362c544350fc28

    # Odometer
    $ setOdometer data=500000
    ? Sheet 6
    < 00056a0007a120f63b

    # Output
    $ outputControl index=2 data=1
    ? Sheet 6
    < 00097500000002000000019bd7

    # An output that is no number
    $ outputControl index=two data=1
    ! the parameter 'index' must be 0 to 4294967295

    # A server with a comma is refused
    $ setConnection server="a,b" port=5046
    ! the parameter 'server' must have no comma and no blank

    # Text with a line break is refused
    $ custom data="setio 2,1\r\nx"
    ! the parameter 'data' must be 1 to 1000 printable ASCII characters

    # A command that there is not
    $ rebootDevice
    ! this device has no command 'rebootDevice'; 'custom' sends text as it is
    """#
}
