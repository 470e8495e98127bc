import Testing

@Suite struct TrackerProtocolsPlaceholderTests {}
