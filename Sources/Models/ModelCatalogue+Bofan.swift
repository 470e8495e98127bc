extension ModelCatalogue {
  static let bofan = """
    maker Bofan
    source PAGE | public configuration and integration pages on the PT-60
    source PT80 | Bofan PT80 user manual
    source PT502 | Bofan PT502 user manual
    source PT600X | Bofan PT600X user manuals V1.42.6 (2014) and before
    source PT100 | public integration page on the PT100
    source LIST | Bofan protocol and command list V1.2, as quoted by its users
    source FRAMES | recorded frames of Bofan units
    source DECODERS | public decoders of the protocol

    language letters 000000 | Commands of three letters
    set factoryReset | {password}DFT | first, if it was used elsewhere | PAGE PT80 PT502
    set identifier | {password}GID{shortIdentifier} | as a rule the last 14 digits of the IMEI | PAGE PT80 PT502
    set apn | {password}APN{apn} | | PAGE PT80 PT502
    set apnWithUser | {password}APN{apn},{apnUser},{apnPassword} | | PAGE PT80 PT502
    set serverByAddress | {password}SVR{server},{port} | numeric address | PAGE PT80 PT502
    set serverByName? | {password}SVR{server},{port} | the manuals have a numeric address only | PT502
    set interval | {password}GTI{interval} | seconds while it is awake | PAGE PT80 PT502
    set timeZone | {password}TMZ0 | records are in this zone | LIST
    set alarms? | {password}SALIN1100 | the SOS key, to the server only | PT502 PT80
    set sosNumber? | {password}SOS,{phone} | who is called | LIST
    set newPassword? | {password}PWD{password},{newPassword} | six digits | LIST
    set status | {password}RCP | its settings | LIST
    set version | {password}VER | | LIST
    set restart | {password}RST0 | | PT80 LIST

    model PT-60 | personal tracker
    protocol pt502 | by its command set; no recorded traffic of it is public | PAGE PT80
    can sos | | PAGE
    can battery | | PAGE
    can inputs? | 4, as other personal units | FRAMES
    can outputs? | 1, as other personal units | FRAMES
    can geofence | | PAGE
    can overspeed | | PAGE
    can vibration | movement alarm | PAGE
    can sleep? | as PT80 | PT80
    can buffer? | as its relatives | PT502
    alarm sos | IN1 | PAGE DECODERS
    alarm geofence | GOF | PAGE DECODERS
    alarm overspeed | SPD; its spelling in the stream is not sure | PAGE LIST
    alarm movement | PMA | PAGE DECODERS
    alarm lowBattery | LPA; its spelling in the stream is not sure | PAGE LIST
    alarm vibration? | SKA, as PT80 | PT80 DECODERS
    speaks letters | TCP or UDP cannot be chosen; both are taken | PAGE PT80
    note It has nothing to do with the watches of the protocol pt60.

    model PT80 | personal tracker
    protocol pt502 | | PT80 LIST
    can sos | | PT80
    can battery | | PT80
    can inputs | 4 in the record | FRAMES
    can outputs | 1 in the record | FRAMES
    can geofence | | PT80
    can overspeed | | PT80
    can vibration | motion sensor | PT80
    can sleep | after standing still for a time | PT80
    alarm sos | IN1 | PT80 DECODERS
    alarm geofence | GOF | PT80 DECODERS
    alarm overspeed | SPD; its spelling in the stream is not sure | PT80 LIST
    alarm lowBattery | LPA; its spelling in the stream is not sure | PT80 LIST
    alarm vibration | SKA | PT80 DECODERS
    speaks letters | | PT80 LIST

    model PT502 | tracker for vehicles, very small
    protocol pt502 | | PT502 FRAMES
    can inputs | 2, one of them positive; 5 in the record | PT502 FRAMES
    can outputs | 1; 5 in the record | PT502 FRAMES
    can analogInputs | 1 of 10 bits; up to 4 in the record | PT502 FRAMES
    can relay? | option | PT502
    can externalPower | | PT502
    can sos | input 1 | PT502
    can geofence | | PT502
    can overspeed | | PT502
    can vibration | shake alarm | PT502
    can camera? | in relatives with a camera | DECODERS
    can buffer | 7000 positions | PT502
    alarm sos | IN1 | PT502 DECODERS
    alarm geofence | GOF | PT502 DECODERS
    alarm overspeed | SPD; its spelling in the stream is not sure | PT502 LIST
    alarm lowBattery | LPA; its spelling in the stream is not sure | PT502 LIST
    alarm vibration | SKA | PT502 DECODERS
    alarm powerCut | CPA | DECODERS
    alarm tow? | TOW | DECODERS
    alarm hardAcceleration? | HDA | DECODERS
    alarm hardBraking? | HDB | DECODERS
    alarm fatigueDriving? | FDA | DECODERS
    speaks letters | | PT502 LIST

    model PT100 | tracker for vehicles, small
    protocol pt502 | | LIST
    can relay? | option | PT100
    can externalPower | | PT100
    can sos | | PT100
    can geofence | | PT100
    can overspeed | | PT100
    can buffer | thousands of positions | PT100
    alarm sos | IN1 | PT100 DECODERS
    alarm geofence | GOF | PT100 DECODERS
    alarm overspeed | SPD; its spelling in the stream is not sure | PT100 LIST
    alarm lowBattery | LPA; its spelling in the stream is not sure | PT100 LIST
    alarm powerCut | CPA | PT100 DECODERS
    speaks letters | | LIST

    model PT200 | tracker for vehicles
    like PT502
    protocol pt502 | | LIST

    model PT300X | tracker for vehicles
    like PT502
    protocol pt502 | | LIST

    model PT500X | tracker for vehicles, with a camera
    like PT502
    protocol pt502 | | LIST
    can camera | | DECODERS

    model PT510 | tracker for vehicles; tells its firmware
    like PT502
    protocol pt502 | | LIST
    can inputs | 5 in the record | FRAMES
    can outputs | 2 in the record | FRAMES
    can analogInputs | 2 in the record | FRAMES
    can firmwareOverTheAir? | sends a notice with versions of firmware and hardware | FRAMES

    model PT600X | tracker for vehicles
    like PT502
    protocol pt502 | | PT600X LIST
    can sos | | PT600X
    can geofence | | PT600X
    can overspeed | | PT600X
    can vibration | shake alarm | PT600X
    can relay? | option | PT600X
    can inputs | 5 | PT600X
    can camera? | option | PT600X
    can microphone | two-way conversation | PT600X
    can speaker | two-way conversation | PT600X
    can driverCard? | option, RFID | PT600X
    can buzzer? | siren on an output | PT600X
    can fuelSensor? | | PT600X
    can buffer | 30000 positions | PT600X
    alarm sos | IN1 | PT600X DECODERS
    alarm geofence | GOF | PT600X DECODERS
    alarm overspeed | SPD; its spelling in the stream is not sure | PT600X LIST
    alarm lowBattery | LPA; its spelling in the stream is not sure | PT600X LIST
    alarm vibration | SKA | PT600X DECODERS
    speaks letters | | PT600X LIST
    """
}
