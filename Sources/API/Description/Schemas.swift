import Fleet

extension Schema {
  /// All objects that the API reads and writes.
  static let all: [Schema] = parse(text) + ObjectForm.all.map { Schema($0) }

  private static let text = """
    Server
      id integer, registration boolean, readonly boolean, deviceReadonly boolean
      limitCommands boolean, disableReports boolean, map string?, bingKey string?, mapUrl string?
      overlayUrl string?, poiLayer string?, announcement string?, latitude number
      longitude number, zoom integer, forceSettings boolean, coordinateFormat string?
      version string, newServer boolean, emailEnabled boolean, textEnabled boolean
      geocoderEnabled boolean, openIdEnabled boolean, openIdForce boolean, attributes attributes
      storageSpace [integer]
    User
      id integer, name string, login string?, email! string, phone string?, readonly boolean
      administrator boolean, map string?, latitude number, longitude number, zoom integer
      coordinateFormat string?, disabled boolean, expirationTime time?, deviceLimit integer
      userLimit integer, deviceReadonly boolean, limitCommands boolean, disableReports boolean
      fixedEmail boolean, poiLayer string?, totpKey string?, totpEnabled boolean
      temporary boolean
      attributes attributes
    NewUser
      name! string, email! string, password! string
    Setup
      code! string, name string, email! string, password! string
    Session
      id integer, createdAt time, lastUsedAt time, address string, agent string, current boolean
    Token
      id integer, name string, scope all|read, createdAt time, expiresAt time
    Share
      id integer, userId integer, deviceId integer?, groupId integer?, expiration time
    Device
      id integer, name! string, uniqueId! string, status online|offline|unknown
      lastUpdate time?, positionId integer?, groupId integer, calendarId integer, phone string?
      model string?, contact string?, category string?, disabled boolean, expirationTime time?
      attributes attributes
    SentCommand
      id integer, deviceId integer, type string, attributes attributes, textChannel boolean
      description string?, expiration time?
    QueuedCommand
      id integer, deviceId integer, type string, attributes attributes, textChannel boolean
      description string?, userId integer, queuedAt time, expiration time
      state waiting|sending|uncertain|expired|refused, reason string?
    Event
      id integer, type string, eventTime time, deviceId integer, positionId integer
      geofenceId integer, maintenanceId integer, attributes attributes
    CommandType
      type string
    Position
      id integer, deviceId integer, protocol string, serverTime time, deviceTime time
      fixTime time, outdated boolean, valid boolean, latitude number, longitude number
      altitude number, speed number, course number, address string?, accuracy number
      network Network?, geofenceIds [integer]?, attributes attributes
    Network
      radioType string, cellTowers [CellTower], wifiAccessPoints [WiFiAccessPoint]
    CellTower
      radioType string, cellId integer, locationAreaCode integer, mobileCountryCode integer
      mobileNetworkCode integer, signalStrength integer
    WiFiAccessPoint
      macAddress string, signalStrength integer, channel integer
    Permission
      userId integer, deviceId integer, groupId integer, geofenceId integer
      notificationId integer, calendarId integer, attributeId integer, driverId integer
      commandId integer, maintenanceId integer, orderId integer, reportId integer
      managedUserId integer, linkedDeviceId integer
    Arrival
      id integer, identifier string, otherIdentifiers [string], protocol string
      transport tcp|udp?, peer string, firstSeen time, lastSeen time, count integer
      position Position?, versions [Version]
    Adoption
      name string?, model string?
    Connection
      id integer, peer string, local string, transport tcp|udp, since time, protocol string?
      why string?, identifier string?, arrival boolean, unconfirmed boolean, refusal string?
      frames integer, badFrames integer, bytes integer, lastFrameAt time?
    Refusal
      time time, peer string, transport tcp|udp, protocol string?, identifier string?
      kind string, why string, firstBytes string, count integer
    Simulation
      seconds integer
    DecodeRequest
      hex string?, text string?, transport tcp|udp, protocol string?, receivedAt time?
    Word
      name string, unit string, title string
    Fact
      name string, title string, certain boolean, remark string, sources [string]
    Model
      id string, maker string, name string, title string, protocols [Fact]
    ModelDetails
      id string, maker string, name string, title string, protocols [Fact], abilities [Fact]
      alarms [Fact], notes [string], setup [SetupGroup]
    SetupGroup
      title string, password string?, certain boolean, remark string, sources [string]
      texts [SetupText]
    SetupText
      purpose string, transport string?, title string, template string, certain boolean
      remark string, sources [string], message string?, missing [string], problem string?
    ModelSetup
      model Model, groups [SetupGroup]
    Protocol
      name string, title string, transports [string], identifiesEveryMessage boolean
      commands [string], relatives [string], options [DeviceOption]
    DeviceOptions
      protocol string?, options [DeviceOption]
    DeviceOption
      key string, kind flag|words|number|code|text|zone|address, words [string], least integer?
      most integer?, usual string, meaning string
    Version
      kind string, value string, firstSeen time, lastSeen time
    Media
      id integer, deviceId integer, protocol string, file string, kind string
      contentType string, time time, lastTime time, size integer, announcedSize integer?
      complete boolean, open boolean, unconfirmed boolean, hash string?
    Erasure
      id integer, deviceId integer, userId integer, requestedAt time, finishedAt time?
      positions integer, messages integer
    Frames
      frames [Frame], next integer?
    Frame
      id integer, time time, protocol string?, connection FrameConnection, hex string
      reply string?, decoded boolean, notes [string], positions integer, explanation object
    FrameConnection
      id integer, transport string?, peer string?, local string?, since time?
    Accumulators
      deviceId integer, totalDistance number, hours integer
    Statistics
      captureTime time, activeUsers integer, activeDevices integer, requests integer
      messagesReceived integer, messagesStored integer, mailSent integer, smsSent integer
      geocoderRequests integer, geolocationRequests integer, protocols object
    Action
      id integer, actionTime time, address string?, userId integer, userEmail string?
      actionType string, objectType string, objectId integer
    Named
      type string
    Problem
      type string, title string, status! integer, detail! string
    """
}
