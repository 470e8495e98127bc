extension Watch {
  static let examples = #"""
    # Keep-alive without values
    | [SG*9059012345*0008*LK,0,100]
    ? Sheet, sections 4 and 5
    @ 9059012345
    <| [SG*9059012345*0002*LK]

    # Keep-alive whose length is one too large
    % sealed no
    | [SG*9059012345*0009*LK,0,100]
    ? Sheet, section 7
    @ 9059012345
    <| [SG*9059012345*0002*LK]

    # Keep-alive with steps, turn-overs and battery
    | [3G*4106550123*000d*LK,1204,10,87]
    @ 4106550123
    - no time
    + steps=1204 batteryLevel=87
    <| [3G*4106550123*0002*LK]

    # Keep-alive with an index
    | [ZJ*358765040000017*0035*000B*LK,0,10,100]
    ? Sheet, section 3
    @ 358765040000017
    - no time
    + steps=0 batteryLevel=100
    <| [ZJ*358765040000017*0035*0002*LK]

    # First contact
    | [CS*358765040000017*0004*INIT]
    @ 358765040000017
    <| [CS*358765040000017*0006*INIT,1]

    # Position of a live report
    | [3G*4106550123*00c0*UD,020126,030405,A,52.516275,N,13.3777040,E,7.60,273.8,34.0,9,60,87,1204,2,00000008,2,255,262,2,20015,43981,118,20015,43982,,3,Cafe,34:5a:06:1b:22:01,-67,,34:5a:06:1b:22:02,-70,Zero,0,-80,65.8]
    ? Sheet, sections 4.1 to 4.3
    @ 4106550123
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 4.104 course 273.8
    + sat=9 rssi=60 batteryLevel=87 steps=1204
    ~ cell 262-2-20015-43981 -118
    ~ cell 262-2-20015-43982
    ~ wifi 34:5a:06:1b:22:01 -67
    ~ wifi 34:5a:06:1b:22:02 -70

    # Position with cells and access points
    | [3G*4106550123*00c1*UD2,020126,030405,A,52.516275,N,13.3777040,E,7.60,273.8,34.0,9,60,87,1204,2,00000008,2,255,262,2,20015,43981,118,20015,43982,,3,Cafe,34:5a:06:1b:22:01,-67,,34:5a:06:1b:22:02,-70,Zero,0,-80,65.8]
    ? Sheet, sections 4.1 to 4.3
    @ 4106550123
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 4.104 course 273.8
    + sat=9 rssi=60 batteryLevel=87 steps=1204
    ~ cell 262-2-20015-43981 -118
    ~ cell 262-2-20015-43982
    ~ wifi 34:5a:06:1b:22:01 -67
    ~ wifi 34:5a:06:1b:22:02 -70

    # Position of a 4G unit, area and cell in hexadecimal, no letters behind the coordinates
    | [SG*9059012345*006c*UD_LTE,020126,030405,V,-33.868820,, 151.209290,,0.00,0,0,0,19,90,0,0,00000000,1,1,505,1,55C0,3B882A2,132,,00]
    @ 9059012345
    = 2026-01-02T03:04:05Z invalid -33.86882 151.20929
    + sat=0 rssi=19 batteryLevel=90 steps=0
    ~ cell 505-1-21952-62423714 -132

    # South and west win over a sign
    | [SG*9059012345*005d*UD,020126,030405,A,-33.437270,S,-70.650560,W,11.519,188,99,00,01,80,0,50,00000000,0,1,0,0,,10]
    @ 9059012345
    = 2026-01-02T03:04:05Z valid -33.43727 -70.65056 altitude 99 speed 6.22 course 188
    + sat=0 rssi=1 batteryLevel=80 steps=0

    # No cells, but access points, whose first address has no letter
    | [3G*4106550123*007b*UD,020126,030405,V,0.0,N,0.0,E,22.0,0,-1,0,100,98,0,0,00000000,0,2,Cafe,34:50:06:18:22:01,-53,Bar,34:5a:06:1b:22:02,-79,0.0]
    @ 4106550123
    = 2026-01-02T03:04:05Z invalid 0 0 altitude -1 speed 11.879
    + sat=0 rssi=100 batteryLevel=98 steps=0
    ~ wifi 34:50:06:18:22:01 -53
    ~ wifi 34:5a:06:1b:22:02 -79

    # No cells, and the first address has a letter: no network is stored
    | [3G*4106550123*0061*UD,020126,030405,V,0.0,N,0.0,E,22.0,0,-1,0,100,98,0,0,00000000,0,1,Cafe,34:5a:06:18:22:01,-53,0.0]
    ? Sheet, section 4.3
    @ 4106550123
    = 2026-01-02T03:04:05Z invalid 0 0 altitude -1 speed 11.879
    + sat=0 rssi=100 batteryLevel=98 steps=0

    # A network code that the unit does not know
    | [SG*9059012345*006c*UD2,020126,030405,A,52.516275,N,13.377704,E,0.00,0,0,8,19,88,0,0,00000000,1,1,FFFF,FFFF,FFFE,3B882A2,132,,00]
    @ 9059012345
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704
    + sat=8 rssi=19 batteryLevel=88 steps=0

    # A name with brackets, and one that is not closed
    | [3G*4106550123*00a1*UD,020126,030405,A,52.516275,N,13.377704,E,0.00,0,0,8,19,88,0,0,00000000,1,1,262,2,20015,43981,100,2,[TV]wall,34:5a:06:1b:22:01,-53,[x,34:5a:06:1b:22:02,-60,12.0]
    @ 4106550123
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704
    + sat=8 rssi=19 batteryLevel=88 steps=0
    ~ cell 262-2-20015-43981 -100
    ~ wifi 34:5a:06:1b:22:01 -53
    ~ wifi 34:5a:06:1b:22:02 -60

    # Lengths of TK-Star count the last three characters out
    % sealed no
    | [SG*9059012345*006a*UD,020126,030405,V,52.516275,N,13.377704,E,2.2038,000,99,00,70,100,0,50,00000000,1,1,262,2,20015,43981,139,,00]
    @ 9059012345
    = 2026-01-02T03:04:05Z invalid 52.516275 13.377704 altitude 99 speed 1.19
    + sat=0 rssi=70 batteryLevel=100 steps=0
    ~ cell 262-2-20015-43981 -139

    # Position for weather
    | [3G*4106550123*0044*WT,020126,030405,A,52.516275,N,13.377704,E,0.00,0,0,8,19,88,0,0,0000]
    @ 4106550123
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704
    + sat=8 rssi=19 batteryLevel=88 steps=0

    # Alarm: a fall, in motion
    | [3G*4106550123*0071*AL,020126,030405,A,52.516275,N,13.377704,E,7.60,273.8,0.0,4,15,44,0,0,00200010,1,255,262,2,20015,43981,118,0,65.8]
    @ 4106550123
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 4.104 course 273.8
    + sat=4 rssi=15 batteryLevel=44 steps=0 alarm="fallDown" motion=true
    ~ cell 262-2-20015-43981 -118
    <| [3G*4106550123*0002*AL]

    # Alarm without a bit
    | [SG*9059012345*0068*AL,020126,030405,V,52.516275,N,13.377704,E,0.0,060,9,00,70,90,0,50,00000000,1,1,262,2,20015,43981,19,,10]
    @ 9059012345
    = 2026-01-02T03:04:05Z invalid 52.516275 13.377704 altitude 9 course 60
    + sat=0 rssi=70 batteryLevel=90 steps=0 alarm="general"
    ~ cell 262-2-20015-43981 -19
    <| [SG*9059012345*0002*AL]

    # Alarm: taken off, with an index
    | [ZJ*358765040000017*0003*004f*AL_LTE,020126,030405,V,00.000000,N,000.000000,E,0,0,0,0,0,44,0,0,00100008,0,0,0]
    @ 358765040000017
    = 2026-01-02T03:04:05Z invalid 0 0
    + sat=0 rssi=0 batteryLevel=44 steps=0 alarm="removing"
    <| [ZJ*358765040000017*0003*0002*AL]

    # Alarm: SOS; the first bit counts
    | [3G*4106550123*003d*ALCUSTOMER1,020126,030405,V,0,N,0,E,0,0,0,0,0,22,0,0,00110000]
    @ 4106550123
    = 2026-01-02T03:04:05Z invalid 0 0
    + sat=0 rssi=0 batteryLevel=22 steps=0 alarm="sos"
    <| [3G*4106550123*0002*AL]

    # An alarm with other fields is answered
    | [3G*4106550123*000c*ALARMSET,1,2]
    @ 4106550123
    <| [3G*4106550123*0002*AL]

    # Fields that are no position give no record
    | [3G*4106550123*0018*UDINFO,020126,030405,X,1]
    @ 4106550123

    # A latitude that there is not
    | [3G*4106550123*0043*UD,020126,030405,A,95.0,N,13.377704,E,0.00,0,0,8,19,88,0,0,00000000]
    @ 4106550123

    # Question for voice messages
    | [3G*4106550123*0003*TKQ]
    @ 4106550123
    <| [3G*4106550123*0003*TKQ]

    # The other question for voice messages
    | [3G*4106550123*0004*TKQ2]
    @ 4106550123
    <| [3G*4106550123*0004*TKQ2]

    # Heart rate
    | [CS*4106550123*0008*PULSE,72]
    ? Sheet, section 4.4
    @ 4106550123
    - 2026-01-02T03:04:05Z
    + heartRate=72

    # Heart rate in small letters
    | [3G*4106550123*0008*heart,71]
    @ 4106550123
    - 2026-01-02T03:04:05Z
    + heartRate=71

    # Blood pressure
    | [ZJ*358765040000017*0007*000c*BLOOD,121,79]
    @ 358765040000017
    - 2026-01-02T03:04:05Z
    + pressureHigh="121" pressureLow="79"

    # Blood pressure with the heart rate
    | [3G*4106550123*0013*bphrt,121,79,66,,,,]
    @ 4106550123
    - 2026-01-02T03:04:05Z
    + pressureHigh="121" pressureLow="79" heartRate=66

    # Body temperature
    | [ZJ*358765040000017*0001*0009*TEMP,36.5]
    @ 358765040000017
    - 2026-01-02T03:04:05Z
    + temp1=36.5

    # Body temperature with a flag
    | [3G*4106550123*000E*btemp2,1,35.29]
    @ 4106550123
    - 2026-01-02T03:04:05Z
    + temp1=35.29

    # Body temperature that was not measured
    | [3G*4106550123*000c*btemp2,0,0.0]
    @ 4106550123
    - 2026-01-02T03:04:05Z

    # Blood oxygen
    | [3G*4106550123*000b*oxygen,0,97]
    @ 4106550123
    - 2026-01-02T03:04:05Z
    + bloodOxygen=97

    # A measurement without values
    | [3G*4106550123*0005*PULSE]
    @ 4106550123

    # A heart rate that is none
    | [3G*4106550123*0007*PULSE,x]
    ! invalid heart rate 26

    # Picture, escapes in its bytes
    | [3G*4106550123*001e*img,5,260102030405,\xff\xd8\xff}\x02}\x03}\x04}\x05}\x01\x00\xff\xd9]
    ? Sheet, section 4.5
    @ 4106550123
    - no time
    + image="media.jpg"
    + media=media.jpg offset=0 bytes=11 last

    # Voice message
    | [CS*4106550123*000f*TK,#!AMR\n}\x01[],*\xff]
    @ 4106550123
    - no time
    + audio="media.amr"
    + media=media.amr offset=0 bytes=12 last

    # The unit got a voice message
    | [CS*4106550123*0004*TK,1]
    @ 4106550123

    # A voice message with an escape that there is not
    | [CS*4106550123*000a*TK,#!AMR}\t]
    ! invalid sound 23

    # First part of a voice message
    | [ZJ*358765040000017*0034*002a*JXTK,0,watch_7_20260102030405,1,2,#!AMR\n\x0c}\x01]
    @ 358765040000017
    + media=watch_7_20260102030405.amr part=0 of=2 bytes=8
    <| [ZJ*358765040000017*0034*0007*JXTKR,1]

    & Its last part
    | [ZJ*358765040000017*0035*0025*JXTK,0,watch_7_20260102030405,2,2,\x0c}\x02\x03]
    @ 358765040000017
    - no time
    + audio="watch_7_20260102030405.amr"
    + media=watch_7_20260102030405.amr part=1 of=2 bytes=3 last
    <| [ZJ*358765040000017*0035*0007*JXTKR,1]

    # A part that comes twice is joined once
    | [ZJ*358765040000017*0034*0015*JXTK,0,a/b,1,3,#!AMR\n]
    @ 358765040000017
    + media=a_b.amr part=0 of=3 bytes=6
    <| [ZJ*358765040000017*0034*0007*JXTKR,1]

    & The second part
    | [ZJ*358765040000017*0035*0011*JXTK,0,a/b,2,3,12]
    @ 358765040000017
    + media=a_b.amr part=1 of=3 bytes=2
    <| [ZJ*358765040000017*0035*0007*JXTKR,1]

    & The second part again
    | [ZJ*358765040000017*0035*0011*JXTK,0,a/b,2,3,12]
    @ 358765040000017
    + media=a_b.amr part=1 of=3 bytes=2
    <| [ZJ*358765040000017*0035*0007*JXTKR,1]

    # An answer to a command
    | [3G*4106550123*0019*VERNO,D99_V2.3_2026.01.02]
    @ 4106550123
    * versionFw="D99_V2.3_2026.01.02"

    # Position now
    $ positionSingle for 4106550123
    <| [CS*4106550123*0002*CR]

    # Position now, by the maker and with the index of the unit
    % watch.maker ZJ
    % watch.index true
    $ positionSingle for 358765040000017
    <| [ZJ*358765040000017*0001*0002*CR]

    # A unit that calls itself 3G
    % watch.maker 3G
    $ positionSingle for 4106550123
    <| [SG*4106550123*0002*CR]

    # Position every 60 seconds
    $ positionPeriodic frequency=60 for 4106550123
    <| [CS*4106550123*0009*UPLOAD,60]

    # Restart
    $ rebootDevice for 4106550123
    <| [CS*4106550123*0005*RESET]

    # Switch off
    $ powerOff for 4106550123
    <| [CS*4106550123*0008*POWEROFF]

    # Number that is called in an emergency
    $ sosNumber index=1 phone="+49-30-123456" for 4106550123
    <| [CS*4106550123*0012*SOS1,+49-30-123456]

    # Text messages in an emergency
    $ alarmSos enable=false for 4106550123
    <| [CS*4106550123*0008*SOSSMS,0]

    # Text messages when the battery is low
    $ alarmBattery enable=true for 4106550123
    <| [CS*4106550123*0008*LOWBAT,1]

    # Text messages when it is taken off
    $ alarmRemove enable=true for 4106550123
    <| [CS*4106550123*0008*REMOVE,1]

    # Times of silence
    $ silenceTime data="08:00-12:00" for 4106550123
    <| [CS*4106550123*0017*SILENCETIME,08:00-12:00]

    # Alarm clock
    $ alarmClock data="07:30-1-1" for 4106550123
    <| [CS*4106550123*0010*REMIND,07:30-1-1]

    # Phone book
    $ setPhonebook data="123456,004d" for 4106550123
    <| [CS*4106550123*000f*PHB,123456,004d]

    # Flowers as a reward
    $ setIndicator data=3 for 4106550123
    <| [CS*4106550123*0008*FLOWER,3]

    # Text on the screen
    $ message message="Grüße" for 4106550123
    <| [CS*4106550123*001c*MESSAGE,0047007200fc00df0065]

    # Voice message
    $ voiceMessage data="7D5B5D2C2A" for 4106550123
    < 5b43532a343130363535303132332a303030642a544b2c7d017d027d037d047d055d

    # Time zone
    $ setTimezone timezone="GMT+6" for 4106550123
    <| [CS*4106550123*0006*LZ,,+6]

    # Time zone with minutes, and a language
    $ setTimezone language=1 timezone="GMT-3:30" for 4106550123
    <| [CS*4106550123*0009*LZ,1,-3.5]

    # Time zone with a quarter of an hour
    $ setTimezone timezone="+12:45" for 4106550123
    <| [CS*4106550123*000a*LZ,,+12.75]

    # Any command
    $ custom data="CENTER,5551234" for 4106550123
    <| [CS*4106550123*000e*CENTER,5551234]

    # A bracket would end the command
    $ custom data="CR][SG*1*0002*CR" for 4106550123
    ! the parameter 'data' must be 1 to 1000 printable ASCII characters without [ ] } *

    # A time zone by name
    $ setTimezone timezone="Europe/Berlin" for 4106550123
    ! the parameter 'timezone' must be UTC, or such as GMT+6 or GMT-3:30

    # A number with a comma would be two parameters
    $ sosNumber index=1 phone="1,2" for 4106550123
    ! the parameter 'phone' must be one number, without commas

    # Sound that is not hexadecimal
    $ voiceMessage data="xyz" for 4106550123
    ! the parameter 'data' must be an AMR file in hexadecimal digits
    """#
}
