extension ModelCatalogue {
  static let istartek = """
    maker iStartek
    source PROTOCOL | iStartek GPS Tracker Communication Protocol V1.0 (2021) to V2.2 (2024): opening pages, model lists and revision notes
    source FRAMES | recorded frames of PT60, PT60-L, RG-WF1 and VT200L
    source DECODERS | public decoders of the protocol
    source PRESETS | command presets of public integrations of iStartek trackers
    source PAGES | public configuration pages that print the same messages for all iStartek models
    source PT60PAGE | public integration page on the PT60
    source GPRS2 | iStartek GPRS Communication Protocol V2.0 (2011), opening pages
    source FAMILY | Meiligao/Meitrack GPRS Communication Protocol V2.00 (2011)
    source VT600 | iStartek VT600 User Guide V1.1 (2013)
    source VT6003G | iStartek VT600-3G User Guide V1.1 (2015)
    source INSTALLER | an installer's edition of the VT600 guide with its basic commands
    source RELATIVES | manuals of relatives with the same command set (TK310, TK102 of the W family)
    source FLESPI | public integration page on the VT600

    language numbered 0000 | Numbered commands
    set apn | {password},109,{apn} | | PRESETS PROTOCOL
    set apnWithUser | {password},109,{apn},{apnUser},{apnPassword} | | PRESETS PROTOCOL
    set server/tcp | {password},100,1,{server},{port} | a name or an address | PRESETS PROTOCOL
    set server/udp? | {password},100,2,{server},{port} | by analogy with the older protocol | PRESETS
    set secondServer? | {password},101,1,{server},{port} | written as the first server | PRESETS
    set interval | {password},102,{interval} | seconds while it moves | PRESETS
    set position | {password},800 | | PRESETS
    set status | {password},802 | signal, satellites and voltages | PRESETS
    set version | {password},801 | serial number, IMEI, model and firmware | PRESETS

    language concox - | Commands that end with #
    set factoryReset? | FACTORY# | first, if it was used elsewhere | PAGES
    set apn | APN,{apn}# | | PAGES
    set apnWithUser | APN,{apn},{apnUser},{apnPassword}# | | PAGES
    set serverByName/tcp | SERVER,1,{server},{port},0# | | PAGES
    set serverByAddress/tcp | SERVER,0,{server},{port},0# | | PAGES
    set serverByName/udp? | SERVER,1,{server},{port},1# | | PAGES
    set serverByAddress/udp? | SERVER,0,{server},{port},1# | | PAGES
    set interval | TIMER,{interval}# | | PAGES
    set timeZone | GMT,E,0,0# | | PAGES
    set status | PARAM# | | PAGES

    language w 000000 | W commands
    set identifier | W{password},010,{shortIdentifier} | at most 14 digits; often the IMEI without its last digit | VT600 INSTALLER
    set apn | W{password},011,{apn} | | VT600 INSTALLER
    set apnWithUser | W{password},011,{apn},{apnUser},{apnPassword} | | VT600
    set serverByAddress | W{password},012,{server},{port} | | VT600 INSTALLER
    set serverByName? | W{password},012,{server},{port} | the guide has a numeric address only | VT600
    set transport/tcp | W{password},013,1 | starts reporting | VT600 INSTALLER FAMILY
    set transport/udp | W{password},013,2 | starts reporting | VT600 FAMILY
    set interval | W{password},014,{tensOfSeconds} | counted in ten seconds | VT600 INSTALLER
    set newPassword? | W{password},001,{newPassword} | six digits | RELATIVES
    set position? | W{password},000 | | RELATIVES

    model PT60 | tracker for assets, 4G, long battery life
    protocol startek | | PROTOCOL FRAMES
    protocol gt06? | if it takes the commands that end with # | PAGES
    can battery | recharged; 4.8 V of supply while on the charger | FRAMES
    can tamper | bit 8 of `status` | PROTOCOL PT60PAGE
    can sleep | several working modes | PT60PAGE
    can secondServer | bits 0 and 1 of `status` tell which are connected | PROTOCOL PT60PAGE
    can buffer | stored records look like live ones | PT60PAGE
    can cells | one cell in each record | PROTOCOL FRAMES
    alarm sos? | event 1, input 1 | PROTOCOL DECODERS
    alarm lowPower? | event 17 | PROTOCOL DECODERS
    alarm powerCut | event 18, taken off the charger | PROTOCOL FRAMES
    alarm powerRestored | event 19, put on the charger | PROTOCOL DECODERS
    speaks numbered | | PRESETS PROTOCOL
    speaks concox? | if it does not answer the numbered ones | PAGES
    note Which protocol a unit speaks is found out from its stream; the model decides nothing.

    model PT60-L | newer PT60
    like PT60
    protocol startek | | PROTOCOL FRAMES
    can tamper | bit 8 of `status` | PROTOCOL FRAMES
    alarm powerCut? | event 18, taken off the charger | PROTOCOL
    speaks numbered | | PRESETS PROTOCOL
    can secondServer | two servers in recorded frames | PROTOCOL FRAMES

    model PT32 | small tracker; no protocol document or recorded traffic is public
    protocol gt06? | the only public page prints commands of that family | PAGES
    protocol startek? | as its relatives | PROTOCOL
    protocol meiligao? | older boards | GPRS2
    can battery? | | PAGES
    can sos? | | PAGES
    alarm sos? | | PAGES
    alarm lowBattery? | | PAGES
    speaks concox? | the only messages that are public for it | PAGES
    speaks numbered? | as its relatives | PRESETS

    model VT600 | tracker for vehicles
    protocol meiligao | original firmware | GPRS2 VT600
    protocol startek? | units of today | FLESPI
    protocol gt06? | if it takes the commands that end with # | PAGES
    can inputs | 3 today, SOS, ignition and door; the protocol has 5 | FLESPI FAMILY
    can analogInputs | 1 | FLESPI
    can outputs | 1; the protocol has 5 | FLESPI FAMILY
    can relay | cuts fuel or ignition from afar | FLESPI
    can externalPower | | FLESPI
    can battery | 500 mAh | FLESPI
    can sos | | FLESPI FAMILY
    can vibration | | FLESPI
    can geofence | | FLESPI FAMILY
    can overspeed | | FLESPI FAMILY
    can microphone | listens in by a call | FLESPI FAMILY
    can buzzer? | option | FLESPI
    can driverCard? | option, iButton | FLESPI
    can fuelSensor? | option | FLESPI
    can temperatureSensor? | option | FLESPI
    can buffer | | FAMILY
    can sleep | four levels | FAMILY
    can cells | in the record, not stored | GPRS2
    alarm sos | code 01 | FAMILY FLESPI
    alarm lowBattery | code 10 | FAMILY FLESPI
    alarm overspeed | code 11 | FAMILY FLESPI
    alarm movement | code 12, moved or left its fence | FAMILY
    alarm geofenceEnter | code 13 | FAMILY FLESPI
    alarm powerOn | code 14, switched on | FAMILY
    alarm powerOff | code 50, supply cut | FAMILY FLESPI
    alarm gpsAntennaCut | code 53 | FAMILY
    alarm hardBraking? | code 72 | FLESPI
    alarm hardAcceleration? | code 73 | FLESPI
    speaks w | original firmware | VT600 INSTALLER
    speaks numbered? | units of today | FLESPI
    speaks concox? | if it does not answer the others | PAGES

    model VT600-3G | VT600 with 3G
    like VT600
    protocol meiligao | | GPRS2 VT6003G
    speaks w | original firmware | VT6003G

    model VT900 | older tracker for vehicles, W commands
    protocol meiligao? | as VT600 | GPRS2
    can inputs? | the protocol has 5 | FAMILY
    can outputs? | the protocol has 5 | FAMILY
    alarm sos? | code 01 | FAMILY
    alarm lowBattery? | code 10 | FAMILY
    alarm overspeed? | code 11 | FAMILY
    alarm powerOff? | code 50, supply cut | FAMILY
    speaks w? | | RELATIVES

    model VT100 | tracker for vehicles
    protocol startek | | PROTOCOL
    can inputs | input 1 is SOS, 2 the ignition, 3 a door | PROTOCOL
    can outputs | output 1 is a relay | PROTOCOL DECODERS
    can relay | command 900 | DECODERS
    can analogInputs | 2 | PROTOCOL
    can externalPower | | PROTOCOL
    can battery | | PROTOCOL
    can sos | input 1 | PROTOCOL
    can fuelSensor? | option | PROTOCOL DECODERS
    can temperatureSensor? | option | PROTOCOL DECODERS
    can obd? | option | PROTOCOL DECODERS
    can driverCard? | option, RFID or iButton | PROTOCOL DECODERS
    can buffer | stored records look like live ones | PRESETS
    can cells | one cell in each record | PROTOCOL
    alarm sos | event 1 | PROTOCOL DECODERS
    alarm door | events 5 and 6 | DECODERS
    alarm lowPower | event 17 | PROTOCOL DECODERS
    alarm powerCut | event 18 | PROTOCOL DECODERS
    alarm powerRestored | event 19 | PROTOCOL DECODERS
    alarm hardAcceleration | event 39 | PROTOCOL DECODERS
    alarm hardBraking | event 40 | PROTOCOL DECODERS
    alarm hardCornering | event 41 | PROTOCOL DECODERS
    speaks numbered | | PRESETS PROTOCOL

    model VT110 | tracker for vehicles
    like VT100
    protocol startek | | PROTOCOL
    speaks numbered | | PRESETS PROTOCOL

    model VT120-L | tracker for vehicles
    like VT100
    protocol startek | | PROTOCOL
    speaks numbered | | PRESETS PROTOCOL

    model VT200 | tracker for vehicles
    like VT100
    protocol startek | | PROTOCOL
    speaks numbered | | PRESETS PROTOCOL

    model VT200L | tracker for vehicles
    like VT100
    protocol startek | | PROTOCOL
    speaks numbered | | PRESETS PROTOCOL

    model VT300-L | tracker for vehicles
    like VT100
    protocol startek | | PROTOCOL
    speaks numbered | | PRESETS PROTOCOL

    model VT800-L | tracker for vehicles
    like VT100
    protocol startek | | PROTOCOL
    speaks numbered | | PRESETS PROTOCOL

    model RG-WF1 | wired tracker on the same platform
    protocol startek | | FRAMES
    can externalPower | | FRAMES
    can battery | | FRAMES
    can analogInputs | 2 | FRAMES
    alarm powerCut? | event 18 | PROTOCOL
    alarm powerRestored? | event 19 | PROTOCOL
    speaks numbered? | | PRESETS
    """
}
