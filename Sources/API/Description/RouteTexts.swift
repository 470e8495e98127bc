import Fleet

extension RouteText {
  /// The descriptions of all routes. A test compares them with the routes.
  static let all: [RouteText] =
    parse(text) + ObjectForm.all.flatMap { form in RouteText.of(form) }

  private static let text = """
    GET /api/server
      What everybody may know of the server, and the settings of the map; for administrators also how
      many bytes of its disk are free, and how many there are.
      > 200 Server
    PUT /api/server
      Changes the server's settings.
      < json Server
      > 200 Server
    POST /api/setup
      Makes the first administrator with the code that the server printed at its first start.
      < json Setup
      > 200 User
    GET /api/session
      Who is signed in; 404 if nobody is.
      ? token string
      > 200 User
    POST /api/session
      Signs in and sets a cookie.
      < form email! string,password! string,code string
      > 200 User
    DELETE /api/session
      Signs out.
      > 204
    GET /api/session/{id}
      Goes on as another user, whom you manage, with that user's rights.
      > 200 User
    POST /api/session/token
      Makes a token with your rights, or with scope read for reading only; it is shown once.
      < form expiration time,name string,scope all|read
      > 200 text/plain
    POST /api/session/token/revoke
      Ends a token.
      < form token! string
      > 204
    GET /api/session/tokens
      Your tokens that are still good, without their texts.
      > 200 [Token]
    DELETE /api/session/tokens/{id}
      Ends one of your tokens, and the sessions that it opened.
      > 204
    POST /api/users/totp
      A key for a second factor; it holds when it is entered as totpKey of a user. Codes follow RFC 6238.
      > 200 text/plain
    POST /api/share/device
      Shows a device to whoever has the token that is answered, until a moment.
      < form deviceId! integer,expiration time
      > 200 text/plain
    POST /api/share/group
      Shows the devices of a group to whoever has the token that is answered, until a moment.
      < form groupId! integer,expiration time
      > 200 text/plain
    GET /api/shares
      What you share; for administrators what everybody does.
      > 200 [Share]
    DELETE /api/shares/{id}
      Ends what was shared.
      > 204
    GET /api/sessions
      Where you are signed in.
      > 200 [Session]
    DELETE /api/sessions/{id}
      Signs you out somewhere.
      > 204
    GET /api/users
      The users that you may know of, or of them those whom a user manages, or who are linked to a
      device; none if you manage nobody.
      ? userId integer, deviceId integer, keyword string, excludeAttributes boolean
      ? limit integer, offset integer
      > 200 [User]
    POST /api/users
      Makes a user; where visitors may register, also without being signed in.
      < json NewUser
      > 200 User
    GET /api/users/{id}
      A user that you may know of.
      > 200 User
    PUT /api/users/{id}
      Changes a user; what is not sent stays as it is.
      < json User
      > 200 User
    DELETE /api/users/{id}
      Deletes a user.
      > 204
    GET /api/devices
      The devices that you may see.
      ? all boolean, id [integer], uniqueId [string], userId integer, deviceId integer
      ? groupId integer, keyword string, excludeAttributes boolean, limit integer, offset integer
      > 200 [Device]
    POST /api/devices
      Enters a device.
      < json Device
      > 200 Device
    GET /api/devices/{id}
      A device.
      > 200 Device
    PUT /api/devices/{id}
      Changes a device; what is not sent stays as it is.
      < json Device
      > 200 Device
    DELETE /api/devices/{id}
      Deletes a device; what it sent stays as that of an arrival.
      > 204
    GET /api/models
      The models that are known, or those that have the words of keyword.
      ? keyword string
      > 200 [Model]
    GET /api/models/{id}
      A model: what it can do, its alarms and its set-up messages, each with its source.
      > 200 ModelDetails
    GET /api/models/{id}/setup
      The text messages that set a model up, with the given values.
      ? server string, port integer, apn string, apnUser string, apnPassword string
      ? interval integer, password string, newPassword string, phone string, identifier string
      > 200 ModelSetup
    GET /api/devices/{id}/setup
      The text messages that set a device up for this server.
      ? server string, port integer, apn string, apnUser string, apnPassword string
      ? interval integer, password string, newPassword string, phone string
      > 200 ModelSetup
    GET /api/devices/{id}/options
      What can be entered about a device as its attributes, by the protocol that it speaks.
      > 200 DeviceOptions
    GET /api/devices/{id}/versions
      The versions that a device has reported, by its own clock.
      > 200 [Version]
    GET /api/devices/{id}/media
      Pictures and sounds of a device, the newest first.
      ? limit integer, before integer
      > 200 [Media]
    GET /api/media/{id}
      A picture or sound.
      ? download boolean
      > 200 */*
    GET /api/media/{uniqueId}/{file}
      A picture or sound by the name that a position gives it.
      ? download boolean
      > 200 */*
    POST /api/devices/{id}/erase
      Has everything erased that a device has sent; it goes on after the answer.
      > 202 Erasure
    GET /api/erasures
      What was erased, by whom, and whether it is done.
      > 200 [Erasure]
    GET /api/permissions
      Who may see what, of what you may know. Every number that is named must be in a permission.
      ? userId integer, deviceId integer, groupId integer, geofenceId integer, limit integer
      ? offset integer
      > 200 [Permission]
    POST /api/permissions
      Lets somebody see something, or connects two objects: exactly two numbers.
      < json Permission
      > 204
    DELETE /api/permissions
      Takes a permission away.
      < json Permission
      > 204
    POST /api/permissions/bulk
      Gives many permissions, all or none.
      < json [Permission]
      > 204
    DELETE /api/permissions/bulk
      Takes many permissions away, all or none.
      < json [Permission]
      > 204
    POST /api/commands/send
      Sends a command, your own or a saved one by its id, to a device or to all of a group. 200: it is
      on its way, and the answer comes as a position and as an event. 202: it waits until the device
      speaks, at most until expiration; what waits is answered, for a group as a list.
      ? groupId integer
      < json SentCommand
      > 200 SentCommand
      > 202 any
    GET /api/commands/send
      The saved commands that you may send to a device, or all of yours.
      ? deviceId integer
      > 200 [Command]
    GET /api/commands/queue
      Commands that wait for a device, or for all that you may see, and those that came to nothing.
      ? deviceId integer
      > 200 [QueuedCommand]
    DELETE /api/commands/queue/{id}
      Takes a waiting command back, or removes one that came to nothing.
      > 204
    GET /api/events/{id}
      Something that happened to a device: queuedCommandSent and commandResult so far.
      > 200 Event
    GET /api/commands/types
      The commands that a device takes as it is connected now, or all that there are; none by text
      message.
      ? deviceId integer, textChannel boolean
      > 200 [CommandType]
    GET /api/positions
      The last position of each of your devices; the positions with given numbers; or the history of a device between two moments.
      ? id [integer], deviceId integer, from time, to time, geofenceId integer
      ? maxPoints integer
      > 200 [Position]
    DELETE /api/positions
      Removes the positions of a device between two moments for good.
      ? deviceId! integer, from! time, to! time
      > 204
    DELETE /api/positions/{id}
      Removes a position for good.
      > 204
    GET /api/positions/csv
      The history of a device as a table.
      ? deviceId! integer, from! time, to! time, geofenceId integer, maxPoints integer
      > 200 text/csv
    GET /api/positions/gpx
      The history of a device as a GPX track.
      ? deviceId! integer, from! time, to! time, geofenceId integer, maxPoints integer
      > 200 application/gpx+xml
    GET /api/positions/kml
      The history of a device for map programs.
      ? deviceId! integer, from! time, to! time, geofenceId integer, maxPoints integer
      > 200 application/vnd.google-earth.kml+xml
    GET /api/positions/kmz
      The history of a device for map programs, in a zip archive.
      ? deviceId! integer, from! time, to! time, geofenceId integer, maxPoints integer
      > 200 application/vnd.google-earth.kmz
    GET /api/devices/{id}/frames
      What a device sent, the newest first, as it came, with explain also field by field.
      ? from time, to time, limit integer, before integer, explain boolean
      ? only positions|problems|answered
      > 200 Frames
    PUT /api/devices/{id}/accumulators
      Stores what the distance and the hours of a device count from now. They are not counted yet:
      no position carries them.
      < json Accumulators
      > 204
    POST /api/devices/{id}/image
      Gives a device a picture; answers the name of its file.
      < image/*
      > 200 text/plain
    GET /api/statistics
      What the server has counted on each day.
      ? from! time, to! time
      > 200 [Statistics]
    GET /api/audit
      Who has changed what.
      ? from! time, to! time
      > 200 [Action]
    GET /api/server/timezones
      The time zones that can be named.
      > 200 [string]
    GET /api/server/geocode
      Would name the address of a place; none is looked up yet.
      ? latitude number, longitude number
      > 200 text/plain
    GET /api/server/gc
      Would have memory tidied up; there is nothing to tidy up by request.
      > 204
    GET /api/server/cache
      Would show what is kept in memory; GET /metrics has figures.
      > 200 text/plain
    POST /api/server/reboot
      Would end the program; its service manager does.
      > 204
    POST /api/server/file/{path}
      Would store a file of the page; the setting web.files names their folder.
      > 200
    POST /api/attributes/computed/test
      Would compute an expression; none is computed yet.
      ? deviceId integer
      < json ComputedAttribute
      > 200 text/plain
    GET /api/reports/route
      The positions of devices between two moments.
      ? deviceId [integer], groupId [integer], from! time, to! time
      > 200 [Position]
    GET /api/reports/events
      What happened to devices between two moments: queuedCommandSent and commandResult so far.
      ? deviceId [integer], groupId [integer], type [string], alarm [string], from! time, to! time
      > 200 [Event]
    GET /api/reports/summary
      Would sum up what devices did; not computed yet.
      > 200 any
    GET /api/reports/trips
      Would list trips; not computed yet.
      > 200 any
    GET /api/reports/stops
      Would list stops; not computed yet.
      > 200 any
    GET /api/reports/geofences
      Would list stays in geofences; not computed yet.
      > 200 any
    GET /api/reports/combined
      Would join positions and events; not computed yet.
      > 200 any
    GET /api/reports/{type}/{form}
      Would make a spreadsheet of a report, or mail it; nothing does yet.
      > 200 any
    GET /api/notifications/types
      What can be told of a device.
      > 200 [Named]
    GET /api/notifications/notificators
      The ways in which people can be told; none yet.
      > 200 [Named]
    POST /api/notifications/test
      Would send a message to you; nothing is sent yet.
      > 204
    POST /api/notifications/test/{notificator}
      Would send a message to you in one way; nothing is sent yet.
      > 204
    POST /api/notifications/send/{notificator}
      Would send a message to people; nothing is sent yet.
      > 204
    POST /api/password/reset
      Would send a new password by mail; no mail is sent yet.
      > 200
    POST /api/password/update
      Would take a new password by the token of a mail; no mail is sent yet.
      > 200
    GET /api/arrivals
      Trackers that have called and that nobody has entered.
      ? limit integer, offset integer
      > 200 [Arrival]
    POST /api/arrivals/{id}/adopt
      Makes a device of an arrival, with all that it has sent.
      < json? Adoption
      > 200 Device
    GET /api/connections
      The open connections of trackers: what protocol each speaks, since when, and why not.
      > 200 [Connection]
    POST /api/connections/{id}/confirm
      Takes an unconfirmed connection for the device that it says it is, in place of the other that
      speaks for it; 409 if there is nothing to confirm.
      > 204
    GET /api/connections/refused
      What came to nothing lately, and why.
      > 200 [Refusal]
    POST /api/simulation
      Plays a tracker for some time, which arrives like any other; 409 if one is playing.
      > 200 Simulation
    POST /api/decode
      What bytes mean, field by field, as hex or as text.
      < json DecodeRequest
      > 200 object
    GET /api/protocols
      The names of the protocols.
      > 200 [string]
    GET /api/protocols/{name}
      What a protocol is, and what can be entered about devices that speak it.
      > 200 Protocol
    GET /api/vocabulary
      The words that attributes are called by, with their units.
      > 200 [Word]
    GET /api/health
      Whether messages are stored and shown.
      > 200 text/plain
    GET /health
      Whether messages are stored and shown.
      > 200 text/plain
    GET /metrics
      Counts and gauges in the form of Prometheus; for administrators and programs on this machine.
      > 200 text/plain
    GET /api/socket
      A WebSocket: all last positions at once, then devices, positions and events as they come; once
      it was sent {"logs":true}, also what devices send.
      ? token string
      > 101
    GET /api/openapi.json
      This description.
      > 200 object
    """
}
