extension T55 {
  static let examples = #"""
    # Login
    | $PGID,358765040000017*0E\r\n
    ? Sheet 4.1
    @ 358765040000017

    & Position
    | $GPRMC,030405.000,A,3326.5300,S,07039.4020,W,52.35,271.50,020126,,*30\r\n
    ? Sheet 4.2
    = 2026-01-02T03:04:05Z valid -33.442167 -70.6567 speed 52.35 course 271.5

    & Place with a time of day
    | $GPGGA,030405.000,5230.9765,N,01322.6622,E,1,08,0.9,34.4,M,46.9,M,,*6C\r\n
    ? Sheet 4.3
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34.4
    + sat=8 hdop=0.9

    & The time of day of yesterday
    | $GPGGA,235958,5230.9765,N,01322.6622,E,0,00,,,M,,M,,*56\r\n
    ? Sheet 7
    = 2026-01-01T23:59:58Z invalid 52.516275 13.377703
    + sat=0

    & Another place with a time of day
    | $GNGLL,5230.9765,N,01322.6622,E,030405.00,A,A*7E\r\n
    ? Sheet 4.4
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703

    & Place without a time
    | $GPRMA,A,5230.9765,N,01322.6622,E,,,10.5,090,,*37\r\n
    ? Sheet 4.5
    = no time valid 52.516275 13.377703 speed 10.5 course 90

    & Voltages
    | $GPIOP,01000000,00000000,0.10,0.20,0.30,0.40,4.69,4.24*4D\r\n
    ? Sheet 4.5
    - no time
    + adc1=0.1 adc2=0.2 adc3=0.3 adc4=0.4 power=4.69 battery=4.24

    & Satellites say nothing of the place
    | $GPGSV,1,1,01,02,45,090,40*46\r\n

    & No fix yet
    | $GPRMC,030405.000,V,,,,,,,020126,,,N*48\r\n

    # Position before the login
    | $GPRMC,030405,A,5230.9765,N,1322.6622,E,,,020126,020.3,E*49\r\n
    ? Sheet 4.1
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703

    & The login brings it
    | $GPFID,MODEM731551A\r\n
    ? Sheet 4.1
    @ MODEM731551A
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703

    & What comes later belongs to it
    | $GPRMC,030406,A,5230.9765,N,01322.6622,E,,,020126,020.3,E*7A\r\n
    = 2026-01-02T03:04:06Z valid 52.516275 13.377703

    # Identifier in front
    | 731551A2$GPRMC,030405.0,A,5230.9765,N,01322.6622,E,0.0,,020126,0.0,E,A*25\r\n
    ? Sheet 4.1
    @ 731551A2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703

    # Identifier in front, with a comma and a checksum with blanks
    | 358765040000017,$GPRMC,030405.0,A,5230.9765,N,01322.6622,W,0.0,335.4,020126,,,A * 72\r\n
    ? Sheet 4.1
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 -13.377703 course 335.4

    # Identifier in front, between slashes
    | 4711/358765040000017/$GPRMC,030405,A,5230.9765,N,1322.6622,E,0.000000,0.000000,020126,,*23\r\n
    ? Sheet 4.1
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703

    # Identifier in front of a place with a time of day
    | 358765040000017$GPGGA,030405.00,5230.976,S,1322.662,W,1,7,2.13,34.00,M,-16.384,M,3587650400000170.0,1\r\n
    ? Sheet 4.1
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid -52.516267 -13.3777 altitude 34
    + sat=7 hdop=2.13

    # Values behind the checksum
    | $GPRMC,030405.000,A,5230.9765,N,01322.6622,E,10.5,90,020126,,D*4F,9,358765040000017,1,41.5,12.6,7,,x\r\n
    ? Sheet 4.2
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 10.5 course 90
    + sat=9 ignition=true fuel=41.5 battery=12.6 io1="7" io3="x"

    # Acknowledged if the operator wants it
    % ack true
    | $GPRMC,030405.000,A,5230.9765,N,01322.6622,E,10.5,90,020126,,*1E\r\n
    ? Sheet 5
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 10.5 course 90
    <| OK1\r\n

