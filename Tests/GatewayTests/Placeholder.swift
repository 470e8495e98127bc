import Testing

@Suite struct GatewayPlaceholderTests {}
