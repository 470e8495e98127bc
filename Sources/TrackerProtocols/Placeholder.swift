// TrackerProtocols
