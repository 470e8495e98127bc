import Testing

@Suite struct WebServerPlaceholderTests {}
