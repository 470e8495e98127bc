/// What the program tells about itself.
enum Help {
  static var commands: [any Subcommand.Type] {
    [
      ServeCommand.self, DecodeCommand.self, EncodeCommand.self, ReplayCommand.self,
      DeviceCommand.self, ModelsCommand.self,
      UserCommand.self, ArrivalsCommand.self, CheckCommand.self, BackupCommand.self,
      RestoreCommand.self, EraseCommand.self, ConfigCommand.self, HandbookCommand.self,
      SimulateCommand.self, BenchCommand.self, FloodCommand.self,
    ]
  }

  static func command(_ name: String) -> (any Subcommand.Type)? {
    commands.first { $0.name == name }
  }

  static var general: String {
    let width = (commands.map { $0.name.count }.max() ?? 0) + 3
    let list = commands.map { command in
      "  \(command.name)" + String(repeating: " ", count: width - command.name.count)
        + command.summary
    }
    return """
      Whereabouts: a GPS tracking server with one port for every tracker.

      Usage: whereabouts COMMAND [options]

      \(list.joined(separator: "\n"))
        version   \(String(repeating: " ", count: max(width - 10, 0)))the version

      'whereabouts COMMAND --help' tells more about a command. Start here: 'whereabouts serve'.
      """
  }
}
