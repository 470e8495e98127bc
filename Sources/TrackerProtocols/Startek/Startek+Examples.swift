extension Startek {
  static let examples = #"""
    """#
}
