import Fleet

/// Who may ask what of which object: every route, asked by every role, and the status it gets.
///
/// A line with a method and a path begins a route; `on` names the kind of object that it is about.
/// Below it stand what is sent: `?` the query, `<` a body (`form` in front of one that is a form),
/// `!` a header field. Then one line for each relation of the one who asks to the object (or `-` if
/// there is no object), and a status for each role. `+` says that the object must be in the answer,
/// `-` that it must not. What is sent holds for the lines up to the next `?` or `<`.
///
/// Relations: `own` linked to the one who asks, `shared` linked to somebody else too, `group` by a
/// group, `foreign` linked to somebody else only, `none` not there at all. Of users: `self`,
/// `managed` by the one who asks, `foreign`.
enum PermissionTable {
  /// The roles, in the order of the columns. `devices` may not change devices, `limited` may send
  /// only saved commands; `disabled` and `expired` come with a session from before.
  enum Role: String, CaseIterable {
    case anonymous, user, readonly, devices, limited, manager, administrator, disabled, expired
  }

  static let text = main + reports + ObjectForm.all.map(rows).joined()

  private static let main = """
    #                     anonymous user read dev  lim  mgr  adm  dis  exp
    GET /api/server
      -                         200 200  200  200  200  200  200  200  200
    PUT /api/server
      < {"announcement":"{fresh}"}
      -                         401 403  403  403  403  403  200  401  401
    POST /api/setup
      < {"code":"wrong","email":"{fresh}@example.org","password":"{password}"}
      -                         403 403  403  403  403  403  403  403  403
    GET /api/session
      -                         404 200  200  200  200  200  200  404  404
    POST /api/session
      < form email={email}&password={password}
      -                         401 200  200  200  200  200  200  401  401
    GET /api/session/{id} on user
      self                      401 200+ 200+ 200+ 200+ 200+ 200+ 401  401
      managed                   401 403  403  403  403  200+ 200+ 401  401
      foreign                   401 404  404  404  404  404  200+ 401  401
      none                      401 404  404  404  404  404  404  401  401
    DELETE /api/session
      -                         204 204  204  204  204  204  204  204  204
    POST /api/session/token
      -                         401 200  200  200  200  200  200  401  401
    POST /api/session/token/revoke on token
      < form token={text}
      own                       401 204  204  204  204  204  204  401  401
    GET /api/sessions on session
      own                       401 200+ 200+ 200+ 200+ 200+ 200+ 401  401
      foreign                   401 200- 200- 200- 200- 200- 200- 401  401
    DELETE /api/sessions/{id} on session
      own                       401 204  204  204  204  204  204  401  401
      foreign none              401 404  404  404  404  404  404  401  401

    GET /api/session/tokens on token
      own                       401 200+ 200+ 200+ 200+ 200+ 200+ 401  401
      foreign                   401 200- 200- 200- 200- 200- 200- 401  401
    DELETE /api/session/tokens/{id} on token
      own                       401 204  204  204  204  204  204  401  401
      foreign none              401 404  404  404  404  404  404  401  401
    POST /api/share/device on device
      < form deviceId={id}&expiration=2035-01-01T00:00:00Z
      own shared group          401 200  403  200  200  200  200  401  401
      foreign                   401 404  404  404  404  404  200  401  401
      none                      401 404  404  404  404  404  404  401  401
    POST /api/share/group on group
      < form groupId={id}&expiration=2035-01-01T00:00:00Z
      own shared group          401 200  403  200  200  200  200  401  401
      foreign                   401 404  404  404  404  404  200  401  401
      none                      401 404  404  404  404  404  404  401  401
    GET /api/shares on share
      own                       401 200+ 200+ 200+ 200+ 200+ 200+ 401  401
      foreign                   401 200- 200- 200- 200- 200- 200+ 401  401
    DELETE /api/shares/{id} on share
      own                       401 204  403  204  204  204  204  401  401
      foreign                   401 404  404  404  404  404  204  401  401
      none                      401 404  404  404  404  404  404  401  401

    POST /api/users/totp
      -                         401 200  200  200  200  200  200  401  401
    GET /api/users on user
      self managed              401 200- 200- 200- 200- 200+ 200+ 401  401
      foreign                   401 200- 200- 200- 200- 200- 200+ 401  401
      ? userId={other}
      managed                   401 404  404  404  404  404  200- 401  401
      ? deviceId={hiddenDevice}
      self                      401 404  404  404  404  404  200- 401  401
    POST /api/users
      < {"name":"N","email":"{fresh}@example.org","password":"{password}"}
      -                         401 403  403  403  403  200  200  401  401
      < {"email":"{fresh}@example.org","password":"{password}","administrator":true}
      -                         401 403  403  403  403  403  200  401  401
      < {"email":"{fresh}@example.org","password":"{password}","userLimit":-1}
      -                         401 403  403  403  403  403  200  401  401
    GET /api/users/{id} on user
      self managed              401 200+ 200+ 200+ 200+ 200+ 200+ 401  401
      foreign                   401 404  404  404  404  404  200+ 401  401
      none                      401 404  404  404  404  404  404  401  401
    PUT /api/users/{id} on user
      < {"name":"Renamed"}
      self                      401 200  403  200  200  200  200  401  401
      managed                   401 403  403  403  403  200  200  401  401
      foreign                   401 404  404  404  404  404  200  401  401
      none                      401 404  404  404  404  404  404  401  401
      < {"administrator":true}
      self                      401 403  403  403  403  403  200  401  401
      managed                   401 403  403  403  403  403  200  401  401
      < {"deviceLimit":99,"limitCommands":false,"readonly":false,"userLimit":9}
      self                      401 403  403  403  403  403  200  401  401
      < {"expirationTime":"2040-01-01T00:00:00Z"}
      self                      401 403  403  403  403  403  200  401  401
      managed                   401 403  403  403  403  200  200  401  401
    DELETE /api/users/{id} on user
      self                      401 403  403  403  403  403  204  401  401
      managed                   401 403  403  403  403  204  204  401  401
      foreign                   401 404  404  404  404  404  204  401  401
      none                      401 404  404  404  404  404  404  401  401

    GET /api/devices on device
      own shared group          401 200+ 200+ 200+ 200+ 200+ 200+ 401  401
      foreign                   401 200- 200- 200- 200- 200- 200- 401  401
      ? all=true
      own                       401 200+ 200+ 200+ 200+ 200+ 200+ 401  401
      foreign                   401 200- 200- 200- 200- 200- 200+ 401  401
      ? id={id}
      own shared group          401 200+ 200+ 200+ 200+ 200+ 200+ 401  401
      foreign                   401 404  404  404  404  404  200+ 401  401
      none                      401 404  404  404  404  404  404  401  401
      ? uniqueId={uniqueId}
      own shared group          401 200+ 200+ 200+ 200+ 200+ 200+ 401  401
      foreign                   401 404  404  404  404  404  200+ 401  401
      ? userId={other}
      shared foreign            401 404  404  404  404  404  200+ 401  401
      ? groupId={hiddenGroup}
      own foreign               401 404  404  404  404  404  200- 401  401
      ? deviceId={id}
      foreign                   401 404  404  404  404  404  200- 401  401
    POST /api/devices
      < {"name":"N","uniqueId":"{fresh}"}
      -                         401 200  403  403  200  200  200  401  401
      < {"name":"N","uniqueId":"{fresh}","groupId":{hiddenGroup}}
      -                         401 400  403  403  400  400  200  401  401
    GET /api/devices/{id} on device
      own shared group          401 200+ 200+ 200+ 200+ 200+ 200+ 401  401
      foreign                   401 404  404  404  404  404  200+ 401  401
      none                      401 404  404  404  404  404  404  401  401
    PUT /api/devices/{id} on device
      < {"phone":"+15550100"}
      own shared group          401 200  403  403  200  200  200  401  401
      foreign                   401 404  404  404  404  404  200  401  401
      none                      401 404  404  404  404  404  404  401  401
      < {"groupId":{hiddenGroup}}
      own                       401 400  403  403  400  400  200  401  401
    DELETE /api/devices/{id} on device
      own shared group          401 204  403  403  204  204  204  401  401
      foreign                   401 404  404  404  404  404  204  401  401
      none                      401 404  404  404  404  404  404  401  401
    PUT /api/devices/{id}/accumulators on device
      < {"totalDistance":1000}
      own shared group          401 204  403  403  204  204  204  401  401
      foreign                   401 404  404  404  404  404  204  401  401
      none                      401 404  404  404  404  404  404  401  401
    POST /api/devices/{id}/image on device
      < GIF87a a picture
      own shared group          401 200  403  403  200  200  200  401  401
      foreign                   401 404  404  404  404  404  200  401  401
      none                      401 404  404  404  404  404  404  401  401
    GET /api/devices/{id}/frames on device
      own shared group          401 200  200  200  200  200  200  401  401
      foreign                   401 404  404  404  404  404  200  401  401
      none                      401 404  404  404  404  404  404  401  401
    GET /api/devices/{id}/media on media
      own shared group          401 200+ 200+ 200+ 200+ 200+ 200+ 401  401
      foreign                   401 404  404  404  404  404  200+ 401  401
    GET /api/devices/{id}/setup on device
      own shared group          401 200  200  200  200  200  200  401  401
      foreign                   401 404  404  404  404  404  200  401  401
    GET /api/devices/{id}/versions on device
      own shared group          401 200  200  200  200  200  200  401  401
      foreign                   401 404  404  404  404  404  200  401  401
    GET /api/devices/{id}/options on device
      own shared group          401 200  200  200  200  200  200  401  401
      foreign                   401 404  404  404  404  404  200  401  401
    GET /api/media/{media} on media
      own shared group          401 200  200  200  200  200  200  401  401
      foreign                   401 404  404  404  404  404  200  401  401
    GET /api/media/{uniqueId}/{file} on media
      own shared group          401 200  200  200  200  200  200  401  401
      foreign                   401 404  404  404  404  404  200  401  401
    POST /api/devices/{id}/erase on device
      own shared foreign        401 403  403  403  403  403  202  401  401
      none                      401 403  403  403  403  403  404  401  401
    GET /api/erasures
      -                         401 403  403  403  403  403  200  401  401

    GET /api/permissions on link
      own shared                401 200+ 200+ 200+ 200+ 200+ 200+ 401  401
      foreign                   401 200- 200- 200- 200- 200- 200+ 401  401
      ? userId={other}
      foreign shared            401 200- 200- 200- 200- 200- 200+ 401  401
    POST /api/permissions on device
      < {"userId":{me},"deviceId":{id}}
      own shared group          401 204  403  204  204  204  204  401  401
      foreign                   401 404  403  404  404  404  204  401  401
      none                      401 404  403  404  404  404  404  401  401
      < {"userId":{other},"deviceId":{id}}
      own                       401 404  403  404  404  404  204  401  401
      < {"userId":{managed},"deviceId":{id}}
      own                       401 403  403  403  403  204  204  401  401
      foreign                   401 404  403  404  404  404  204  401  401
      < {"deviceId":{id},"geofenceId":{ownFence}}
      own                       401 204  403  204  204  204  204  401  401
      foreign                   401 404  403  404  404  404  204  401  401
      < {"deviceId":{id},"geofenceId":{hiddenFence}}
      own foreign               401 404  403  404  404  404  204  401  401
      < {"userId":{me},"managedUserId":{other}}
      own                       401 404  403  404  404  404  204  401  401
      < {"userId":{me},"managedUserId":{managed}}
      own                       401 403  403  403  403  403  204  401  401
      < {"userId":{me},"groupId":{freshGroup}}
      own                       401 404  403  404  404  404  204  401  401
    DELETE /api/permissions on device
      < {"userId":{me},"deviceId":{id}}
      own shared                401 204  403  204  204  204  204  401  401
      foreign                   401 404  403  404  404  404  204  401  401
      none                      401 404  403  404  404  404  404  401  401
      < {"userId":{other},"deviceId":{id}}
      shared foreign            401 404  403  404  404  404  204  401  401
      < {"userId":{me},"managedUserId":{managed}}
      own                       401 403  403  403  403  403  204  401  401
    POST /api/permissions/bulk on device
      < [{"userId":{me},"deviceId":{id}}]
      own shared group          401 204  403  204  204  204  204  401  401
      foreign                   401 404  403  404  404  404  204  401  401
      none                      401 404  403  404  404  404  404  401  401
      < [{"userId":{me},"deviceId":{ownDevice}},{"userId":{me},"deviceId":{id}}]
      foreign                   401 404  403  404  404  404  204  401  401
    DELETE /api/permissions/bulk on device
      < [{"userId":{me},"deviceId":{id}}]
      own shared                401 204  403  204  204  204  204  401  401
      foreign                   401 404  403  404  404  404  204  401  401
      none                      401 404  403  404  404  404  404  401  401

    POST /api/commands/send on device
      < {"deviceId":{id},"type":"engineStop"}
      own shared group          401 200  403  200  403  200  200  401  401
      foreign                   401 404  403  404  403  404  200  401  401
      none                      401 404  403  404  403  404  404  401  401
      < {"deviceId":{id},"id":{ownCommand}}
      own                       401 200  403  200  200  200  200  401  401
      < {"deviceId":{id},"id":{hiddenCommand}}
      own                       401 404  403  404  404  404  200  401  401
      < {"deviceId":{id},"id":{ownCommand}}
      foreign                   401 404  403  404  404  404  200  401  401
    GET /api/commands/send on device
      ? deviceId={id}
      own shared group          401 200  200  200  200  200  200  401  401
      foreign                   401 404  404  404  404  404  200  401  401
    GET /api/commands/queue on waiting
      own shared group          401 200+ 200+ 200+ 200+ 200+ 200+ 401  401
      foreign                   401 200- 200- 200- 200- 200- 200+ 401  401
      ? deviceId={device}
      own shared group          401 200+ 200+ 200+ 200+ 200+ 200+ 401  401
      foreign                   401 404  404  404  404  404  200+ 401  401
    DELETE /api/commands/queue/{id} on waiting
      own shared group          401 204  403  204  403  204  204  401  401
      foreign                   401 404  404  404  404  404  204  401  401
      none                      401 404  404  404  404  404  404  401  401
    GET /api/events/{id} on event
      own shared group          401 200+ 200+ 200+ 200+ 200+ 200+ 401  401
      foreign                   401 404  404  404  404  404  200+ 401  401
      none                      401 404  404  404  404  404  404  401  401
    GET /api/commands/types on device
      ? deviceId={id}
      own shared group          401 200  200  200  200  200  200  401  401
      foreign                   401 404  404  404  404  404  200  401  401

    GET /api/positions on position
      own shared group          401 200+ 200+ 200+ 200+ 200+ 200+ 401  401
      foreign                   401 200- 200- 200- 200- 200- 200- 401  401
      ? id={id}
      own shared group          401 200+ 200+ 200+ 200+ 200+ 200+ 401  401
      foreign                   401 404  404  404  404  404  200+ 401  401
      none                      401 404  404  404  404  404  404  401  401
      ? id={ownPosition}&id={id}
      foreign                   401 404  404  404  404  404  200+ 401  401
      ? deviceId={device}
      own shared group          401 200+ 200+ 200+ 200+ 200+ 200+ 401  401
      foreign                   401 404  404  404  404  404  200+ 401  401
      ? deviceId={device}&{range}
      own shared group          401 200+ 200+ 200+ 200+ 200+ 200+ 401  401
      foreign                   401 404  404  404  404  404  200+ 401  401
      ? deviceId={device}&{range}&geofenceId={hiddenFence}
      own foreign               401 404  404  404  404  404  200- 401  401
    DELETE /api/positions on position
      ? deviceId={device}&{range}
      own shared group          401 204  403  403  204  204  204  401  401
      foreign                   401 404  404  404  404  404  204  401  401
    DELETE /api/positions/{id} on position
      own shared group          401 204  403  403  204  204  204  401  401
      foreign                   401 404  404  404  404  404  204  401  401
      none                      401 404  404  404  404  404  404  401  401
    GET /api/positions/csv on position
      ? deviceId={device}&{range}
      own shared group          401 200  200  200  200  200  200  401  401
      foreign                   401 404  404  404  404  404  200  401  401
    GET /api/positions/gpx on position
      ? deviceId={device}&{range}
      own shared group          401 200  200  200  200  200  200  401  401
      foreign                   401 404  404  404  404  404  200  401  401
    GET /api/positions/kml on position
      ? deviceId={device}&{range}
      own shared group          401 200  200  200  200  200  200  401  401
      foreign                   401 404  404  404  404  404  200  401  401
    GET /api/positions/kmz on position
      ? deviceId={device}&{range}
      own shared group          401 200  200  200  200  200  200  401  401
      foreign                   401 404  404  404  404  404  200  401  401

    GET /api/arrivals on arrival
      foreign                   401 403  403  403  403  403  200+ 401  401
    POST /api/arrivals/{id}/adopt on arrival
      foreign                   401 403  403  403  403  403  200  401  401
      none                      401 403  403  403  403  403  404  401  401
    GET /api/connections
      -                         401 403  403  403  403  403  200  401  401
    POST /api/connections/{connection}/confirm
      -                         401 403  403  403  403  403  404  401  401
    GET /api/connections/refused
      -                         401 403  403  403  403  403  200  401  401
    POST /api/simulation
      -                         401 403  403  403  403  403  503  401  401
    POST /api/decode
      < {"hex":"00"}
      -                         401 200  200  200  200  200  200  401  401
    GET /api/models
      -                         401 200  200  200  200  200  200  401  401
    GET /api/models/{model}
      -                         401 200  200  200  200  200  200  401  401
    GET /api/models/{model}/setup
      -                         401 200  200  200  200  200  200  401  401
    GET /api/protocols
      -                         401 200  200  200  200  200  200  401  401
    GET /api/protocols/{protocol}
      -                         401 200  200  200  200  200  200  401  401
    GET /api/vocabulary
      -                         401 200  200  200  200  200  200  401  401
    GET /api/statistics
      ? {range}
      -                         401 403  403  403  403  403  200  401  401
    GET /api/audit
      ? {range}
      -                         401 403  403  403  403  403  200  401  401
    GET /api/server/timezones
      -                         401 200  200  200  200  200  200  401  401
    GET /api/notifications/types
      -                         401 200  200  200  200  200  200  401  401
    GET /api/notifications/notificators
      -                         401 200  200  200  200  200  200  401  401
    POST /api/notifications/test
      -                         401 501  501  501  501  501  501  401  401
    POST /api/notifications/test/{word}
      -                         401 501  501  501  501  501  501  401  401
    POST /api/notifications/send/{word}
      -                         401 403  403  403  403  403  501  401  401
    POST /api/password/reset
      -                         501 501  501  501  501  501  501  501  501
    POST /api/password/update
      -                         501 501  501  501  501  501  501  501  501

    GET /api/openapi.json
      -                         200 200  200  200  200  200  200  200  200
    GET /api/health
      -                         200 200  200  200  200  200  200  200  200
    GET /health
      -                         200 200  200  200  200  200  200  200  200
    GET /metrics
      -                         200 200  200  200  200  200  200  200  200
      ! X-Forwarded-For: 198.51.100.7
      -                         401 403  403  403  403  403  200  401  401
    GET /api/socket
      -                         401 400  400  400  400  400  400  401  401

    """
}
