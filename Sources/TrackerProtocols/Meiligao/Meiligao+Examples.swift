extension Meiligao {
  static let examples = #"""
    # Login, answered or the unit sends nothing else
    > 242400114106550123ffff500016d60d0a
    ? Sheet B2
    @ 4106550123
    < 404000124106550123ffff400001b68f0d0a

    # Login with an IMEI without its last digit
    > 24240011358765040000015000d4aa0d0a
    ? Sheet B1
    @ 35876504000001 358765040000016
    < 404000123587650400000140000133810d0a

    # Login of nobody: all F is not answered by the gateway
    % recognised no
    > 24240011ffffffffffffff5000a1020d0a
    < 40400012ffffffffffffff400001b5b30d0a

    # Heartbeat
    > 242400123587650400000100010034fc0d0a
    ? Sheet B2
    @ 35876504000001 358765040000016
    < 40400012358765040000010001011d1d0d0a

    # Where is the server?
    % meiligao.server 203.0.113.5:8888
    > 24240011358765040000010002fa570d0a
    ? Sheet B2
    @ 35876504000001 358765040000016
    < 404000213587650400000100023230332e302e3131332e353a38383838ddc00d0a

    # Where is the server? Nobody has said
    > 24240011358765040000010002fa570d0a
    @ 35876504000001 358765040000016

    # Position with base station, signal, journey and satellites
    | $$\x00\x905\x87e\x04\x00\x00\x01\x99U030405.000,A,5230.9765,N,01322.6622,E,19.44,271,020126,,*1A|0.9|34|2101|0123,00AB,020E,02AA|010600024E2F01A2B3C4|1C|000F4240|0B\xfa\xc0\r\n
    ? Sheet B3
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + hdop=0.9 out1=true out2=false out3=false out4=false out5=false in1=true in2=false
    + in3=false in4=false in5=false adc1=291 adc2=171 adc3=526 adc4=682 rssi=28 odometer=1000000
    + sat=11

    # Position with the text of a licence
    | $$\x00\xa35\x87e\x04\x00\x00\x01\x99U030405.000,A,5230.9765,N,01322.6622,E,19.44,271,020126,,*1A|0.9|34|0000|0000,0000|0106000200001A2B|08|00001BB6|00|%  ^DOE$JANE$MS.^^?;600764310|2?\xd8\x8c\r\n
    ? Sheet B3
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + hdop=0.9 out1=false out2=false out3=false out4=false out5=false in1=false in2=false
    + in3=false in4=false in5=false adc1=0 adc2=0 rssi=8 odometer=7094 sat=0
    + card="%  ^DOE$JANE$MS.^^?;600764310|2?"

    # Short form with journey and card
    | $$\x00wA\x06U\x01#\xff\xff\x99U030405.000,A,5230.9765,N,01322.6622,E,19.44,271,020126,,,A*1A|0.9|34|0801|0000,000C|000930116|007AE105\x9e'\r\n
    ? Sheet B3
    @ 4106550123
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + hdop=0.9 out1=true out2=false out3=false out4=false out5=false in1=false in2=false
    + in3=false in4=true in5=false adc1=0 adc2=12 odometer=930116 driverUniqueId="007AE105"

    # South and west, decimals of metres, no sum
    | $$\x00e\x10\x92\xff\xff\xff\xff\xff\x99U030405,A,3352.12920,S,7039.67380,W,3.883,12.50,020126|0.74|1902.3|0400|0000,0000|0.0\xc1j\r\n
    ? Sheet B3
    @ 1092
    = 2026-01-02T03:04:05Z valid -33.86882 -70.66123 altitude 1902.3 speed 3.883 course 12.5
    + hdop=0.74 out1=false out2=false out3=false out4=false out5=false in1=false in2=false
    + in3=true in4=false in5=false adc1=0 adc2=0 odometer=0

    # Eight analogue inputs
    | $$\x00\x805\x87e\x04\x00\x00\x01\x99U030405.000,A,5230.9765,N,01322.6622,E,19.44,271,020126,,*1A|0.9|34|8000|077B,0001,0002,0003,0004,0005,0006,0007('\r\n
    ? Sheet B3
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + hdop=0.9 out1=false out2=false out3=false out4=false out5=false in1=false in2=false
    + in3=false in4=false in5=false adc1=1915 adc2=1 adc3=2 adc4=3 adc5=4 adc6=5 adc7=6 adc8=7

    # No fix: empty speed, course and dilution
    | $$\x00P\x10\x07\xff\xff\xff\xff\xff\x99U030405.054,V,5230.9765,N,01322.6622,E,,,020126,,,N*6C||158|2000*\xb9\r\n
    ? Sheet B3
    @ 1007
    = 2026-01-02T03:04:05.054Z invalid 52.516275 13.377703 altitude 158
    + out1=false out2=false out3=false out4=false out5=false in1=false in2=false in3=false
    + in4=false in5=false

    # No coordinates yet: the unit is heard
    | $$\x00;5\x87e\x04\x00\x00\x01\x99U030405.000,V,,,,,,,020126,,,N*6C||158|2000\xbd0\r\n
    @ 35876504000001 358765040000016

    # A part that does not fit ends the values
    | $$\x00d5\x87e\x04\x00\x00\x01\x99U030405.000,A,5230.9765,N,01322.6622,E,19.44,271,020126,,*1A|0.9|34|\x00\x06\x00\x00|0|02B0,0B36>\xe7\r\n
    ? Sheet B6
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + hdop=0.9

    # Only a sentence, the clock not set
    | $$\x00I5\x87e\x04\x00\x00\x01\x99U000036.981,V,5230.9765,N,01322.6622,E,0.00,0,000000,,*00t_\r\n
    @ 35876504000001 358765040000016
    = no time invalid 52.516275 13.377703

    # Alarm: SOS
    > 24240063358765040000019999013033303430352e3030302c412c353233302e393736352c4e2c30313332322e363632322c452c31392e34342c3237312c3032303132362c2c2a31417c302e397c33347c303230307c303030302c303030308d6f0d0a
    ? Sheet B4
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + event=1 alarm="sos" hdop=0.9 out1=false out2=false out3=false out4=false out5=false
    + in1=false in2=true in3=false in4=false in5=false adc1=0 adc2=0

    # Alarm: Input 2 active
    > 24240055358765040000019999023033303430352e3030302c412c353233302e393736352c4e2c30313332322e363632322c452c31392e34342c3237312c3032303132362c2c2a31417c302e397c33347ca5ea0d0a
    ? Sheet B4
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + event=2 in2=1 hdop=0.9

    # Alarm: Battery low
    > 24240063358765040000019999103033303430352e3030302c412c353233302e393736352c4e2c30313332322e363632322c452c31392e34342c3237312c3032303132362c2c2a31417c302e397c33347c303230307c303030302c3030303006af0d0a
    ? Sheet B4
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + event=16 alarm="lowBattery" hdop=0.9 out1=false out2=false out3=false out4=false
    + out5=false in1=false in2=true in3=false in4=false in5=false adc1=0 adc2=0

    # Alarm: Too fast
    > 24240063358765040000019999113033303430352e3030302c412c353233302e393736352c4e2c30313332322e363632322c452c31392e34342c3237312c3032303132362c2c2a31417c302e397c33347c303230307c303030302c303030305e9a0d0a
    ? Sheet B4
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + event=17 alarm="overspeed" hdop=0.9 out1=false out2=false out3=false out4=false out5=false
    + in1=false in2=true in3=false in4=false in5=false adc1=0 adc2=0

    # Alarm: Moved
    > 24240063358765040000019999123033303430352e3030302c412c353233302e393736352c4e2c30313332322e363632322c452c31392e34342c3237312c3032303132362c2c2a31417c302e397c33347c303230307c303030302c30303030b6c50d0a
    ? Sheet B4
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + event=18 alarm="movement" hdop=0.9 out1=false out2=false out3=false out4=false out5=false
    + in1=false in2=true in3=false in4=false in5=false adc1=0 adc2=0

    # Alarm: Entered the fence
    > 24240063358765040000019999133033303430352e3030302c412c353233302e393736352c4e2c30313332322e363632322c452c31392e34342c3237312c3032303132362c2c2a31417c302e397c33347c303230307c303030302c30303030eef00d0a
    ? Sheet B4
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + event=19 alarm="geofenceEnter" hdop=0.9 out1=false out2=false out3=false out4=false
    + out5=false in1=false in2=true in3=false in4=false in5=false adc1=0 adc2=0

    # Alarm: Switched on
    > 24240063358765040000019999143033303430352e3030302c412c353233302e393736352c4e2c30313332322e363632322c452c31392e34342c3237312c3032303132362c2c2a31417c302e397c33347c303230307c303030302c30303030765a0d0a
    ? Sheet B4
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + event=20 alarm="powerOn" hdop=0.9 out1=false out2=false out3=false out4=false out5=false
    + in1=false in2=true in3=false in4=false in5=false adc1=0 adc2=0

    # Alarm: Input 1 released
    | $$\x00c5\x87e\x04\x00\x00\x01\x99\x991030405.000,A,5230.9765,N,01322.6622,E,19.44,271,020126,,*1A|0.9|34|0200|0000,0000\xe9Q\r\n
    ? Sheet B4
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + event=49 hdop=0.9 out1=false out2=false out3=false out4=false out5=false in1=false
    + in2=true in3=false in4=false in5=false adc1=0 adc2=0

    # Alarm: External power cut
    | $$\x00c5\x87e\x04\x00\x00\x01\x99\x99P030405.000,A,5230.9765,N,01322.6622,E,19.44,271,020126,,*1A|0.9|34|0200|0000,0000y\x18\r\n
    ? Sheet B4
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + event=80 alarm="powerOff" hdop=0.9 out1=false out2=false out3=false out4=false out5=false
    + in1=false in2=true in3=false in4=false in5=false adc1=0 adc2=0

    # Alarm: New heading
    | $$\x00c5\x87e\x04\x00\x00\x01\x99\x99R030405.000,A,5230.9765,N,01322.6622,E,19.44,271,020126,,*1A|0.9|34|0200|0000,0000\xc9r\r\n
    ? Sheet B4
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + event=82 hdop=0.9 out1=false out2=false out3=false out4=false out5=false in1=false
    + in2=true in3=false in4=false in5=false adc1=0 adc2=0

    # Alarm: Antenna cut
    | $$\x00c5\x87e\x04\x00\x00\x01\x99\x99S030405.000,A,5230.9765,N,01322.6622,E,19.44,271,020126,,*1A|0.9|34|0200|0000,0000\x91G\r\n
    ? Sheet B4
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + event=83 alarm="gpsAntennaCut" hdop=0.9 out1=false out2=false out3=false out4=false
    + out5=false in1=false in2=true in3=false in4=false in5=false adc1=0 adc2=0

    # Alarm: Distance driven
    | $$\x00c5\x87e\x04\x00\x00\x01\x99\x99c030405.000,A,5230.9765,N,01322.6622,E,19.44,271,020126,,*1A|0.9|34|0200|0000,0000\xf5y\r\n
    ? Sheet B4
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + event=99 hdop=0.9 out1=false out2=false out3=false out4=false out5=false in1=false
    + in2=true in3=false in4=false in5=false adc1=0 adc2=0

    # Alarm: Harsh braking
    | $$\x00c5\x87e\x04\x00\x00\x01\x99\x99r030405.000,A,5230.9765,N,01322.6622,E,19.44,271,020126,,*1A|0.9|34|0200|0000,0000~\xb9\r\n
    ? Sheet B4
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + event=114 alarm="hardBraking" hdop=0.9 out1=false out2=false out3=false out4=false
    + out5=false in1=false in2=true in3=false in4=false in5=false adc1=0 adc2=0

    # Alarm: Harsh acceleration
    | $$\x00c5\x87e\x04\x00\x00\x01\x99\x99s030405.000,A,5230.9765,N,01322.6622,E,19.44,271,020126,,*1A|0.9|34|0200|0000,0000&\x8c\r\n
    ? Sheet B4
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + event=115 alarm="hardAcceleration" hdop=0.9 out1=false out2=false out3=false out4=false
    + out5=false in1=false in2=true in3=false in4=false in5=false adc1=0 adc2=0

    # Alarm: input 3 released, without state
    | $$\x00U5\x87e\x04\x00\x00\x01\x99\x993030405.000,A,5230.9765,N,01322.6622,E,19.44,271,020126,,*1A|0.9|34|.\t\r\n
    ? Sheet B6
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + event=51 in3=0 hdop=0.9

    # Alarm: an hour without its first digit
    | $$\x00l5\x87e\x04\x00\x00\x01\x99\x99130405.000,A,5230.9765,N,01322.6622,E,19.44,271,020126,,*1A|0.9|34|2400|0000,0000,0100,0289\xe9R\r\n
    ? Recorded traffic
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + event=49 hdop=0.9 out1=false out2=false out3=false out4=false out5=false in1=false
    + in2=false in3=true in4=false in5=false adc1=0 adc2=0 adc3=256 adc4=649

    # Alarm of a TK218: fence
    % model TK218
    > 24240063358765040000019999133033303430352e3030302c412c353233302e393736352c4e2c30313332322e363632322c452c31392e34342c3237312c3032303132362c2c2a31417c302e397c33347c303030307c303030302c3030303064360d0a
    ? Sheet B6
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + event=19 alarm="geofence" hdop=0.9 out1=false out2=false out3=false out4=false out5=false
    + in1=false in2=false in3=false in4=false in5=false adc1=0 adc2=0

    # Alarm of a TK218: fatigue
    % model TK218
    | $$\x00c5\x87e\x04\x00\x00\x01\x99\x99`030405.000,A,5230.9765,N,01322.6622,E,19.44,271,020126,,*1A|0.9|34|0000|0000,0000\x97\xe0\r\n
    ? Sheet B6
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + event=96 alarm="fatigueDriving" hdop=0.9 out1=false out2=false out3=false out4=false
    + out5=false in1=false in2=false in3=false in4=false in5=false adc1=0 adc2=0

    # Alarm of a TK218: harsh braking
    % model TK218
    | $$\x00c5\x87e\x04\x00\x00\x01\x99\x99q030405.000,A,5230.9765,N,01322.6622,E,19.44,271,020126,,*1A|0.9|34|0000|0000,0000\x1c \r\n
    ? Sheet B6
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + event=113 alarm="hardBraking" hdop=0.9 out1=false out2=false out3=false out4=false
    + out5=false in1=false in2=false in3=false in4=false in5=false adc1=0 adc2=0

    # Alarm of a TK218: harsh acceleration
    % model TK218
    | $$\x00c5\x87e\x04\x00\x00\x01\x99\x99r030405.000,A,5230.9765,N,01322.6622,E,19.44,271,020126,,*1A|0.9|34|0000|0000,0000\xf4\x7f\r\n
    ? Sheet B6
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + event=114 alarm="hardAcceleration" hdop=0.9 out1=false out2=false out3=false out4=false
    + out5=false in1=false in2=false in3=false in4=false in5=false adc1=0 adc2=0

    # Alarm of a TK218: accident
    % model TK218
    | $$\x00c5\x87e\x04\x00\x00\x01\x99\x99s030405.000,A,5230.9765,N,01322.6622,E,19.44,271,020126,,*1A|0.9|34|0000|0000,0000\xacJ\r\n
    ? Sheet B6
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + event=115 alarm="accident" hdop=0.9 out1=false out2=false out3=false out4=false out5=false
    + in1=false in2=false in3=false in4=false in5=false adc1=0 adc2=0

    # Alarm of a TK218: idling
    % model TK218
    | $$\x00c5\x87e\x04\x00\x00\x01\x99\x99t030405.000,A,5230.9765,N,01322.6622,E,19.44,271,020126,,*1A|0.9|34|0000|0000,00004\xe0\r\n
    ? Sheet B6
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + event=116 alarm="idle" hdop=0.9 out1=false out2=false out3=false out4=false out5=false
    + in1=false in2=false in3=false in4=false in5=false adc1=0 adc2=0

    # Alarm of a TK218: code 50 is none
    % model TK218
    | $$\x00c5\x87e\x04\x00\x00\x01\x99\x99P030405.000,A,5230.9765,N,01322.6622,E,19.44,271,020126,,*1A|0.9|34|0000|0000,0000\xf3\xde\r\n
    ? Sheet B6
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + event=80 hdop=0.9 out1=false out2=false out3=false out4=false out5=false in1=false
    + in2=false in3=false in4=false in5=false adc1=0 adc2=0

    # Stored positions
    | $$\x01\x19a\x17 6#\x00\x00f\x88\x03\x00010203.000,A,5230.9765,N,01322.6622,E,19.44,271,020126|0.9|34|0200|0000,0000|000011522\\\x01010233.000,A,5230.9765,N,01322.6622,E,19.44,271,020126|0.9|34|0200|0000,0000|000011522\\\x00010303.000,A,5230.9765,N,01322.6622,E,19.44,271,020126|0.9|34|0200|0000,0000|000011522\x87\xf5\r\n
    ? Sheet B2, B6
    @ 61172036230000 611720362300000
    = 2026-01-02T01:02:03Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + archive=true hdop=0.9 out1=false out2=false out3=false out4=false out5=false in1=false
    + in2=true in3=false in4=false in5=false adc1=0 adc2=0 odometer=11522
    = 2026-01-02T01:02:33Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + event=1 alarm="sos" archive=true hdop=0.9 out1=false out2=false out3=false out4=false
    + out5=false in1=false in2=true in3=false in4=false in5=false adc1=0 adc2=0 odometer=11522
    = 2026-01-02T01:03:03Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + archive=true hdop=0.9 out1=false out2=false out3=false out4=false out5=false in1=false
    + in2=true in3=false in4=false in5=false adc1=0 adc2=0 odometer=11522

    # Stored positions: the count is too small
    | $$\x00\xc1a\x17 6#\x00\x00f\x88\x01\x00010203.000,A,5230.9765,N,01322.6622,E,19.44,271,020126|0.9|34|0200|0000,0000|000011522\\\x00010233.000,A,5230.9765,N,01322.6622,E,19.44,271,020126|0.9|34|0200|0000,0000|000011522\xf3\xef\r\n
    @ 61172036230000 611720362300000
    = 2026-01-02T01:02:03Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + archive=true hdop=0.9 out1=false out2=false out3=false out4=false out5=false in1=false
    + in2=true in3=false in4=false in5=false adc1=0 adc2=0 odometer=11522
    = 2026-01-02T01:02:33Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + archive=true hdop=0.9 out1=false out2=false out3=false out4=false out5=false in1=false
    + in2=true in3=false in4=false in5=false adc1=0 adc2=0 odometer=11522

    # Logged waypoint
    > 242400683587650400000190161234000000053033303430352e3030302c412c353233302e393736352c4e2c30313332322e363632322c452c31392e34342c3237312c3032303132362c2c2a31417c302e397c33347c303030307c303030302c30303030a9f70d0a
    ? Sheet B2
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + archive=true hdop=0.9 out1=false out2=false out3=false out4=false out5=false in1=false
    + in2=false in3=false in4=false in5=false adc1=0 adc2=0

    # Cards
    > 24240074630700194700009966009e1f7f0000004d000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000007c3033303430352c3032303132362c353233302e393736352c4e2c30313332322e363632322c4539380d0a
    ? Sheet B2, B6
    @ 63070019470000 630700194700004
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703
    + card1="0010362751" driverUniqueId="0000000077" card2="0000000077"

    # Values of the vehicle
    | $$\x00N5\x87e\x04\x00\x00\x01\x99\x0114.1,2687,90,21.57,4.71,85,7.10,8.16,4.27,104,0.34,9.34,0,1,0d\xea\r\n
    ? Sheet B6
    @ 35876504000001 358765040000016
    - no time
    + battery=14.1 rpm=2687 obdSpeed=90 throttle=21.57 engineLoad=4.71 coolantTemp=85
    + fuelConsumption=7.1 averageFuelConsumption=8.16 drivingRange=4.27 odometer=104
    + singleFuelConsumption=0.34 fuelUsed=9.34 dtcs=0 hardAccelerationCount=1 hardBrakingCount=0

    # Values of the vehicle, some empty
    | $$\x00\x1f5\x87e\x04\x00\x00\x01\x99\x0114.1,,90,21.57\x17\xef\r\n
    @ 35876504000001 358765040000016
    - no time
    + battery=14.1 obdSpeed=90 throttle=21.57

    # Totals of the vehicle
    | $$\x0025\x87e\x04\x00\x00\x01\x99\x0225,2.40,0.79,22,43,119,3756,75,12\xf6\xef\r\n
    ? Sheet B6
    @ 35876504000001 358765040000016
    - no time
    + totalIgnitionNo=25 totalDrivingTime=2.4 totalIdlingTime=0.79 averageHotStartTime=22
    + averageSpeed=43 historyHighestSpeed=119 historyHighestRpm=3756 totalHarshAccerleration=75
    + totalHarshBrake=12

    # Trouble codes
    | $$\x00\x1c5\x87e\x04\x00\x00\x01\x99\x03C1E88,P0301\xa5\xf0\r\n
    ? Sheet B6
    @ 35876504000001 358765040000016
    - no time
    + dtcs="C1E88 P0301"

    # A picture is offered
    > 24240012358765040000010800028e2e0d0a
    ? Sheet B2
    @ 35876504000001 358765040000016
    + media=20260102030405-2.jpg announced
    < 4040001235876504000001880102bf850d0a

    & Part 0 of 3
    > 242400233587650400000199880200200300ffd8ffe000104a464946000101f1180d0a
    ? Sheet B2
    @ 35876504000001 358765040000016
    + media=20260102030405-2.jpg offset=0 bytes=13

    & Part 1 of 3
    > 2424002335876504000001998802002003015555555555555555555555555548fa0d0a
    @ 35876504000001 358765040000016
    + media=20260102030405-2.jpg offset=13 bytes=13

    & Part 2 of 3
    > 2424001c358765040000019988020020030266666666ffd94ad40d0a
    @ 35876504000001 358765040000016
    + media=20260102030405-2.jpg offset=26 bytes=6 last

    & The picture is complete
    > 24240012358765040000010f800210260d0a
    ? Sheet B2
    @ 35876504000001 358765040000016
    < 404000143587650400000166880200009a9e0d0a

    & Where it was taken
    > 2424006435876504000001997702013033303430352e3030302c412c353233302e393736352c4e2c30313332322e363632322c452c31392e34342c3237312c3032303132362c2c2a31417c302e397c33347c303030307c303030302c30303030cf9e0d0a
    ? Sheet B6
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + image="20260102030405-2.jpg" hdop=0.9 out1=false out2=false out3=false out4=false
    + out5=false in1=false in2=false in3=false in4=false in5=false adc1=0 adc2=0

    # Where an unknown picture was taken
    > 2424006435876504000001997703013033303430352e3030302c412c353233302e393736352c4e2c30313332322e363632322c452c31392e34342c3237312c3032303132362c2c2a31417c302e397c33347c303030307c303030302c3030303021630d0a
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + hdop=0.9 out1=false out2=false out3=false out4=false out5=false in1=false in2=false
    + in3=false in4=false in5=false adc1=0 adc2=0

    # A part of a picture that cannot be in it
    > 2424002335876504000001998802000a0302ffd8ffe000104a46494600010110220d0a
    @ 35876504000001 358765040000016

    # Answer to a command: done
    > 2424001235876504000001411501c1f70d0a
    ? Sheet B5
    @ 35876504000001 358765040000016
    - no time
    + type="4115" result="done"

    # Answer to a command: failed
    > 24240012358765040000015100006e330d0a
    ? Sheet B5
    @ 35876504000001 358765040000016
    - no time
    + type="5100" result="failed"

    # Answer to a command: interval
    > 24240014358765040000015100010006f6880d0a
    ? Sheet B2
    @ 35876504000001 358765040000016
    - no time
    + type="5100" result="010006"

    # Serial number, IMEI, version
    | $$\x0035\x87e\x04\x00\x00\x01\x90\x010001234,358765040000017,VT600 1.17\x0f\xd1\r\n
    ? Sheet B5
    @ 35876504000001 358765040000016
    - no time
    + type="9001" result="0001234,358765040000017,VT600 1.17" versionFw="VT600 1.17"

    # A datagram whose length is zero
    % transport udp
    % sealed no
    | $$\x00\x00A\x06U\x01#\xff\xff\x99U030405.000,A,5230.9765,N,01322.6622,E,19.44,271,020126,,*1A|0.9|34|0000|0000,0000\xd8\xee\r\n
    ? Sheet B6
    @ 4106550123
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + hdop=0.9 out1=false out2=false out3=false out4=false out5=false in1=false in2=false
    + in3=false in4=false in5=false adc1=0 adc2=0

    # A datagram whose length is one too large
    % transport udp
    % sealed no
    | $$\x00cA\x06U\x01#\xff\xff\x99U030405.000,A,5230.9765,N,01322.6622,E,19.44,271,020126,,*1A|0.9|34|0000|0000,0000\xcc\x0f\r\n
    ? Sheet B6
    @ 4106550123
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + hdop=0.9 out1=false out2=false out3=false out4=false out5=false in1=false in2=false
    + in3=false in4=false in5=false adc1=0 adc2=0

    # A checksum that does not hold is marked
    % sealed no
    | $$\x00b5\x87e\x04\x00\x00\x01\x99U030405.000,A,5230.9765,N,01322.6622,E,19.44,271,020126,,*1A|0.9|34|0000|0000,0000(\xe0\r\n
    ? Sheet B6
    @ 35876504000001 358765040000016
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + hdop=0.9 out1=false out2=false out3=false out4=false out5=false in1=false in2=false
    + in3=false in4=false in5=false adc1=0 adc2=0

    # An unknown command
    % recognised no
    | $$\x00\x145\x87e\x04\x00\x00\x01wwabc\xea\xc1\r\n
    @ 35876504000001 358765040000016

    # A fix that is neither A nor V
    | $$\x00T5\x87e\x04\x00\x00\x01\x99U030405.000,X,5230.9765,N,01322.6622,E,19.44,271,020126,,*1A|0.9|34|-V\r\n
    ! invalid fix 24

    # A month that there is not
    | $$\x00T5\x87e\x04\x00\x00\x01\x99U030405.000,A,5230.9765,N,01322.6622,E,19.44,271,021326,,*1A|0.9|34|N\x94\r\n
    @ 35876504000001 358765040000016
    = 1027-01-02T03:04:05Z valid 52.516275 13.377703 altitude 34 speed 19.44 course 271
    + hdop=0.9

    # An identifier with a letter
    > 24240011a106550123ffff500051410d0a
    ! invalid identifier 4

    # Position now
    $ positionSingle for 358765040000017
    ? Sheet B5
    < 4040001135876504000001410138e80d0a

    # Position every 60 seconds
    $ positionPeriodic frequency=60 for 358765040000017
    ? Sheet B5
    < 404000133587650400000141020006cf660d0a

    # Less than ten seconds
    $ positionPeriodic frequency=5 for 358765040000017
    ! the parameter 'frequency' must be 10 to 655350

    # No positions
    $ positionStop for 358765040000017
    < 404000133587650400000141020000afa00d0a

    # Stop the engine
    $ engineStop for 358765040000017
    ? Sheet B5
    < 4040001235876504000001411501f8370d0a

    # Let the engine start
    $ engineResume for 358765040000017
    < 4040001235876504000001411500e8160d0a

    # The one output is number 2
    $ outputControl index=2 data=1 for 358765040000017
    ? Sheet B6
    < 4040001235876504000001411501f8370d0a

    # Number 1 keeps it
    $ outputControl index=1 data=1 for 358765040000017
    ? Sheet B6
    < 4040001235876504000001411502c8540d0a

    # There is no third output
    $ outputControl index=3 data=1 for 358765040000017
    ! the parameter 'index' must be 1 to 2

    # Speed limit
    $ alarmSpeed data=120 for 358765040000017
    ? Sheet B5
    < 404000123587650400000141050c2ae90d0a

    # Fence of 200 m
    $ alarmGeofence enable=true radius=200 for 358765040000017
    ? Sheet B5
    < 4040001335876504000001410600c82b240d0a

    # No fence
    $ alarmGeofence enable=false for 358765040000017
    ? Sheet B5
    < 4040001235876504000001410600be360d0a

    # Sensitivity to shocks
    $ alarmVibration data=30 for 358765040000017
    ? Sheet B5
    < 40400013358765040000014135333089000d0a

    # Time zone
    $ setTimezone timezone=GMT+6 for 358765040000017
    ? Sheet B5
    < 4040001435876504000001413233363007710d0a

    # A zone that is not known
    $ setTimezone timezone=Europe/Berlin for 358765040000017
    ! the parameter 'timezone' must be written as GMT+6 or UTC-3:30

    # Take a photo
    $ requestPhoto index=1 for 358765040000017
    ? Sheet B5
    < 40400011358765040000014151621d0d0a

    # Restart
    $ rebootDevice for 358765040000017
    ? Sheet B5
    < 4040001135876504000001490281220d0a

    # Factory settings
    $ factoryReset for 358765040000017
    ? Sheet B5
    < 404000113587650400000141103af80d0a

    # Version
    $ getVersion for 358765040000017
    ? Sheet B5
    < 404000113587650400000190011efe0d0a

    # Listen
    $ voiceMonitoring phone="+491700000000" for 358765040000017
    ? Sheet B5
    < 4040001e3587650400000141302b34393137303030303030303078e00d0a

    # Any command
    $ custom data="4131 3630" for 358765040000017
    ? Sheet B5
    < 404000133587650400000141313630aa350d0a

    # A command that is not hexadecimal
    $ custom data=STATUS for 358765040000017
    ! the parameter 'data' must be hexadecimal: the command's two bytes and at most 130 bytes of data

    # A command that it does not have
    $ videoStart for 358765040000017
    ! this device has no command 'videoStart'; 'custom' sends text as it is

    # Stop the engine below 10 km/h
    % meiligao.alternative true
    $ engineStop for 358765040000017
    ? Sheet B6
    < 4040001235876504000001411401cb060d0a

    # Stop the engine of a TK510
    % model TK510
    $ engineStop for 358765040000017
    ? Sheet B6
    < 40400016358765040000014114010202020241810d0a

    # Output 3 of five
    % model MT05
    $ outputControl index=3 data=1 for 358765040000017
    ? Sheet B5
    < 404000163587650400000141140202010202f6030d0a

    # A short identifier is padded
    $ positionSingle for 1092
    < 404000111092ffffffffff4101495f0d0a

    # An identifier with letters
    $ positionSingle for watch1
    ! the parameter 'uniqueId' must be 1 to 20 digits
    """#
}
