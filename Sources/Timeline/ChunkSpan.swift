internal import Telemetry

/// The spans of time that chunks belong to.
///
/// A chunk is of one day of UTC, so that a day's query, a late record, a removal and the end of
/// retention touch little else. For a device with few positions a day that would make chunks of
/// so few positions that what each chunk costs would be more than what it holds: days with fewer
/// than ``PackedSettings/busyDay`` positions share the chunks of their month. Such a chunk has few
/// positions however long its span is, so a query that needs one day of it reads little in vain.
enum ChunkSpan {
  /// The longest span in milliseconds: a month of 31 days.
  static let longest: Int64 = 31 * day
  /// The span of all positions whose time cannot be right.
  static let apart: Int64 = -1

  private static let day: Int64 = 86_400_000

  /// The number of the day of a time; days are odd numbers.
  static func day(of time: Int64) -> Int64 {
    let number = time >= 0 ? time / day : (time - day + 1) / day
    return number * 2 + 1
  }

  /// The number of the month of a time; months are even numbers.
  static func month(of time: Int64) -> Int64 {
    let civil = CivilTime(Timestamp(milliseconds: time))
    return Int64(civil.year * 12 + civil.month) * 2
  }

  /// The month that a span lies in; the span itself for that of implausible times.
  static func month(ofSpan span: Int64) -> Int64 { isDay(span) ? month(of: span / 2 * day) : span }

  /// The first and the last millisecond of a month.
  static func times(ofMonth month: Int64) -> ClosedRange<Int64> {
    func start(_ number: Int) -> Int64 {
      CivilTime(year: (number - 1) / 12, month: (number - 1) % 12 + 1, day: 1)
        .timestamp.milliseconds
    }
    let number = Int(month / 2)
    return start(number)...start(number + 1) - 1
  }

  /// The months that the positions of a run lie in.
  static func months(of run: Run) -> Set<Int64> {
    var months: Set<Int64> = []
    var known: ClosedRange<Int64>?
    for entry in run.entries where known.map({ !$0.contains(entry.time) }) ?? true {
      let month = month(of: entry.time)
      months.insert(month)
      known = times(ofMonth: month)
    }
    return months
  }

  static func isDay(_ span: Int64) -> Bool { span > 0 && span % 2 == 1 }
}
