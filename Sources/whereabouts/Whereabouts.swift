@main
enum Whereabouts {
  static func main() {}
}
