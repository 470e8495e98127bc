extension CalAmp {
  static let examples = #"""
    # Event with accumulators
    % transport udp
    > 8308358765040000017f010201020001695735a5695735a51f4d58fe07f9469000000d48000003e8005a0900019aff9d6f0e13003e0b02000000000a000186a0
    ? Sheet 4.3, 4.5
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + sat=9 carrier=410 rssi=-99 modem=111 hdop=14 input=19 ignition=true status=0 event=11
    + append=0 acc0=10 acc1=100000
    < 02010001020000000000

    & Event with a threshold, in the west, without a fix
    % transport udp
    > 8308358765040000017f010201020002695735a5695735a5ec0fef60d5e223c000000d48000003e8005a0908019aff9d6f0e130001054301000000010000000200000007
    ? Sheet 4.3, 4.5
    @ 358765040000017
    = 2026-01-02T03:04:05Z invalid -33.45 -70.66 altitude 34 speed 19.438 course 90
    + sat=9 carrier=410 rssi=-99 modem=111 hdop=14 input=19 ignition=true status=0 event=5
    + append=1 acc0=7
    < 02010002020000000000

    # Position
    % transport udp
    > 8308358765040000017f010201080003695735a5695735a51f4d58fe07f9469000000d48000003e8005a0900019aff9d6f0e1300010000000005
    ? Sheet 4.3
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + sat=9 carrier=410 rssi=-99 modem=111 hdop=14 input=19 ignition=true status=0 append=0
    + acc0=5
    < 02010003080000000000

    # Data of the user
    % transport udp
    > 8308358765040000017f010201040004695735a5695735a51f4d58fe07f9469000000d48000003e8005a0904019aff9d6f0e13000200000a48454c4c4f2034320d0a
    ? Sheet 4.3
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + sat=9 carrier=410 rssi=-99 modem=111 hdop=14 input=19 ignition=true status=0
    + result="HELLO 42"
    < 02010004040000000000

    # Short event
    % transport udp
    > 8308358765040000017f0102010a0005695735a51f4d58fe07f94690005a24090f1f3302000003010040c0a6
    ? Sheet 4.4
    @ 358765040000017
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 speed 19.438 course 90
    + sat=9 modem=15 input=31 ignition=true event=51 acc0=769 acc1=4243622
    < 020100050a0000000000

    & Short event without a fix, fewer accumulators than counted
    % transport udp
    > 8308358765040000017f0102010a0006695735a51f4d58fe07f94690ffff00200f1e340500000301
    ? Sheet 4.4, 7
    @ 358765040000017
    = 2026-01-02T03:04:05Z invalid 52.516275 13.377704 course -1
    + sat=0 modem=15 input=30 ignition=false event=52 acc0=769
    < 020100060a0000000000

    # Identification
    % transport udp
    > 8308358765040000017f01020103000733386200
    ? Sheet 4.2
    @ 358765040000017
    < 02010007030000000000

    # Keep-alive, not acknowledged
    % transport udp
    > 8308358765040000017f010200000008
    ? Sheet 5
    @ 358765040000017

    # Number of ten digits, with more options
    % transport udp
    > 9f0545321012340101041122334402aabb01cc01020009695735a5695735a51f4d58fe07f9469000000d48000003e8005a0900019aff9d6f0e13003e0b0000
    ? Sheet 4.1
    @ 4532101234
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + sat=9 carrier=410 rssi=-99 modem=111 hdop=14 input=19 ignition=true status=0 event=11
    + append=0
    < 02010009020000000000

    # Without a number: known by its address
    % transport udp
    % recognised no
    > 01020010695735a5695735a51f4d58fe07f9469000000d48000003e8005a0900019aff9d6f0e13003e0b0000
    ? Sheet 7
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34 speed 19.438 course 90
    + sat=9 carrier=410 rssi=-99 modem=111 hdop=14 input=19 ignition=true status=0 event=11
    + append=0
    < 02010010020000000000

    # Event that is cut short
    % transport udp
    % recognised no
    > 8308358765040000017f010201020011695735a5
    ! truncated time of the fix 20

    # A message that is not known
    % transport udp
    % recognised no
    > 8308358765040000017f01020155001200
    @ 358765040000017
    < 02010012550000000000
    """#
}
