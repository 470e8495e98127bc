import Testing

@Suite struct DetectionPlaceholderTests {}
