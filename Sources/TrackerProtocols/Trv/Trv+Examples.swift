extension Trv {
  static let examples = #"""
    # Login
    | TRVAP00358765040000017#
    ? Sheet 4.1, 5
    @ 358765040000017
    <| TRVBP00#

    & Position of a vehicle, south and west
    | TRVAP01260102A3326.5300S07039.4020W052.3030405271.500810061001010230,262,02,20015,4711#
    ? Sheet 4.2
    = 2026-01-02T03:04:05Z valid -33.442167 -70.6567 speed 28.24 course 271.5
    + rssi=81 sat=6 battery=100 ignition=true armed=true mode=2
    ~ cell 262-2-20015-4711
    <| TRVBP01#

    & Position without a fix, no interval
    | TRVAP01260102V5230.9765N01322.6622E000.0030406000.000810000000000000,262,02,20015,4711#
    ? Sheet 4.2
    = 2026-01-02T03:04:06Z invalid 52.516275 13.377703
    + rssi=81 sat=0 battery=0
    ~ cell 262-2-20015-4711
    <| TRVBP01#

    & A cell that is none costs the place nothing
    % recognised no
    | TRVAP01260102A3326.5300S07039.4020W052.3030410271.500810061001010230,262,02,lac,4711#
    ? Sheet 5
    = 2026-01-02T03:04:10Z valid -33.442167 -70.6567 speed 28.24 course 271.5
    + rssi=81 sat=6 battery=100 ignition=true armed=true mode=2
    <| TRVBP01#

    & Alarm
    | TRVAP10260102A3326.5300S07039.4020W000.0030407271.5008100610020502,262,02,20015,4711,01,en,00#
    ? Sheet 4.2
    = 2026-01-02T03:04:07Z valid -33.442167 -70.6567 course 271.5
    + rssi=81 sat=6 battery=100 ignition=false armed=false mode=2 alarm="sos"
    ~ cell 262-2-20015-4711
    <| TRVBP10#

    & Position with networks around
    | TRVYP14260102A5230.9765N01322.6622E005.6030408123.7910000810010000,262,02,20015,4711,Home, upstairs|A2-B3-C4-D5-E6-01|61&Cafe|a2-b3-c4-d5-e6-02|70&Cafe|a2-b3-c4-d5-e6-02|70#
    ? Sheet 4.2
    = 2026-01-02T03:04:08Z valid 52.516275 13.377703 speed 3.024 course 123.8
    + rssi=100 sat=8 battery=100 ignition=true
    ~ cell 262-2-20015-4711
    ~ wifi a2:b3:c4:d5:e6:01 -61
    ~ wifi a2:b3:c4:d5:e6:02 -70
    <| TRVZP14#

    & Networks with a minus end the list
    | TRVYP03260102A5230.9765N01322.6622E005.6030409123.7910000810010000,262,02,20015,4711,00,Home|A2-B3-C4-D5-E6-01|61&Cafe|A2-B3-C4-D5-E6-02|-70&Bar|A2-B3-C4-D5-E6-03|71#
    ? Sheet 4.2
    = 2026-01-02T03:04:09Z valid 52.516275 13.377703 speed 3.024 course 123.8
    + rssi=100 sat=8 battery=100 ignition=true
    ~ cell 262-2-20015-4711
    ~ wifi a2:b3:c4:d5:e6:01 -61
    <| TRVZP03#

    & Heartbeat of a vehicle
    | TRVCP01,05500708710102#
    ? Sheet 4.5
    - no time
    + rssi=55 sat=7 battery=87 ignition=true armed=true mode=2
    <| TRVDP01#

    & Heartbeat of a vehicle in its long form
    | TRVCP01,06000908020201030105000010211#
    ? Sheet 4.5
    - no time
    + rssi=60 sat=9 battery=80 ignition=false armed=false mode=1 blocked=true charge=true
    + motion=true
    <| TRVDP01#

    & Where was I?
    | TRVAP14,262,02,20015,4711#
    ? Sheet 5
    <| TRVBP14,0.000,0.000#

    & Answer to a command
    | TRVAP07,000001#
    ? Sheet 5

    # Login of a watch with its card
    | IWAP00358765040000025,89490200001234567891,262021234567891#
    ? Sheet 4.1, 5
    @ 358765040000025
    * iccid="89490200001234567891"
    <| IWBP00,20260102030405,0#

    & Position of a watch
    | IWAP01260102A5230.9765N01322.6622E000.1030405323.8706000908000002,262,02,20015,4711#
    ? Sheet 4.2
    = 2026-01-02T03:04:05Z valid 52.516275 13.377703 speed 0.054 course 323.9
    + rssi=60 sat=9 battery=80 mode=2
    ~ cell 262-2-20015-4711
    <| IWBP01#

    & Alarm of a watch with networks around
    | IWAP10260102A5230.9765N01322.6622E000.1030406323.8706000908000502,262,02,20015,4711,05,en,00,HOME|A2-B3-C4-D5-E6-01|61#
    ? Sheet 4.2
    = 2026-01-02T03:04:06Z valid 52.516275 13.377703 speed 0.054 course 323.9
    + rssi=60 sat=9 battery=80 armed=false mode=2 alarm="fallDown"
    ~ cell 262-2-20015-4711
    ~ wifi a2:b3:c4:d5:e6:01 -61
    <| IWBP10#

    & Cells and networks
    | IWAP02,en,0,2,262,2,20015|4711|13,20015|4712|91,2,1|A2-B3-C4-D5-E6-01|61&2|A2-B3-C4-D5-E6-02|-70#
    ? Sheet 4.3
    - no time
    ~ cell 262-2-20015-4711 -13
    ~ cell 262-2-20015-4712 -91
    ~ wifi a2:b3:c4:d5:e6:01 -61
    ~ wifi a2:b3:c4:d5:e6:02 -70
    <| IWBP02#

    & Heartbeat of a watch
    | IWAP03,05500708700103,4321,12#
    ? Sheet 4.4
    - no time
    + rssi=55 sat=7 batteryLevel=87 steps=4321
    <| IWBP03#

    & Heart rate
    | IWAP49,68#
    ? Sheet 4.6
    - no time
    + heartRate=68
    <| IWBP49#

    & Heart rate and blood pressure
    | IWAPHT,61,128,84#
    ? Sheet 4.6
    - no time
    + heartRate=61 pressureSystolic=128 pressureDiastolic=84
    <| IWBPHT#

    & Blood
    | IWAPHP,61,128,84,96,,36.4,,,#
    ? Sheet 4.6
    - no time
    + heartRate=61 pressureSystolic=128 pressureDiastolic=84 spo2=96 temperature=36.4
    <| IWBPHP#

    & A heart rate that is no number: answered, not stored
    % recognised no
    | IWAP49,--#
    ? Sheet 5
    <| IWBP49#

    & Temperature
    | IWAP50,36.4,91#
    ? Sheet 4.6
    - no time
    + temperature=36.4 batteryLevel=91
    <| IWBP50#

    & A phone book is an answer
    | IWAP14,000007,0041|+49301234567#
    ? Sheet 5

    & Numbers are an answer
    | IWAP12,000007,+49301234567#
    ? Sheet 5

    & A type that is not known
    | IWAPXL,000002#
    ? Sheet 5

    # A fix letter that cannot be: answered, not stored
    % recognised no
    | TRVAP01260102Q3326.5300S07039.4020W052.3030405271.500810061001010230,262,02,20015,4711#
    <| TRVBP01#

    # Latitude that cannot be: answered, not stored
    % recognised no
    | TRVAP01260102A9126.5300S07039.4020W052.3030405271.500810061001010230,262,02,20015,4711#
    <| TRVBP01#

    # Login without a number
    | TRVAP00,1,2#
    ! invalid identifier 7

    # A position that breaks off: answered, not stored
    % recognised no
    | TRVAP01260102A3326.5300S07039.4020W052.3#
    <| TRVBP01#

    # A type that is none
    | TRVAX01#
    ! invalid type 3

    # Any command
    $ custom data=TRVBP07,000001,60 for 358765040000017
    ? Sheet 6
    <| TRVBP07,000001,60#

    # A second command inside the first is refused
    $ custom data=TRVBP07#TRVBP03 for 358765040000017
    ! the parameter 'data' must be 1 to 1000 printable ASCII characters without #

    # Any command without text
    $ custom for 358765040000017
    ! the command needs the parameter 'data'

    # A command that it does not have
    $ engineStop for 358765040000017
    ! this device has no command 'engineStop'; 'custom' sends text as it is
    """#
}
