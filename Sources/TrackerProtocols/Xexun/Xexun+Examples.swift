extension Xexun {
  static let examples = #"""
    # Full line, south and west
    | 260102040405,+491701234567,GPRMC,030405.000,A,3326.5300,S,07039.4020,W,10.50,271.50,020126,,,A*6C,F,, imei:358765040000017,11,34.4,F:4.25V,1,148,44989,730,02,4E2F,1A2B
    ? Sheet 4
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid -33.442167 -70.6567 altitude 34.4 speed 10.5 course 271.5
    + serial="5" number="+491701234567" signal="F" sat=11 power=4.25

    # Full line without a phone number, with analogue inputs and a distance
    | 260102040405,,GPRMC,030405.000,A,5230.9765,N,01322.6622,E,0.00,0.00,020126,,,A*6C,L,ACCStop, imei:358765040000017,05,,L:3.61V/ADC1=0.20V/ADC2=0.00V,0,159,955,262,02,4E2F,1A2B,6.21km
    ? Sheet 4.3
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703
    + serial="5" signal="L" ignition=false sat=5 power=3.61

    # Alarm: the button
    | 260102040405,OPERATOR,GPRMC,030405.000,A,3326.5300,S,07039.4020,W,0.00,,020126,,,A*6C,F,help me!, imei:358765040000017,04,481.2,F:4.15V,0,139,2689,730,02,4E2F,1A2B
    ? Sheet 4.2
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid -33.442167 -70.6567 altitude 481.2
    + serial="5" number="OPERATOR" signal="F" alarm="sos" sat=4 power=4.15

    # Alarm: the battery
    | GPRMC,030405.000,A,3326.5300,S,07039.4020,W,0.00,90.00,020126,,,A*6C,L,low battery,imei:358765040000017,
    ? Sheet 4.2
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid -33.442167 -70.6567 course 90
    + signal="L" alarm="lowBattery"

    # Alarm: moved
    | GPRMC,030405.000,A,3326.5300,S,07039.4020,W,0.00,90.00,020126,,,A*6C,L,Moved!,imei:358765040000017,
    ? Sheet 4.2
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid -33.442167 -70.6567 course 90
    + signal="L" alarm="movement"

    # Short line, ignition on
    | GNRMC,030405.000,A,5230.9765,N,22.6622,E,10.50,90.00,020126,00,0000.0,A*74,F,ACC ON,imei:35876504000001,
    ? Sheet 4.1
    @ 35876504000001
    = 2026-01-02T03:04:05Z valid 52.516275 0.377703 speed 10.5 course 90
    + signal="F" ignition=true

    # A line break inside, no letter behind the longitude, not valid
    | GPRMC,030405.678,V,5230.9765,N,01322.6622,,0,0,020126,0.0,A*4D\r\n,L,imei:358765040000017,
    ? Sheet 3, 4.1
    @ 358765040000017
    = 2026-01-02T03:04:05.678Z invalid 52.516275 13.377703
    + signal="L"

    # No fix since the start: no date
    | GPRMC,.000,A,0.000000,S,0.0000,W,0.00,0.00,,00,0000.0,A*55,L,,imei:358765040000017,
    ? Sheet 4.1
    @ 358765040000017
    = no time valid 0 0
    + signal="L"

    # Rest that is no tail
    | GPRMC,030405.000,A,5230.9765,N,01322.6622,E,10.50,90.00,020126,,,A*74,F,,imei:358765040000017,122I
    ? Sheet 4.3
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 10.5 course 90
    + signal="F"

    # No place
    | ,+491701234567,,L,, imei:358765040000017,,,F:4.28V,1,52,11565,262,02,4E2F,1A2B\n
    ? Sheet 4.4
    @ 358765040000017

    # No place, but the button
    | 260102040405,+491701234567,,L,help me, imei:358765040000017,,,F:4.28V,1,52,11565,262,02,4E2F,1A2B\n
    ? Sheet 4.2, 4.4
    @ 358765040000017
    - no time
    + serial="5" number="+491701234567" signal="L" alarm="sos"

    # A fix letter that cannot be
    | GPRMC,030405.000,X,5230.9765,N,01322.6622,E,10.50,90.00,020126,,,A*74,F,,imei:358765040000017,
    ! invalid fix 17

    # Latitude that cannot be
    | GPRMC,030405.000,A,9130.9765,N,01322.6622,E,10.50,90.00,020126,,,A*74,F,,imei:358765040000017,
    ! invalid latitude 19

    # An identifier that is too short
    | GPRMC,030405.000,A,5230.9765,N,01322.6622,E,10.50,90.00,020126,,,A*74,F,,imei:35876,
    ! invalid identifier 78

    # No identifier
    | GPRMC,030405.000,A,5230.9765,N,01322.6622,E,10.50,90.00,020126,,,A*74,F,help me!,358765040000017,
    ! invalid mark 81

    # Stop the engine
    $ engineStop for 358765040000017
    ? Sheet 6
    <| powercar123456 11

    # Let the engine run, with a password
    % devicePassword 654321
    $ engineResume for 358765040000017
    <| powercar654321 00

    # A password that is none
    % devicePassword 12 34
    $ engineResume for 358765040000017
    ! the parameter 'devicePassword' must be 1 to 32 letters and digits

    # A command that it does not have
    $ rebootDevice for 358765040000017
    ! this device has no command 'rebootDevice'; 'custom' sends text as it is
    """#
}
