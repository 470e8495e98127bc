/// Rows for people, in columns below their headings.
enum TextTable {
  /// - Returns: lines; what is empty stands as a dash.
  static func lines(_ headings: [String], _ rows: [[String]]) -> [String] {
    let all = [headings] + rows.map { $0.map { cell in cell.isEmpty ? "-" : cell } }
    let widths = headings.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { row in
      zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }.joined(separator: "  ").trimmingSuffix(while: \.isWhitespace)
    }
  }
}

extension StringProtocol {
  /// The text without the characters at its end for which the condition holds.
  func trimmingSuffix(while holds: (Character) -> Bool) -> String {
    var rest = self[...]
    while let last = rest.last, holds(last) { rest = rest.dropLast() }
    return String(rest)
  }
}
