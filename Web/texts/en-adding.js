// The English texts of adding a tracker.

export const adding = {
  title: "Add a tracker",
  lead: "Whatever speaks to this server's port appears among the arrivals by itself.",
  point: "Point it here",
  messages: "Set it up by text message",
  messagesHelp: "Choose what you have, and send the messages from a phone to the number of the "
    + "tracker's SIM card: copy them, or scan their code.",
  link: "Messages that set your model up",
  unknownModel: "This model is not in the list. Set address and port by its manual.",
  none: "No messages are known for this model. Set address and port by its manual.",
  simulated: "No tracker at hand?",
  simulatedHelp: "The server plays one for half an hour. It drives through a town, and arrives here "
    + "like any other.",
  play: "Play a tracker",
  playingNow: "Starting…",
  playing: "The tracker is on its way. It arrives within seconds.",
  ownComputer: "Play several from another computer",
  ownComputerHelp: "With the program of this server, this command plays five trackers. Ctrl-C ends "
    + "them. Built from its source, it is .build/release/whereabouts.",
  hand: "Enter it by hand",
  handHelp: "To name it before it reports for the first time.",
  submit: "Add",
  busy: "Adding…",
  added: "The tracker is entered. It appears on the map with its first position.",
};
