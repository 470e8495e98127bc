extension Suntech {
  static let examples = #"""
    # Status of an ST300 with its tail, south and west
    | ST300STT;007315512;40;313;20260102;03:04:05;c9a1f8;-33.442167;-070.656700;052.350;271.50;11;1;482130;13.91;100100;2;8384;001309;4.1;1\r
    ? Sheet 4.1
    @ 007315512
    = 2026-01-02T03:04:05Z valid -33.442167 -70.6567 speed 28.267 course 271.5
    + type="STT" versionFw="313" sat=11 odometer=482130 power=13.91 ignition=true in1=false
    + in2=false in3=true out1=false out2=false status=2 index=8384 hours=78540000 battery=4.1

    # Stored status of an ST300
    | ST300STT;007315512;40;313;20260102;03:04:05;c9a1f8;-33.442167;-070.656700;052.350;271.50;11;1;482130;13.91;100100;2;8384;003634;4.1;0\r
    ? Sheet 4.1
    @ 007315512
    = 2026-01-02T03:04:05Z valid -33.442167 -70.6567 speed 28.267 course 271.5
    + type="STT" versionFw="313" sat=11 odometer=482130 power=13.91 ignition=true in1=false
    + in2=false in3=true out1=false out2=false status=2 index=8384 hours=218040000 battery=4.1
    + archive=true

    # Status of an SA200, stored, without a fix
    | SA200STT;731551;129;20260102;03:04:05;3dce07;+52.516275;+013.377703;000.000;000.00;0;0;2636341;12.21;010010;1;3211;011892;4.2;0\r
    ? Sheet 4.1
    @ 731551
    = 2026-01-02T03:04:05Z invalid 52.516275 13.377703
    + type="STT" versionFw="129" sat=0 odometer=2636341 power=12.21 ignition=false in1=true
    + in2=false in3=false out1=true out2=false status=1 index=3211 hours=713520000 battery=4.2
    + archive=true

    # Status of an ST600 with its cell
    | ST600STT;008731551;20;419;20260102;03:04:05;0245cc8e;736;3;4e2f;41;-16.535739;-068.116250;001.004;000.00;4;1;0;13.89;00000000;1;0223\r
    ? Sheet 4.1, example 33
    @ 008731551
    = 2026-01-02T03:04:05Z valid -16.535739 -68.11625 speed 0.542
    + type="STT" versionFw="419" sat=4 odometer=0 power=13.89 ignition=false in1=false in2=false
    + in3=false out1=false out2=false status=1 index=223
    ~ cell 736-3-20015-38128782 -41

    # Status of an ST500
    | ST500STT;205731551;07;843;20260102;03:04:05;+19.332576;-099.173433;006.849;000.00;6;1;143608;12.89;0;0;1;4659;000.902;0;005.005;611;4.0\r
    ? Sheet 4.1
    @ 205731551
    = 2026-01-02T03:04:05Z valid 19.332576 -99.173433 speed 3.698
    + type="STT" versionFw="843" sat=6 odometer=143608 power=12.89 status=0 index=1

    # Tail with a cell
    | ST300STT;007873155;40;319H;20260102;03:04:05;54728;-30.029630;-051.202341;000.000;000.14;8;1;35311718;14.33;000000;1;1306;067167;4.1;1;23675;724;5;-75;1351;1\r
    ? Sheet 4.1, example 69
    @ 007873155
    = 2026-01-02T03:04:05Z valid -30.02963 -51.202341 course 0.1
    + type="STT" versionFw="319H" sat=8 odometer=35311718 power=14.33 ignition=false in1=false
    + in2=false in3=false out1=false out2=false status=1 index=1306 hours=4030020000 battery=4.1
    ~ cell 724-5-1351-23675 -75

    # Tail with analogue inputs, a driver and temperatures
    | ST300STT;205731552;07;564;20260102;03:04:05;245e81;+19.284795;-099.125421;003.704;000.00;9;1;479023;11.53;000100;1;9498;075737;4.3;1;0.10;;0.30;0000000000A1B2;1;2898E16006005883:-20.8;2861626006001173:+2.5;:\r
    ? Sheet 4.1
    @ 205731552
    = 2026-01-02T03:04:05Z valid 19.284795 -99.125421 speed 2
    + type="STT" versionFw="564" sat=9 odometer=479023 power=11.53 ignition=false in1=false
    + in2=false in3=true out1=false out2=false status=1 index=9498 hours=4544220000 battery=4.3
    + adc1=0.1 adc3=0.3 driverUniqueId="0000000000A1B2" temp1=-20.8 temp2=2.5

    # Tail with engine speed and a driver
    | ST300STT;907731551;04;706;20260102;03:04:05;cc719;-12.969553;-038.496959;004.284;000.00;7;1;57095;12.50;000000;1;0337;003934;0.0;1;850;012E717F012488;1\r
    ? Sheet 4.1
    @ 907731551
    = 2026-01-02T03:04:05Z valid -12.969553 -38.496959 speed 2.313
    + type="STT" versionFw="706" sat=7 odometer=57095 power=12.5 ignition=false in1=false
    + in2=false in3=false out1=false out2=false status=1 index=337 hours=236040000 battery=0.0
    + rpm=850 driverUniqueId="012E717F012488"

    # Tail as an operator says it is
    % hbm 2
    % includeAdc true
    % includeRpm true
    % includeTemp true
    | ST300STT;907731551;04;706;20260102;03:04:05;cc719;-12.969553;-038.496959;004.284;000.00;7;1;57095;12.50;000000;1;0337;207;12;1;1;2;3;850;A1;1;5:21.5;;6:-3;23675;724;5;-75;1351\r
    ? Sheet 4.1
    @ 907731551
    = 2026-01-02T03:04:05Z valid -12.969553 -38.496959 speed 2.313
    + type="STT" versionFw="706" sat=7 odometer=57095 power=12.5 ignition=false in1=false
    + in2=false in3=false out1=false out2=false status=1 index=337 hours=12420000 battery=12.0
    + adc1=1.0 adc2=2.0 adc3=3.0 rpm=850 driverUniqueId="A1" temp1=21.5 temp3=-3.0
    ~ cell 724-5-1351-23675 -75

    # Tail that is not as an operator says
    % hbm 1
    | ST300STT;907731551;04;706;20260102;03:04:05;cc719;-12.969553;-038.496959;004.284;000.00;7;1;57095;12.50;000000;1;0337;often;4.1;1\r
    @ 907731551
    = 2026-01-02T03:04:05Z valid -12.969553 -38.496959 speed 2.313
    + type="STT" versionFw="706" sat=7 odometer=57095 power=12.5 ignition=false in1=false
    + in2=false in3=false out1=false out2=false status=1 index=337

    # Emergency: the supply is cut
    | ST300EMG;007315512;40;313;20260102;03:04:05;c9a1f8;-33.442167;-070.656700;000.000;271.50;11;1;482130;0.00;000000;3\r
    ? Sheet 4.1
    @ 007315512
    = 2026-01-02T03:04:05Z valid -33.442167 -70.6567 course 271.5
    + type="EMG" versionFw="313" sat=11 odometer=482130 power=0.0 ignition=false in1=false
    + in2=false in3=false out1=false out2=false alarm="powerCut"

    # Event with mode and message number in front of the tail
    | ST300EVT;007315512;40;313;20260102;03:04:05;c9a1f8;-33.442167;-070.656700;000.000;271.50;11;1;482130;13.91;000000;2;1;9498;075737;4.3;1\r
    ? Sheet 4.1, 73
    @ 007315512
    = 2026-01-02T03:04:05Z valid -33.442167 -70.6567 course 271.5
    + type="EVT" versionFw="313" sat=11 odometer=482130 power=13.91 ignition=false in1=false
    + in2=false in3=false out1=false out2=false event=2 status=1 index=9498 hours=4544220000
    + battery=4.3

    # Alert: over speed
    | SA200ALT;731551;042;20260102;03:04:05;16d41;-15.610885;-056.080986;095.029;012.00;9;1;2407393;12.40;100000;1\r
    ? Sheet 4.6
    @ 731551
    = 2026-01-02T03:04:05Z valid -15.610885 -56.080986 speed 51.312 course 12
    + type="ALT" versionFw="042" sat=9 odometer=2407393 power=12.4 ignition=true in1=false
    + in2=false in3=false out1=false out2=false alarm="overspeed"

    # Confirmed over UDP
    % transport udp
    | ST300ALT;007315512;40;313;20260102;03:04:05;c9a1f8;-33.442167;-070.656700;000.000;271.50;11;1;482130;0.00;000000;41\r
    ? Sheet 5
    @ 007315512
    = 2026-01-02T03:04:05Z valid -33.442167 -70.6567 course 271.5
    + type="ALT" versionFw="313" sat=11 odometer=482130 power=0.0 ignition=false in1=false
    + in2=false in3=false out1=false out2=false alarm="powerCut"
    <| ST300ACK;007315512\r

    # Serial data: fuel and temperature sensors, with a line break in them
    | ST600UEX;008731551;20;520;20260102;03:04:05;0bf5a909;334;20;2f19;18;+20.512221;-100.741943;007.731;000.00;9;1;3725973;12.89;000000;44;t_0=0C;N_0=0212.0;t_1=15;N_1=00F0.0;Q_D=0A\r\n;8B;017987;4.1;1\r
    ? Sheet 4.3, example 26
    @ 008731551
    = 2026-01-02T03:04:05Z valid 20.512221 -100.741943 speed 4.174
    + type="UEX" versionFw="520" sat=9 odometer=3725973 power=12.89 ignition=false in1=false
    + in2=false in3=false out1=false out2=false temp0=12 fuel0=530 temp1=21 fuel1=240
    + drivingQuality=10 fuel=770.0 hours=1079220000 battery=4.1
    ~ cell 334-20-12057-200648969 -18

    # Serial data: tanks
    | ST300UEX;109731551;08;1026;20260102;03:04:05;04402;+04.723897;-074.053600;005.564;000.00;10;1;0;12.04;010000;49;CabAVL"CabMensaje,0,41.5,12.0,,,FinMensaje"FinAVL;97;5;4.1;1\r
    ? Sheet 4.3
    @ 109731551
    = 2026-01-02T03:04:05Z valid 4.723897 -74.0536 speed 3.004
    + type="UEX" versionFw="1026" sat=10 odometer=0 power=12.04 ignition=false in1=true
    + in2=false in3=false out1=false out2=false fuel1=41.5 fuel2=12.0 fuel=53.5 hours=300000
    + battery=4.1

    # Serial data with escapes; the sum is wrong
    | ST300UEX;511731551;45;315;20260102;03:04:05;6a4563;-29.752618;-057.087446;000.000;000.00;10;1;72;0.00;000000;5;A\x01\x10\r\xE9B;00\r
    ? Sheet 4.3
    @ 511731551
    = 2026-01-02T03:04:05Z valid -29.752618 -57.087446
    + type="UEX" versionFw="315" sat=10 odometer=72 power=0.0 ignition=false in1=false in2=false
    + in3=false out1=false out2=false serial="A\x01\x10\r\xc3\xa9B"

    # Keep-alive of an SA200
    | SA200ALV;731551\r
    ? Sheet 4.1
    @ 731551

    # Journey
    | ST300HTE;511731551;45;308;20260102;03:04:05;0;12.50;005138;0.0;1;0;1;1;0;-27.634068;-052.278285;-27.637101;-052.279053;000.000;008.603;0;0000000000A1B2\r
    ? Sheet 4.1
    @ 511731551
    - no time
    + driverUniqueId="0000000000A1B2"

    # Answer to a command
    | ST300CMD;Res;511731551;319H;Disable1\r
    ? Sheet 4.1
    @ 511731551
    - no time
    + type="CMD" result="319H;Disable1"

    # Error text
    | -Error\r
    ? Sheet 2

    # ST910: place
    | ST910;Location;205731551;500;20260102;03:04:05;-22.840440;-046.328539;010.000;090.00;1;3.8;0;1;9159\r
    ? Sheet 4.2
    @ 205731551
    = 2026-01-02T03:04:05Z valid -22.84044 -46.328539 speed 5.4 course 90
    + versionFw="500"

    # ST910: emergency
    | ST910;Emergency;205731551;500;20260102;03:04:05;-22.840440;-046.328539;000.000;000.00;0;2\r
    ? Sheet 4.2
    @ 205731551
    = 2026-01-02T03:04:05Z invalid -22.84044 -46.328539
    + alarm="general" versionFw="500"

    # ST910 of the second type: alert
    | ST910;Alert;731551;20260102;03:04:05;3af54e3165;+19.302378;-099.194104;002.971;000.00;1;28462;80\r
    ? Sheet 4.2
    @ 731551
    = 2026-01-02T03:04:05Z valid 19.302378 -99.194104 speed 1.604
    + alarm="general" odometer=28462

    # ST410: cells and place
    | ST410STT;007731551;408;01;10217;732;103;-87;51511;1;10218;732;103;51511;-91;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;3.8;0;2503;6;20260102;03:04:05;+04.743993;-074.040393;058.156;121.63;20;1\r
    ? Sheet 4.4, example 31
    @ 007731551
    = 2026-01-02T03:04:05Z valid 4.743993 -74.040393 speed 31.402 course 121.6
    + type="STT" versionFw="408" battery=3.8 archive=true index=2503 status=6 sat=20
    ~ cell 732-103-51511-10217 -87
    ~ cell 732-103-51511-10218 -91

    # ST440 without a place: cells only
    | ST440ALT;007731551;408;41;7;10217;732;103;-87;51511;1;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;3.8;1;2503;6;4G1;a;b;2;;;;;;;\r
    ? Sheet 4.4
    @ 007731551
    - no time
    + type="ALT" versionFw="408" battery=3.8 index=2503 status=6 motion=true
    ~ cell 732-103-51511-10217 -87

    # ST410: a kind without a form
    | ST410ALV;007731551\r
    ? Sheet 4.4
    @ 007731551

    # ST410: answer
    | ST410CMD;Res;007731551;408;StatusReq\r
    @ 007731551
    - no time
    + type="CMD" result="408;StatusReq"

    # Newer form: status with assigned values
    | STT;0560731551;BFFFFF;56;1.0.15;1;20260102;03:04:05;00253D0C;334;20;0925;24;+20.745320;-103.431645;11.00;90.00;19;1;00000001;00000010;2;1;1765;00008003;0.0;12.14;132639;extra\r
    ? Sheet 4.5, example 16
    @ 0560731551
    = 2026-01-02T03:04:05Z valid 20.74532 -103.431645 speed 5.94 course 90
    + type="STT" versionFw="1.0.15" rssi=24 sat=19 ignition=true input=1 output=10 mode=2
    + reason=1 index=1765 io1="0.0" io2="12.14" io16="132639" assign1="extra"
    ~ cell 334-20-2341-2440460

    # Newer form: alert, stored
    | ALT;0950731551;3FFFFF;95;1.0.11;0;20260102;03:04:05;02F4F515;334;20;0F1D;45;+25.797206;-100.176199;0.00;0.00;18;1;00000101;00000000;42;2;\r
    ? Sheet 4.5
    @ 0950731551
    = 2026-01-02T03:04:05Z valid 25.797206 -100.176199
    + type="ALT" versionFw="1.0.11" archive=true rssi=45 sat=18 ignition=true input=101 output=0
    + alarm="sos" alertModifier="2"
    ~ cell 334-20-3869-49607957

    # Newer form: serial data with a driver
    | UEX;1610731551;03FFFFFF;161;3.0.9;1;20260102;03:04:05;00002118;724;11;4EDA;33;-5.125086;-42.795285;0.00;0.00;11;1;00000001;00000000;24;GTSL|6|1|0|73155127|1|\r\n;A0;;164;0;11.82\r
    ? Sheet 4.5
    @ 1610731551
    = 2026-01-02T03:04:05Z valid -5.125086 -42.795285
    + type="UEX" versionFw="3.0.9" rssi=33 sat=11 ignition=true input=1 output=0
    + driverUniqueId="73155127" assign1="164" assign2="0" assign3="11.82"
    ~ cell 724-11-20186-8472

    # Newer form: a few fields only
    | STT;0560731551;000034;1.0.15;20260102;03:04:05\r
    ? Sheet 4.5
    @ 0560731551
    - 2026-01-02T03:04:05Z
    + type="STT" versionFw="1.0.15"

    # Newer form: a date without a time means nothing
    | STT;0560731551;000014;1.0.15;20260102\r
    ? Sheet 4.5
    @ 0560731551
    - no time
    + type="STT" versionFw="1.0.15"

    # Newer form: tags near the unit
    | BLE;0820731551;82;1.0.0;20260102;03:04:05;+32.693957;-117.291285;2;-32;-100;33;A1B2C3D4E5F6;12;18;52;-41;-44;44;112233445566;32;69;101\r
    ? Sheet 4.5
    @ 0820731551
    = 2026-01-02T03:04:05Z valid 32.693957 -117.291285
    + type="BLE" versionFw="1.0.0" tag1Rssi=-32 tag1Id="A1B2C3D4E5F6" tag1Samples=12
    + tag1Major=18 tag1Minor=52 tag2Rssi=-41 tag2Id="112233445566" tag2Samples=32 tag2Major=69
    + tag2Minor=101

    # Newer form: answer
    | RES;4309731551;04;02;TEST\r
    ? Sheet 4.5
    @ 4309731551
    - no time
    + type="RES" result="04;02;TEST"

    # Newer form: sensors that have no public form
    | BSA;0820731551;001FFF;82;1.0.0;1;20260102;03:04:05;+32.693957;-117.291285;1;-55;68:11:6A:FD:1A:A7;6AA5;1DE8\r
    ? Sheet 4.5
    @ 0820731551

    # Newer form: first part of a crash record, with a carriage return in it
    | CRR;0820731551;1;2;4;\x1A\x01\x0D\x03;7F\r
    ? Sheet 4.5
    @ 0820731551

    & A part is missing: nothing comes of it
    | CRR;0820731551;3;3;4;\x1A\x01\x02\x03;7F\r
    @ 0820731551

    # Compact form of the older status
    > 02 0032 10 0073155127 28 0102 1A0102030405 1234 29 21442167 46656700 003438 010F50 E6 0004A3B2 0D91 05 02 0075 00012345 0400 00 03
    ? Sheet 4.7
    @ 007315512
    = 2026-01-02T03:04:05Z valid -33.442167 -70.6567 speed 28.283 course 271.5
    + sat=6 odometer=304050 power=13.91 ignition=true in1=false in2=true in3=false out1=false
    + out2=false event=2 index=117 hours=4473900000 battery=4.0 archive=true

    # Compact form of the older alert, confirmed over UDP
    % transport udp
    > 02 0029 13 0073155127 28 0102 1A0102030405 1234 29 21442167 46656700 003438 010F50 E6 0004A3B2 0D91 05 2A 03
    ? Sheet 4.7, 5
    @ 007315512
    = 2026-01-02T03:04:05Z valid -33.442167 -70.6567 speed 28.283 course 271.5
    + sat=6 odometer=304050 power=13.91 ignition=true in1=false in2=true in3=false out1=false
    + out2=false event=42 alarm="sos"
    < 150073155127

    # Compact form of the older emergency
    > 02 0029 11 0073155127 28 0102 1A0102030405 1234 29 21442167 46656700 003438 010F50 06 0004A3B2 0D91 05 01 03
    ? Sheet 4.7
    @ 007315512
    = 2026-01-02T03:04:05Z invalid 33.442167 70.6567 speed 28.283 course 271.5
    + sat=6 odometer=304050 power=13.91 ignition=true in1=false in2=true in3=false out1=false
    + out2=false event=1 alarm="sos"

    # Compact form of another older kind
    > 02 000C 14 0073155127 010203040506 03
    ? Sheet 4.7
    @ 007315512

    # Compact form of the newer status
    > 81003205207315513fffff34010003011a0102030405000000000000000000001f8012ab3482345678138827101401010002010203
    ? Sheet 4.8
    @ 0520731551
    = 2026-01-02T03:04:05Z valid -1.223476 -36.98444 speed 26.998 course 100
    + versionFw="1.0.3" rssi=31 sat=20 ignition=true input=1 output=0 mode=2 reason=1

    # Compact form of the newer alert: who drives
    > 82003805207315513f7fff34010003001a0102030405000000000000000000001f0012ab3402345678138827101400003b00070102030405060708
    ? Sheet 4.8
    @ 0520731551
    = 2026-01-02T03:04:05Z valid 1.223476 36.98444 speed 26.998 course 100
    + versionFw="1.0.3" archive=true rssi=31 ignition=false input=0 output=0 alertModifier="7"
    + driverUniqueId="0102030405060708"

    # Compact form of the newer alert: jamming, without place
    > 820011052073155108003a1a011a010203040532
    ? Sheet 4.8
    @ 0520731551
    - 2026-01-02T03:04:05Z
    + alarm="jamming"

    # Latitude that cannot be
    | ST300STT;007315512;40;313;20260102;03:04:05;c9a1f8;-93.442167;-070.656700;052.350;271.50;11;1;482130;13.91;100100;2;8384\r
    ! invalid latitude and longitude 51

    # Date that is none
    | ST300STT;007315512;40;313;2026-1-2;03:04:05;c9a1f8;-33.442167;-070.656700;052.350;271.50;11;1;482130;13.91;100100;2;8384\r
    ! invalid date 26

    # Identifier with letters
    | ST300STT;00731551A;40;313\r
    ! invalid identifier 9

    # Mask that is none
    | STT;0560731551;mask;56\r
    ! invalid report mask 15

    # Header that is none
    | NOBODY;0560731551\r
    ! invalid header 0

    # Stop the engine
    $ engineStop for 731551
    ? Sheet 6
    <| SA200CMD;731551;02;Enable1\r

    # Stop the engine of a model that is known
    % model ST300
    $ engineStop for 007315512
    <| ST300CMD;007315512;02;Enable1\r

    # Stop the engine of a newer unit
    $ engineStop for 0560731551
    <| CMD;0560731551;04;01\r

    # Let the engine run
    $ engineResume for 731551
    <| SA200CMD;731551;02;Disable1\r

    # Let the engine of a newer unit run
    % model ST4305
    $ engineResume for 0560731551
    <| CMD;0560731551;04;02\r

    # Arm
    $ alarmArm for 731551
    <| SA200CMD;731551;02;Enable2\r

    # Arm a newer unit
    $ alarmArm for 0560731551
    <| CMD;0560731551;04;03\r

    # Disarm
    $ alarmDisarm for 731551
    <| SA200CMD;731551;02;Disable2\r

    # Disarm a newer unit
    $ alarmDisarm for 0560731551
    <| CMD;0560731551;04;04\r

    # Restart
    $ rebootDevice for 731551
    <| SA200CMD;731551;02;Reboot\r

    # Restart a newer unit
    $ rebootDevice for 0560731551
    <| CMD;0560731551;03;03\r

    # Where are you?
    $ positionSingle for 731551
    <| SA200CMD;731551;02;StatusReq\r

    # Where are you, newer unit?
    $ positionSingle for 0560731551
    <| CMD;0560731551;03;01\r

    # Output 2 on
    $ outputControl index=2 data=1 for 731551
    <| SA200CMD;731551;02;Enable2\r

    # Output 1 of a newer unit off
    $ outputControl index=1 data=0 for 0560731551
    <| CMD;0560731551;04;02\r

    # Output 2 of a newer unit on
    $ outputControl index=2 data=1 for 0560731551
    <| CMD;0560731551;04;03\r

    # Output 3 of a newer unit off
    $ outputControl index=3 data=0 for 0560731551
    <| CMD;0560731551;04;10\r

    # Output 4 of a newer unit
    $ outputControl index=4 data=0 for 0560731551
    ! the parameter 'index' must be 1 to 3

    # Output without a state
    $ outputControl index=1 for 731551
    ! the command needs the parameter 'data'

    # Output between on and off
    $ outputControl index=1 data=2 for 731551
    ! the parameter 'data' must be 0 to 1

    # Any command
    $ custom data=ST300CMD;007315512;02;Preset for 731551
    <| ST300CMD;007315512;02;Preset\r

    # A second command inside the first is refused
    $ custom data="ST300CMD;1;02;Preset\rST300CMD;1;02;Reboot" for 731551
    ! the parameter 'data' must be 1 to 1000 printable ASCII characters

    # An identifier that is none
    $ engineStop for 73;51
    ! the parameter 'uniqueId' must be 4 to 15 digits

    # A command that it does not have
    $ requestPhoto for 731551
    ! this device has no command 'requestPhoto'; 'custom' sends text as it is
    """#
}
