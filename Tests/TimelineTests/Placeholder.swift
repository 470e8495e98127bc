import Testing

@Suite struct TimelinePlaceholderTests {}
