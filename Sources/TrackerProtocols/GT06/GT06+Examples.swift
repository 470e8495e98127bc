extension GT06 {
  static let examples = #"""
    # Login
    > 78780d0103587650500000230001f7640d0a
    ? Sheet 6.1, 11 A
    @ 358765050000023
    < 787805010001d9dc0d0a

    & Heartbeat with ignition on, on external power
    > 78780a1346060400020002b8f40d0a
    ? Sheet 5.4, 6.3
    - no time
    + type=19 status=70 ignition=true charge=true blocked=false batteryLevel=100 rssi=4
    < 787805130002db6a0d0a

    & Position
    > 78781f121a0102030405cb05a2670f016f6dfb24d45a0106024e2f01a2b3000372970d0a
    ? Sheet 6.2, 11 B
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=18 sat=11 ignition=true
    ~ cell 262-2-20015-107187
    < 787805120003903f0d0a

    & Position in the south and west, without a cell
    > 787817121a0102030405c703beb1de060757613d190f0004e0a60d0a
    ? Sheet 5.2
    = 2026-01-02T03:04:05Z valid -34.905012 -56.191343 speed 32.937 course 271
    + type=18 sat=7
    < 787805120004e4800d0a

    # Login with the zone UTC+8
    > 787811010358765050000023100b32010001fe000d0a
    ? Sheet 4
    @ 358765050000023
    < 787805010001d9dc0d0a

    & Position with a clock in UTC+8
    > 78781f121a01020b0405c905a2670f016f6dfb0014000106024e2f01a2b30002eb110d0a
    ? Sheet 4
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704
    + type=18 sat=9
    ~ cell 262-2-20015-107187
    < 78780512000281b60d0a

    & The operator's zone wins over the login's
    % decoder.timezone +01:00
    > 78781f121a0102040405c905a2670f016f6dfb0014000106024e2f01a2b30003c4210d0a
    ? Sheet 4
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704
    + type=18 sat=9
    ~ cell 262-2-20015-107187
    < 787805120003903f0d0a

    # Login with the zone UTC-3:30
    > 787811010358765050000023100f14aa000131a80d0a
    ? Sheet 4
    @ 358765050000023
    < 787805010001d9dc0d0a

    & Position with a clock in UTC-3:30
    > 78781f121a0101172205c9051a49c405a7cce0001c000106024e2f01a2b3000222890d0a
    = 2026-01-02T03:04:05Z valid 47.5605 -52.7128
    + type=18 sat=9
    ~ cell 262-2-20015-107187
    < 78780512000281b60d0a

    # Login without serial number and checksum
    % recognised no
    > 7878 0d 01 0358765050000023 34 0d0a
    ? Sheet 2, 3: the same as topin's
    @ 358765050000023
    < 787805010000c8550d0a

    # Login with a digit that is none
    > 78780d01035876505000002f000152c70d0a
    ? Sheet 6.1
    ! invalid IMEI 4

    # Login that is cut short
    > 78780901035876500001102f0d0a
    ! truncated IMEI 4

    # Keep-alive of the Topin dialect
    > 7878 01 08 0d0a
    ? Sheet 6.12
    < 78780508787895800d0a

    # Position 10
    > 787819101a0102030405c406e1d6a8025aac1e000cb4000100014c680d0a
    ? Sheet 6.2
    = 2026-01-02T03:04:05Z invalid 64.146582 -21.94263 course 180
    + type=16 sat=4
    < 78780510000106950d0a

    # Position 10 without trailer
    % recognised no
    > 7878 12 10 1a0102030405 c9 05a2670f 016f6dfb 24 145a 0d0a
    ? Sheet 3, 11 E
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=16 sat=9
    < 78780510fb24e89a0d0a

    # Position 11 with cell
    > 787821111a0102030405c8002354ec03f337190c10c8010600024e2f01a2b3c40001de500d0a
    ? Sheet 6.2
    = 2026-01-02T03:04:05Z valid -1.286389 36.817223 speed 6.479 course 200
    + type=17 sat=8
    ~ cell 262-2-20015-27440068
    < 7878051100015c490d0a

    # Position 11 without trailer
    > 7878 15 11 1a0102030405 c9 05a2670f 016f6dfb 24 145a ffdd00 0d0a
    ? Sheet 3
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=17 sat=9
    < 787805115aff6c3f0d0a

    # Position 12 with odometer (length 23)
    > 787823121a0102030405cb05a2670f016f6dfb00540002ec051f4000c3500000c8f100016df60d0a
    ? Sheet 6.2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704
    + type=18 sat=11 ignition=false odometer=51441
    ~ cell 748-5-8000-50000
    < 787805120001b32d0d0a

    # Position 12 with ignition and re-upload (length 22)
    > 787822121a0102030405c905a2670f016f6dfb24145a02ec051f4000c350010001000191da0d0a
    ? Sheet 6.2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=18 sat=9 ignition=true archive=true
    ~ cell 748-5-8000-50000
    < 787805120001b32d0d0a

    # Position 12 with a network code of two bytes
    > 787820121a0102030405c905a2670f016f6dfb24145a81360104cb8a00bef300019b720d0a
    ? Sheet 5.3
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=18 sat=9
    ~ cell 310-260-52106-48883
    < 787805120001b32d0d0a

    # Position 12, BENWAY: temperature below zero
    > 787821121a0102030405c905a2670f016f6dfb24145a0106024e2f01a2b3d20c0001a8790d0a
    ? Sheet 6.2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=18 sat=9 ignition=true in2=true temp1=-12.0
    ~ cell 262-2-20015-107187
    < 787805120001b32d0d0a

    # Position 12, BENWAY: voltage
    > 787821121a0102030405c905a2670f016f6dfb24145a0106024e2f01a2b3807b000148c40d0a
    ? Sheet 6.2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=18 sat=9 ignition=true in2=false adc1=12.3
    ~ cell 262-2-20015-107187
    < 787805120001b32d0d0a

    # Position 12, VXT01: overspeed
    > 787824121a0102030405c905a2670f016f6dfb24145a0106024e2f01a2b33e04e70400000154560d0a
    ? Sheet 6.2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=18 sat=9 status=62 ignition=true charge=true alarm="overspeed" blocked=false
    + power=12.55 rssi=4
    ~ cell 262-2-20015-107187
    < 787805120001b32d0d0a

    # Position 12, S5
    > 78782b121a0102030405c905a2670f016f6dfb24145a0106024e2f01a2b34604b6040602109c00000cd9000118790d0a
    ? Sheet 6.2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=18 sat=9 status=70 ignition=true charge=true blocked=false power=12.06 rssi=4
    + alarm="overspeed" oil=528 temp1=-28.0 odometer=32890
    ~ cell 262-2-20015-107187
    < 787805120001b32d0d0a

    # Position 12, WETRUST
    > 787829121a0102030405c905a2670f016f6dfb24145a0106024e2f01a2b300004e20013701020e10000133c30d0a
    ? Sheet 6.2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=18 sat=9 odometer=20000 card="7" alarm="general" cardStatus=2 drivingTime=3600
    ~ cell 262-2-20015-107187
    < 787805120001b32d0d0a

    # Position 12, GT06E with card
    > 787871121a0102030405c905a2670f016f6dfb24145a0106024e2f01a2b300004e204b44524956455220343731312020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202030310001b22f0d0a
    ? Sheet 6.2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=18 sat=9 odometer=20000 card="DRIVER 4711"
    ~ cell 262-2-20015-107187
    < 787805120001b32d0d0a

    # Position 12, GT06E without card
    > 787874121a0102030405c905a2670f016f6dfb24145a0106024e2f01a2b300004e204b2020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020203030010000000187890d0a
    ? Sheet 6.2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=18 sat=9 odometer=20000 ignition=true
    ~ cell 262-2-20015-107187
    < 787805120001b32d0d0a

    # Position 12, QH302R by its setting
    % model qh302r
    > 7878271203587650500000231a0102030405c905a2670f016f6dfb24145a0106024e2f01a2b300011c000d0a
    ? Sheet 6.2, 9
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=18 sat=9
    ~ cell 262-2-20015-107187
    < 787805120001b32d0d0a

    # Login of a QH302R
    > 78780d0103587650500000230001f7640d0a
    @ 358765050000023
    < 787805010001d9dc0d0a

    & Position 12, QH302R by its identifier
    > 7878271203587650500000231a0102030405c905a2670f016f6dfb24145a0106024e2f01a2b300022e9b0d0a
    ? Sheet 9
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=18 sat=9
    ~ cell 262-2-20015-107187
    < 78780512000281b60d0a

    # Position 12 that is empty
    > 787805120001b32d0d0a
    ? Sheet 6.1
    ! truncated time 4

    # Position 12 with a latitude above 90°
    > 78781f121a0102030405c90a000000016f6dfb0014000106024e2f01a2b30001606e0d0a
    ! invalid latitude and longitude 11

    # Position 12 with the long header
    > 7979001f121a0102030405c905a2670f016f6dfb24145a0106024e2f01a2b3000144d90d0a
    ? Sheet 6
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=18 sat=9
    ~ cell 262-2-20015-107187
    < 787805120001b32d0d0a

    # Position 12 with a wrong checksum
    % sealed no
    > 7878 1f 12 1a0102030405 c9 05a2670f 016f6dfb 24 145a 0106 02 4e2f 01a2b3 0001 1234 0d0a
    ? Sheet 2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=18 sat=9
    ~ cell 262-2-20015-107187
    < 787805120001b32d0d0a

    # Position 12 for an address request (1A)
    > 7878251a1a0102030405c905a2670f016f6dfb24145a3030343933303132333435360000000162c70d0a
    ? Sheet 6.2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=26 sat=9
    < 7878051a000175ef0d0a

    # Position 1E
    > 78781c1e1a0102030405c905a2670f016f6dfb24145a00000000000001b0a30d0a
    ? Sheet 6.2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=30 sat=9
    < 7878051e0001168e0d0a

    # Position 22, sent again after the network came back
    > 787822221a0102030405c905a2670f016f6dfb24145a0106024e2f01a2b3010501000145df0d0a
    ? Sheet 6.2, 11 H
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=34 sat=9 ignition=true event=5 archive=true
    ~ cell 262-2-20015-107187
    < 78780522000135830d0a

    # Position 22 with odometer
    > 787826221a0102030405c905a2670f016f6dfb24145a0106024e2f01a2b30000000000c8f1000127a70d0a
    ? Sheet 6.2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=34 sat=9 ignition=false event=0 archive=false odometer=51441
    ~ cell 262-2-20015-107187
    < 78780522000135830d0a

    # Position 22, SEEWORLD
    > 78782f221a0102030405c905a2670f016f6dfb24145a0106024e2f01a2b3c40102000000c8f100000e10809616440001d1f50d0a
    ? Sheet 6.2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=34 sat=9 ignition=true odometer=51441 temp1=-1.5 humidity=57.0
    ~ cell 262-2-20015-27440068
    < 78780522000135830d0a

    # Position 22, NT, told by its length
    > 78783c220103587650500000231a01020304051a0102030405c905a2670f016f6dfb24145a090106024e2f01a2b3460984284c060200c8f100017100019b080d0a
    ? Sheet 6.2, 9
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=34 sat=9 status=70 ignition=true charge=true blocked=false power=24.36 battery=4.0
    + rssi=76 alarm="overspeed" odometer=51441 hours=22140000
    ~ cell 262-2-20015-107187
    < 78780522000135830d0a

    # Position 25, NT with driver
    % model xt40
    > 787848250103587650500000231a01020304051a0102030405c905a2670f016f6dfb24145a0a0106024e2f01a2b3c4044605112a470002000001000584090102a1b2c3d4e5f603000126240d0a
    ? Sheet 6.2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=37 sat=9 status=70 ignition=true charge=true blocked=false power=12.97 battery=4.2
    + rssi=71 odometer=1 hours=84720000 driverUniqueId="02a1b2c3d4e5f603"
    ~ cell 262-2-20015-27440068
    < 787805250001b9860d0a

    # Position 25 of another model
    > 787819251a0102030405c905a2670f016f6dfb24145a00000001d82b0d0a
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=37 sat=9
    < 787805250001b9860d0a

    # Position 2D
    > 7878222d1a0102030405c905a2670f016f6dfb24145a0106024e2f01a2b30103000001bb850d0a
    ? Sheet 6.2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=45 sat=9 ignition=true event=3 archive=false
    ~ cell 262-2-20015-107187
    < 7878052d00017f440d0a

    # Position 31
    > 787822311a0102030405c905a2670f016f6dfb24145a0106024e2f01a2b3000d000001266e0d0a
    ? Sheet 6.2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=49 sat=9 ignition=false event=13 archive=false
    ~ cell 262-2-20015-107187
    < 7878053100015f720d0a

    # Position 31, SL4X
    > 78782a311a0102030405c703beb1de060757613d190f010600024e2f01a2b3c40101000000c8f1ffec000155ad0d0a
    ? Sheet 6.2, 10
    = 2026-01-02T03:04:05Z valid -34.905012 -56.191343 altitude -20 speed 32.937 course 271
    + type=49 sat=7 ignition=true event=1 archive=false odometer=51441
    ~ cell 262-2-20015-27440068
    < 7878053100015f720d0a

    # Position 37 with modules
    > 787837371a0102030405c905a2670f016f6dfb24145a0106024e2f01a2b301000000270204e7002e040000c8f1003b0201f4003c01000001fbc30d0a
    ? Sheet 6.2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90 accuracy 5
    + type=55 sat=9 ignition=true event=0 archive=false power=12.55 odometer=51441
    ~ cell 262-2-20015-107187
    < 78780537000189ab0d0a

    # Position 17 with RFID
    > 787828171a0102030405c905a2670f016f6dfb24145a0106024e2f01a2b3bf0000012ca7e00100000148630d0a
    ? Sheet 6.2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=23 sat=9 driverUniqueId="bf0000012ca7e001"
    ~ cell 262-2-20015-107187
    < 7878051700018a900d0a

    # Position A0, 4G
    > 78782da01a0102030405c905a2670f016f6dfb24145a01060200004e2f0000000001a2b3c40102010000c8f10001d4720d0a
    ? Sheet 6.2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=160 sat=9 ignition=true archive=true odometer=51441
    ~ cell 262-2-20015-27440068
    < 787805a000018cd70d0a

    # Position A2, LW4G
    % model LW4G-4B
    > 787840a21a0102030405c905a2670f016f6dfb24145a01060200004e2f0000000001a2b3c4024504df060318010000c8f100000e10035876505000003100030001aab30d0a
    ? Sheet 6.4, 5.6
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=162 sat=9 status=69 ignition=false charge=true blocked=false power=12.47
    + batteryLevel=100 rssi=3 alarm="accident" odometer=51441 hours=3600000 input=3
    ~ cell 262-2-20015-27440068
    < 787805a20001396f0d0a

    # Status A3, SEEWORLD
    > 787818a346000005320c020000000002584f01000006000001b0e90d0a
    ? Sheet 6.3
    - no time
    + type=163 status=70 ignition=false charge=true blocked=false rssi=50 power=12 steps=600
    + batteryLevel=79 motion=false
    < 787805a3000163b30d0a

    # Status A3, SEEWORLD, short
    > 78780ca344000005320c020001ab5c0d0a
    ? Sheet 6.3
    - no time
    + type=163 status=68 ignition=false charge=true blocked=false rssi=50 power=12
    < 787805a3000163b30d0a

    # Alarm A3 with cell, 4G
    > 78782ca31a0102030405c905a2670f016f6dfb24145a3901060200004e2f0000000001a2b3c404050404010001052e0d0a
    ? Sheet 10
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=163 sat=9 status=4 ignition=false charge=true blocked=false batteryLevel=83 rssi=4
    + alarm="geofenceEnter"
    ~ cell 262-2-20015-27440068
    < 787805a3000163b30d0a

    # Alarm A4: low battery
    > 78782da41a0102030405c905a2670f016f6dfb24145a1001060200004e2f0000000001a2b3c44605041900ff00016ac50d0a
    ? Sheet 6.4, 10
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=164 sat=9 status=70 ignition=true charge=true blocked=false batteryLevel=83 rssi=4
    + alarm="lowBattery" geofence=255
    ~ cell 262-2-20015-27440068
    < 787805a40001efb60d0a

    # Alarm A4 with an extended code: jamming
    > 78782da41a0102030405c905a2670f016f6dfb24145a1001060200004e2f0000000001a2b3c44605040712ff000145ea0d0a
    ? Sheet 5.6
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=164 sat=9 status=70 ignition=true charge=true blocked=false batteryLevel=83 rssi=4
    + alarm="jamming" geofence=255
    ~ cell 262-2-20015-27440068
    < 787805a40001efb60d0a

    # Alarm 16: power cut, in state and code
    > 787825161a0102030405cc03a23c241039165250100f090106024e2f01a2b350060402010001fff40d0a
    ? Sheet 6.4, 11 D
    = 2026-01-02T03:04:05Z valid -33.86882 151.20929 speed 43.197 course 15
    + type=22 sat=12 status=80 ignition=false charge=false alarm="powerCut,powerCut"
    + blocked=false batteryLevel=100 rssi=4
    ~ cell 262-2-20015-107187
    < 787805160001d04c0d0a

    # Alarm 16 with a length of the cell that is one short
    > 787825161a0102030405cc03a23c241039165250100f08000000000000000003000025120001ed3f0d0a
    ? Sheet 5.3
    = 2026-01-02T03:04:05Z valid -33.86882 151.20929 speed 43.197 course 15
    + type=22 sat=12 status=3 ignition=true charge=false blocked=false batteryLevel=0 rssi=0
    + alarm="tampering"
    ~ cell 0-0-0-0
    < 787805160001d04c0d0a

    # Alarm 16 without cell
    > 78781d161a0102030405cc03a23c241039165250100f00200503010200013c6f0d0a
    ? Sheet 5.3
    = 2026-01-02T03:04:05Z valid -33.86882 151.20929 speed 43.197 course 15
    + type=22 sat=12 status=32 ignition=false charge=false alarm="sos,sos" blocked=false
    + batteryLevel=83 rssi=3
    < 787805160001d04c0d0a

    # Alarm 16 with room for cells
    > 78784a161a0102030405cc03a23c241039165250100f000000000000000400000000000000000000000000000000000000000000000000000000000000000000000000007e061b0982000186690d0a
    ? Sheet 5.3
    = 2026-01-02T03:04:05Z valid -33.86882 151.20929 speed 43.197 course 15
    + type=22 sat=12 status=126 ignition=true charge=true alarm="removing,vibration"
    + blocked=false batteryLevel=100 rssi=27
    < 787805160001d04c0d0a

    # Alarm 16, VXT01
    > 787824161a0102030405c905a2670f016f6dfb24145a0106024e2f01a2b33e04e7040000011b330d0a
    ? Sheet 6.4
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=22 sat=9 status=62 ignition=true charge=true alarm="overspeed" blocked=false
    + power=12.55 rssi=4
    ~ cell 262-2-20015-107187
    < 787805160001d04c0d0a

    # Alarm 16, SEEWORLD: hard cornering by the model
    % model seeworld
    > 787826161a0102030405c905a2670f016f6dfb24145a090106024e2f01a2b3c4025d4b28020001434a0d0a
    ? Sheet 6.4, 5.6
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=22 sat=9 status=2 ignition=true charge=false blocked=false batteryLevel=93 rssi=75
    + alarm="hardCornering"
    ~ cell 262-2-20015-27440068
    < 787805160001d04c0d0a

    # Alarm 16, SEEWORLD without a setting
    > 787826161a0102030405c905a2670f016f6dfb24145a090106024e2f01a2b3c4005d4b13020001f8160d0a
    ? Sheet 6.4
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=22 sat=9 status=0 ignition=false charge=false blocked=false batteryLevel=93 rssi=75
    + alarm="tampering"
    ~ cell 262-2-20015-27440068
    < 787805160001d04c0d0a

    # Alarm 16, TRX16I: geofence, with RFID
    > 78782d161a0102030405c905a2670f016f6dfb24145a090106024e2f01a2b30264040902c3000001453f92010001b6740d0a
    ? Sheet 6.4
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=22 sat=9 status=2 ignition=true charge=false blocked=false batteryLevel=100 rssi=4
    + event=9 alarm="geofence" driverUniqueId="c3000001453f9201"
    ~ cell 262-2-20015-107187
    < 787805160001d04c0d0a

    # Alarm 16, TRX16I: low power, no RFID
    > 78782d161a0102030405c905a2670f016f6dfb24145a090106024e2f01a2b30264040e020000000000000000000109c30d0a
    ? Sheet 6.4
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=22 sat=9 status=2 ignition=true charge=false blocked=false batteryLevel=100 rssi=4
    + event=14 alarm="lowPower"
    ~ cell 262-2-20015-107187
    < 787805160001d04c0d0a

    # Alarm 16, VL103: hard braking
    % model VL103
    > 787825161a0102030405c905a2670f016f6dfb24145a090106024e2f01a2b347060330020001973a0d0a
    ? Sheet 5.6, 9
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=22 sat=9 status=71 ignition=true charge=true blocked=false batteryLevel=100 rssi=3
    + alarm="hardBraking"
    ~ cell 262-2-20015-107187
    < 787805160001d04c0d0a

    # Alarm 26: vibration twice
    > 787825261a0102030405c905a2670f016f6dfb24145a090106024e2f01a2b30c06040302000103fc0d0a
    ? Sheet 6.4
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=38 sat=9 status=12 ignition=false charge=true alarm="vibration,vibration"
    + blocked=false batteryLevel=100 rssi=4
    ~ cell 262-2-20015-107187
    < 78780526000156e20d0a

    # Alarm 27 with geofence, network code of two bytes
    > 787827271a0102030405c905a2670f016f6dfb24145a0a81360104cb8a00bef32806030c02070001b3580d0a
    ? Sheet 6.4, 10
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=39 sat=9 status=40 ignition=false charge=false blocked=false batteryLevel=100 rssi=3
    + alarm="tampering" geofence=7
    ~ cell 310-260-52106-48883
    < 7878052700010c3e0d0a

    # Alarm 32
    > 787825321a0102030405c905a2670f016f6dfb24145a090106024e2f01a2b360030401020001dc660d0a
    ? Sheet 6.4
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=50 sat=9 status=96 ignition=false charge=false alarm="sos,sos" blocked=false
    + batteryLevel=50 rssi=4
    ~ cell 262-2-20015-107187
    < 787805320001b0160d0a

    # Alarm 32, SL4X with altitude
    > 787829321a0102030405c703beb1de060757613d190f0a010600024e2f01a2b3c446f004250202af00010e950d0a
    ? Sheet 6.4, 10
    = 2026-01-02T03:04:05Z valid -34.905012 -56.191343 altitude 687 speed 32.937 course 271
    + type=50 sat=7 status=70 ignition=true charge=true blocked=false rssi=4 alarm="tampering"
    ~ cell 262-2-20015-27440068
    < 787805320001b0160d0a

    # Alarm 39 with modules
    > 787833391a0102030405c905a2670f016f6dfb24145a0301060200004e2f0000000001a2b3c4001b465f040602001802019200014e8c0d0a
    ? Sheet 6.4
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=57 sat=9 status=70 ignition=true charge=true blocked=false batteryLevel=95 rssi=4
    + alarm="overspeed" battery=4.02
    ~ cell 262-2-20015-27440068
    < 78780539000199b00d0a

    # Alarm 39, cell of type 1
    > 787826391a0102030405c905a2670f016f6dfb24145a010106024e2f01a2b31b465f04c902000113740d0a
    ? Sheet 5.3
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + type=57 sat=9 status=70 ignition=true charge=true blocked=false batteryLevel=95 rssi=4
    + alarm="idle"
    ~ cell 262-2-20015-107187
    < 78780539000199b00d0a

    # Heartbeat without language
    > 78780913c403040000015ba10d0a
    ? Sheet 6.3
    - no time
    + type=19 status=196 ignition=false charge=true blocked=true batteryLevel=50 rssi=4
    < 787805130001e9f10d0a

    # Heartbeat with an alarm code
    > 78780a1306041f0400000171c70d0a
    ? Sheet 6.3
    - no time
    + type=19 status=6 ignition=true charge=true blocked=false batteryLevel=66 rssi=31
    + alarm="geofenceEnter"
    < 787805130001e9f10d0a

    # Heartbeat of sixteen bytes: below zero
    > 78781513000009000257040e4200000100100019000160180d0a
    ? Sheet 6.3
    - no time
    + batteryLevel=87 temp1=-2.5
    < 787805130001e9f10d0a

    # Heartbeat of sixteen bytes: above zero
    > 78781513000009000257040e42000001001080fa0001abb30d0a
    ? Sheet 6.3
    - no time
    + batteryLevel=87 temp1=25.0
    < 787805130001e9f10d0a

    # Heartbeat, OBD6 with temperature
    > 7878131346b2fa06025f0404df000010011c000146840d0a
    ? Sheet 6.3
    - no time
    + type=19 status=70 ignition=true charge=true blocked=false sat=35 rssi=26 alarm="overspeed"
    + batteryLevel=95 power=12.47 temp1=28.4
    < 787805130001e9f10d0a

    # Heartbeat, OBD6 without temperature
    > 7878131342018000022e42016f0000000000000137c30d0a
    ? Sheet 6.3
    - no time
    + type=19 status=66 ignition=true charge=false blocked=false sat=12 rssi=0 batteryLevel=46
    + power=3.67
    < 787805130001e9f10d0a

    # Heartbeat, LW
    % model LW4G
    > 78780a13560604f08300011ebd0d0a
    ? Sheet 6.3
    - no time
    + type=19 status=86 ignition=true charge=true alarm="powerCut" blocked=false
    + batteryLevel=100 rssi=4 power=13.1
    < 787805130001e9f10d0a

    # Heartbeat, SEEWORLD
    % model SEEWORLD
    > 787809134506560b0001b9ba0d0a
    ? Sheet 6.3
    - no time
    + type=19 status=69 ignition=false charge=true blocked=false batteryLevel=100 rssi=86
    + power=11
    < 787805130001e9f10d0a

    # Heartbeat, R11
    % model R11
    > 78780a134604df04020001480e0d0a
    ? Sheet 6.3
    - no time
    + type=19 status=70 ignition=true charge=true blocked=false power=12.47 rssi=4
    + alarm="powerCut"
    < 787805130001e9f10d0a

    # Heartbeat whose length is too small
    % sealed no
    > 7878 08 13 46 06 02 00 02 0001 2a0d 0d0a
    ? Sheet 3
    - no time
    + type=19 status=70 ignition=true charge=true blocked=false batteryLevel=100 rssi=2
    < 787805130001e9f10d0a

    # Heartbeat 23
    > 78780b230701820400010001376c0d0a
    ? Sheet 6.3
    - no time
    + armed=true ignition=true charge=true battery=3.86 rssi=4
    < 7878052300016f5f0d0a

    # Heartbeat 36 with modules
    > 78781b364605040002003201010018020192006a015f00990100000114030d0a
    ? Sheet 6.3
    - no time
    + type=54 status=70 ignition=true charge=true blocked=false batteryLevel=95 rssi=4
    + startupStatus=1 battery=4.02
    < 787805360001d3770d0a

    # Alarm 19 with cell
    > 787812190106024e2f01a2b320030401020001a4c80d0a
    ? Sheet 6.5
    - no time
    + type=25 status=32 ignition=false charge=false alarm="sos,sos" blocked=false
    + batteryLevel=50 rssi=4
    ~ cell 262-2-20015-107187
    < 7878051900019a8b0d0a

    # Alarm 19 with several cells is left alone
    > 78781b191a0102030405010602024e2f01a2b34e2f01a2b400020001ae820d0a
    ? Sheet 6.5

    # Alarm A5 with cell, 4G
    > 787819a501060200004e2f0000000001a2b3c402050413000001e3260d0a
    ? Sheet 6.5
    - no time
    + type=165 status=2 ignition=true charge=false blocked=false batteryLevel=83 rssi=4
    + alarm="tampering"
    ~ cell 262-2-20015-27440068
    < 787805a50001b56a0d0a

    # Address request A7
    > 787814a701060200004e2f0000000001a2b3c4000117610d0a
    ? Sheet 6.5
    - no time
    + type=167
    ~ cell 262-2-20015-27440068
    < 787805a7000100d20d0a

    # Access points and cells (69)
    > 7878 02 69 260102030405 a4b1c2d3e4f5 25 a4b1c2d3e4f6 5d 02 0106 02 4e2f 0f21 32 4e2f 0f1f
    > 28 0d0a
    ? Sheet 6.6, 11 F
    - 2026-01-02T03:04:05Z
    ~ cell 262-2-20015-3873 -50
    ~ cell 262-2-20015-3871 -40
    ~ wifi a4:b1:c2:d3:e4:f5 -37
    ~ wifi a4:b1:c2:d3:e4:f6 -93
    < 787800692601020304050d0a

    # Cells only, stored (17)
    > 7878 00 17 260102030405 02 0106 02 4e2f 0f21 32 4e2f 0f21 32 0d0a
    ? Sheet 6.6
    - 2026-01-02T03:04:05Z
    ~ cell 262-2-20015-3873 -50
    < 787800172601020304050d0a

    # Access points (F3)
    > 78781cf31a0102030405020001a4b1c2d3e4f50002a4b1c2d3e4f60001edf40d0a
    ? Sheet 6.6
    - 2026-01-02T03:04:05Z
    ~ wifi a4:b1:c2:d3:e4:f5
    ~ wifi a4:b1:c2:d3:e4:f6

    # Cells and access points (18)
    > 787841181a01020304050106024e2f006a002e4e2f006a012f000000000000000000000000000000000000000000000000000000000000ff01a4b1c2d3e4f54500012ffd0d0a
    ? Sheet 6.7
    - 2026-01-02T03:04:05Z
    ~ cell 262-2-20015-27136 -46
    ~ cell 262-2-20015-27137 -47
    ~ wifi a4:b1:c2:d3:e4:f5 -69
    < 787805180001c0570d0a

    # Cells of an old unit (18), language behind
    > 78783b181a01020304050106024e2f006a002e4e2f006a012f000000000000000000000000000000000000000000000000000000000000ff00020001f8440d0a
    ? Sheet 6.7
    - 2026-01-02T03:04:05Z
    ~ cell 262-2-20015-27136 -46
    ~ cell 262-2-20015-27137 -47
    < 787805180001c0570d0a

    # Cells (24)
    > 787839241a01020304050106024e2f006a002e4e2f006a012f000000000000000000000000000000000000000000000000000000000000ff0001d2490d0a
    ? Sheet 6.7
    - 2026-01-02T03:04:05Z
    ~ cell 262-2-20015-27136 -46
    ~ cell 262-2-20015-27137 -47
    < 787805240001e35a0d0a

    # Cells (24), WANWAY
    > 787831241a010203040500010602024e2f006a002e4e2f006a012f00000000000000000000000000000000000000000000017d750d0a
    ? Sheet 6.7
    - 2026-01-02T03:04:05Z
    ~ cell 262-2-20015-27136 -46
    ~ cell 262-2-20015-27137 -47
    < 787805240001e35a0d0a

    # Cells (28)
    > 78783b281a01020304050106024e2f006a002e4e2f006a012f000000000000000000000000000000000000000000000000000000000000ff00020001a6430d0a
    ? Sheet 6.7
    - 2026-01-02T03:04:05Z
    ~ cell 262-2-20015-27136 -46
    ~ cell 262-2-20015-27137 -47
    < 78780528000146f90d0a

    # Cells and access points (2C)
    > 7878412c1a01020304050106024e2f006a002e4e2f006a012f000000000000000000000000000000000000000000000000000000000000ff01a4b1c2d3e4f5450001640c0d0a
    ? Sheet 6.7
    - 2026-01-02T03:04:05Z
    ~ cell 262-2-20015-27136 -46
    ~ cell 262-2-20015-27137 -47
    ~ wifi a4:b1:c2:d3:e4:f5 -69
    < 7878052c000125980d0a

    # Cells (2E)
    > 78783b2e1a01020304050106024e2f006a002e4e2f006a012f000000000000000000000000000000000000000000000000000000000000ff000200014a8d0d0a
    ? Sheet 6.7
    - 2026-01-02T03:04:05Z
    ~ cell 262-2-20015-27136 -46
    ~ cell 262-2-20015-27137 -47
    < 7878052e000190200d0a

    # Cells and access points (33)
    > 787841331a01020304050106024e2f01a2b3c4480000000000000000000000000000000000000000000000000000000000000000000000ff01a4b1c2d3e4f5450001dd0b0d0a
    ? Sheet 6.7
    - 2026-01-02T03:04:05Z
    ~ cell 262-2-20015-27440068 -72
    ~ wifi a4:b1:c2:d3:e4:f5 -69
    < 787805330001eaca0d0a

    # Cells (34), SL4X
    > 787837341a010203040500010600024e2f01a2b3c4484e2f01a2b3c549000000000000000000000000000000000000000000000000000001638a0d0a
    ? Sheet 6.7
    - 2026-01-02T03:04:05Z
    ~ cell 262-2-20015-27440068 -72
    ~ cell 262-2-20015-27440069 -73
    < 78780534000166cf0d0a

    # Cells (A1), 4G
    > 78786ca11a010203040501060200004e2f0000000001a2b3c448000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000ff0002000189ab0d0a
    ? Sheet 6.7
    - 2026-01-02T03:04:05Z
    ~ cell 262-2-20015-27440068 -72
    < 787805a10001d60b0d0a

    # Cells and access points (A2), 4G
    > 787873a21a010203040501060200004e2f0000000001a2b3c448000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000ff01a4b1c2d3e4f545000001459a0d0a
    ? Sheet 6.7
    - 2026-01-02T03:04:05Z
    ~ cell 262-2-20015-27440068 -72
    ~ wifi a4:b1:c2:d3:e4:f5 -69
    < 787805a20001396f0d0a

    # Alarm A9 with cells of 4G and access points
    > 787835a91a0102030405010602010200004e2f0000000001a2b3c44800004e2f0000000001a2b3c550ff01a4b1c2d3e4f545030200014c130d0a
    ? Sheet 6.7
    - 2026-01-02T03:04:05Z
    + alarm="vibration"
    ~ cell 262-2-20015-27440068 -72
    ~ cell 262-2-20015-27440069 -80
    ~ wifi a4:b1:c2:d3:e4:f5 -69
    < 787805a9000110c90d0a

    # Alarm A9 with cells of 2G
    > 78781aa91a010203040501060200014e2f01a2b340ff000b11000129740d0a
    ? Sheet 6.7
    - 2026-01-02T03:04:05Z
    + alarm="jamming"
    ~ cell 262-2-20015-107187 -64
    < 787805a9000110c90d0a

    # Position 24, SR411 Mini
    > 78782e241a0102030405c905a2670f016f6dfb24145a0106024e2f01a2b30104ed0194000000000000000000000001445a0d0a
    ? Sheet 6.8
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + sat=9 ignition=true power=12.61 battery=4.04
    ~ cell 262-2-20015-107187

    # Position 36, TRX16I with RFID
    > 787835361a0102030405c905a2670f016f6dfb24145a0106024e2f01a2b3c40100000000c8f1051428000006c3000001453f92010001de350d0a
    ? Sheet 6.9
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + sat=9 ignition=true uploadMode=0 archive=false odometer=51441 power=13.0 battery=4.0
    + hours=360000 driverUniqueId="c3000001453f9201"
    ~ cell 262-2-20015-27440068
    < 787805360001d3770d0a

    # Position 61 with iButton
    > 78782e6103587650500000231a0102030405c905a2670f016f6dfb24145a0106024e2f01a2b3c40000a1b2c3d400019d1f0d0a
    ? Sheet 6.9
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + sat=9 driverUniqueId="2712847316"
    ~ cell 262-2-20015-27440068
    < 787805610001dc910d0a

    # Camera: hard braking, short form
    > 78780c951a010203040591000121820d0a
    ? Sheet 6.10
    - 2026-01-02T03:04:05Z
    + event=145 alarm="hardBraking" eventData=1
    < 78780595000133c40d0a

    # Camera JC100: SOS with files
    > 78782f951a010203040505a2670f016f6dfb145a0100004556454e545f312e6d70342c4556454e545f322e6d70340001ffef0d0a
    ? Sheet 6.10
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 course 90
    + event=1 alarm="sos" eventData=0 eventFiles="EVENT_1.mp4,EVENT_2.mp4"
    < 78780595000133c40d0a

    # Camera JC400: hard cornering
    > 78782b95ffff011a0102030405da03beb1de06075761190f002c008a9200074556454e545f332e6d703400014e320d0a
    ? Sheet 6.10
    = 2026-01-02T03:04:05Z valid -34.905012 -56.191343 speed 23.758 course 271
    + sat=10 power=13.8 event=146 alarm="hardCornering" eventData=7 eventFiles="EVENT_3.mp4"
    < 78780595000133c40d0a

    # Answer to a command
    > 78782d152500000000437574206f666620746865206675656c20737570706c793a205375636365737321000200010e8b0d0a
    ? Sheet 6.11
    - no time
    + result="Cut off the fuel supply: Success!"
    < 7878051500013f280d0a

    # Answer with the number of the SIM card
    > 7878281520000000003c49434349443a38393439303230303030313233343536373839303e0002000158630d0a
    ? Sheet 6.11
    - no time
    + iccid="89490200001234567890"
    < 7878051500013f280d0a

    # Answer of an old unit, whose length is 0
    > 7878201500000000004459443d5375636365737321000000000000000000010001af6a0d0a
    ? Sheet 6.11
    - no time
    + result="DYD=Success!"
    < 7878051500013f280d0a

    # Long answer
    > 7979001621000000000154494d45523a33302c3330300001bdc50d0a
    ? Sheet 6.11
    - no time
    + result="TIMER:30,300"

    # Long answer in UTF-16
    > 7979001c2100000000020047007200f600df0065002000350020006d00014ca30d0a
    ? Sheet 6.11
    - no time
    + result="Gr\xc3\xb6\xc3\x9fe 5 m"

    # Long answer that is a position
    > 7979007121000000000143757272656e7420706f736974696f6e214c61743a5333342e3930353031322c4c6f6e3a5735362e3139313334332c436f757273653a3132362e35332c53706565643a332e353030302c4461746554696d653a323032362d30312d3032202030333a30343a30350001b5740d0a
    ? Sheet 6.11
    = 2026-01-02T03:04:05Z valid -34.905012 -56.191343 speed 3.5 course 126.5

    # Long answer that is nearly a position
    > 7979003821000000000143757272656e7420706f736974696f6e214c61743a5333342e3930353031322c4c6f6e3a5735362e3139313334330001afa60d0a
    ? Sheet 6.11
    - no time
    + result="Current position!Lat:S34.905012,Lon:W56.191343"

    # Address request 2A
    > 78782f2a1a0102030405c905a2670f016f6dfb24145a30303439333031323334353630303030303030303001000200015e8f0d0a
    ? Sheet 7
    < 79790015970b000000004e4126264e4126263023230000e61e0d0a

    # Time request
    > 7878058a000688290d0a
    ? Sheet 7
    < 78780b8a1a01020304050000e26a0d0a

    # Position 34, X1
    > 78783c34000000001a0102030405c905a2670f016f6dfb24145a00000000c8f10106024e2f01a2b3c4004aa82b04ff01a342210000020101c00064000103170d0a
    ? Sheet 6.13
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + sat=9 odometer=51441 driverUniqueId="4892715" battery=12.79 power=4.19 input=2 output=1
    + adc1=4.48 adc2=1.0
    ~ cell 262-2-20015-27440068

    # Photo announced (X1)
    > 78781f351a01020304050505a2670f016f6dfb0100010000000a20e3ac010001e1440d0a
    ? Sheet 6.14
    + media=20e3ac01.jpg announced size=10
    < 78780f3620e3ac0100000000000a000045f60d0a

    & First part of the photo
    > 797900153620e3ac01000000000006ffd8a1a2a3a40002873c0d0a
    ? Sheet 6.14
    + media=20e3ac01.jpg offset=0 bytes=6
    < 78780f3620e3ac0100000006000400006e750d0a

    & Last part of the photo
    > 797900133620e3ac01000000060004a5a6ffd90003dddb0d0a
    ? Sheet 6.14
    + media=20e3ac01.jpg offset=6 bytes=4 last

    # Part of a photo that nobody announced
    > 797900133620e3ac02000000000004a1a2a3a4000403b50d0a
    ? Sheet 6.14

    # Photo with a size that cannot be
    > 78781f351a01020304050505a2670f016f6dfb0100017fffffff20e3ac0100014aee0d0a
    ! invalid size 22

    # Picture, first packet (41)
    > 7979003a4103587650500000236956d9a5c905a2670f016f6dfb00140000000000000000000000000000a70000000a0000010000ffd8a1a2a3a400053b100d0a
    ? Sheet 6.14
    + media=000000a7.jpg part=0 bytes=6
    < 79790005410005aa270d0a

    & The same packet again
    > 7979003a4103587650500000236956d9a5c905a2670f016f6dfb00140000000000000000000000000000a70000000a0000010000ffd8a1a2a3a400053b100d0a
    + media=000000a7.jpg part=0 bytes=6
    < 79790005410005aa270d0a

    & Picture, last packet
    > 797900384103587650500000236956d9a5c905a2670f016f6dfb00140000000000000000000000000000a70000000a0000010001a5a6ffd9000672240d0a
    - 2026-01-01T20:31:33Z
    + image="000000a7.jpg"
    + media=000000a7.jpg part=1 bytes=4
    < 7979000541000698bc0d0a

    & A packet behind the last
    > 797900384103587650500000236956d9a5c905a2670f016f6dfb00140000000000000000000000000000a70000000a0000010002a5a6ffd90007cbc30d0a
    + media=000000a7.jpg part=2 bytes=4
    < 7979000541000789350d0a

    # Position 32, AZ735, without fix
    > 7979001e321a010203040500090106024e2f01a2b33f04000000000000000001fa0b0d0a
    ? Sheet 6.15
    - 2026-01-02T03:04:05Z
    + rssi=63 status=0
    ~ cell 262-2-20015-107187
    < 7979000532000183bf0d0a

    # Alarm 33, AZ735: door
    > 7979002f331a01020304050cc905a2670f016f6dfb24145a090106024e2f01a2b3240007a4b1c2d3e4f545a5020102000108d20d0a
    ? Sheet 6.15
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + sat=9 rssi=36 status=165 alarm="door"
    ~ cell 262-2-20015-107187
    < 79790005330001d9630d0a

    # Alarm 33, AZ735: armed, no cell
    > 79790011331a010203040500000000a00000019c320d0a
    ? Sheet 6.15
    - 2026-01-02T03:04:05Z
    + status=160 armed=true
    < 79790005330001d9630d0a

    # Position 38 with modules
    > 79790037381a0102030405cb05a2670f016f6dfb24d45a0e000301060200004e2f0000000001a2b3c4001b002e040000c8f1003b0200000001d2650d0a
    ? Sheet 6.16
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + sat=11 ignition=true odometer=51441
    ~ cell 262-2-20015-27440068

    # Battery management (40)
    > 78786e4003587650500000236956d9a55f0fa0601068630b9a0032cf0800110e740e750e760e770e780e790e7a0e7b0e7c0e7d0e7e0e7f0e800e810010002042432d3236303120202020202020202001024d414b455220202020202020202020200000000100000002000000000001d9640d0a
    ? Sheet 6.17
    - 2026-01-01T20:31:33Z
    + relativeCapacity=95 remainingCapacity=4000 absoluteCapacity=96 fullCapacity=4200
    + batteryHealth=99 batteryTemp=23.9 current=50 battery=53.0 cycleIndex=17 batteryCell1=3.7
    + batteryCell2=3.701 batteryCell3=3.702 batteryCell4=3.703 batteryCell5=3.704
    + batteryCell6=3.705 batteryCell7=3.706 batteryCell8=3.707 batteryCell9=3.708
    + batteryCell10=3.709 batteryCell11=3.71 batteryCell12=3.711 batteryCell13=3.712
    + batteryCell14=3.713 currentChargeInterval=16 maxChargeInterval=32 barcode="BC-2601"
    + batteryVersion=258 manufacturer="MAKER" batteryStatus=1 controllerStatus=2
    + controllerFault=0
    < 78780540000185760d0a

    # Modules with a fix (70)
    > 7979007f700000000101003300126956d9a507ffec03beb1de060757613d190f00340006146956d9a50000340006216956d9a5000003000a894902000012345678900009000107000a00010c0011000a010600024e2f01a2b31b00180002019500280001120029000400000029002a000101002b000116002e0004f1c8000000018eac0d0a
    ? Sheet 6.18
    = 2026-01-01T20:31:33Z valid -34.905012 -56.191343 altitude -20 speed 32.937 course 271
    + sat=7 event=33 alarm="geofenceEnter,powerCut" iccid="89490200001234567890" satVisible=12
    + battery=4.05 hdop=1.8 index=41 door=true tamper=false bootReason=22 odometer=51441
    ~ cell 262-2-20015-107187
    < 78780570000103d80d0a

    # Modules of a tag, without fix (70)
    > 7979001f70000400046956d9a5007f000ea4b1c2d3e4f50bb864ff3801dc070001e98b0d0a
    ? Sheet 6.18, 11 G
    - no time
    + tag1Id="a4b1c2d3e4f5" tag1Battery=3.0 tag1BatteryLevel=100 tag1Temp=-20.0 tag1Humidity=476
    + tag1Status=7
    < 78780570000103d80d0a

    # Module that is longer than the message (70)
    > 7979000b7000180009019500017bed0d0a
    ! truncated value 9

    # Vehicle values (8C)
    > 797900998c1a0102030405013238333d30303032373464382c3242333d30303030313338382c3244333d30303030316332302c3335333d30303030323133342c3336333d30303033626430382c3437333d30303030363333622c3439333d30303030306563382c34413d2c3441333d5756575a5a5a30303030303030303031372c3530333d3030303030303030cb05a2670f016f6dfb24145a00011c3a0d0a
    ? Sheet 6.19
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + ignition=true odometer=1609.84 fuel=50.0 coolantTemp=72.0 obdSpeed=85.0 rpm=2450.0
    + fuelUsed=254.03 hours=37.84 vin="WVWZZZ00000000017" sat=11

    # Trouble codes (65) are left alone
    > 79790026651a010203040501323131303d30303033643238342ccb05a2670f016f6dfb24145a0001beeb0d0a
    ? Sheet 6.1

    # Supported values (66) are left alone
    > 7979001e661a01020304050132382c32422ccb05a2670f016f6dfb24145a0001f7740d0a
    ? Sheet 6.1

    # Supply voltage (94, short)
    > 7878079404eb0001bb390d0a
    ? Sheet 6.20
    - no time
    + power=12.59

    # Information 00: external voltage
    > 79790008940004ed00019f9a0d0a
    ? Sheet 6.20
    - no time
    + adc1=12.61

    # Information 04: alarm settings
    > 797900349404414c4d313d34353b414c4d323d44353b414c4d333d35353b535441313d34303b4459443d30313b534f533d2c2c3b0001f5df0d0a
    ? Sheet 6.20
    - no time
    + alarm1Status=69 alarm2Status=213 alarm3Status=85 otherStatus=64 engineStatus=1

    # Information 05: door, with time
    > 7979000d94051a0102030405050001ae3a0d0a
    ? Sheet 6.20
    - 2026-01-02T03:04:05Z
    + door=true io1=true

    # Information 05: door, without time
    > 797900079405000001fc7a0d0a
    ? Sheet 6.20
    - no time
    + door=false io1=false

    # Information 0A: SIM card
    > 79790020940a035876505000002302620212345678908949020000123456789f0001c7970d0a
    ? Sheet 6.20
    - no time
    + iccid="8949020000123456789"

    # Information 0B: network
    > 79790007940b01000108e40d0a
    ? Sheet 6.20
    - no time
    + networkTechnology="4G"

    # Information 0B: voltage
    > 79790008940b04df0001eb600d0a
    ? Sheet 6.20
    - no time
    + power=12.47

    # Information 0D: fuel sensor
    > 7979003f940d1a01020304052141494f494c2c30322c3030382e3239302c3032392e3630302c3531394a2c303430302c3030382e3433302c302c30302c41420001b93f0d0a
    ? Sheet 6.20
    - 2026-01-02T03:04:05Z
    + temp1=29.6 fuel=8.43

    # Information 1B: card reader, text
    > 79790019941b524649443a3030384642324245424133390d0a0001cf760d0a
    ? Sheet 6.20
    - no time
    + serial="RFID:008FB2BEBA39"

    # Information 1B: card reader, number
    > 7979000e941b0210a1b2c3d45e03000174d50d0a
    ? Sheet 6.20
    - no time
    + driverUniqueId="a1b2c3d4"

    # Information 1E: temperature and humidity
    > 7979000e941effffffce000002ee000187cb0d0a
    ? Sheet 6.20
    - no time
    + temp1=-5.0 humidity=75.0

    # Information of another kind
    > 79790008940801020001e88b0d0a
    ? Sheet 6.20
    - no time

    # Serial data, text
    > 797900109b0344373532304136320d0a00016e8e0d0a
    ? Sheet 6.21
    - no time
    + result="D7520A62"

    # Serial data, bytes
    > 7979000c9b0332382e33a1e60001d22b0d0a
    ? Sheet 6.21
    - no time
    + result="32382e33a1e6"

    # Bluetooth clock
    > 787829b21a0102030405c4a4b1c2d3e4f5000102030405060708090a0b0c0d0e0f00010002012914000165780d0a
    ? Sheet 6.22
    - 2026-01-02T03:04:05Z
    + rssi=-60 tagMac="a4b1c2d3e4f5" tagUuid="000102030405060708090a0b0c0d0e0f" tagMajor=1
    + tagMinor=2 tagBattery=2.97 clock=5
    < 787805b20001bcfa0d0a

    # Device state (F1)
    > 7979002ff16956d9a50001010200020101000301000004010100050204e700070101000a020e10000b0209c41000000001baf70d0a
    ? Sheet 6.23
    - 2026-01-01T20:31:33Z
    + motion=true armed=true ignition=true power=12.55 charge=true chargeVoltage=3600
    + batteryTemp=25.0
    < 787805f1000155e80d0a

    # Peripherals (F2)
    > 7979002cf26956d9a5000a000c00a4b1c2d3e4f5030102beef000c0a57010011000000000000000100020102000191cd0d0a
    ? Sheet 6.24
    - 2026-01-01T20:31:33Z
    + mac="a4b1c2d3e4f5" event=3 eventData=1 dataType=2 dataDetails="beef"
    + externalBatteryLevel=87 externalBatteryCharge=true externalBatteryCycles=17
    < 787805f20001ba8c0d0a

    # Short message that nobody describes is answered
    > 787807b0010200010d500d0a
    ? Sheet 6.1
    < 787805b0000109420d0a

    # Long message that nobody describes is not
    > 7979001efd03587650500000235b56455253494f4e5d47543036445f32300001bc720d0a
    ? Sheet 3

    # Server command coming up
    > 78780e80080000000000010203000121d80d0a
    ? Sheet 6.1

    # Frame whose end bytes are missing
    % sealed no
    > 7878 0a 13 46 06 04 00 02 0001 8a6f 0d
    ? Sheet 3
    - no time
    + type=19 status=70 ignition=true charge=true blocked=false batteryLevel=100 rssi=4
    < 787805130001e9f10d0a

    # Stop the engine
    $ engineStop
    ? Sheet 8
    < 787812800c0000000052656c61792c312300009dee0d0a

    # Let the engine run
    $ engineResume
    ? Sheet 8
    < 787812800c0000000052656c61792c3023000081550d0a

    # Text as it is
    $ custom data=STATUS#
    ? Sheet 8
    < 787811800b0000000053544154555323000073120d0a

    # Stop the engine (model G109)
    % model G109
    $ engineStop
    ? Sheet 8
    < 78780e80080000000044594423000053780d0a

    # Let the engine run (model g109)
    % model g109
    $ engineResume
    ? Sheet 8
    < 78780f80090000000048465944230000d0560d0a

    # Stop the engine (gt06.alternative true)
    % gt06.alternative true
    $ engineStop
    ? Sheet 8
    < 787815800f000000004459442c313233343536230000755a0d0a

    # Let the engine run (gt06.alternative true, devicePassword 0815)
    % gt06.alternative true
    % devicePassword 0815
    $ engineResume
    ? Sheet 8
    < 787814800e00000000484659442c30383135230000e2080d0a

    # Stop the engine (gt06.language true)
    % gt06.language true
    $ engineStop
    ? Sheet 8
    < 787814800c0000000052656c61792c312300020000f59f0d0a

    # Text that is missing
    $ custom
    ? Sheet 8
    ! the command needs the parameter 'data'

    # Text with a line break is refused
    $ custom data="STATUS#\r\nRESET#"
    ? Sheet 8
    ! the parameter 'data' must be 1 to 240 printable ASCII characters

    # A password that would be a command is refused
    % gt06.alternative true
    % devicePassword 1#FACTORY
    $ engineStop
    ? Sheet 8
    ! the parameter 'devicePassword' must be 1 to 32 letters and digits

    # A command that there is not
    $ rebootDevice
    ? Sheet 8
    ! this device has no command 'rebootDevice'; 'custom' sends text as it is
    """#
}