    # Login of an older board
    | $DEVID,731551A2*01\r\n
    ? Sheet 4.1
    @ 731551A2

    # Login of a router
    | $PCPTI,Router in the van,030405,030405.0,6F*3C\r\n
    ? Sheet 4.1
    @ Router in the van

    # Login of another modem
    | $PSIWMDID,731551A2B3C4*44\r\n
    ? Sheet 4.1
    @ 731551A2B3C4

    # Login with a word
    | $CONNECT,731551,1\r\n
    ? Sheet 4.1
    @ 731551

    # Login of a phone
    | IMEI 358765040000017\r\n
    ? Sheet 4.1
    @ 358765040000017

    # Login of another phone
    | $IMEI=358765040000017\r\n
    ? Sheet 4.1
    @ 358765040000017

    # Login of digits and letters
    | 731551A2B3C4\r\n
    ? Sheet 2
    @ 731551A2B3C4

    # Network of the sender
    | $GPTXT,NET,731551,Operator,-53,262 02*27\r\n
    ? Sheet 4.5
    @ 731551
    - no time
    + operator="Operator" rssi=-53 mcc=262 mnc=2

    # Another text
    | $GPTXT,01,01,02,antenna*32\r\n

    # Record in degrees
    | $TRCCR,20260102030405.333,A,52.516275,-13.377703,10.5,90,34.4,88,*00\r\n
    ? Sheet 4.5
    = 2026-01-02T03:04:05Z valid 52.516275 -13.377703 altitude 34.4 speed 10.5 course 90
    + battery=88.0

    # Record with an event
    | QZE,358765040000017,7,02012026,030405,-33.442167,-70.656700,52.3,271,A,1\r\n
    ? Sheet 4.5
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid -33.442167 -70.6567 speed 28.24 course 271
    + event=7 ignition=true

    # Position of a survey receiver
    | $PUBX,00,030405.00,5230.9765,N,01322.6622,E,34.4,G3,2.1,2.0,10.0,77.5,0.007,,0.92,1.19,0.77,9,731551,0*57\r\n
    ? Sheet 4.5
    @ 731551
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34.4 speed 5.4 course 77.5 accuracy 2.1
    + index=0 hdop=0.92 vdop=1.19 sat=9

    # Items with tags
    | $ID,358765040000017,4,WMCS-34,0,IOP,O,0x01,I,0x00,GPSEX,A,D,020126,T,030405,S,9:5,La,52.51628,N,Lo,13.37770,W,H,90.5,V,50.0,DD,1250\r\n
    ? Sheet 4.6
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.51628 -13.3777 speed 26.998 course 90.5
    + satVisible=9 sat=5 totalDistance=1250.0

    # Items with tags: an alarm, no time
    | $ID,358765040000017,ALARM,0x00004000,GPSET,V,S,0:0\r\n
    ? Sheet 4.6
    @ 358765040000017
    - no time
    + alarm="0x00004000" satVisible=0 sat=0

    # A fix letter that cannot be
    | $GPRMC,030405.000,Q,5230.9765,N,01322.6622,E,10.5,90,020126,,*0E\r\n
    ! invalid fix 18

    # 60 minutes of latitude
    | $GPGGA,030405.000,5260.0000,N,01322.6622,E,1,08,0.9,34.4,M,46.9,M,,*64\r\n
    ! invalid latitude 18

    # A time that is none
    | $TRCCR,2026,A,52.516275,-13.377703,10.5,90,34.4,88,*1C\r\n
    ! invalid time 7

    # A date that is none
    | QZE,358765040000017,7,020126,030405,-33.442167,-70.656700,52.3,271,A,1\r\n
    ! invalid date 22

    # Latitude that cannot be
    | QZE,358765040000017,7,02012026,030405,-93.442167,-70.656700,52.3,271,A,1\r\n
    ! invalid latitude and longitude 38

    # A notice of the sender
    | No#200\r\n
    ! unsupported line 0
    """#
}
