extension H02 {
  static let examples = #"""
    """#
}
