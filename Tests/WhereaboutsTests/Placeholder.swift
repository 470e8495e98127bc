import Testing

@Suite struct WhereaboutsPlaceholderTests {}
