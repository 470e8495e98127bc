extension OsmAnd {
  static let examples = #"""
    # Position as parameters of the address
    | GET /?id=481516&lat=52.516275&lon=13.377704&timestamp=1767323045&speed=12.5&bearing=271&altitude=34.5&accuracy=12&hdop=0.9&batt=87&charge=true HTTP/1.1\r\nHost: tracker.example\r\nUser-Agent: example/1\r\n\r\n
    ? Sheet 4.1
    @ 481516
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704 altitude 34.5 speed 12.5 course 271 accuracy 12
    + hdop=0.9 batteryLevel=87.0 charge=true
    <| HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n

    # Milliseconds, latitude and longitude in one
    | GET /?deviceid=481516&timestamp=1767323045678&location=52.516275,13.377704 HTTP/1.1\r\nHost: tracker.example\r\n\r\n
    ? Sheet 4.1
    @ 481516
    = 2026-01-02T03:04:05.678Z valid 52.516275 13.377704
    <| HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n

    # A time with escapes, keys of the user's own
    | GET /log/?id=481516&lat=-33.86882&lon=1.51209e2&timestamp=2026-01-02T03%3A04%3A05Z&heading=12.5&valid=false&vacc=0&ignition=true&alarm=sos&note=two+words&empty=&driverUniqueId=D7 HTTP/1.1\r\nHost: tracker.example\r\n\r\n
    ? Sheet 4.1
    @ 481516
    = 2026-01-02T03:04:05Z invalid -33.86882 151.209 course 12.5
    + vacc=0.0 ignition=true alarm="sos" note="two words" driverUniqueId="D7"
    <| HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n

    # A key with escapes, validity as a number
    | GET /?id=481516&lat=52.516275&lon=13.377704&timestamp=1767323045&valid=1&tank%5B1%5D=41.5 HTTP/1.1\r\nHost: tracker.example\r\n\r\n
    ? Sheet 3, 4.1
    @ 481516
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704
    + tank[1]=41.5
    <| HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n

    # A time without a zone goes by the device's clock
    % decoder.timezone +01:00
    | GET /?id=481516&lat=52.516275&lon=13.377704&timestamp=2026-01-02+04%3A04%3A05 HTTP/1.1\r\nHost: tracker.example\r\n\r\n
    ? Sheet 4.1
    @ 481516
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704
    <| HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n

    # Without a time: the time of receipt
    | GET /?id=481516&lat=52.516275&lon=13.377704&bearing= HTTP/1.0\r\n\r\n
    ? Sheet 4.1, 7.4
    @ 481516
    = no time valid 52.516275 13.377704
    <| HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n

    # Cells and access points instead of a place
    | GET /?id=481516&timestamp=1767323045&cell=262,02,20015,1715004,-71&cell=262,02,20015,1715005&wifi=02-00-5e-10-20-30,-60&wifi=02:00:5E:10:20:31,-72 HTTP/1.1\r\nHost: tracker.example\r\n\r\n
    ? Sheet 4.1
    @ 481516
    - 2026-01-02T03:04:05Z
    ~ cell 262-2-20015-1715004 -71
    ~ cell 262-2-20015-1715005
    ~ wifi 02:00:5e:10:20:30 -60
    ~ wifi 02:00:5e:10:20:31 -72
    <| HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n

    # SOS
    | GET /?id=481516&lat=52.516275&lon=13.377704&timestamp=1767323045&alarm=sos HTTP/1.1\r\nHost: tracker.example\r\n\r\n
    @ 481516
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704
    + alarm="sos"
    <| HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n

    # Battery low
    | GET /?id=481516&lat=52.516275&lon=13.377704&timestamp=1767323045&batt=9&alarm=lowBattery HTTP/1.1\r\nHost: tracker.example\r\n\r\n
    @ 481516
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704
    + batteryLevel=9.0 alarm="lowBattery"
    <| HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n

    # An alarm and nothing else
    | GET /?id=481516&alarm=fallDown&notificationToken=abc HTTP/1.1\r\nHost: tracker.example\r\n\r\n
    @ 481516
    - no time
    + alarm="fallDown"
    <| HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n

    # A form
    | POST / HTTP/1.1\r\nHost: tracker.example\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 58\r\n\r\nid=481516&lat=52.516275&lon=13.377704&timestamp=1767323045
    ? Sheet 2
    @ 481516
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704
    <| HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n

    # JSON of the Traccar Client
    | POST / HTTP/1.1\r\nHost: tracker.example\r\nContent-Type: application/json; charset=UTF-8\r\nContent-Length: 489\r\n\r\n{"location":{"event":"motionchange","is_moving":true,"uuid":"0c1d","timestamp":"2026-01-02T03:04:05.250Z","odometer":1520.7,"mock":false,"coords":{"latitude":52.516275,"longitude":13.377704,"accuracy":14.5,"speed":5.5,"speed_accuracy":0.3,"heading":271.5,"altitude":34.5,"floor":null},"activity":{"type":"in_vehicle","confidence":100},"battery":{"is_charging":true,"level":0.79},"extras":{"rpm":1450,"note":"caf\\u00e9","ratio":0.25,"heated":false,"list":[1,{"a":2}]}},"device_id":"481516"}
    ? Sheet 4.2
    @ 481516
    = 2026-01-02T03:04:05.250Z valid 52.516275 13.377704 altitude 34.5 speed 10.691 course 271.5 accuracy 14.5
    + event="motionchange" motion=true odometer=1520 mock=false activity="in_vehicle"
    + charge=true batteryLevel=79 rpm=1450 note="caf\xc3\xa9" ratio=0.25 heated=false
    <| HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n

    # JSON in another order, where extras overwrite all but the alarm
    | POST /any HTTP/1.1\r\nHost: tracker.example\r\nContent-Type: application/json\r\nContent-Length: 296\r\n\r\n{ "device_id" : "481516", "location" : { "extras" : { "event" : "mine", "alarm" : "sos" },\r\n  "event" : "geofence", "alarm" : "fallDown", "timestamp" : "2026-01-02T04:04:05+01:00",\r\n  "coords" : { "latitude" : 52.516275, "longitude" : 13.377704, "speed" : -1, "heading" : -1, "accuracy" : 5 } } }
    ? Sheet 4.2
    @ 481516
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704
    + event="mine" alarm="fallDown"
    <| HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n

    # JSON without a place
    | POST / HTTP/1.1\r\nHost: tracker.example\r\nContent-Type: application/json\r\nContent-Length: 95\r\n\r\n{"device_id":"481516","location":{"timestamp":"2026-01-02T03:04:05Z","battery":{"level":0.29}}}
    ? Sheet 4.2
    @ 481516
    - 2026-01-02T03:04:05Z
    + batteryLevel=28
    <| HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n

    # A body in chunks
    | POST / HTTP/1.1\r\nHost: tracker.example\r\nExpect: 100-continue\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n20\r\n{"device_id":"481516","location"\r\n5C;note\r\n:{"timestamp":"2026-01-02T03:04:05Z","coords":{"latitude":52.516275,"longitude":13.377704}}}\r\n0\r\n\r\n
    ? Sheet 3
    @ 481516
    = 2026-01-02T03:04:05Z valid 52.516275 13.377704
    <| HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n

    # A latitude that is no number
    | GET /?id=481516&lat=north&lon=13.377704 HTTP/1.1\r\nHost: tracker.example\r\n\r\n
    ? Sheet 4.1, 5
    ! invalid latitude 16
    <| HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n

    # JSON with a time that is none
    | POST / HTTP/1.1\r\nHost: tracker.example\r\nContent-Type: application/json\r\nContent-Length: 59\r\n\r\n{"device_id":"481516","location":{"timestamp":"yesterday"}}
    ? Sheet 5
    ! invalid time 140
    <| HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n

    # A page: no tracker
    % recognised no
    | GET /index.html?id=7&page=2 HTTP/1.1\r\nHost: tracker.example\r\n\r\n
    @ 7
    - no time
    + page=2.0
    <| HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n
    """#
}
