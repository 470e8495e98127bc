extension Galileo {
  static let examples = #"""
    # Login: versions, IMEI, number of the unit
    > 01170001820212033335333435313034343530313233360432004858
    ? Sheet 4.1, 7
    @ 353451044501236
    * versionHw=130 versionFw=18
    < 024858

    & Position of a vehicle
    > 012e0004320010ea0320a5355769300bb3552103a720cc00336801960a342200350740003a41a83542a00f450000460840a913
    ? Sheet 4.2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.438 course 271
    + deviceId=50 index=1002 hdop=0.7 status=14848 power=13.736 battery=4.0 output=0 input=16392
    < 02a913

    & Two records, the newest first, with all that a vehicle reports; more are in the archive
    > 01ac8004320010e80320a5355769300bb3552103a720cc00336801960a342200350740003a41a83542a00f43ec4459fa672a450100460840480100500210570000581400601027630a0014703c15805a014088179015cd5b07a007b00102c0e8030000c132780040c201000000c409d315cd5b07d440420f00d501d61f00db78563412e293000000ea03a1b2c3f00100000004320010e7032087355769300bb3552103a720cc00336801910a34220007ab
    ? Sheet 4.1, 4.2, 4.3
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.438 course 271
    + deviceId=50 index=1000 hdop=0.7 status=14848 power=13.736 battery=4.0 deviceTemp=-20
    + acceleration=711457369 output=1 input=16392 statusExtended=1 adc0=4098 adc7=0 rs2320=20
    + fuel0=10000 fuel3=10 fuelTemp3=20 thermometer0=21 driverUniqueId="123456789" can8BitR15=7
    + can16BitR5=513 fuelTotal=500.0 fuel=20.0 temp1=80 rpm=2048.0 canB0=1 can8BitR0=9
    + odometer=1000000 can16BitR0=31 can32BitR0=305419896 userData0=147 userDataArray="a1b2c3"
    + can32BitR5=1
    = 2026-01-02T03:03:35Z valid 52.516275 13.377703 altitude 34 speed 19.438 course 270.5
    + deviceId=50 index=999
    < 0207ab

    & A place from cells is not valid; tags without a meaning here, and extended ones
    > 0131000333353334353130343435303132333620e135576930200541fbfdbbe6c8fb2100017805004700000000fe040001000500ab29
    ? Sheet 4.2, 4.3
    @ 353451044501236
    = 2026-01-02T03:05:05Z invalid -33.865467 -70.719813
    + adc8=5
    < 02ab29

    & A record without a place is dropped, and confirmed
    > 010e0004320010e90320ff35576941a835fd9a
    ? Sheet 4.1
    < 02fd9a

    & Answer to a command
    > 012c0003333533343531303434353031323336043200e001000000e1124f555428332e2e3029203d2031313130204f7879
    ? Sheet 8
    @ 353451044501236
    - no time
    + deviceId=50 index=1 result="OUT(3..0) = 1110 O"
    < 027879

    & Picture, its first part
    > 070f0000ffd8ffe000104a46494600010100931f
    ? Sheet 4.6
    + media=media.jpg part=0 bytes=14
    < 07931f

    & Picture, its second part
    > 0707000100010001ffd91b47
    + media=media.jpg part=1 bytes=6
    < 071b47

    & The end of the picture
    > 07010002d151
    - no time
    + image="media.jpg"
    + media=media.jpg part=2 bytes=0 last
    < 07d151

    & Compressed records, one with an alarm
    > 081c00005f2951306b65584c00024142a835a00f005f30f1306b65584e0000321c
    ? Sheet 4.4
    = 2026-01-02T03:04:05Z valid 52.516279 13.377743
    + power=13.736 battery=4.0
    = 2026-01-02T03:04:35Z invalid 52.516279 13.377743
    + alarm="general"
    < 02321c

    & A compressed record of the old year
    > 080b0077f88009b72ea7f6e40000aa51
    = 2025-12-31T00:00:00Z valid -33.800039 -70.700026
    < 02aa51

    & A message for a navigation device is not answered
    % recognised no
    > 06050001020304059b9a
    ? Sheet 2

    # Fuel sensors with temperatures, and thermometers, one of each without
    > 01280004320020a53557693009b3552103a720cc0060e803638813f36fd207807003ec770a80c10a7800402cb5
    ? Sheet 4.2, 4.3
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703
    + deviceId=50 fuel0=1000 fuel3=5000 fuelTemp3=-13 fuel15=2002 thermometer0=-20 fuel=4.0
    + temp1=80 rpm=2048.0
    < 022cb5

    # A place that there is not
    > 01150010050020a53557693009b3361709a720cc0041a835e305
    ? Promise: nothing comes again and again
    - 2026-01-02T03:04:05Z
    + index=5 power=13.736
    < 02e305

    # A unit with an Iridium modem: its own time and place
    > 01004901001c0000002a3330303233343036303030313233300000120000695735aa03000b00343c6e0d58af0000000202001920a5355769300cb3552103a720cc0033000000003422003505
    ? Sheet 4.5
    @ 300234060001230
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34
    + hdop=0.5

    # The same without a place of its own: that of the satellites
    > 01003301001c0000002b3330303233343036303030313233300000130000695735aa03000b0321a8f846aba50000000202000341a835
    ? Sheet 4.5
    @ 300234060001230
    = 2026-01-02T03:04:10Z invalid -33.720933 -70.73235
    + power=13.736

    # The same with a compressed record
    > 01003001001c0000002c3330303233343036303030313233300000140000695735aa02000e005f2951306b65584c000141a835
    ? Sheet 4.5
    @ 300234060001230
    = 2026-01-02T03:04:05Z valid 52.516279 13.377743
    + power=13.736

    # A checksum that does not hold
    % sealed no
    > 01 0700 043200 10E803 1234
    ? Sheet 5: the unit sends it again
    ! checksum checksum 9

    # A tag whose length is not known
    > 0105000432009f00424f
    ? Sheet 4.3
    ! unsupported tag 6

    # Command
    $ custom data=status for 353451044501236
    ? Sheet 6
    < 01200003333533343531303434353031323336040000e000000000e106737461747573ce16

    # Output
    $ outputControl index=1 data=1 for 353451044501236
    < 01210003333533343531303434353031323336040000e000000000e1074f757420312c312288

    # A value that outputs do not have
    $ outputControl index=1 data=2 for 353451044501236
    ! the parameter 'data' must be 0 or 1

    # An identifier that does not fit
    $ custom data=status for 2002
    ! the parameter 'uniqueId' must be 15 digits
    """#
}
