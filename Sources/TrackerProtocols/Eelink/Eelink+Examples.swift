extension Eelink {
  static let examples = #"""
    # Login
    > 67670100180002035876504000001701040205020600010432000086bd
    ? Sheet 4.1, 5
    @ 358765040000017
    * versionFw="0206"
    < 67670100090002695735a5000100

    & Position (1.8) with supply
    > 676702002500116957338505a2670f016f6dfb24010f010600024e2f01a2b30101bf11700032006400c8
    ? Sheet 4.2
    = 2026-01-02T02:55:01Z valid 52.516275 13.377704 speed 19.438 course 271
    + index=17 ignition=true armed=true blocked=true charge=true status=447 battery=4.464
    + rssi=50 adc1=100 adc2=200
    ~ cell 262-2-20015-107187

    & Position (1.8) alone
    > 676702001b00116957338505a2670f016f6dfb24010f010600024e2f01a2b301
    ? Sheet 4.2
    = 2026-01-02T02:55:01Z valid 52.516275 13.377704 speed 19.438 course 271
    + index=17
    ~ cell 262-2-20015-107187

    & Heartbeat
    > 67670300040011006e
    ? Sheet 4
    - no time
    + ignition=true armed=false blocked=false status=110
    < 67670300020011

    & Heartbeat without a status
    > 6767030002 0012
    ? Sheet 5
    < 67670300020012

    & Alarm (1.8)
    > 676704001c00116957338505a2670f016f6dfb24010f010600024e2f01a2b30183
    ? Sheet 4.2, 4.6
    = 2026-01-02T02:55:01Z valid 52.516275 13.377704 speed 19.438 course 271
    + index=17 alarm="geofenceEnter"
    ~ cell 262-2-20015-107187
    < 67670400020011

    & Alarm of no known code (1.8)
    > 676704001c00116957338505a2670f016f6dfb24010f010600024e2f01a2b30105
    ? Sheet 4.6
    = 2026-01-02T02:55:01Z valid 52.516275 13.377704 speed 19.438 course 271
    + index=17
    ~ cell 262-2-20015-107187
    < 67670400020011

    & State (1.8)
    > 676705002200116957338505a2670f016f6dfb24010f010600024e2f01a2b3010169573385001f
    ? Sheet 4.2
    = 2026-01-02T02:55:01Z valid 52.516275 13.377704 speed 19.438 course 271
    + index=17 event=1 ignition=true armed=true status=31
    ~ cell 262-2-20015-107187
    < 67670500020011

    & Another state (1.8)
    > 676705001c00116957338505a2670f016f6dfb24010f010600024e2f01a2b30106
    ? Sheet 4.2
    = 2026-01-02T02:55:01Z valid 52.516275 13.377704 speed 19.438 course 271
    + index=17 event=6
    ~ cell 262-2-20015-107187
    < 67670500020011

    & Text message (1.8)
    > 676706001d001169573385fa5d98f1fe90920524010f010600024e2f01a2b3003137
    ? Sheet 4.2
    = 2026-01-02T02:55:01Z invalid -52.516275 -13.377704 speed 19.438 course 271
    + index=17
    ~ cell 262-2-20015-107187
    < 67670600020011

    & Values of the vehicle (1.8)
    > 676707001a00116957338589000000498a0000aef78b000001f4055555045b
    ? Sheet 4.4
    - 2026-01-02T02:55:01Z
    + fuelConsumption=73 odometer=44791000 fuel=50
    < 67670700020011

    & State of the vehicle (1.8)
    > 676707000600110077035d
    ? Sheet 4.4
    - no time
    + ignition=true blocked=false status=119
    < 67670700020011

    # Position with cells and access points
    > 67671200660011695733857f05a2670f016f6dfb00220024010f0b010600024e2f001a2b3c5b4e30001a2b3d604e31001a2b3e62f0b42900001749f0b42900001850f0b4290000195507ef115f05710064001b067f8d248d2403130205158001f400005c5500000190ffe8
    ? Sheet 4.3
    = 2026-01-02T02:55:01Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 271
    + index=17 sat=11 ignition=true armed=false motion=true blocked=true charge=true gps=true
    + status=2031 battery=4.447 adc0=1393 adc1=100 odometer=1771135 steps=787 temp1=21.5
    + humidity=50.0 illuminance=92.33203125 co2=400 temp2=-1.5
    ~ cell 262-2-20015-1715004 -91
    ~ cell 262-2-20016-1715005 -96
    ~ cell 262-2-20017-1715006 -98
    ~ wifi f0:b4:29:00:00:17 -73
    ~ wifi f0:b4:29:00:00:18 -80
    ~ wifi f0:b4:29:00:00:19 -85
    < 67671200020011

    # Tags, no place
    > 676712004b0011695733850000880ed8000000000000000000030003000000000000000000005c550000000000000202f1a00220f017a700b10c0be915100018f1a00220f018a700b10c0beaf5100019
    ? Sheet 4.3
    - 2026-01-02T02:55:01Z
    + index=17 armed=false motion=false charge=false gps=false status=136 battery=3.8 adc0=0
    + adc1=0 odometer=0 steps=0 temp1=0.0 humidity=0.0 illuminance=92.33203125 co2=0 temp2=0.0
    + tag1Id="f1a00220f017" tag1Battery=3.049 tag1Temp=21.0625 tag1Data=24 tag2Id="f1a00220f018"
    + tag2Battery=3.05 tag2Temp=-10.9375 tag2Data=25
    < 67671200020011

    # Cells of 4G
    > 67671200340011695733858105a2670f016f6dfb00220024010f0b0802010600024e2f4e2f001a2b3c000000c524c25e00c624c2600689103b
    ? Sheet 4.3
    = 2026-01-02T02:55:01Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 271
    + index=17 sat=11 armed=false motion=true charge=false gps=true status=1673 battery=4.155
    ~ cell 262-2-20015-197 -94
    ~ cell 262-2-20015-198 -96
    < 67671200020011

    # 4G without cells
    > 676712001a0011695733858105a2670f016f6dfb00220024010f0b08000008
    ? Sheet 4.3
    = 2026-01-02T02:55:01Z invalid 52.516275 13.377704 altitude 34 speed 19.438 course 271
    + index=17 sat=11 armed=false motion=false gps=false status=8
    < 67671200020011

    # Warning without place
    > 676714001500116957338502010600024e2f001a2b3c22250400
    ? Sheet 4.3, 4.6
    - 2026-01-02T02:55:01Z
    + index=17 alarm="removing" gps=true status=1024
    ~ cell 262-2-20015-1715004 -34
    < 67671400020011

    # Report
    > 67671500190011695733850105a2670f016f6dfb00220024010f0b010003
    ? Sheet 4.3
    = 2026-01-02T02:55:01Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 271
    + index=17 sat=11 ignition=false gps=false status=3
    < 67671500020011

    # Message: a position without status
    > 67671300190011695733850105a2670f016f6dfb00220024010f0b313233
    ? Sheet 4.3
    = 2026-01-02T02:55:01Z invalid 52.516275 13.377704 altitude 34 speed 19.438 course 271
    + index=17 sat=11
    < 67671300020011

    # Pedometer: only answered
    > 67671a000400110102
    ? Sheet 4
    < 67671a00020011

    # Broadcast: not answered
    > 676781000400110102
    ? Sheet 4, 5

    # Answer to a command: a position
    > 67678000610011014c754c754c61743a5333332e3836383832300a4c6f6e3a453135312e3230393330300a436f757273653a3237312e30300a53706565643a33362e30304b4d2f480a446174652054696d653a323032362d30312d30322030333a30343a3035
    ? Sheet 4.5
    = 2026-01-02T03:04:05Z valid -33.86882 151.2093 speed 19.438 course 271
    + index=17
    < 67678000020011

    # Answer to a command: a position with commas
    > 676780005d001101000000004c61743a4e35322e3531363237352c4c6f6e3a5731332e3337373730342c436f757273653a302e30302c53706565643a302e3137206b6d2f682c4461746554696d653a323032362d30312d30322030333a30343a3035
    ? Sheet 4.5
    = 2026-01-02T03:04:05Z valid 52.516275 -13.377704 speed 0.092
    + index=17
    < 67678000020011

    # Answer to a command: another text
    > 676780001d001101000000004c61743a4e35322e3531363237352c206e6f20666978
    ? Sheet 4.5
    - no time
    + index=17 result="Lat:N52.516275, no fix"
    < 67678000020011

    # Answer to a command: a place that is none
    > 6767800058001101000000004c61743a4e39352e3531363237352c4c6f6e3a5731332e3337373730342c436f757273653a302e30302c53706565643a302e31372c4461746554696d653a323032362d30312d30322030333a30343a3035
    ? Sheet 4.5
    - no time
    + index=17
    + result="Lat:N95.516275,Lon:W13.377704,Course:0.00,Speed:0.17,DateTime:2026-01-02 03:04:05"
    < 67678000020011

    # Login as a datagram
    % transport udp
    > 454c0021327303587650400000176767010012000203587650400000170020020502050001
    ? Sheet 3, 5
    @ 358765040000017
    * versionFw="0205"
    < 454c00186403035876504000001767670100090002695735a5000100

    # Two positions in a datagram
    % transport udp
    > 454c00442a8b035876504000001767671200180011695733850105a2670f016f6dfb00220024010f0b000967671200180012695733c10105a2670f016f6dfb00220024010f0b0009
    ? Sheet 3, 5
    @ 358765040000017
    = 2026-01-02T02:55:01Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 271
    + index=17 sat=11 armed=false motion=false gps=false status=9
    = 2026-01-02T02:56:01Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 271
    + index=18 sat=11 armed=false motion=false gps=false status=9
    < 454c0011d36f035876504000001767671200020011
    < 454c0011d370035876504000001767671200020012

    # A datagram in which the second packet is cut off
    % transport udp
    > 454c003565aa035876504000001767671200180011695733850105a2670f016f6dfb00220024010f0b000967671200090012695733c1010000
    ? Sheet 3
    @ 358765040000017
    = 2026-01-02T02:55:01Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 271
    + index=17 sat=11 armed=false motion=false gps=false status=9
    < 454c0011d36f035876504000001767671200020011

    # A datagram with a wrong checksum
    % transport udp
    % sealed no
    > 454C 0013 0000 0358765040000017 6767 03 0004 0011 006E
    ? Sheet 2
    @ 358765040000017
    - no time
    + ignition=true armed=false blocked=false status=110
    < 454c0011d27f035876504000001767670300020011

    # Position that is cut off
    > 6767020006001169573385
    ? Sheet 4.2
    ! truncated latitude 11

    # Command: text
    $ custom data=STATUS
    ? Sheet 6
    < 676780000d00000100000000535441545553

    # Command: position
    $ positionSingle
    ? Sheet 6
    < 676780000d00000100000000574845524523

    # Command: engine off
    $ engineStop
    ? Sheet 6
    < 676780000f0000010000000052454c41592c3123

    # Command: engine on
    $ engineResume
    ? Sheet 6
    < 676780000f0000010000000052454c41592c3023

    # Command: engine off, as a datagram
    % transport udp
    $ engineStop for 358765040000017
    ? Sheet 6
    < 454c001eb71b0358765040000017676780000f0000010000000052454c41592c3123

    # Command: a datagram for a name that is no IMEI
    % transport udp
    $ engineStop for unit7
    ? Sheet 6
    ! the parameter 'uniqueId' must be 15 digits

    # Command: restart
    $ rebootDevice
    ? Sheet 6
    < 676780000d00000100000000524553455423

    # Command: nothing to send
    $ custom
    ? Sheet 6
    ! the command needs the parameter 'data'

    # Command: a line break
    $ custom data="A\nB"
    ? Sheet 6
    ! the parameter 'data' must be 1 to 1000 printable ASCII characters

    # Command: none of this protocol
    $ powerOff
    ? Sheet 6
    ! this device has no command 'powerOff'; 'custom' sends text as it is
    """#
}
