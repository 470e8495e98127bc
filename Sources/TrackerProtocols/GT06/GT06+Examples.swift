extension GT06 {
  static let examples = #"""
    """#
}
