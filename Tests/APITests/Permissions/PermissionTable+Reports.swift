extension PermissionTable {
  /// Reports, and what existing clients ask for that is not there yet: columns as in the main part.
  static let reports = """
    GET /api/reports/route on position
      ? deviceId={device}&{range}
      own shared group          401 200+ 200+ 200+ 200+ 200+ 200+ 401  401
      foreign                   401 404  404  404  404  404  200+ 401  401
      ? deviceId={ownDevice}&deviceId={device}&{range}
      own shared                401 200+ 200+ 200+ 200+ 200+ 200+ 401  401
      foreign                   401 404  404  404  404  404  200+ 401  401
      ? groupId={hiddenGroup}&{range}
      own                       401 404  404  404  404  404  200- 401  401
    GET /api/reports/events on event
      ? deviceId={device}&{range}
      own shared group          401 200+ 200+ 200+ 200+ 200+ 200+ 401  401
      foreign                   401 404  404  404  404  404  200+ 401  401
      ? groupId={hiddenGroup}&{range}
      own                       401 404  404  404  404  404  200- 401  401
    GET /api/reports/summary
      -                         401 501  501  501  501  501  501  401  401
    GET /api/reports/trips
      -                         401 501  501  501  501  501  501  401  401
    GET /api/reports/stops
      -                         401 501  501  501  501  501  501  401  401
    GET /api/reports/geofences
      -                         401 501  501  501  501  501  501  401  401
    GET /api/reports/combined
      -                         401 501  501  501  501  501  501  401  401
    GET /api/reports/{word}/{word}
      -                         401 501  501  501  501  501  501  401  401

    GET /api/server/geocode
      -                         401 501  501  501  501  501  501  401  401
    GET /api/server/gc
      -                         401 403  403  403  403  403  501  401  401
    GET /api/server/cache
      -                         401 403  403  403  403  403  501  401  401
    POST /api/server/reboot
      -                         401 403  403  403  403  403  501  401  401
    POST /api/server/file/{word}
      < anything
      -                         401 403  403  403  403  403  501  401  401
    POST /api/attributes/computed/test
      -                         401 501  501  501  501  501  501  401  401

    """
}
