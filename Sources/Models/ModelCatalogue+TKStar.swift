extension ModelCatalogue {
  static let tkstar = """
    maker TK-Star
    source PAGE | public configuration and integration pages on the TK970
    source FRAMES | recorded frames of TK-Star units
    source DECODERS | public decoders of the protocols
    source FORUM | a user's recorded packets of the TK905 4G (2021)
    source REPORTS | users' reports on alarms of the TK905 and TK909
    source XEXUN | manuals of Xexun and Coban trackers with the same command set
    source INTEGRATORS | integrators' lists of models

    language words 123456 | Commands of words
    set begin | begin{password} | first, if it was used elsewhere | PAGE XEXUN
    set apn | apn{password} {apn} | | PAGE XEXUN
    set apnUser | apnuser{password} {apnUser} | clones want upapnuser | PAGE XEXUN
    set apnPassword | apnpasswd{password} {apnPassword} | | PAGE XEXUN
    set serverByAddress | adminip{password} {server} {port} | | PAGE XEXUN
    set serverByName? | adminip{password} {server} {port} | many boards take a numeric address only | PAGE
    set start | gprs{password} | | PAGE XEXUN
    set transport/tcp? | gprs{password},0,0 | | XEXUN
    set transport/udp? | gprs{password},0,1 | | XEXUN
    set interval | upload{password} {interval} | seconds | PAGE
    set sosNumber? | admin{password} {phone} | who may ask it and is told of alarms | XEXUN
    set newPassword? | password{password} {newPassword} | six digits | XEXUN
    set status | check{password} | battery, network and fix | PAGE XEXUN

    language concox - | Commands that end with #
    set apn | APN,{apn}# | | INTEGRATORS
    set apnWithUser | APN,{apn},{apnUser},{apnPassword}# | | INTEGRATORS
    set serverByName | SERVER,1,{server},{port},0# | | INTEGRATORS
    set serverByAddress | SERVER,0,{server},{port},0# | | INTEGRATORS
    set interval | TIMER,{interval}# | | INTEGRATORS

    model TK970 | magnetic tracker for assets and vehicles; no protocol document is public
    protocol watch? | 2G and 3G boards | FRAMES
    protocol h02? | 2G to 4G boards | FRAMES
    protocol jt808? | 4G boards | FRAMES
    protocol gt06? | boards of other makers | INTEGRATORS
    protocol gps103? | by its command set | PAGE XEXUN
    can battery | | PAGE
    can sos | | PAGE
    can vibration | | PAGE
    can relay? | versions with a relay; not with the protocol watch | PAGE
    can geofence | | PAGE
    can cells | | PAGE
    can wifi | | PAGE
    can buffer? | as its relatives | FRAMES
    can sleep? | | XEXUN
    alarm sos | | PAGE
    alarm vibration | | PAGE
    alarm movement? | | PAGE
    alarm lowBattery? | | DECODERS
    alarm removing? | | DECODERS
    alarm powerCut? | versions with a supply | DECODERS
    alarm general? | of the vibration sensor, with the protocol watch | REPORTS
    speaks words | | PAGE
    speaks concox? | boards of other makers | INTEGRATORS
    note The identifier is not the IMEI: ten digits on the label, of which the first often repeat the model.

    model TK905 | magnetic tracker, 2G or 4G
    protocol watch | 2G with identifiers 9051…, 4G with 9059… | FRAMES
    protocol h02 | 4G; text, and packets of 47 bytes | FRAMES FORUM
    can battery | | FRAMES
    can vibration | | REPORTS
    can cells | | FRAMES
    can buffer | | FRAMES
    alarm general | of the vibration sensor: an alarm without a bit in the status, with the protocol watch | REPORTS FRAMES
    alarm vibration? | with the protocol h02 | DECODERS
    alarm removing? | taken off | DECODERS
    speaks words | | PAGE

    model TK905B-G | magnetic tracker, 4G
    protocol jt808 | records EB; identifiers 9590… | FRAMES DECODERS
    can battery | volts and percent | FRAMES
    can tamper | | FRAMES
    can vibration | | FRAMES
    can cells | | DECODERS
    can wifi | | DECODERS
    alarm removing | | FRAMES
    alarm vibration | | FRAMES
    alarm lowBattery | | DECODERS
    alarm powerOff | | FRAMES
    speaks words | | PAGE

    model TK909 | magnetic tracker
    protocol h02 | identifiers 9106… | FRAMES REPORTS
    can battery | | FRAMES
    can cells | up to five cells without a fix | FRAMES
    alarm vibration? | | DECODERS
    alarm sos? | | DECODERS
    alarm powerCut? | | DECODERS
    speaks words | | PAGE

    model TK915 | magnetic tracker, 4G
    protocol watch | identifiers 9159… | FRAMES
    protocol jt808? | | DECODERS
    can battery | | FRAMES
    can cells | | FRAMES
    can buffer | | FRAMES
    alarm general? | of the vibration sensor | REPORTS
    alarm removing? | taken off | DECODERS
    speaks words | | PAGE

    model TK816 | tracker for the vehicle's diagnostic socket
    protocol h02 | identifiers 8161… | FRAMES
    can externalPower | | FRAMES
    can cells | | FRAMES
    alarm vibration? | | DECODERS
    alarm overspeed? | | DECODERS
    alarm powerCut? | pulled out of the socket | DECODERS
    speaks words | | PAGE
    """
}
