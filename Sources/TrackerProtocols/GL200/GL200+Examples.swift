extension GL200 {
  static let examples = #"""
    # Position of a vehicle with all of the tail
    | +RESP:GTFRI,060228,862311050000017,,14827,10,1,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,00,15989.5,01070:43:13,13,180,87,220501,,,56,20260102030406,0A1B$
    ? Sheet 4.4, shape B
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271
    + hdop=1.0 type="FRI" power=14.827 odometer=15989500.0 hours=3854593000 adc1="13" adc2="180"
    + batteryLevel=87 ignition=true input=5 in1=false in2=true output=1 out1=true out2=false
    + fuel=56

    # Tail with a reserved field, vehicle number, engine speed
    | +RESP:GTFRI,1F0301,862311050000017,WVWZZZ1KZAW000017,car,14900,41,1,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,00,74.1,,,,,83,110402,799,7.3,,20260102030406,0A1B$
    ? Sheet 4.4, shape B; device status
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271
    + vin="WVWZZZ1KZAW000017" hdop=1.0 type="FRI" power=14.9 odometer=74100.0 batteryLevel=83
    + ignition=false input=4 in1=false in2=true output=2 out1=false out2=true rpm=799

    # Battery voltage and temperature in the tail
    | +RESP:GTFRI,DE0114,862311050000017,,0,0,1,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,18,21,3912,93,0,1,-4.5,20260102030406,0A1B$
    ? Sheet 4.4, shape A
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271
    + hdop=1.0 type="FRI" battery=3.912 batteryLevel=93 temp1=-4.5

    # Motion and charging by the type of the report
    | +RESP:GTFRI,423031,862311050000017,dog,0,3,1,0,55,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,262,02,4E2F,01A2B3C,31,-1,100,20260102030406,0A1B$
    ? Sheet 4.4, shape C
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271
    + hdop=1.0 type="FRI" batteryLevel=100 rssi=-1 motion=true charge=true

    # Odometer only
    | +RESP:GTFRI,DF0200,862311050000017,cv100,14051,10,1,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,,0.4,,,,100,21,,,,20260102030406,0A1B$
    ? Sheet 4.4, shape D
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271
    + hdop=1.0 type="FRI" power=14.051 odometer=400.0

    # Two stored positions, odometer in the blocks
    | +BUFF:GTFRI,1A0900,862311050000017,G3,0,0,2,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,25.2,4,36.0,271,34.5,151.209500,-33.868820,20260102030505,0262,0002,4E2F,01A2B3C,25.3,83,20260102030406,0A1B$
    ? Sheet 4.4, shape E
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271
    + hdop=1.0 odometer=25200.0 type="FRI"
    = 2026-01-02T03:05:05Z valid -33.86882 151.2095 altitude 34.5 speed 19.438 course 271
    + hdop=4.0 odometer=25300.0 type="FRI" batteryLevel=83

    # Two positions in front of a tail of another form
    | +BUFF:GTFRI,060228,862311050000017,car,12400,10,2,1,36.0,271,34.5,13.377704,52.516275,20260102030305,0262,0002,4E2F,1A2B0C11,00,1,36.0,271,34.5,13.377704,52.516275,20260102030405,0262,0002,4E2F,1A2B0C11,00,15989.5,01070:43:13,,,,80,220101,900,nan,35,20260102030406,0A1B$
    ? Sheet 4.4: `nan` in small letters is no rate
    @ 862311050000017
    = 2026-01-02T03:03:05Z valid 52.516275 13.377704 altitude 34.5 speed 19.438 course 271
    + hdop=1.0 type="FRI"
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34.5 speed 19.438 course 271
    + hdop=1.0 type="FRI" power=12.4

    # Access points in the block
    | +RESP:GTFRI,423037,862311050000017,GT501,0,1,1,5,77,12,0.1,0,46.8,151.209300,-33.868820,20260102030405,2,0e36c9000017,-50,,,,e831cd000018,-73,,,,262,02,4E2F,1A2B3C,00,,93,20260102030406,0A1B$
    ? Sheet 4.3
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 46.8 speed 0.054
    + hdop=12.0 type="FRI" batteryLevel=93
    ~ wifi 0e:36:c9:00:00:17 -50
    ~ wifi e8:31:cd:00:00:18 -73

    # A header without type and number of records: reserved and battery level
    | +RESP:GTCTN,110103,862311050000017,,,,88,1,36.0,271,34.5,13.377704,52.516275,20260102030405,0262,0002,4E2F,1A2B0C11,,,20260102030406,0A1B$
    ? Sheet 4.4
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34.5 speed 19.438 course 271
    + hdop=1.0 type="CTN" batteryLevel=88

    # Without fix
    | +RESP:GTFRI,120113,862311050000017,,1,1,1,,,,,,,,0262,0002,4E2F,1A2B,00,79,20260102030406,0A1B$
    ? Sheet 4.4
    @ 862311050000017
    - 2026-01-02T03:04:06Z
    + type="FRI" batteryLevel=79

    # A list of another form is looked through
    | +RESP:GTSTR,400201,862311050000017,GL500,0,0,2,21.1,86,0,1.6,0,5.8,151.209300,-33.868820,20260102030405,0262,0002,4E2F,1A2B,,,,20260102030406,0A1B$
    ? Sheet 4.10
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 5.8 speed 0.864 device 2026-01-02T03:04:06Z
    + hdop=0 type="STR"
    ~ cell 262-2-20015-6699

    # Cut off before the count
    | +RESP:GTFRI,5E0100,862311050000017,,,12940,10,1,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,00,6223.7,,,,,110000,,,,202601020304$
    ? Sheet 4.4, 4.10
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271
    + hdop=1 type="FRI"
    ~ cell 262-2-20015-1715004

    # Expanded list with fuel, one-wire thermometer and fuel sensor
    | +RESP:GTERI,250C02,862311050000017,,0000001B,12351,10,1,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,00,6786.7,00259:11:50,,F55,100,110000,1,0394,2,28FFD523000017,1,FF98,28FFD523000018,1,,1,4,61.5,40.2,20260102030406,0A1B$
    ? Sheet 4.5, bits 0, 1, 3, 4
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + hdop=1.0 type="ERI" power=12.351 odometer=6786700.0 hours=933110000 fuel2=55
    + batteryLevel=100 ignition=false input=0 in1=false in2=false output=0 out1=false out2=false
    + fuel=61.5 temp1=-6.5
    ~ cell 262-2-20015-1715004

    # Expanded list with two positions and satellites
    | +BUFF:GTERI,6E0A03,862311050000017,,00000000,,10,2,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,01,12,1,36.0,271,34.5,151.209300,-33.868820,20260102030505,0262,0002,4E2F,01A2B3C,03,7,0,358.6,,1930,1917,F40,100,210100,0,20260102030406,0A1B$
    ? Sheet 4.5
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271
    + hdop=1.0 sat=12 type="ERI"
    ~ cell 262-2-20015-1715004
    = 2026-01-02T03:05:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + hdop=1.0 sat=7 type="ERI" odometer=358600.0 adc1=1.93 adc2=1.917 fuel3=40 batteryLevel=100
    + ignition=true input=1 in1=false in2=false output=0 out1=false out2=false
    ~ cell 262-2-20015-1715004

    # Bluetooth accessories
    | +RESP:GTERI,6E0A03,862311050000017,,00000180,,10,1,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,01,12,358.6,,,,,100,1A0000,0,1,28000017,2,21.5,40,2,00,6,5,0E7109BB,287F,DOOR,780541000017,1,3466,-24.5,36,24.91,100,01,6,2,,0002,780541000018,20260102030406,0A1B$
    ? Sheet 4.5, bits 7 and 8
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + hdop=1.0 sat=12 type="ERI" odometer=358600.0 batteryLevel=100 ignition=false input=0
    + in1=false in2=false output=0 out1=false out2=false tag1Id="780541000017" tag1Temp=-24.5
    + tag1Humidity=36.0 tag1Battery=100 tag2Id="780541000018"
    ~ cell 262-2-20015-1715004

    # Accessory with a length in front of its data
    | +RESP:GTERI,C2010D,862311050000017,GV600M,00000100,,10,1,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,,0.0,,,,3,410000,,1,0,6,4,0,,01BF,box,EA7D0A000017,1,3484,21.81,43,00,00,0,0,0,20260102030406,0A1B$
    ? Sheet 4.5
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + hdop=1.0 type="ERI" odometer=0.0 batteryLevel=3 input=0 in1=false in2=false output=0
    + out1=false out2=false tag1Id="EA7D0A000017" tag1Temp=21.81 tag1Humidity=43.0
    ~ cell 262-2-20015-1715004

    # Numbered fuel sensor
    | +RESP:GTERI,F10415,862311050000017,GV350M,00000001,,50,1,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,,,,,,1.5,,,100,210100,,1,1,1,01DF,20260102030406,0A1B$
    ? Sheet 4.5, GV350M
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + hdop=1.0 type="ERI" odometer=1500.0 batteryLevel=100 ignition=true input=1 in1=false
    + in2=false output=0 out1=false out2=false fuel=479

    # Values of the bus end an expanded list
    | +RESP:GTERI,8020050704,862311050000017,,00000004,28823,10,1,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,02,0,0.4,,,,,100,210100,0,1,FFFFF,YS2R4X20000000017,2,H1910197,20260102030406,0A1B$
    ? Sheet 4.5, bit 2
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + hdop=1.0 type="ERI" power=28.823 odometer=400.0 batteryLevel=100 ignition=true input=1
    + in1=false in2=false output=0 out1=false out2=false
    ~ cell 262-2-20015-1715004

    # Serial device of a GV200
    | +RESP:GTERI,358803,862311050000017,gv200,00000000,,10,1,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,00,17363.6,,,91,,05,01,2,20260102030406,0A1B$
    ? Sheet 4.5, GV200
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + hdop=1.0 type="ERI" odometer=17363600.0 adc2=0.091 input=5 output=1
    ~ cell 262-2-20015-1715004

    # External battery of a GL320M
    | +RESP:GTERI,C30209,862311050000017,,00000080,0,16,1,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,12.5,27,81,20260102030406,0A1B$
    ? Sheet 4.5, GL320M
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + hdop=1.0 type="ERI" power=0.0 odometer=12500.0 batteryLevel=27 externalBattery=81
    ~ cell 262-2-20015-1715004

    # Signal behind the cell of an asset tracker
    | +RESP:GTERI,11010A,862311050000017,,00000000,,10,1,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,21,0,00,87,4,1,20260102030406,0A1B$
    ? Sheet 4.3, 4.5, GL5
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + hdop=1.0 type="ERI" batteryLevel=87 motion=true
    ~ cell 262-2-20015-1715004

    # Access points in an expanded list, a Wi-Fi place without a fix
    | +RESP:GTERI,110100,862311050000017,,00000000,,10,1,0,,,,,,,2,0e36c9000017,-50,,,,e831cd000018,-73,,,,0262,0002,4E2F,1A2B0C11,15,0,00,77,0,1,20260102030406,0A1B$
    ? Sheet 4.3, 4.5
    @ 862311050000017
    - 2026-01-02T03:04:06Z
    + hdop=0.0 type="ERI" batteryLevel=77 motion=true
    ~ cell 262-2-20015-439028753
    ~ wifi 0e:36:c9:00:00:17 -50
    ~ wifi e8:31:cd:00:00:18 -73

    # A broken value behind the position
    | +RESP:GTERI,250C02,862311050000017,,00000002,12351,10,1,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,00,far,,,,100,110000,1,20260102030406,0A1B$
    ? Sheet 4.10
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + hdop=1 type="ERI"
    ~ cell 262-2-20015-1715004

    # Ignition on
    | +RESP:GTIGN,060228,862311050000017,,9860,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,00,01070:43:13,881.2,20260102030406,0A1B$
    ? Sheet 4.6
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + hdop=1.0 ignition=true hours=3854593000 odometer=881200.0 type="IGN"
    ~ cell 262-2-20015-1715004

    # Ignition off without fix
    | +BUFF:GTIGF,500101,862311050000017,,0,0,,,,,,,0262,0002,4E2F,1A2B3C,00,,0.5,20260102030406,0A1B$
    ? Sheet 4.6
    @ 862311050000017
    - 2026-01-02T03:04:06Z
    + hdop=0.0 ignition=false odometer=500.0 type="IGF"
    ~ cell 262-2-20015-1715004

    # Virtual ignition of a CV200
    | +RESP:GTVGN,BD0221,862311050000017,CV200,,0,140944,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,,,5810.9,20260102030406,0A1B$
    ? Sheet 4.6, CV200
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + hdop=1.0 ignition=true odometer=5810900.0 type="VGN"
    ~ cell 262-2-20015-1715004

    # Information
    | +RESP:GTINF,C20113,862311050000017,,1A,89490200000000000017,19,0,11,12295,13985,4.25,0,1,,,20260102030005,0,0,,00,00,,,20260102030406,0A1B$
    ? Sheet 4.7
    @ 862311050000017
    - 2026-01-02T03:04:06Z
    + ignition=false motion=true iccid="89490200000000000017" rssi=19 power=12.295 power2=13.985
    + battery=4.25 charge=true type="INF"

    # Information with an odometer, not charging
    | +BUFF:GTINF,110100,862311050000017,,42,89490200000000000017,18,99,0,33.23,21,4.19,1,0,1,0,0,20260102030005,100,,,,,20260102030406,0A1B$
    ? Sheet 4.7
    @ 862311050000017
    - 2026-01-02T03:04:06Z
    + motion=true iccid="89490200000000000017" rssi=18 odometer=33230.0 power2=0.021
    + battery=4.19 type="INF"

    # Information with analogue inputs, a vehicle number
    | +RESP:GTINF,6E0202,862311050000017,WVWZZZ1KZAW000017,car,21,89490200000000000017,41,0,1,12349,,4.15,0,1,0,0,20260102030005,0,0,120,130,140,00,+0000,0,20260102030406,0A1B$
    ? Sheet 4.7, GV310LAU
    @ 862311050000017
    - 2026-01-02T03:04:06Z
    + vin="WVWZZZ1KZAW000017" ignition=true motion=false iccid="89490200000000000017" rssi=41
    + power=12.349 battery=4.15 charge=true adc1=120 adc2=130 adc3=140 type="INF"

    # Information with a Bluetooth thermometer
    | +RESP:GTINF,C20113,862311050000017,,22,89490200000000000017,19,0,11,12295,C0FFEE112233,-21.5,40,4.25,0,0,,,20260102030005,20260102030406,0A1B$
    ? Sheet 4.7: not sure, no recorded message shows it
    @ 862311050000017
    - 2026-01-02T03:04:06Z
    + ignition=true motion=true iccid="89490200000000000017" rssi=19 power=12.295
    + deviceTemp=-21.5 humidity=40.0 battery=4.25 type="INF"

    # Information without second supply
    | +RESP:GTINF,2D0202,862311050000017,car,12,89490200000000000017,22,0,1,12349,4.15,0,1,20260102030406,0A1B$
    ? Sheet 4.7, GV500VC
    @ 862311050000017
    - 2026-01-02T03:04:06Z
    + ignition=false motion=true iccid="89490200000000000017" rssi=22 power=12.349 battery=4.15
    + charge=true type="INF"

    # Values of the vehicle with its position
    | +RESP:GTCAN,310603,862311050000017,gv65,00,1,C03FFFFF,WVWZZZ1KZAW000017,2,H2843820,373.76,1440,44,77,L/H12.5,P35.00,1810,21,59.48,42.68,16.80,15.42,8688,0008,610,00,0,1.5,35.00,,0,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,00,20260102030406,0A1B$
    ? Sheet 4.8
    @ 862311050000017
    = 2026-01-02T03:04:05Z invalid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + vin="WVWZZZ1KZAW000017" ignition=true obdOdometer=2843820 fuelUsed=373.76 rpm=1440
    + obdSpeed=44 coolantTemp=77.0 fuelConsumption=12.5 fuel=35.0 range=181000 throttle=21
    + hours=214128000 drivingTime=42.68 idleHours=16.8 idleFuelConsumption=15.42 axleWeight=8688
    + tachographInfo=8 indicators=1552 lights=0 doors=0 vehicleOverspeed=1.5
    + engineOverspeed=35.0 type="CAN"

    # Values of the vehicle with the second and third mask
    | +BUFF:GTCAN,8020050402,862311050000017,,00,1,E00FFFFF,,1,H149381,4236.08,0,0,58,,P94.80,,0,529.00,0.03,0.33,0.77,8688,0008,0042,00,00,803FFFFF,P98.00,5571,,,0,0,,4200,20,7,0,0.36,0.00,0.00,0,D 000000000017,D 000000000018,FIRST,SECOND,B XY 17,0000,,3,1,2,,,0,20260102030406,0A1B$
    ? Sheet 4.8, GV355CEU
    @ 862311050000017
    - 2026-01-02T03:04:06Z
    + ignition=true obdOdometer=149381 fuelUsed=4236.08 rpm=0 obdSpeed=0 coolantTemp=58.0
    + fuel=94.8 throttle=0 hours=1904400000 drivingTime=0.03 idleHours=0.33
    + idleFuelConsumption=0.77 axleWeight=8688 tachographInfo=8 indicators=66 lights=0 doors=0
    + adBlueLevel=98.0 axleWeight1=5571 adc1=4.2 driver1Card="D 000000000017"
    + driver2Card="D 000000000018" driver1Name="FIRST" driver2Name="SECOND"
    + registration="B XY 17" type="CAN"

    # Reserved bits and no fix in the values of the vehicle
    | +RESP:GTCAN,F10415,862311050000017,,00,1,40400003,,0,9,,0,,20260102030406,0A1B$
    ? Sheet 4.8, GV350M
    @ 862311050000017
    - 2026-01-02T03:04:06Z
    + ignition=false type="CAN"

    # Input 1
    | +RESP:GTLSW,300500,862311050000017,,0,1,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,00,20260102030406,0A1B$
    ? Sheet 4.9
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + in1=true hdop=1.0 type="LSW"

    # Input 2
    | +RESP:GTTSW,300500,862311050000017,,1,0,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,00,20260102030406,0A1B$
    ? Sheet 4.9
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + in2=false hdop=1.0 type="TSW"

    # Driver
    | +RESP:GTIDA,06020A,862311050000017,,,D2C40017,1,1,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,00,12.5,,,,,20260102030406,0A1B$
    ? Sheet 4.9
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + driverUniqueId="D2C40017" hdop=1.0 odometer=12500.0 type="IDA"

    # Tired driver
    | +RESP:GTDAR,F10406,862311050000017,,1,3,,,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,,,,20260102030406,0A1B$
    ? Sheet 4.9
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271
    + alarm="fatigueDriving" fatigueDegree=3 hdop=1.0 type="DAR"

    # Another warning about the driver
    | +RESP:GTDAR,F10406,862311050000017,,4,0,,,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,,,,20260102030406,0A1B$
    ? Sheet 4.9
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271
    + warningType=4 hdop=1.0 type="DAR"

    # Fuel sensor on the serial port
    | +RESP:GTDTT,410502,862311050000017,,,,1,18,780d0a434f4d422c302c39342e352c2c2c484443,20260102030406,0A1B$
    ? Sheet 4.9
    @ 862311050000017
    - 2026-01-02T03:04:06Z
    + fuel=94.5 type="DTT"

    # Text from the serial port
    | +RESP:GTDTT,410502,862311050000017,,,,1,5,68656c6c6f,20260102030406,0A1B$
    ? Sheet 4.9
    @ 862311050000017
    - 2026-01-02T03:04:06Z
    + result="hello" type="DTT"

    # Accessory
    | +RESP:GTBAA,F1040C,862311050000017,GV350M,FF,3,0,04,003F,DOOR,780541000017,1,3065,-4,55,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,,,,,,20260102030406,0A1B$
    ? Sheet 4.9
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271
    + accessoryName="DOOR" accessoryMac="780541000017" accessoryStatus=1 accessoryVoltage=3.065
    + accessoryTemp=-4.0 accessoryHumidity=55.0 hdop=1.0 type="BAA"

    # Accessory found
    | +RESP:GTBID,F1040C,862311050000017,GV350M,1,0,000A,780541000017,3065,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,00,20260102030406,0A1B$
    ? Sheet 4.9
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271
    + accessoryMac="780541000017" accessoryVoltage=3.065 hdop=1.0 type="BID"

    # Light
    | +RESP:GTLSA,DE0114,862311050000017,,1,0,12,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,00,0,4,87,0,1,21.5,20260102030406,0A1B$
    ? Sheet 4.9
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + hdop=1.0 lightLevel=4 batteryLevel=87 temp1=21.5 type="LSA"

    # Access points alone
    | +RESP:GTWIF,210102,862311050000017,,2,c413e2000017,-39,,,,c8d3ff000018,-43,,,,,,,,100,20260102030406,0A1B$
    ? Sheet 4.9
    @ 862311050000017
    - 2026-01-02T03:04:06Z
    + batteryLevel=100 type="WIF"
    ~ wifi c4:13:e2:00:00:17 -39
    ~ wifi c8:d3:ff:00:00:18 -43

    # Cells of neighbours
    | +RESP:GTGSM,400201,862311050000017,STR,0262,0002,4e2f,62a2,16,,0262,0002,4e2f,56a2,14,,,,,,,,,,,,,,,,,,,,,,,,,,0262,0002,4e2f,7489,17,,20260102030406,0A1B$
    ? Sheet 4.9
    @ 862311050000017
    - 2026-01-02T03:04:06Z
    + type="GSM"
    ~ cell 262-2-20015-25250 -16
    ~ cell 262-2-20015-22178 -14

    # Cells
    | +RESP:GTLBS,660400,862311050000017,GL50,0,0,92,,2,,,0000,0262,0002,4e2f,b951,18,,0262,,4e2f,cd83,15,,,,,,,,,,,,,,,,,,,,,,,,,,0262,0002,4e2f,d071,11,,20260102030406,0A1B$
    ? Sheet 4.9
    @ 862311050000017
    - 2026-01-02T03:04:06Z
    + batteryLevel=92 type="LBS"
    ~ cell 262-2-20015-47441 -18
    ~ cell 262-2-20015-53361 -11

    # Versions
    | +BUFF:GTVER,1A0800,862311050000017,GL300,GL300,0A03,0103,20260102030406,0A1B$
    ? Sheet 4.9
    @ 862311050000017
    - 2026-01-02T03:04:06Z
    + deviceType="GL300" versionFw=2563 versionHw=259 type="VER"

    # Power on
    | +RESP:GTPNA,1A0800,862311050000017,GL300,20260102030406,0A1B$
    ? Sheet 4.9
    @ 862311050000017
    - 2026-01-02T03:04:06Z
    + alarm="powerOn" type="PNA"

    # Data of the serial port
    | +RESP:GTDAT,270B01,862311050000017,gv300w,1,,,I:17|DB,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,00,,,,,20260102030406,0A1B$
    ? Sheet 4.9
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + data="I:17|DB" hdop=1.0 type="DAT"
    ~ cell 262-2-20015-1715004

    # OBD
    | +RESP:GTOBD,360201,862311050000017,WVWZZZ1KZAW000017,,0,19FFFF,WVWZZZ1KZAW000017,1,14283,983901C0,799,36,-18,7.5,33792,0,1,2,01710420,21,40,38,6,53557,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,00,53557.4,20260102030406,0A1B$
    ? Sheet 4.9
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + vin="WVWZZZ1KZAW000017" rpm=799 obdSpeed=36 temp1=-18 fuelConsumption="7.5"
    + dtcsClearedDistance=33792 odbConnect=true dtcsNumber=2 dtcsCodes="01710420" throttle=21
    + engineLoad=40 fuel=38 obdOdometer=53557400.0 hdop=1.0 type="OBD"

    # OBD without bus, stored: looked through
    | +BUFF:GTOBD,360201,862311050000017,,,0,19FFFF,,1,14283,983901C0,799,36,18,,33792,0,0,0,,,38,,53557,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,00,,20260102030406,0A1B$
    ? Sheet 4.9
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + hdop=1 type="OBD"
    ~ cell 262-2-20015-1715004

    # SOS
    | +RESP:GTSOS,020102,862311050000017,,0,0,1,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,00,,20260102030406,0A1B$
    ? Sheet 4.10
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + hdop=1 alarm="sos" type="SOS"
    ~ cell 262-2-20015-1715004

    # Behaviour of the driver
    | +RESP:GTHBM,0F0100,862311050000017,,,12,1,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,00,2000.0,20260102030406,0A1B$
    ? Sheet 4.10
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + alarm="hardCornering" hdop=1 type="HBM"
    ~ cell 262-2-20015-1715004

    # Input by the report
    | +RESP:GTDIS,270302,862311050000017,,,21,1,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,00,1286.2,20260102030406,0A1B$
    ? Sheet 4.10
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + in2=true hdop=1 type="DIS"
    ~ cell 262-2-20015-1715004

    # Ignition by the report
    | +BUFF:GTIGL,270302,862311050000017,,,01,1,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,00,243.1,20260102030406,0A1B$
    ? Sheet 4.10
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + ignition=true hdop=1 type="IGL"
    ~ cell 262-2-20015-1715004

    # Not moving, battery
    | +RESP:GTNMR,423033,862311050000017,,0,0,1,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,,,,,15,0,74,20260102030406,0A1B$
    ? Sheet 4.10
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + motion=false hdop=1 batteryLevel=74 type="NMR"

    # Cell alone
    | +BUFF:GTSTC,410301,862311050000017,,,0,,,,,,,0262,0002,4EE8,1BFF489,00,20260102030406,0A1B$
    ? Sheet 4.10
    @ 862311050000017
    - 2026-01-02T03:04:06Z
    + type="STC"
    ~ cell 262-2-20200-29357193

    # Connection, nothing to store
    | +RESP:GTPDP,060228,862311050000017,,20260102030406,0A1B$
    ? Sheet 4.10
    @ 862311050000017

    # Without version
    | +RESP:GTTRI,862311050000017,1,0,99,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,00,0103010100,20260102030406,0A1B$
    ? Sheet 7
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + hdop=1 type="TRI"
    ~ cell 262-2-20015-1715004

    # Report that wants to be confirmed
    % gl200.ack true
    % transport udp
    | +RESP:GTTOW,1A0800,A1000049000017,GL300,,00,1,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,00,,20260102030406,0A1B$
    ? Sheet 5
    @ A1000049000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + hdop=1 alarm="tow" type="TOW"
    ~ cell 262-2-20015-1715004
    <| +SACK:0A1B$

    # Movement
    | +RESP:GTSTT,280100,862311050000017,,42,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,,20260102030406,0320$
    ? Sheet 4.10
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + hdop=1 alarm="movement" type="STT"
    ~ cell 262-2-20015-1715004

    # Datagram without end
    % transport udp
    | +RESP:GTNMR,280100,862311050000017,,0,1,1,1,36.0,271,34.5,151.209300,-33.868820,20260102030405,0262,0002,4E2F,01A2B3C,,20260102030406,0320
    ? Sheet 3
    @ 862311050000017
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 altitude 34.5 speed 19.438 course 271 device 2026-01-02T03:04:06Z
    + motion=true hdop=1 type="NMR"
    ~ cell 262-2-20015-1715004

    # Heartbeat
    | +ACK:GTHBD,1A0401,862311050000017,,20260102030406,11F0$
    ? Sheet 4.11, 5
    @ 862311050000017
    <| +SACK:GTHBD,1A0401,11F0$

    # Answer to a command
    | +ACK:GTRTO,1A0800,862311050000017,GL300,VER,FFFF,20260102030406,0A1B$
    ? Sheet 4.11
    @ 862311050000017
    - 2026-01-02T03:04:06Z
    + result="+ACK:GTRTO"

    # Text without count
    | +RESP:GTFRI,060228,862311050000017$
    ? Sheet 4.1
    ! truncated count 34

    # Model set by the operator
    % model GV500VC
    | +RESP:GTINF,7F0202,862311050000017,car,12,89490200000000000017,22,0,1,12349,4.15,0,1,20260102030406,0A1B$
    ? Sheet 4.1
    @ 862311050000017
    - 2026-01-02T03:04:06Z
    + ignition=false motion=true iccid="89490200000000000017" rssi=22 power=12.349 battery=4.15
    + charge=true type="INF"

    # Call, a name for identifier
    > 2b5253500300fc1fff005e450102020867623130302d3137642f442105007018217345005f0101002405010f002200cc20680321533307ea0102030405026200024e2f1a2b000000030000000106020f2307ea010203040603423eda0d0a
    ? Sheet 4.12
    @ gb100-17 7449570816660681015
    = 2026-01-02T03:04:05Z valid 52.515635 13.37764 altitude 34 speed 19.708 course 271
    + hdop=1 batteryLevel=100 power=12.1 sat=5 phone="18217345005"
    ~ cell 262-2-20015-6699

    # Fixed report with two positions
    > 2b4253500700fc1fbf00774501020209561f0b320000010764377e4207100201002405010f002200cc20680321533307ea0102030405026200024e2f1a2b0001002405010f002200cc20680321533307ea0102030505026200024e2f1a2b000000030000000106020f2307ea0102030406034291f80d0a
    ? Sheet 4.12
    @ 863111500000017 6205691120916103431
    = 2026-01-02T03:04:05Z valid 52.515635 13.37764 altitude 34 speed 19.708 course 271
    + hdop=1 batteryLevel=100 power=14.206 sat=7
    ~ cell 262-2-20015-6699
    = 2026-01-02T03:05:05Z valid 52.515635 13.37764 altitude 34 speed 19.708 course 271
    + hdop=1 batteryLevel=100 power=14.206 sat=7
    ~ cell 262-2-20015-6699

    # Fence, no fix
    > 2b5253500800fc1fbf00594501020209561f0b320000010764377e03014207100100002405010f002200cc20680321533307ea0102030405026200024e2f1a2b000000030000000106020f2307ea0102030406034276ee0d0a
    ? Sheet 4.12
    @ 863111500000017 6205691120916103431
    = 2026-01-02T03:04:05Z invalid 52.515635 13.37764 altitude 34 speed 19.708 course 271
    + hdop=0 batteryLevel=100 power=14.206 sat=7
    ~ cell 262-2-20015-6699

    # A point every second
    > 2b5253506400fc1fbf00524501020209561f0b32000001076438ed2205000561c6f000cc20680321533369573385a07ffe17de00a03f7e1fddc00000030000000106020f2307ea010203040603424cca0d0a
    ? Sheet 4.12
    @ 863111500000017 6205691120916103431
    = 2026-01-02T02:55:01Z valid 52.515635 13.37764 speed 12.257 course 240
    = 2026-01-02T02:55:02Z valid 52.515601 13.377578 speed 12.311 course 239
    = 2026-01-02T02:55:04Z valid 52.515566 13.377517 speed 12.311 course 237

    # Differences without a first point
    > 2b5253506400fc1fbf003c4501020209561f0b32000001076438ed22050001a07ffe17de0000030000000106020f2307ea0102030406034240180d0a
    ? Sheet 4.12
    ! invalid first point 31

    # Event: battery low
    > 2b4556540600fc1fbf00584501020209561f0b320000010709000041070e100101002405010f002200cc20680321533307ea0102030405026200024e2f1a2b000000030000000106020f2307ea0102030406034229d00d0a
    ? Sheet 4.12
    @ 863111500000017 6205691120916103431
    = 2026-01-02T03:04:05Z valid 52.515635 13.37764 altitude 34 speed 19.708 course 271
    + versionFw="521" hdop=1 batteryLevel=9 power=0.0 sat=7
    ~ cell 262-2-20015-6699

    # Information
    > 2b494e4601fd7f002a561f0b320000010745010202090104020500004107ea0102030406034235b50d0a
    ? Sheet 4.12
    @ 863111500000017 6205691120916103431
    - 2026-01-02T03:04:06Z
    + versionFw="521" versionHw="260"

    # Answer
    > 2b41434b017f244501010108561f0b320000010700ffff07ea0102030406054dfcea0d0a
    ? Sheet 4.12
    @ 863111500000017 6205691120916103431

    # Heartbeat, layout not public
    > 2b484244011e450101561f0b320000010707ea0102030406054d7f3d0d0a
    ? Sheet 4.12

    # Wrong checksum
    % sealed no
    > 2B494E46 01 FD7F 002A 561F0B3200000107 45 0102 0209 0104 0205000041 07EA0102030406 0342 0000 0D0A
    ? Sheet 2
    @ 863111500000017 6205691120916103431
    - 2026-01-02T03:04:06Z
    + versionFw="521" versionHw="260"

    # Identifier of no known form
    > 2b494e4601fd7f002aff0000000000000045010202090104020500004107ea01020304060342f2fe0d0a
    ? Sheet 4.12
    ! invalid identifier 9

    # Command: position
    $ positionSingle
    ? Sheet 6
    <| AT+GTRTO=,1,,,,,,FFFF$

    # Command: identification
    $ deviceIdentification
    ? Sheet 6
    <| AT+GTRTO=,8,,,,,,FFFF$

    # Command: restart
    $ rebootDevice
    ? Sheet 6
    <| AT+GTRTO=,3,,,,,,FFFF$

    # Command: engine off, with password
    % devicePassword gv200
    $ engineStop
    ? Sheet 6
    <| AT+GTOUT=gv200,1,,,0,0,0,0,0,0,0,,,,,,,FFFF$

    # Command: engine on
    $ engineResume
    ? Sheet 6
    <| AT+GTOUT=,0,,,0,0,0,0,0,0,0,,,,,,,FFFF$

    # Command: text
    $ custom data=AT+GTRTO=gl300,2,,,,,,FFFF$
    ? Sheet 6
    <| AT+GTRTO=gl300,2,,,,,,FFFF$

    # Command: two in one
    $ custom data=AT+GTRTO=$AT+GTRTO=$
    ? Sheet 6
    ! the parameter 'data' must be 1 to 1000 printable ASCII characters, '$' only at the end

    # Command: nothing to send
    $ custom
    ? Sheet 6
    ! the command needs the parameter 'data'

    # Command: a password with a comma
    % devicePassword a,b
    $ positionSingle
    ? Sheet 6
    ! the parameter 'devicePassword' must be 1 to 32 letters and digits

    # Command: none of this protocol
    $ powerOff
    ? Sheet 6
    ! this device has no command 'powerOff'; 'custom' sends text as it is
    """#
}
